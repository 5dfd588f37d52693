"""How alike the kinds of two reports are: one happening is told as a hearing and as a ruling, hardly as a protest."""

from __future__ import annotations

from functools import cache

from raidline.merging.telling import Telling
from raidline.models import Kind

# One paper calls a judge's remarks a hearing, the next a statement; somebody is shot in a raid: an incident.
_ALIKE = (
    *({Kind.HEARING, Kind.RULING, Kind.STATEMENT}, {Kind.REPORT, Kind.STATEMENT}),
    {Kind.POLICY, Kind.ORDER, Kind.STATEMENT},
    *({Kind.OPERATION, Kind.INCIDENT}, {Kind.INCIDENT, Kind.OTHER}),
)
# What else one happening is told as, hardly ever in the same words: a sheriff's agreement, a governor's signature.
_MISTAKEN = (
    *({Kind.OPERATION, Kind.POLICY}, {Kind.LEGISLATION, Kind.POLICY}, {Kind.LEGISLATION, Kind.ORDER}),
    *({Kind.FUNDING, Kind.POLICY, Kind.LEGISLATION}, {Kind.LAWSUIT, Kind.HEARING, Kind.RULING}),
    *({Kind.OTHER, kind} for kind in Kind if kind is not Kind.OTHER),
)
UNALIKE = ("mistaken", "exclusive")


def kinds_agree(a: Kind, b: Kind) -> bool:
    """Whether two kinds can describe one happening."""
    return a is b or b in _agreeing()[a]


@cache
def _agreeing() -> dict[Kind, frozenset[Kind]]:
    return _linked(_ALIKE)


@cache
def _mistaken() -> dict[Kind, frozenset[Kind]]:
    return _linked(_MISTAKEN)


def _linked(sets: tuple[set[Kind], ...]) -> dict[Kind, frozenset[Kind]]:
    return {kind: frozenset[Kind]().union(*(alike for alike in sets if kind in alike)) for kind in Kind}


@cache
def kinds_that_fit(number: int) -> tuple[bool, ...]:
    """Return for each kind whether one happening can be told as that and as the kind of this number.

    Reports of the same number of people can be one happening whatever their kinds.
    """
    return tuple(alike != "exclusive" for alike in _kinds()[number])


@cache
def _kinds() -> tuple[tuple[str, ...], ...]:
    """Return how alike each two kinds are, by their numbers."""
    return tuple(tuple(_alike(a, b) for b in Kind) for a in Kind)


def _alike(a: Kind, b: Kind) -> str:
    """Return how alike two kinds are, as the weights name it."""
    if a is b:
        return "same"
    if b in _agreeing()[a]:
        return "agree"
    return "mistaken" if b in _mistaken()[a] else "exclusive"


def kinds_of(one: Telling, two: Telling) -> str:
    """Return how alike the kinds of two reports are; "likely" if one may well be of the other's kind."""
    alike = _kinds()[one.kind_number][two.kind_number]
    if alike in UNALIKE and _may_be_of_one_kind(one, two):
        return "likely"
    return alike


def _may_be_of_one_kind(one: Telling, two: Telling) -> bool:
    """Whether one report may well be of the kind that the other is of."""
    return bool(one.as_kinds >> two.kind_number & 1 or two.as_kinds >> one.kind_number & 1)
