"""Two events beside each other: what their titles have in common, and how far apart their days and places are."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from raidline.merging.nearness import places_meet
from raidline.merging.twice.entered import Told, read_widely, without_ending
from raidline.merging.twice.scenery import on_one_decision, on_one_scene
from raidline.merging.twice.spots import on_one_matter, on_one_spot
from raidline.merging.words import beginnings
from raidline.places.lookup import read

LEAST_SIMILAR = 0.3  # the share of what the words of both titles are worth that two events have in common at least
_READ = 65_536  # titles, cached


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that may be one: `similar` is the share of what their words are worth that is in common.

    `signs` are those of both, `gap` the days between them, `place` is "same", or "wider" if one place lies in the
    other; `one_page` says that they name the same address, `of_spot` that they tell of one spot, matter or scene.
    """

    one: Told
    two: Told
    common: Set[str]
    worth: float
    similar: float
    signs: frozenset[str]
    gap: int
    place: str
    one_page: bool
    of_spot: bool

    @staticmethod
    def of(one: Told, two: Told, signs: frozenset[str]) -> Pair | None:
        """Return the pair; None if the places do not meet, or nothing is in common."""
        common = one.words.keys() & two.words.keys()
        worth = sum(one.words[word] for word in common)
        every = one.worth + two.worth - worth - _named_by_the_other(one, two) - _named_by_the_other(two, one)
        similar = worth / every if worth else 0.0
        gap = _days_between(one, two)
        of_spot = bool(worth) and (on_one_spot(one, two, common, gap) or on_one_matter(one, two, common, gap))
        place = _meet(one, two)
        if place and not of_spot:
            of_spot = on_one_scene(one, two, gap, place) or on_one_decision(one, two, gap)
        if not place or not (of_spot or signs or (worth and similar >= LEAST_SIMILAR)):
            return None
        one_page = bool(one.urls & two.urls)
        return Pair(one, two, common, worth, similar, signs, gap, place, one_page=one_page, of_spot=of_spot)


def _named_by_the_other(one: Told, two: Told) -> float:
    """Return what the words of a title are worth that are the other event's place."""
    return sum(one.words[word] for word in _placed(two.event.places) if word in one.words)


@lru_cache(_READ)
def _placed(places: tuple[str, ...]) -> frozenset[str]:
    full = (one if isinstance(one, str) else one.full_name for one in read(places))
    return frozenset(without_ending(word) for name in (*full, *places) for word in beginnings(name))


def _days_between(one: Told, two: Told) -> int:
    return max((one.first - two.last).days, (two.first - one.last).days, 0)


def _meet(one: Told, two: Told) -> str:
    """Return "same", "wider" if one place lies in the other, or ""."""
    some, others = read_widely(one.event.places), read_widely(two.event.places)
    if not set(some).isdisjoint(others):
        return "same"
    return "wider" if places_meet(some, others) else ""
