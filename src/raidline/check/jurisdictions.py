"""Places: each the name of exactly one jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.places import AmbiguousPlace, UnknownPlace, resolve
from raidline.store import Record


def unknown_place(checked: Checked) -> Iterator[Problem]:
    """Find a place that is no jurisdiction of the gazetteer."""
    return _unresolved(checked, "unknown-place")


def ambiguous_place(checked: Checked) -> Iterator[Problem]:
    """Find a place that could be one of several jurisdictions."""
    return _unresolved(checked, "ambiguous-place")


def _unresolved(checked: Checked, rule: str) -> Iterator[Problem]:
    for record in checked.records:
        for keys, name in _names(record):
            broken, message = _broken(name)
            if broken == rule:
                yield record.problem(rule, message, *keys)


def _names(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, name in enumerate(record.event.places):
        yield ("places", number), name
    for nth, source in enumerate(record.event.sources):
        for number, name in enumerate(source.says.places if source.says else ()):
            yield ("sources", nth, "says", "places", number), name


@cache
def _broken(name: str) -> tuple[str | None, str]:
    """Return the rule that a name breaks, if it does, and how."""
    try:
        resolve(name)
    except UnknownPlace as error:
        return "unknown-place", str(error)
    except AmbiguousPlace as error:
        return "ambiguous-place", str(error)
    return None, ""
