"""The filters for the events of a page, with the number of events for each choice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from raidline import inert
from raidline.models import Kind, Status
from raidline.places.containment import with_wider
from raidline.places.lookup import state_of
from raidline.timeline.wording import place_name

if TYPE_CHECKING:
    from datetime import date

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
    """The choices; `places` are grouped by state, each with the places in it; the nation comes first, unnamed.

    `first` and `last` are the outermost days that any date names.
    """

    places: Mapping[str, tuple[Choice, ...]]
    agencies: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    first: date | None
    last: date | None


def facets(entries: Sequence[Entry]) -> Facets:
    """Return the choices among `entries`."""
    places: dict[str, Jurisdiction | str] = {}
    counted: Counter[str] = Counter()
    agencies: Counter[str] = Counter()
    names: dict[str, str] = {}
    kinds = Counter([entry.event.kind for entry in entries])
    statuses = Counter([entry.event.status for entry in entries])
    dates = [entry.event.date for entry in entries]
    for alike in _in_same_places(entries):
        own = _places(alike[0])
        for key in own:
            counted[key] += len(alike)
        places |= own
    for entry in entries:
        if not entry.event.agencies:
            continue
        acting = {agency_key(name): inert.line(name) for name in entry.event.agencies}
        agencies.update(acting.keys())
        names = acting | names
    return Facets(
        _by_state(places, counted),
        tuple(Choice(quote(key, safe=""), names[key], agencies[key]) for key in sorted(names) if key),
        tuple(Choice(k.value, k.value, kinds[k]) for k in Kind if kinds[k]),
        tuple(Choice(s.value, s.value, statuses[s]) for s in Status if statuses[s]),
        min([when.earliest for when in dates if when.earliest], default=None),
        max([when.latest for when in dates if when.latest], default=None),
    )


def place_keys(entry: Entry) -> str:
    """Return the keys of all places by which an event is filtered, separated by spaces."""
    return " ".join(_places(entry))


def agency_key(name: str) -> str:
    """Return what distinguishes a public body from others: not capitals, not spaces."""
    return inert.line(name).casefold()


def agency_keys(entry: Entry) -> str:
    """Return the keys of all public bodies by which an event is filtered, separated by spaces."""
    return " ".join(dict.fromkeys(quote(agency_key(name), safe="") for name in entry.event.agencies))


def _places(entry: Entry) -> dict[str, Jurisdiction | str]:
    """Return an event's places and what mostly contains them by code, or else its unreadable names by themselves."""
    if not entry.jurisdictions:
        return {quote(inert.line(name), safe=""): name for name in entry.event.places}
    return {one.code: one for place in entry.jurisdictions for one in with_wider(place)}


def _in_same_places(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Return the events with the same places together, in the order of the first of each."""
    found: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.event.places].append(entry)
    return found.values()


def _by_state(places: Mapping[str, Jurisdiction | str], counted: Mapping[str, int]) -> dict[str, tuple[Choice, ...]]:
    grouped: dict[str, list[Choice]] = {}
    for key, place in sorted(places.items(), key=lambda item: _order(*item)):
        grouped.setdefault(_state(place), []).append(Choice(key, place_name(place), counted[key]))
    return {state: tuple(choices) for state, choices in grouped.items()}


def _order(key: str, place: Jurisdiction | str) -> tuple[str, bool, str, str]:
    is_within = isinstance(place, str) or place.kind in ("county", "place")
    return _state(place), is_within, place_name(place), key


def _state(place: Jurisdiction | str) -> str:
    return "" if isinstance(place, str) or place.is_nation else state_of(place).full_name
