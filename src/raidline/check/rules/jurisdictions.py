"""Places: each names exactly one jurisdiction, in one spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.places.codes import state_words
from raidline.places.containment import within
from raidline.places.gazetteer import county_rows
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, is_part_of_town, lookup_at_home, resolve
from raidline.places.names import normalise
from raidline.places.typed import region_counties
from raidline.places.unresolved import AmbiguousPlace, UnknownPlace
from raidline.store.load import Record

_COUNTY = re.compile(r"\b(?:county|parish|borough|census area|municipio)\b", re.IGNORECASE)
_MOST_LISTED = 4  # counties of a region
_COMMA = re.compile(r",\s*(?:and\s+)?")
_BETWEEN_PLACES = (re.compile(r"\s*[/;|]\s*"), re.compile(r"\s+(?:and|&)\s+"), _COMMA)
_TOWN, _PAIR = 5_000, 2  # people


def unknown_place(checked: Checked) -> Iterator[Problem]:
    """Find a place that is not in the gazetteer.

    Neighbourhoods of large towns and military posts are read as the town or county around them: "Boyle Heights, Los
    Angeles", "Corona, Queens", "St. Paul (East Side), Minnesota"; reservations as the county that holds most of them,
    or the state: "Pine Ridge Reservation", "Navajo Nation, Arizona". Abroad, a place has its country behind it,
    "Mexicali, Mexico"; larger cities may stand alone.

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


def split_place(checked: Checked) -> Iterator[Problem]:
    """Find a place and its state that became two places, because the comma between them is not within quotes.

    In brackets, a comma begins a new item of the list: the event would be in the whole state, and in a town that may be
    anywhere.

    Bad:

        places: [Riverton, Wyoming]

    Good:

        places: ["Riverton, Wyoming"]
    """
    for record in checked.records:
        for keys, (town, state) in _split(record).items():
            message = f'without quotes, these are two places, {town} and {state}; write "{town}, {state}"'
            yield record.problem("split-place", message, *keys)


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
        if one.keys in _split(one.record):
            continue  # split-place says what to write
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
    # Neighbourhoods of a town say more than its name.
    told = [one for record in checked.records for one in ((record, *each) for each in names(record))]
    named = [(record, keys, name, decided(name)) for record, keys, name in told if not is_part_of_town(name)]
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
        split = _split(record)
        for keys, name in names(record):
            broken, message = _broken(name)
            if broken == rule and keys not in split:
                yield record.problem(rule, message, *keys)


def _split(record: Record) -> dict[tuple[str | int, ...], tuple[str, str]]:
    """Return the names of towns that the name of their state follows as another place, with it, by their keys."""
    return {
        keys: (town, state)
        for (keys, town), (next_keys, state) in pairwise(names(record))
        if keys[:-1] == next_keys[:-1] and _of_one_place(town, state) and _follows(record, keys, next_keys, town)
    }


def _of_one_place(town: str, state: str) -> bool:
    """Whether two names are those of a place and its state; "Nevada, Missouri" may as well be two states."""
    states = state_words()
    return normalise(state) in states and normalise(town) not in states and decided(f"{town}, {state}") is not None


def _follows(record: Record, keys: tuple[str | int, ...], next_keys: tuple[str | int, ...], name: str) -> bool:
    """Whether only a comma stands between a name without quotes and the next."""
    (line, column), (next_line, next_column) = record.position(*keys), record.position(*next_keys)
    between = record.document.lines.text_of(line)[column - 1 : next_column - 1]
    return line == next_line and between.rstrip() == f"{name},"


def _several(name: str) -> list[str]:
    """Return the places that one entry names, if all are known: "Dallas, Texas / Tulsa, Oklahoma", "Dallas, Denver".

    What a comma follows may also be a part of what stands behind it: "Koreatown, LA", "Tbilisi, Georgia".
    """
    for mark in _BETWEEN_PLACES:
        parts = [part.strip() for part in mark.split(name)]
        known = [place for part in parts if (place := decided(part))]
        if len(parts) == 1 or len(known) < len(parts):
            continue
        if mark is not _COMMA or _stand_side_by_side(parts, known):
            return parts
    return []


def _stand_side_by_side(names: Sequence[str], places: Sequence[Jurisdiction]) -> bool:
    if any(map(is_part_of_town, names)) or any(within(a, b) or within(b, a) for a, b in combinations(places, 2)):
        return False
    sizes = [place.population >= _TOWN for place in places]
    return all(sizes) and (len(places) > _PAIR or all(place.kind == "place" for place in places))


def _in_other_states(name: str) -> str:
    """Return which towns of that name other states have; "" for none, or too many to tell anything."""
    town, comma, _ = name.partition(",")
    some = [one for one in lookup_at_home(town) if one.kind == "place" and one.population >= _TOWN] if comma else []
    if not 0 < len(some) <= _MOST_LISTED:
        return ""
    *others, last = (one.full_name for one in some)
    return f" - there is {', '.join(others)} or {last}." if others else f" - there is {last}."


def _if_small(name: str, *, is_guessed: bool) -> str:
    """Return what to write for a place of a state that is too small for the gazetteer; "" if no state is named."""
    state = decided(name.rpartition(",")[2].strip()) if "," in name else None
    if state is None or state.kind != "state" or _COUNTY.search(name):
        return ""
    around = "its county" if county_rows(state.code) else state.name
    return (
        f" If it is another, too small for the list, write {around}"
        if is_guessed
        else (f" - if it is too small for the list, write {around}")
    )


def _with_comma(name: str) -> str:
    """Return a name with a comma before the state that ends it, "Ithica, NY"; "" if none does, or it has one."""
    words = [] if "," in name else name.split()
    ends = (at for at in (len(words) - 2, len(words) - 1) if at > 0)
    at = next((at for at in ends if normalise(" ".join(words[at:])) in state_words()), 0)
    return f"{' '.join(words[:at])}, {' '.join(words[at:])}" if at else ""


@cache
def _broken(name: str) -> tuple[str | None, str]:
    """Return the rule that a name breaks, if any, and the reason."""
    try:
        resolve(name)
    except UnknownPlace as error:
        if several := _several(name):
            written = ", ".join(f'"{one}"' if "," in one else one for one in several)
            return "unknown-place", f"{name!r} is {len(several)} places; write them one by one: [{written}]"
        if counties := region_counties(name):
            listed = ", ".join(f'"{county.full_name}"' for county in counties[:_MOST_LISTED])
            rest = f", … ({len(counties)} in all)" if len(counties) > _MOST_LISTED else ""
            return "unknown-place", f"{name!r} is a region; write the counties of it that are meant: [{listed}{rest}]"
        told = _with_comma(name)
        if told and (broken := _broken(told))[0]:  # as "Ithica, NY" the town is known to be one of its state
            return broken[0], broken[1].replace(repr(told), repr(name))
        there = "" if error.candidates else _in_other_states(name)
        return "unknown-place", f"{error}{there}{_if_small(name, is_guessed=bool(error.candidates or there))}"
    except AmbiguousPlace as error:
        return "ambiguous-place", str(error)
    return None, ""
