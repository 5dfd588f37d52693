"""When two candidates report one happening: evidence from dates, places, kinds, participants, counts and words.

It is added up. What no evidence can outweigh is a rule: places that do not meet, kinds that exclude each other, dates
that do not overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from raidline.merging.words import Words, acts_of, read_words
from raidline.models import Candidate, Kind
from raidline.places.containment import is_mostly_in, within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup_at_home

Nearness = Literal["local", "state", "nation", ""]

# One paper calls a judge's remarks a hearing, the next a statement; somebody is shot in a raid: an incident.
_ALIKE = (
    *({Kind.HEARING, Kind.RULING, Kind.STATEMENT}, {Kind.REPORT, Kind.STATEMENT}),
    {Kind.POLICY, Kind.ORDER, Kind.STATEMENT},
    *({Kind.OPERATION, Kind.INCIDENT}, {Kind.INCIDENT, Kind.OTHER}),
)

_SLIP = timedelta(days=3)  # sources differ by up to this much on the day of one disclosure
_MONTH = timedelta(days=31)
_TOLD_BY = 2  # the fewest participants in common for one happening with two different dates
_STEPS = (0, 10, 31, 92)  # days that the longer of two dates may span; each further step is weaker evidence
_SHORT = 10  # days; dates up to this meet by chance less often
_DATES = (*(f"dates up to {most} days" for most in _STEPS), "dates longer")
_PLACES = {near: f"places {near}" for near in ("local", "state", "nation")}
_AGAINST, _BARELY = -1.0, 0.1  # where a rule decides
_MOST = 2  # participants or names in common; further ones add nothing
_MOST_WORDS = 4.0  # the same for what words are worth
_FEWEST_WORDS = 0.25  # the same, below which two sentences have no word in common but such as are used everywhere
_PAIRS = 100_000  # of places, cached; a large corpus has many more
_PLACES_KNOWN = 30_000  # the same, of candidates
_NAMESAKES = 30  # of a town; a name of more says nothing
_WIDEST_GAP = timedelta(days=7)  # between months that contradict each other; "late January" and "early February" touch


def kinds_agree(a: Kind, b: Kind) -> bool:
    """Whether two kinds can describe one happening."""
    return a is b or b in _agreeing()[a]


@cache
def _agreeing() -> dict[Kind, frozenset[Kind]]:
    return {kind: frozenset[Kind]().union(*(alike for alike in _ALIKE if kind in alike)) for kind in Kind}


def widest_gap(candidate: Candidate) -> timedelta:
    """Return how far apart the date of another report of the same happening may lie."""
    if len(candidate.participants) < _TOLD_BY:
        return timedelta()
    if candidate.kind is Kind.OPERATION:
        return _WIDEST_GAP if _is_coarse(candidate) else timedelta()
    return _SLIP


@dataclass(frozen=True, slots=True, eq=False)
class Where:
    """The places of a candidate: one object for all that name the same places, so that two are compared once.

    A town named without its state is all towns of that name (`is_sure` is false): another paper may say which.
    """

    places: tuple[Jurisdiction, ...]
    is_sure: bool = True


@lru_cache(_PLACES_KNOWN)
def _where(places: tuple[Jurisdiction, ...], as_written: str) -> Where:
    if places or not as_written:
        return Where(places)
    namesakes = tuple(one for one in lookup_at_home(as_written) if one.is_local)
    return Where(namesakes if len(namesakes) <= _NAMESAKES else (), is_sure=False)


class Telling:
    """A candidate with what is compared, read once: its first and last day (as ordinals), the words of its sentence."""

    __slots__ = (
        "_marks",
        "_words",
        "agreeing",
        "candidate",
        "counts",
        "first",
        "kind",
        "last",
        "named",
        "unnamed",
        "where",
    )

    def __init__(self, candidate: Candidate) -> None:
        first, last = candidate.date.bounds()
        self.candidate = candidate
        self.kind = candidate.kind
        self.agreeing = _agreeing()[candidate.kind]
        self.first, self.last = first.toordinal(), last.toordinal()
        self.where = _where(candidate.places, candidate.place_text)
        self.named = frozenset([one for one in candidate.participants if one.is_named])
        self.unnamed = candidate.participants - self.named
        self.counts = frozenset(candidate.counts.items())
        self._words: Words | None = None
        self._marks: frozenset[str] | None = None

    @property
    def words(self) -> Words:
        """The words of its sentence; many are never asked for."""
        if self._words is None:
            self._words = read_words(self.candidate.quote, self.candidate.places)
        return self._words

    @property
    def marks(self) -> frozenset[str]:
        """The bodies, the words that few reports use, and on one day an office's act: two share one in a wide place."""
        if self._marks is None:
            names = [one.name for one in self.named]
            acts = self.words.often & acts_of(self.kind) if self.first == self.last else ()
            self._marks = self.words.rare.union(names, acts)
        return self._marks

    @property
    def is_long(self) -> bool:
        """Whether the date is so long that meeting it proves little: a month of a large town, or more."""
        return self.last - self.first > _SHORT


def likeness(one: Telling, two: Telling) -> float:
    """Return the evidence that two candidates of different articles report one happening; they do if it is positive.

    Dates that do not overlap are a conflict about one happening only if few others can be meant: a newspaper's own
    disclosure within days, or one operation of a town that sources place in neighbouring months.
    """
    is_one_kind = one.kind is two.kind
    if not (is_one_kind or two.kind in one.agreeing) or not (near := _nearness(one.where, two.where)):
        return _AGAINST
    longer = max(one.last - one.first, two.last - two.first)
    if (near != "local" or longer > _SHORT) and one.marks.isdisjoint(two.marks):
        return _AGAINST
    if one.first > two.last or two.first > one.last:
        return _BARELY if _conflicting(one, two, near) else _AGAINST
    weights = _weights()
    evidence = _before_words(bisect_left(_STEPS, longer), near, is_one_kind)
    if longer and one.first == two.first and one.last == two.last:
        evidence += weights["dates the same span"]
    if not one.named.isdisjoint(two.named):
        evidence += weights["named participant"] * min(_MOST, len(one.named & two.named))
    if near != "nation" and not one.unnamed.isdisjoint(two.unnamed):
        evidence += weights["unnamed participant"] * min(_MOST, len(one.unnamed & two.unnamed))
    if not one.counts.isdisjoint(two.counts):
        evidence += weights["count"]
    worth = one.words.in_common(two.words)
    if worth < _FEWEST_WORDS:
        return evidence + weights["no word"]
    names = min(_MOST, len(one.words.names & two.words.names))
    return evidence + weights["word"] * min(_MOST_WORDS, worth) + weights["name"] * names


def same_happening(one: Candidate, two: Candidate) -> bool:
    """Whether two candidates of different articles are one happening."""
    return likeness(Telling(one), Telling(two)) > 0


@cache
def _before_words(step: int, near: Nearness, is_one_kind: bool) -> float:
    """Return the evidence of how long the dates are, how near the places and how alike the kinds."""
    weights = _weights()
    kinds = "kinds same" if is_one_kind else "kinds agree"
    return sum(weights[name] for name in ("(always)", _DATES[step], _PLACES[near], kinds))


@cache
def _weights() -> dict[str, float]:
    lines = files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


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


def _length(candidate: Candidate) -> timedelta:
    first, last = candidate.date.bounds()
    return last - first


def _conflicting(one: Telling, two: Telling, near: Nearness) -> bool:
    a, b = one.candidate, two.candidate
    gap = timedelta(max(one.first - two.last, two.first - one.last))
    named = len(one.named & two.named)
    if Kind.OPERATION in (a.kind, b.kind):
        coarse = _is_coarse(a) and _is_coarse(b)
        return near == "local" and coarse and gap < _WIDEST_GAP and named + len(one.unnamed & two.unnamed) >= _TOLD_BY
    return gap <= _SLIP and named >= _TOLD_BY


def _is_coarse(candidate: Candidate) -> bool:
    """Whether an operation's date spans more than a week and no more than a month."""
    return _WIDEST_GAP < _length(candidate) <= _MONTH


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


@lru_cache(_PAIRS)
def _nearness(one: Where, two: Where) -> Nearness:
    """Return how near two candidates are; a town of whose name there are several is as telling as a state."""
    met = places_meet(one.places, two.places)
    if one.is_sure and two.is_sure:
        return met
    return "state" if met == "local" else ""


@lru_cache(_PAIRS)
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
