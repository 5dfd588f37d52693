"""Events that may be the same one entered twice: places that meet, days that are near, titles of the same words.

Words count by what sharing them tells, as in merging; what tells two events apart outweighs them all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from raidline.merging.twice.entered import Told
from raidline.merging.twice.judging import A_FEW_DAYS, is_one_twice
from raidline.merging.twice.numbering import are_far_apart
from raidline.merging.twice.pairs import LEAST_SIMILAR, Pair
from raidline.merging.twice.scenery import count_alike
from raidline.merging.twice.scenes import have_a_class
from raidline.merging.twice.signs import looked_up_by, signs_of
from raidline.merging.twice.spots import spots_of
from raidline.merging.twice.wording import differing, in_common
from raidline.models import Event

MOST_OF_A_FORM = 2  # days on which events have a title; of more it is a form of words for whatever happens
MOST_COMPARED = 50  # of the events that share a place, a time and a rare word, the latest ones
_KEPT = 2  # weeks, or words for one, under which an event is kept

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
        self._signs = {id(one.event): signs_of(one) for one in told}
        self._found_by = {id(one.event): self._looked_up_by(one) for one in told}
        self._entered: list[Told] = []
        self._seen: defaultdict[_Bin, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._on_day: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        # Hardly any event is of a wider place: no other is kept for those that no event looks for.
        self._looked_for = {place for one in told for place in one.looked_for}
        self._kept = {place for one in told for place in one.kept_under}

    def enter(self, event: Event) -> None:
        """Add an event to those that others may look like."""
        told = self._told_of(event)
        words, signs = self._found_by.get(id(event)) or self._looked_up_by(told)
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
        words, signs = self._found_by.get(id(told.event)) or self._looked_up_by(told)
        weeks = _weeks(told, reach=1)
        of_signs = weeks[: 1 if len(weeks) <= _KEPT else -1]  # a sign counts on short dates
        places = [place for place in told.looked_for if place in self._kept]
        for bin_ in (*product(places, weeks), *((url, "") for url in told.urls)):
            if kept := self._seen.get(bin_):
                for word in (*words, *signs) if bin_[1] in of_signs else words:
                    yield from kept.get(word, ())[-MOST_COMPARED:]
        for day in product(places, _days_of(told, reach=1)):
            for number in self._on_day.get(day, ())[-MOST_COMPARED:]:
                other = self._entered[number].event
                if have_a_class(told.event.title, other.title) or count_alike(told.event, other):
                    yield number

    def _told_of(self, event: Event) -> Told:
        return self._told.get(id(event)) or Told.of(event)

    def _looked_up_by(self, told: Told) -> tuple[list[str], list[str]]:
        """Return the words and the signs by which an event is found."""
        words = self._rarest_of(told)
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

    def _alike(self, number: int, one: Told, two: Told) -> Alike | None:
        if _are_known_apart(one.event, two.event) or are_far_apart(one.event, two.event):
            return None
        pair = Pair.of(one, two, self._signs_of(one) & self._signs_of(two))
        if pair is None or not is_one_twice(pair, is_form=self._days_of[frozenset(one.words)] > MOST_OF_A_FORM):
            return None
        return Alike(number, in_common(pair), differing(pair))

    def _signs_of(self, told: Told) -> frozenset[str]:
        return self._signs.get(id(told.event)) or signs_of(told)


def _are_known_apart(one: Event, two: Event) -> bool:
    """Whether one of two events names the other as related, or both are one record."""
    return one.id == two.id or one.id in two.related or two.id in one.related


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
