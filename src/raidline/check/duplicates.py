"""Duplicates: the same event entered twice, under two ids."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.merging.likeness import Likenesses
from raidline.store.load import Record


def near_duplicate(checked: Checked) -> Iterator[Problem]:
    """Find two events of one kind in one place, with overlapping dates and similar titles.

    Merge them: move the sources of one to the other, and keep its id under `aliases`. If they really are two events,
    name each in the other's `related`, or write `ignore: [near-duplicate]`. Titles with different numbers do not count
    as similar.

    Bad:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01~/2017-02-10~
          title: ICE sweeps across Austin
        - id: 2017-02-ice-in-austin
          date: 2017-02-09
          title: ICE sweeps across Austin, Texas

    Good:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01~/2017-02-10~
          title: ICE sweeps across Austin
          aliases: [2017-02-ice-in-austin]
    """
    likenesses = Likenesses(record.event for record in checked.records)
    for record in checked.records:
        if others := likenesses.like(record.event):
            yield _problem(record, checked.records[others[0]])
        likenesses.enter(record.event)


def _problem(record: Record, other: Record) -> Problem:
    message = (
        f"looks like {other.event.id!r} in {other.path}, line {other.line}: same kind and place, overlapping dates, "
        "a similar title; merge the two, or name each in the other's `related`"
    )
    return record.problem("near-duplicate", message, "title")
