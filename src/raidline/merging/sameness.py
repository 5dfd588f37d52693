"""When two candidates report one happening: judged by date, place, kind and participants, never by similar words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from functools import lru_cache
from typing import Literal

from raidline.models import Candidate, Kind, Participant
from raidline.places.containment import is_mostly_in, within
from raidline.places.jurisdiction import Jurisdiction

Nearness = Literal["local", "wide", ""]

# One paper calls a judge's remarks a hearing, the next a statement; somebody is shot in a raid: an incident.
_ALIKE = (
    *({Kind.HEARING, Kind.RULING, Kind.STATEMENT}, {Kind.REPORT, Kind.STATEMENT}, {Kind.POLICY, Kind.ORDER}),
    *({Kind.OPERATION, Kind.INCIDENT}, {Kind.INCIDENT, Kind.OTHER}),
)
# Acts that a place has one of at a time, whoever is named beside them.
_ANYBODYS = {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST}

LONGEST_JOINED = timedelta(days=92)  # a quarter; "in 2017" overlaps all of 2017 and proves nothing
_SLIP = timedelta(days=3)  # sources differ by up to this much on the day of one disclosure
_MONTH = timedelta(days=31)
_TOLD_BY = 2  # the fewest participants in common for one happening with two different dates
_PAIRS = 100_000  # of places, cached; a large corpus has many more
_WIDEST_GAP = timedelta(days=7)  # between months that contradict each other; "late January" and "early February" touch


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether one date lies within another."""
    (first, last), (inner_first, inner_last) = outer.date.bounds(), inner.date.bounds()
    return first <= inner_first and inner_last <= last


def kinds_agree(a: Kind, b: Kind) -> bool:
    """Whether two kinds can describe one happening."""
    return a is b or any(a in alike and b in alike for alike in _ALIKE)


def widest_gap(candidate: Candidate) -> timedelta:
    """Return how far apart the date of another report of the same happening may lie."""
    if len(candidate.participants) < _TOLD_BY:
        return timedelta()
    if candidate.kind is Kind.OPERATION:
        return _WIDEST_GAP if _is_coarse(candidate) else timedelta()
    return _SLIP


def same_happening(core: Candidate, other: Candidate) -> bool:
    """Whether two candidates of different articles are one happening: their dates agree, or nearly so.

    Dates that do not overlap are a conflict about one happening only if few others can be meant: a newspaper's own
    disclosure within days, or one operation of a town that sources place in neighbouring months.
    """
    if not kinds_agree(core.kind, other.kind):
        return False
    near = places_meet(core.places, other.places)
    shared = core.participants & other.participants
    if near == "wide":
        shared = frozenset(one for one in shared if one.is_named)  # "police" may be any police in the nation
    if not near or not (shared or _nobody_else(core, other, local=near == "local")):
        return False
    if core.date.overlaps(*other.date.bounds()):
        return core.date == other.date or _length(other) <= LONGEST_JOINED
    return _conflicting(core, other, shared, local=near == "local")


def is_part(part: Candidate, whole: Candidate) -> bool:
    """Whether one operation is reported as part of a wider one: the dates overlap and its place lies within."""
    return (
        part.date.overlaps(*whole.date.bounds())
        and set(part.places).isdisjoint(whole.places[:1])
        and any(_lies_within(one, two) for one in part.places[:1] for two in whole.places[:1])
    )


@lru_cache(_PAIRS)
def _lies_within(inner: Jurisdiction, outer: Jurisdiction) -> bool:
    return inner != outer and outer.kind in {"nation", "state", "country"} and is_mostly_in(within(inner, outer))


def _nobody_else(core: Candidate, other: Candidate, *, local: bool) -> bool:
    """Whether an act is one although no participant is named in both: a place has one at a time."""
    if not local:
        return core.kind is other.kind is Kind.ORDER and core.date == other.date
    return core.kind in _ANYBODYS or not core.participants or not other.participants


def _length(candidate: Candidate) -> timedelta:
    first, last = candidate.date.bounds()
    return last - first


def _conflicting(core: Candidate, other: Candidate, shared: frozenset[Participant], *, local: bool) -> bool:
    (first, last), (other_first, other_last) = core.date.bounds(), other.date.bounds()
    gap = max(first - other_last, other_first - last)
    if core.kind is Kind.OPERATION:
        coarse = _is_coarse(core) and _is_coarse(other)
        return local and coarse and gap < _WIDEST_GAP and len(shared) >= _TOLD_BY
    return gap <= _SLIP and sum(one.is_named for one in shared) >= _TOLD_BY


def _is_coarse(candidate: Candidate) -> bool:
    """Whether an operation's date spans more than a week and no more than a month."""
    return _WIDEST_GAP < _length(candidate) <= _MONTH


def places_meet(some: Iterable[Jurisdiction | str], others: Collection[Jurisdiction | str]) -> Nearness:
    """Return "local" when a county or city is shared, "wide" when only a state or the nation is, else "".

    A name that could not be read meets only itself.
    """
    met: Nearness = ""
    for one in some:
        for two in others:
            if (relation := _relation(one, two)) == "local":
                return relation
            met = met or relation
    return met


@lru_cache(_PAIRS)
def _relation(one: Jurisdiction | str, two: Jurisdiction | str) -> Nearness:
    if isinstance(one, str) or isinstance(two, str):
        return "local" if one == two else ""
    kinds = {one.kind, two.kind}
    if "nation" in kinds:
        return "wide" if len(kinds) == 1 else ""
    if not is_mostly_in(max(within(one, two), within(two, one))):
        return ""
    return "wide" if {"state", "country"} & kinds else "local"


def marks(candidate: Candidate, place: Jurisdiction) -> tuple[str, ...]:
    """Return texts of which two candidates that meet at a place must share one; those in one town have the same."""
    if place.kind in {"county", "place"}:
        return ("",)
    named = tuple(one.name for one in candidate.participants if one.is_named)
    return (*named, candidate.date.text) if candidate.kind is Kind.ORDER else named
