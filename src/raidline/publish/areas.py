"""Which events belong on the page of which jurisdiction, and which jurisdictions contain which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from raidline.places.containment import containers, within
from raidline.places.jurisdiction import is_abroad
from raidline.places.lookup import by_code
from raidline.timeline.build import Timeline

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry


@dataclass(frozen=True, slots=True)
class Area:
    """A jurisdiction in which something happened.

    `members` holds each entry with the share of it that lies here, in order. `wider` holds what contains this area,
    nearest first, with the share that lies there; `inner` what lies in it, wholly or partly, by kind and name.
    """

    place: Jurisdiction
    members: tuple[tuple[Entry, float], ...]
    wider: tuple[tuple[Jurisdiction, float], ...]
    inner: tuple[Jurisdiction, ...]

    def timeline(self) -> Timeline:
        """Return the same timeline that `build_timeline` makes for the place."""
        return Timeline(self.place, tuple(replace(entry, share=share) for entry, share in self.members))


def areas_of(timeline: Timeline) -> dict[str, Area]:
    """Return the jurisdictions in which events of `timeline` lie, keyed by code, in order of kind and name.

    Jurisdictions outside of the timeline's own place are left out: the timeline does not have all of their events.
    """
    members: dict[str, list[tuple[Entry, float]]] = {}
    for entry in timeline.entries:
        shares: dict[str, float] = {}
        for place in entry.jurisdictions:
            for code, share in _around(place.code):
                shares[code] = max(share, shares.get(code, 0.0))
        for code, share in shares.items():
            members.setdefault(code, []).append((entry, share))
    scope = timeline.place
    codes = [code for code in members if scope is None or within(by_code(code), scope)]
    codes.sort(key=_rank)
    kept = set(codes)
    wider = {code: [(outer, share) for outer, share in _around(code)[1:] if outer in kept] for code in codes}
    inner: dict[str, list[Jurisdiction]] = {code: [] for code in codes}
    for code in codes:
        for outer, _ in wider[code]:
            inner[outer].append(by_code(code))
    return {
        code: Area(
            by_code(code),
            tuple(members[code]),
            tuple((by_code(outer), share) for outer, share in wider[code]),
            tuple(inner[code]),
        )
        for code in codes
    }


@cache
def _around(code: str) -> tuple[tuple[str, float], ...]:
    """Return the codes of a jurisdiction and of everything that contains it, with its shares in them."""
    place = by_code(code)
    return ((place.code, 1.0), *((outer.code, share) for outer, share in containers(place)))


def _rank(code: str) -> tuple[int, str, str]:
    place = by_code(code)
    return ("nation", "state", "country", "county", "place").index(place.kind), place.full_name, code


def by_state(areas: Mapping[str, Area]) -> dict[str, list[Area]]:
    """Return the counties and places by the code of their state or country, countries last.

    A state or a country without either has an empty list.
    """
    grouped: dict[str, list[Area]] = {}
    for code, area in areas.items():
        if area.place.kind == "nation":
            continue
        inner = grouped.setdefault(code[:2], [])
        if area.place.kind not in ("state", "country"):
            inner.append(area)
    return dict(sorted(grouped.items(), key=lambda item: (is_abroad(item[0]), by_code(item[0]).name)))
