"""Ids: permanent, and each for one event."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.store import Record


def duplicate_id(checked: Checked) -> Iterator[Problem]:
    """Find an id or alias that another event already has, or the same event twice."""
    first: dict[str, Record] = {}
    for record in checked.records:
        aliases = [(alias, ("aliases", number)) for number, alias in enumerate(record.event.aliases)]
        for name, keys in [(record.event.id, ("id",)), *aliases]:
            if other := first.get(name):
                message = f"the id {name!r} is taken by the event in {other.path}, line {other.line}"
                yield record.problem("duplicate-id", message, *keys)
            else:
                first[name] = record
