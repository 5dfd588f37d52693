"""Events that may be the same one entered twice: places that meet, days that are near, titles of the same words.

Words count by what sharing them tells, as in merging; what tells two events apart outweighs them all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from raidline.merging.kinds import kinds_agree
from raidline.merging.nearness import places_meet
from raidline.merging.twice.distinction import are_far_apart, differences, numbers_of
from raidline.merging.twice.entered import (
    Told,
    is_protest_against,
    names_another_town,
    read_widely,
    without_ending,
    words_of_site,
)
from raidline.merging.twice.scenery import are_told_apart, on_one_decision, on_one_scene
from raidline.merging.twice.scenes import have_a_class
from raidline.merging.twice.signs import looked_up_by, share_needed, signs_of
from raidline.merging.twice.spots import on_one_matter, on_one_spot, spots_of
from raidline.merging.twice.wording import differing, in_common
from raidline.merging.words import beginnings
from raidline.models import Event, Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import read

SIMILAR = 0.5  # the share of what the words of both titles are worth that they have in common
VERY_SIMILAR = 0.58  # where days or places differ
SIMILAR_OF_A_DAY = 0.55  # where only the kinds differ, and agree
SIMILAR_OF_A_NUMBER, LARGE = 0.34, 20  # where both tell one large number of a day
# On one day, in one place and of one kind: the less is alike, the more what is alike has to tell.
SIMILAR_BY_WORTH = ((2.0, 0.3), (1.6, 0.36), (1.3, 0.39))
SIMILAR_FOR_LONG = 0.75  # for longer dates, which may overlap by chance
TELLING, SAYING = 1.9, 1.2  # what the words in common are worth at least, on another day, and in a wider place
SIMILAR_OF_KINDS = 0.74  # for kinds that do not agree but that people mix up, on one day and in one place
RULES = {Kind.POLICY, Kind.LEGISLATION, Kind.ORDER}
MIXED_UP = ({Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST}, RULES)
SIMILAR_THROUGHOUT, OF_THE_ACT = (
    0.85,
    0.8,
)  # below the one, what is done has to be alike on another day, not where alone
LEAST_SIMILAR, MUCH = 0.3, 2.4
EQUAL, NEVER = 0.999, 2.0
A_FEW_DAYS, A_MONTH = 3, 31
MOST_OF_A_FORM = 2  # days on which events have a title; of more it is a form of words for whatever happens
MOST_COMPARED = 50  # of the events that share a place, a time and a rare word, the latest ones
_KEPT = 2  # weeks, or words for one, under which an event is kept
_READ = 65_536  # titles, cached

_COUNTY_ACTS = re.compile(r"(?:[A-Z][a-z]+\s)?(?:County|Supervisors)\b")
_Bin = tuple[str, str]  # a place, and a week or a word for one; or an address


@dataclass(frozen=True, slots=True)
class Alike:
    """An event entered as the `number`-th, from 0, what it has in common with another, and what differs."""

    number: int
    common: str
    differing: str


class Likenesses:
    """Events that were entered so far, to be asked which of them others look like."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Count the words and titles of all events that will be entered or asked about: rare ones tell more."""
        told = [Told.of(event) for event in events]
        self._told = {id(one.event): one for one in told}
        self._common = Counter(word for one in told for word in one.words)
        self._days_of = Counter(words for words, _ in {(frozenset(one.words), one.event.date) for one in told})
        self._rarest = {id(one.event): self._rarest_of(one) for one in told}
        self._signs = {id(one.event): signs_of(one) for one in told}
        self._entered: list[Told] = []
        self._seen: defaultdict[_Bin, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._on_day: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        # Hardly any event is of a wider place: no other is kept for those that no event looks for.
        self._looked_for = {place for one in told for place in one.looked_for}
        self._kept = {place for one in told for place in one.kept_under}

    def enter(self, event: Event) -> None:
        """Add an event to those that others may look like."""
        told = self._told_of(event)
        words, signs = self._looked_up_by(told)
        places = [place for place in told.kept_under if place in self._looked_for]
        weeks = _weeks(told, reach=0)
        for bin_ in (*product(places, weeks), *((url, "") for url in told.urls)):
            kept = self._seen[bin_]
            for word in (*words, *signs) if bin_[1] == weeks[0] else words:
                kept[word].append(len(self._entered))
        for day in product(places, _days_of(told, reach=0)):
            self._on_day[day].append(len(self._entered))
        self._entered.append(told)

    def like(self, event: Event) -> list[Alike]:
        """Return the events entered that look like this one, in the order they were entered.

        An event that names another as related, or is named by it, does not look like it.
        """
        told = self._told_of(event)
        found = (self._alike(number, self._entered[number], told) for number in sorted(set(self._near(told))))
        return [one for one in found if one]

    def _near(self, told: Told) -> Iterator[int]:
        """Yield the numbers of the events that can look like this one: few are compared."""
        words, signs = self._looked_up_by(told)
        weeks = _weeks(told, reach=1)
        of_signs = weeks[: 1 if len(weeks) <= _KEPT else -1]  # a sign counts on short dates
        places = [place for place in told.looked_for if place in self._kept]
        for bin_ in (*product(places, weeks), *((url, "") for url in told.urls)):
            if kept := self._seen.get(bin_):
                for word in (*words, *signs) if bin_[1] in of_signs else words:
                    yield from kept.get(word, ())[-MOST_COMPARED:]
        for day in product(places, _days_of(told, reach=1)):
            for number in self._on_day.get(day, ())[-MOST_COMPARED:]:
                if have_a_class(told.event.title, self._entered[number].event.title):
                    yield number

    def _told_of(self, event: Event) -> Told:
        return self._told.get(id(event)) or Told.of(event)

    def _looked_up_by(self, told: Told) -> tuple[list[str], list[str]]:
        """Return the words and the signs by which an event is found."""
        words = self._rarest.get(id(told.event)) or self._rarest_of(told)
        signs = looked_up_by(self._signs_of(told))
        return words, [*signs, *(word for word in spots_of(told) if word not in words)]

    def _rarest_of(self, told: Told) -> list[str]:
        # Titles that share a part of what their words are worth share one of those of either that make up the rest.
        rare_first = sorted(told.words, key=lambda word: (self._common[word], word))
        left = (1 - LEAST_SIMILAR) * told.worth
        rarest = []
        for word in rare_first:
            rarest.append(word)
            left -= told.words[word]
            if left < 0:
                break
        return rarest

    def _alike(self, number: int, one: Told, two: Told) -> Alike | None:  # the cheap reasons first
        if _are_known_apart(one.event, two.event) or are_far_apart(one.event, two.event):
            return None
        common = one.words.keys() & two.words.keys()
        worth = sum(one.words[word] for word in common)
        every = one.worth + two.worth - worth - _named_by_the_other(one, two) - _named_by_the_other(two, one)
        similar = worth / every if worth else 0.0
        signs = self._signs_of(one) & self._signs_of(two)
        gap = _days_between(one, two)
        is_of_spot = bool(worth) and (on_one_spot(one, two, common, gap) or on_one_matter(one, two, common, gap))
        one_page, place = bool(one.urls & two.urls), _meet(one, two)
        if place and not is_of_spot:
            is_of_spot = on_one_scene(one, two, gap, place) or on_one_decision(one, two, gap)
        if not place or (not is_of_spot and (not worth or (similar < LEAST_SIMILAR and not signs))):
            return None
        needed = self._needed(one, two, gap, place, worth, one_page=one_page)
        is_form = self._days_of[frozenset(one.words)] > MOST_OF_A_FORM
        by_sign = (
            None if needed == NEVER or (gap and is_form) else share_needed(one.event, two.event, signs, gap, place)
        )
        if needed == NEVER or (gap and is_form) or (place == "wider" and _is_elsewhere(one, two)):
            is_of_spot = False
        if (by_sign is None or similar < by_sign) and not is_of_spot:
            if similar < max(needed, LEAST_SIMILAR):
                return None
            telling = SAYING if similar >= EQUAL and _same_number(one, two) else TELLING
            by_chance = bool(gap) and (is_form or (worth < telling and not one_page))
            if gap and not one_page and similar < SIMILAR_THROUGHOUT:
                by_chance = by_chance or _is_of_a_site(one, two, common)
            if place == "wider":
                by_chance = by_chance or worth < SAYING or _is_elsewhere(one, two)
            if by_chance:
                return None
        if (
            are_told_apart(one.event, two.event)
            or is_protest_against(one, two)
            or any(differences(one.event, two.event, is_rough=is_of_spot))
        ):
            return None
        return Alike(number, in_common(one, two, common, signs, one_page=one_page), differing(one, two, gap, place))

    def _signs_of(self, told: Told) -> frozenset[str]:
        return self._signs.get(id(told.event)) or signs_of(told)

    @staticmethod
    def _needed(  # noqa: PLR0911, PLR0913 - one case for each way in which two can differ
        one: Told, two: Told, gap: int, place: str, worth: float, *, one_page: bool
    ) -> float:
        if not kinds_agree(one.event.kind, two.event.kind):
            kinds = {one.event.kind, two.event.kind}
            is_mixed = any(kinds <= mixed for mixed in MIXED_UP) and one.days == two.days == 1
            return SIMILAR_OF_KINDS if is_mixed and not gap and (place == "same" or kinds <= RULES) else NEVER
        if gap > A_FEW_DAYS:
            return EQUAL if one_page else NEVER
        if (longer := max(one.days, two.days)) > A_FEW_DAYS:
            of_a_month = SIMILAR if worth >= MUCH else VERY_SIMILAR
            return SIMILAR_FOR_LONG if longer > A_MONTH else of_a_month
        if not gap and _same_large_number(one, two):
            return SIMILAR_OF_A_NUMBER
        is_part = one.words.keys() <= two.words.keys() or two.words.keys() <= one.words.keys()
        if (gap and not one_page and not is_part) or place == "wider":
            return SIMILAR if gap <= 1 and worth >= MUCH else VERY_SIMILAR
        if one.event.kind is not two.event.kind:
            return SIMILAR_OF_A_DAY
        return next((share for much, share in SIMILAR_BY_WORTH if worth >= much), SIMILAR)


def _are_known_apart(one: Event, two: Event) -> bool:
    """Whether one of two events names the other as related, or both are one record."""
    return one.id == two.id or one.id in two.related or two.id in one.related


def _is_elsewhere(one: Told, two: Told) -> bool:
    """Whether an event of a county or a state is not that of the town that lies there."""
    return names_another_town(one, two) or _is_of_another_body(one, two)


def _is_of_another_body(one: Told, two: Told) -> bool:
    """Whether a county acts in one event and a town of it in the other: "County passes", "Salinas passes"."""
    counties = [_COUNTY_ACTS.match(told.event.title) is not None for told in (one, two)]
    acting = (one if counties[0] else two).event
    is_there = any(isinstance(place, Jurisdiction) and place.kind == "county" for place in read(acting.places))
    return counties[0] != counties[1] and is_there and acting.kind in (*RULES, Kind.STATEMENT, Kind.FUNDING)


def _is_of_a_site(one: Told, two: Told, common: Iterable[str]) -> bool:
    """Whether hardly more is alike than where it was: agents come to one lot for days."""
    sites = words_of_site(one.event.title, one.event.places) & words_of_site(two.event.title, two.event.places)
    return sum(one.words[word] for word in common if word not in sites) < OF_THE_ACT


def _named_by_the_other(one: Told, two: Told) -> float:
    """Return what the words of a title are worth that are the other event's place."""
    return sum(one.words[word] for word in _placed(two.event.places) if word in one.words)


@lru_cache(_READ)
def _placed(places: tuple[str, ...]) -> frozenset[str]:
    full = (one if isinstance(one, str) else one.full_name for one in read(places))
    return frozenset(without_ending(word) for name in (*full, *places) for word in beginnings(name))


def _weeks(told: Told, *, reach: int) -> list[str]:
    """Return the weeks by which a short date is found, or a word for a long one; both find what is of unknown week."""
    if told.days > A_FEW_DAYS:
        return ["long"] if not reach else ["long", "any"]
    week = told.first.toordinal() // 7
    weeks = [str(near) for near in range(week - reach, week + reach + 1)]
    return [*weeks, "long"] if reach else [*weeks, "any"]


def _days_of(told: Told, *, reach: int) -> range:
    """Return the numbers of the days near a single one."""
    day = told.first.toordinal()
    return range(day - reach, day + reach + 1) if told.days == 1 else range(0)


def _same_number(one: Told, two: Told) -> bool:
    """Whether both titles have a number, and the same: a form of words for whatever happens has none."""
    number = numbers_of(one.event.title)
    return bool(number) and number == numbers_of(two.event.title)


def _same_large_number(one: Told, two: Told) -> bool:
    """Whether both titles have a number that hardly two events of a day and a place have in common."""
    common = numbers_of(one.event.title) & numbers_of(two.event.title)
    return any(int(number) >= LARGE and not 1900 <= int(number) < 2100 for number in common)


def _days_between(one: Told, two: Told) -> int:
    return max((one.first - two.last).days, (two.first - one.last).days, 0)


def _meet(one: Told, two: Told) -> str:
    """Return "same", "wider" if one place lies in the other, or ""."""
    some, others = read_widely(one.event.places), read_widely(two.event.places)
    if not set(some).isdisjoint(others):
        return "same"
    return "wider" if places_meet(some, others) else ""
