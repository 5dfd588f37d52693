"""Which events belong on the page of which jurisdiction, and which jurisdictions contain which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.places.containment import containers, within
from raidline.places.lookup import state_of
from raidline.timeline.build import Timeline

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry


@dataclass(frozen=True, slots=True)
class Area:
    """A jurisdiction in which something happened.

    `members` holds each entry with the share of it that lies here, in order, `numbers` its place among all entries, and
    `entries` the entries as those of this place. `wider` holds what contains this area, nearest first, with the share
    that lies there; `inner` what lies in it, wholly or partly, by kind and name.
    """

    place: Jurisdiction
    members: tuple[tuple[Entry, float], ...]
    numbers: tuple[int, ...]
    entries: tuple[Entry, ...]
    wider: tuple[tuple[Jurisdiction, float], ...]
    inner: tuple[Jurisdiction, ...]

    def timeline(self) -> Timeline:
        """Return the same timeline that `build_timeline` makes for the place."""
        return Timeline(self.place, self.entries)


def areas_of(timeline: Timeline) -> dict[Jurisdiction, Area]:
    """Return the jurisdictions in which events of `timeline` lie, in order of kind and name.

    Jurisdictions outside of the timeline's own places are left out: the timeline does not have all of their events.
    """
    members: dict[Jurisdiction, list[tuple[Entry, float]]] = {}
    numbers: dict[Jurisdiction, list[int]] = {}
    holding: dict[tuple[str, ...], list[tuple[list[tuple[Entry, float]], list[int], float]]] = {}
    for number, entry in enumerate(timeline.entries):
        named = entry.event.places
        if named not in holding:
            holding[named] = [
                (members.setdefault(place, []), numbers.setdefault(place, []), share)
                for place, share in _shares(entry.jurisdictions).items()
            ]
        for found, counted, share in holding[named]:
            found.append((entry, share))
            counted.append(number)
    scope = timeline.scope
    places = sorted((place for place in members if not scope or any(within(place, one) for one in scope)), key=_rank)
    kept = set(places)
    wider = {place: tuple((outer, share) for outer, share in containers(place) if outer in kept) for place in places}
    inner: dict[Jurisdiction, list[Jurisdiction]] = {place: [] for place in places}
    for place in places:
        for outer, _ in wider[place]:
            inner[outer].append(place)
    shared: dict[tuple[int, float], Entry] = {}

    def in_part(entry: Entry, share: float) -> Entry:
        """Return the same object for the same event and share: what is made of it is then made once."""
        key = id(entry), share
        if key not in shared:
            shared[key] = entry.in_part(share)
        return shared[key]

    return {
        place: Area(
            place,
            tuple(members[place]),
            tuple(numbers[place]),
            tuple([entry if entry.share == share else in_part(entry, share) for entry, share in members[place]]),
            wider[place],
            tuple(inner[place]),
        )
        for place in places
    }


def _shares(places: Iterable[Jurisdiction]) -> dict[Jurisdiction, float]:
    """Return the places and all that contain them, wholly or partly, with the largest share that lies there."""
    shares: dict[Jurisdiction, float] = {}
    for own in places:
        for place, share in ((own, 1.0), *containers(own)):
            shares[place] = max(share, shares.get(place, 0.0))
    return shares


def _rank(place: Jurisdiction) -> tuple[int, str, str]:
    return ("nation", "state", "country", "county", "place").index(place.kind), place.full_name, place.code


def by_state(areas: Mapping[Jurisdiction, Area]) -> dict[Jurisdiction, list[Area]]:
    """Return the counties and places by their state or country, countries last.

    A state or a country without either has an empty list.
    """
    grouped: dict[Jurisdiction, list[Area]] = {}
    for place, area in areas.items():
        if place.is_nation:
            continue
        inner = grouped.setdefault(state_of(place), [])
        if place.kind not in ("state", "country"):
            inner.append(area)
    return dict(sorted(grouped.items(), key=lambda item: (item[0].is_abroad, item[0].name)))
