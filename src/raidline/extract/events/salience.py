"""Salience: how much an article is about a candidate, so that the first is the one an editor would choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from raidline.dates.value import Edtf, Precision
from raidline.models import Candidate, Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import state_of

if TYPE_CHECKING:
    from raidline.article import Article

T = TypeVar("T")

# What a news desk would say about its own reports; the weights only rank, and add up to 1.
_LEAD = 0.25  # reporters begin with what matters most
_DEED = 0.2  # reports on raids and protests are about those, and quote statements, rulings and figures on them
_DAY = 0.15  # the subject of a report has a day; background has months and years
_MAIN_PLACE = 0.1  # and it is in one place
_HEADLINE = 0.1  # its name or its act is in the headline
_NEWS = 0.05  # it happened in the last two weeks
_MAIN_DAY = 0.05  # it is described from several sides, with the same day again and again
_AGAIN = 0.05  # and the report comes back to it
_COUNTED = 0.05  # the number of arrests belongs to the main event

_DEEDS = {Kind.OPERATION: 1.0, Kind.INCIDENT: 1.0, Kind.PROTEST: 0.8, Kind.STATEMENT: 0.2, Kind.OTHER: 0.0}
_ANY_DEED = 0.6
_MONTH = timedelta(days=31)
_FRESH = timedelta(days=14)
_PRIVATE = 0.5  # public acts come first
_OFTEN = 3  # further reports; more say no more


@dataclass(frozen=True, slots=True)
class _Story:
    """What the candidates of an article share: the length of its text, its headline, days and areas by frequency."""

    length: int
    title: str
    published: date | None
    days: Counter[str]
    areas: Counter[Jurisdiction]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, the probability that its article is about it, from 0 to 1, and how often it is told again there."""

    candidate: Candidate
    core: float
    again: int = 0
    is_private: bool = False  # a step of one person's case, or what a picture shows


def ranked(article: Article, weighed: Sequence[Weighed]) -> list[Candidate]:
    """Return the candidates with their salience from 0 to 1, most salient first, then in the order of the text."""
    deeds = [w for w in weighed if w.candidate.kind in {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST}] or weighed
    days: Counter[str] = Counter()
    for one in deeds:
        if not _is_background(one.candidate.date):
            days[_day(one.candidate.date)] += 1 + one.again
    story = _Story(
        length=max(1, len(article.text)),
        title=(article.title or "").casefold(),
        published=article.published,
        days=days,
        areas=Counter(area for w in deeds for area in set(map(state_of, w.candidate.places))),
    )
    scored = []
    for one in weighed:
        weight = _salience(one.candidate, story) + _AGAIN * min(one.again, _OFTEN) / _OFTEN
        weight *= _PRIVATE if one.is_private else 1
        scored.append(one.candidate.model_copy(update={"salience": round(weight * one.core, 3)}))
    return sorted(scored, key=lambda c: (-c.salience, c.start))


def _salience(candidate: Candidate, story: _Story) -> float:
    when = candidate.date
    one_day = when.earliest is not None and when.earliest == when.latest
    weight = _LEAD * (1 - candidate.start / story.length)
    weight += _DEED * _DEEDS.get(candidate.kind, _ANY_DEED)
    weight += _DAY * (one_day and when.precision is Precision.DAY)
    weight += _NEWS * _is_fresh(when, story.published)
    weight += _MAIN_DAY * _share(story.days, [_day(when)])
    weight += _MAIN_PLACE * _share(story.areas, [state_of(place) for place in candidate.places])
    weight += _HEADLINE * _in_headline(candidate, story.title)
    weight += _COUNTED * bool(candidate.counts)
    return weight


def _day(when: Edtf) -> str:
    return when.text.rstrip("~?%")


def _share(of: Counter[T], some: Sequence[T]) -> float:
    """Return the frequency of the most frequent of `some`, relative to the most frequent of all."""
    most = max(of.values(), default=0)
    return max((of[one] for one in some), default=0) / most if most else 0.0


def _is_background(when: Edtf) -> bool:
    """Return whether it is longer than a month: no story lasts that long, but its background does."""
    first, last = when.bounds()
    return last - first > _MONTH


def _is_fresh(when: Edtf, published: date | None) -> bool:
    if published is None or when.earliest is None or when.latest is None:
        return False
    return published - _FRESH <= when.latest <= published


def _in_headline(candidate: Candidate, title: str) -> bool:
    names = [place.short_name.removesuffix(" County") for place in candidate.places]
    return any(name.casefold() in title for name in (*names, candidate.trigger) if name)
