"""Salience: how much an article is about a candidate, so that the first is the one an editor would choose."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from raidline.dates.value import Edtf, Precision
from raidline.extract.decide.words import stems
from raidline.models import Candidate, Kind

# What a news desk would say about its own reports, in log odds beside those of being a subject of the article.
_LEAD = 1.5  # reporters begin with what matters most
_HEADLINE = 1.0  # its words are those of the headline
_PLACE = 0.6  # its place is named there
_FRESH = 1.0  # it happened in the last two weeks
_DAY = 1.0  # the subject of a report has a day; background has months and years
_DEED = 0.8  # reports on raids and protests are about those, and quote statements, rulings and figures on them
_AGAIN = 0.6  # the report comes back to it
_COUNTED = 0.6  # the number of arrests belongs to the main event
_MAIN_DAY = 0.3  # it is described from several sides, with the same day again and again
_STATE = 1.0  # it took place where most of what is told did
_REMARK = -1.0  # a sentence with a deed and what somebody said of it is about the deed
_PRIVATE = -4.0  # public acts come first, whatever else speaks for a life or a picture
_EVEN = 5.5  # what a candidate of salience 0.5 reaches: one in four does

_DEEDS = {Kind.OPERATION: 1.0, Kind.INCIDENT: 1.0, Kind.PROTEST: 0.8, Kind.STATEMENT: 0.2, Kind.OTHER: 0.0}
_ANY_DEED = 0.6
_DONE = frozenset({Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST})
_MONTH = timedelta(days=31)
_NEWS = timedelta(days=14)
_OFTEN = 3  # further reports; more say no more
_FEWEST = 4  # words; agreement with a shorter headline may be chance
_DAYS_NAMED = re.compile(r"\d|day\b")  # "Sept. 22 to Sept. 26", "Monday and Tuesday"
_LEAST = 1e-6  # of a probability, whose odds are finite


@dataclass(frozen=True, slots=True)
class _Story:
    """What the candidates of an article share: the length of its text, its headline, its days and deeds."""

    length: int
    headline: str
    stems: frozenset[str]
    published: date | None
    days: Counter[str]
    deeds: frozenset[int]  # where the sentences of deeds start
    states: Mapping[str, float]  # how much is likely told of each state


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, the probability that its article is about it, from 0 to 1, and how often it is told again there."""

    candidate: Candidate
    core: float
    again: int = 0
    is_private: bool = False  # a step of one person's case, or what a picture shows


def ranked(length: int, headline: str, published: date | None, weighed: Sequence[Weighed]) -> list[Candidate]:
    """Return the candidates of an article with their salience from 0 to 1, most salient first, then as in its text.

    `length` is that of its text in characters; without a day of publication nothing is news.
    """
    days: Counter[str] = Counter()
    for one in weighed:
        if not _is_background(one.candidate.date):
            days[_day(one.candidate.date)] += 1 + one.again
    deeds = frozenset(one.candidate.start for one in weighed if one.candidate.kind in _DONE)
    states: dict[str, float] = defaultdict(float)
    for one in weighed:
        states[_state(one.candidate)] += one.core
    story = _Story(max(1, length), headline.casefold(), stems(headline), published, days, deeds, states)
    odds = []
    for one in weighed:
        core = min(max(one.core, _LEAST), 1 - _LEAST)
        odds.append(math.log(core / (1 - core)) + _added(one, story) - _EVEN)
    for rough, exact in _told_exactly(weighed):
        odds[rough], odds[exact] = sorted((odds[rough], odds[exact]))
    scored = [
        (value, one.candidate.model_copy(update={"salience": round(1 / (1 + math.exp(-value)), 3)}))
        for value, one in zip(odds, weighed, strict=True)
    ]
    return [candidate for _, candidate in sorted(scored, key=lambda pair: (-pair[0], pair[1].start))]


def _told_exactly(weighed: Sequence[Weighed]) -> Iterator[tuple[int, int]]:
    """Yield what is told roughly ("over the weekend") with the one candidate that tells its day ("Saturday night").

    A lead is often less exact than the text below it, which an editor would take the day from; not so from a picture.
    """
    for number, of in enumerate(weighed):
        rough = of.candidate
        if not _is_rough(rough):
            continue
        exact = [k for k, one in enumerate(weighed) if not one.is_private and _is_day_of(one.candidate, rough)]
        if exact and len({weighed[k].candidate.date for k in exact}) == 1:
            yield number, exact[0]


def _is_rough(candidate: Candidate) -> bool:
    when, words = candidate.date, candidate.date_text
    adds_up = candidate.kind is Kind.OPERATION and candidate.counts  # arrests of several days
    is_one_deed = candidate.kind in _DONE and not adds_up
    return is_one_deed and _one_day(when) is None and not _is_background(when) and not _DAYS_NAMED.search(words)


def _is_day_of(candidate: Candidate, rough: Candidate) -> bool:
    day = _one_day(candidate.date)
    first, last = rough.date.bounds()
    alike = candidate.kind is rough.kind and candidate.status is rough.status and candidate.places == rough.places
    return alike and day is not None and first <= day <= last and bool(rough.places)


def _added(one: Weighed, story: _Story) -> float:
    candidate = one.candidate
    when = candidate.date
    one_day = when.earliest is not None and when.earliest == when.latest
    said = len(stems(candidate.quote) & story.stems) / max(_FEWEST, len(story.stems))
    most = max(story.days.values(), default=0)
    return (
        _LEAD * (1 - candidate.start / story.length)
        + _HEADLINE * said
        + _PLACE * _is_named(candidate, story.headline)
        + _FRESH * _is_news(when, story.published)
        + _DAY * (one_day and when.precision is Precision.DAY)
        + _DEED * _DEEDS.get(candidate.kind, _ANY_DEED)
        + _AGAIN * min(one.again, _OFTEN) / _OFTEN
        + _COUNTED * bool(candidate.counts)
        + _MAIN_DAY * (story.days[_day(when)] / most if most else 0)
        + _STATE * story.states[_state(candidate)] / max(sum(story.states.values()), _LEAST)
        + _REMARK * (candidate.kind is Kind.STATEMENT and candidate.start in story.deeds)
        + _PRIVATE * one.is_private
    )


def _one_day(when: Edtf) -> date | None:
    return when.earliest if when.earliest == when.latest and when.precision is Precision.DAY else None


def _day(when: Edtf) -> str:
    return when.text.rstrip("~?%")


def _state(candidate: Candidate) -> str:
    """Return its state, or what is larger; "" if it has no place."""
    return next((place.state or place.code for place in candidate.places), "")


def _is_background(when: Edtf) -> bool:
    """Return whether it is longer than a month: no story lasts that long, but its background does."""
    first, last = when.bounds()
    return last - first > _MONTH


def _is_news(when: Edtf, published: date | None) -> bool:
    if published is None or when.earliest is None or when.latest is None:
        return False
    return published - _NEWS <= when.latest <= published


def _is_named(candidate: Candidate, headline: str) -> bool:
    names = [place.short_name.removesuffix(" County") for place in candidate.places]
    return any(name.casefold() in headline for name in names if name)
