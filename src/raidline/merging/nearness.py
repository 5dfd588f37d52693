"""How near the places of two reports are: the same town, the same state, or one that the other only names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from raidline.places.containment import is_mostly_in, within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup_at_home

Nearness = Literal["local", "state", "nation", "named", "setting", "around", "region", ""]

PAIRS = 100_000  # of places, cached; a large corpus has many more
PLACES_KNOWN = 30_000  # the same, of candidates
_NAMESAKES = 30  # of a town; a name of more says nothing


@dataclass(frozen=True, slots=True, eq=False)
class Where:
    """The places of a candidate: one object for all that name the same places, so that two are compared once.

    A town named without its state is all towns of that name (`is_sure` is false): another paper may say which.
    """

    places: tuple[Jurisdiction, ...]
    is_sure: bool = True


@lru_cache(PLACES_KNOWN)
def where(places: tuple[Jurisdiction, ...], as_written: str = "") -> Where:
    """Return where a candidate is, by its places, or by the name of one if it is not known which."""
    if places or not as_written:
        return Where(places)
    namesakes = tuple(one for one in lookup_at_home(as_written) if one.is_local)
    return Where(namesakes if len(namesakes) <= _NAMESAKES else (), is_sure=False)


@lru_cache(PLACES_KNOWN)
def with_setting(places: tuple[Jurisdiction, ...], setting: tuple[Jurisdiction, ...]) -> Where:
    """Return where a candidate may be that is placed in a state or, perhaps because no place is told, in the nation.

    `setting` is the town or county that its article tells most of, or all of that name.
    """
    inside = (one for one in setting if all(is_wide(own) and is_mostly_in(within(one, own)) for own in places))
    return where((*places, *inside) if len(setting) <= _NAMESAKES else places)


def places_meet(some: Iterable[Jurisdiction | str], others: Collection[Jurisdiction | str]) -> Nearness:
    """Return "local" when a county or city is shared, "state" or "nation" when only that is, else "".

    A name that could not be read meets only itself.
    """
    met: Nearness = ""
    for one in some:
        for two in others:
            if (relation := _relation(one, two)) == "local":
                return relation
            met = relation if relation == "state" else met or relation
    return met


@lru_cache(PAIRS)
def nearness(one: Where, two: Where) -> Nearness:
    """Return how near two candidates are by their places alone.

    A town of whose name there are several is as telling as a state. "around" is the nation and a place in it: articles
    that name no place tell of the nation; so is a state that has a town of such a name. "region" is two places of one
    state.
    """
    if met := places_meet(one.places, two.places):
        if one.is_sure and two.is_sure:
            return met
        return "state" if met == "local" else "around" if met == "state" else ""
    if any(place.is_nation for place in one.places) != any(place.is_nation for place in two.places):
        return "around"
    if not (one.is_sure and two.is_sure):
        return ""
    return "" if _states(one).isdisjoint(_states(two)) else "region"


def _states(some: Where) -> set[str]:
    return {place.state for place in some.places if place.state}


@lru_cache(PAIRS)
def _relation(one: Jurisdiction | str, two: Jurisdiction | str) -> Nearness:
    if isinstance(one, str) or isinstance(two, str):
        return "local" if one == two else ""
    kinds = {one.kind, two.kind}
    if "nation" in kinds:
        return "nation" if len(kinds) == 1 else ""
    if not is_mostly_in(max(within(one, two), within(two, one))):
        return ""
    return "state" if {"state", "country"} & kinds else "local"


def is_wide(place: Jurisdiction) -> bool:
    """Whether a place is larger than a county or city."""
    return place.kind not in {"county", "place"}
