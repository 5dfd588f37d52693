"""Places: each names exactly one jurisdiction, in one spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, resolve
from raidline.places.unresolved import AmbiguousPlace, UnknownPlace
from raidline.store.load import Record


def unknown_place(checked: Checked) -> Iterator[Problem]:
    """Find a place that is not in the gazetteer.

    Bad:

        places: ["Travis Conty, Texas"]

    Good:

        places: ["Travis County, Texas"]
    """
    return _unresolved(checked, "unknown-place")


def ambiguous_place(checked: Checked) -> Iterator[Problem]:
    """Find a place name that several jurisdictions share.

    Bad:

        places: [Orange County]

    Good:

        places: ["Orange County, California"]
    """
    return _unresolved(checked, "ambiguous-place")


def place_spelling(checked: Checked) -> Iterator[Problem]:
    """Find a jurisdiction that is written in different ways across the timeline.

    A search of the file for one spelling misses the others. `--fix` writes the full name everywhere. A spelling that is
    the same throughout is left alone.

    Bad:

        - id: 2017-02-austin-sweeps
          places: ["Austin, Texas"]
        - id: 2017-03-austin-hearing
          places: ["Austin, TX"]

    Good:

        - id: 2017-02-austin-sweeps
          places: ["Austin, Texas"]
        - id: 2017-03-austin-hearing
          places: ["Austin, Texas"]
    """
    for one in misspelt(checked):
        also = f"{one.other!r} ({one.where.path}, line {one.where.line})"
        message = f"{one.name!r} is also written {also}; write {one.better!r}, or run with --fix"
        yield one.record.problem("place-spelling", message, *one.keys)


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A place that is written differently elsewhere, and its full name, `better`."""

    record: Record
    keys: tuple[str | int, ...]
    name: str
    other: str
    where: Record
    better: str


def misspelt(checked: Checked) -> Iterator[Misspelt]:
    """Yield the places that are written in several ways, except where the full name is used."""
    uses: defaultdict[Jurisdiction, dict[str, Record]] = defaultdict(dict)
    named = [(record, keys, name, decided(name)) for record in checked.records for keys, name in names(record)]
    for record, _, name, place in named:
        if place:
            uses[place].setdefault(name, record)
    for record, keys, name, place in named:
        if place and len(uses[place]) > 1 and name != place.full_name:
            other, where = next((spelling, used) for spelling, used in uses[place].items() if spelling != name)
            yield Misspelt(record, keys, name, other, where, place.full_name)


def names(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the places of an event and of its sources' `says`, each with the keys that lead to it."""
    for number, name in enumerate(record.event.places):
        yield ("places", number), name
    for nth, source in enumerate(record.event.sources):
        for number, name in enumerate(source.says.places if source.says else ()):
            yield ("sources", nth, "says", "places", number), name


def _unresolved(checked: Checked, rule: str) -> Iterator[Problem]:
    for record in checked.records:
        for keys, name in names(record):
            broken, message = _broken(name)
            if broken == rule:
                yield record.problem(rule, message, *keys)


@cache
def _broken(name: str) -> tuple[str | None, str]:
    """Return the rule that a name breaks, if any, and the reason."""
    try:
        resolve(name)
    except UnknownPlace as error:
        return "unknown-place", str(error)
    except AmbiguousPlace as error:
        return "ambiguous-place", str(error)
    return None, ""
