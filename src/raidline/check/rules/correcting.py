"""Corrections: who relied on what the record had wrong has to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from raidline.article import Article
from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.models import Event
from raidline.store.load import Record
from raidline.store.removals import Removed
from raidline.timeline.correcting import drafted, is_corrected, wrongs
from raidline.timeline.diff import Change, compare


def not_corrected(checked: Checked) -> Iterator[Problem]:
    """Find an event that git shows with another date, kind, status, place, body or number, and that does not say so.

    Somebody may have quoted the record as it was. `corrections` tells them, on pages, in feeds, calendars and
    changelogs; `raidline fmt --correct` drafts the words. A value that is only more precise now, or was missing, was
    not wrong, and neither was a plan that was carried out. Events are compared with the last commit, or with the
    revision that `--since` names. Without git, this rule finds nothing.

    Bad, if the last commit had `date: 2017-01`:

        - id: 2017-02-austin-sweeps
          date: 2017-02

    Good:

        - id: 2017-02-austin-sweeps
          date: 2017-02
          corrections:
            - day: 2026-11-28
              text: The date was given as January 2017; it is February 2017.
    """
    for path, event in removed_in_silence(checked.timeline or checked.records, checked.former, checked.removed):
        message = f"the event {event.id!r} is gone from {path} without a word to its readers"
        yield Problem(str(path), 1, 1, "not-corrected", f"{message}; `raidline fmt --correct {event.id}` drafts one")
    asked = {id(record) for record in checked.records}
    for record, change in uncorrected(checked.timeline or checked.records, checked.former, checked.articles):
        if id(record) in asked:
            about = wrongs(change)[0].about
            message = (
                f"{drafted(change)} `corrections` does not say so; `raidline fmt --correct {record.event.id}` drafts it"
            )
            yield record.problem(
                "not-corrected", message, *((about,) if about in record.event.model_fields_set else ())
            )


def uncorrected(
    records: Sequence[Record], former: Mapping[Path, Sequence[Event]], articles: Mapping[str, Article]
) -> Iterator[tuple[Record, Change]]:
    """Yield the events in the files of `former` whose older version was wrong and that have no new correction."""
    known = [record for record in records if record.path in former]
    before = [event for events in former.values() for event in events]
    changes = compare(before, [record.event for record in known], articles, articles)
    by_id = {change.entry.event.id: change for change in changes if wrongs(change) and not is_corrected(change)}
    yield from ((record, by_id[record.event.id]) for record in known if record.event.id in by_id)


def removed_in_silence(
    records: Sequence[Record], former: Mapping[Path, Sequence[Event]], removed: Sequence[Removed]
) -> Iterator[tuple[Path, Event]]:
    """Yield the events that the files of `former` had and that are neither in the record nor among the removals."""
    known = {name for record in records for name in (record.event.id, *record.event.aliases)}
    known |= {name for one in removed for name in (one.removal.id, *one.removal.aliases)}
    for path, events in former.items():
        for event in events:
            if known.isdisjoint((event.id, *event.aliases)):
                yield path, event
