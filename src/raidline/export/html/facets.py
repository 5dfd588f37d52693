"""The filters for the events of a page, with the number of events for each choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from raidline import inert
from raidline.models import Kind, Status
from raidline.places.abroad import is_code_abroad
from raidline.places.lookup import by_code, containers, is_mostly_in

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: its form in the page's address, its label, and the number of its events."""

    key: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The choices; `places` are grouped by state, each with the places in it; the nation comes first, unnamed."""

    places: Mapping[str, tuple[Choice, ...]]
    kinds: tuple[Choice, ...]
    statuses: tuple[Choice, ...]


def facets(entries: Iterable[Entry]) -> Facets:
    """Return the choices among `entries`."""
    places: dict[str, str] = {}
    counted: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for entry in entries:
        names = _names(entry)
        counted.update(names.keys())
        places |= names
        kinds[entry.event.kind.value] += 1
        statuses[entry.event.status.value] += 1
    return Facets(
        _by_state(places, counted),
        tuple(Choice(k.value, k.value, kinds[k.value]) for k in Kind if kinds[k.value]),
        tuple(Choice(s.value, s.value, statuses[s.value]) for s in Status if statuses[s.value]),
    )


def place_keys(entry: Entry) -> str:
    """Return the keys of all places by which an event is filtered, separated by spaces."""
    return " ".join(_names(entry))


def _names(entry: Entry) -> dict[str, str]:
    """Return the names of an event's places and of what mostly contains them, keyed by FIPS code if known."""
    if not entry.jurisdictions:
        return {quote(inert.line(name), safe=""): name for name in entry.event.places}
    return {code: by_code(code).full_name for place in entry.jurisdictions for code in _codes(place)}


@cache
def _codes(place: Jurisdiction) -> tuple[str, ...]:
    wider = (outer.code for outer, share in containers(place) if is_mostly_in(share) and outer.kind != "nation")
    return tuple(dict.fromkeys((place.code, *wider)))


def _by_state(places: Mapping[str, str], counted: Mapping[str, int]) -> dict[str, tuple[Choice, ...]]:
    grouped: dict[str, list[Choice]] = {}
    for key, name in sorted(places.items(), key=lambda item: _order(*item)):
        grouped.setdefault(_state(key), []).append(Choice(key, name, counted[key]))
    return {state: tuple(choices) for state, choices in grouped.items()}


def _order(key: str, name: str) -> tuple[str, bool, str, str]:
    return _state(key), len(key) != 2, name, key


def _state(key: str) -> str:
    return by_code(key[:2]).full_name if key.isdigit() or is_code_abroad(key) else ""
