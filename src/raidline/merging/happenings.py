"""Which reports tell one happening: pairs of them are found, then joined, the likeliest first.

This is agglomerative clustering with constraints: an article tells each happening once, so of two of its candidates
that another article's may be, only the likelier is; and the dates of all that are joined have a day in common, so that
"this month" does not join what happened on two days of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from raidline.merging.alone import Alone
from raidline.merging.blocking import Blocks
from raidline.merging.sameness import likeness
from raidline.merging.telling import Telling

_AFTER_ALL_OTHERS = 1.0  # where reports are joined that only their time and story join
MOST_COMPARED = 12  # reports of one happening, so that a happening that all report costs no more than others


class Link(NamedTuple):
    """Two reports that may tell one happening, by their numbers, the earlier one first; the likeliest sort first."""

    unlikeness: float
    one: int
    two: int


def happenings(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the reports of each happening, in order; no report may have a longer date than a later one."""
    found: dict[int, _Happening] = {}
    near: list[Link] = []
    apart: list[Link] = []
    alone = Alone(tellings)
    for link in _links(tellings, alone):
        (near if _overlap(tellings[link.one], tellings[link.two]) else apart).append(link)
    for _, one, two in sorted(near):
        a, b = (found.get(number) or _Happening(number, tellings[number]) for number in (one, two))
        if a is not b and _fit(a, b, alone):
            few, many = sorted((a, b), key=lambda one: len(one.numbers))
            many.take(few)
            found.update(dict.fromkeys((one, two, *few.numbers), many))
    _contradict(apart, found, tellings)
    told = {n: found.get(n) or _Happening(n, telling) for n, telling in enumerate(tellings)}
    return [[tellings[number] for number in sorted(one.numbers)] for n, one in told.items() if one.number == n]


class _Happening:
    """The reports of one happening by their numbers, their articles, and the days that the dates of all have.

    `core` is the most precise report, with the smallest number; `placed` those alike it that have a place, if any.
    """

    __slots__ = ("articles", "core", "first", "last", "number", "numbers", "placed")

    def __init__(self, number: int, telling: Telling) -> None:
        self.number, self.core = number, telling
        self.placed = (number, telling) if telling.candidate.places else None
        self.numbers = [number]
        self.articles = {telling.candidate.article}
        self.first, self.last = telling.earliest, telling.latest

    def take(self, other: _Happening) -> None:
        if other.number < self.number:
            self.number, self.core = other.number, other.core
        if self.placed is None or (other.placed and other.placed[0] < self.placed[0]):
            self.placed = other.placed
        self.numbers += other.numbers
        self.articles |= other.articles
        self.first, self.last = max(self.first, other.first), min(self.last, other.last)


def _fit(a: _Happening, b: _Happening, alone: Alone) -> bool:
    """Whether two happenings can be one: by articles and dates, and of several reports by the most precise ones.

    What has no place can be joined with hardly anything, so that those with a place speak for the others, too.
    """
    if not a.articles.isdisjoint(b.articles) or max(a.first, b.first) > min(a.last, b.last):
        return False
    if len(a.numbers) == 1 or len(b.numbers) == 1:
        return True
    if likeness(a.core, b.core) > 0 or alone.is_one_act(a.core, b.core):
        return True
    return a.placed is not None and b.placed is not None and likeness(a.placed[1], b.placed[1]) > 0


def _contradict(links: Iterable[Link], found: dict[int, _Happening], tellings: Sequence[Telling]) -> None:
    """Join reports that nothing else was joined with to the first happening whose date they contradict."""
    for two, of_one in groupby(links, key=itemgetter(2)):
        if two in found:
            continue
        told = (found.get(link.one) or _Happening(link.one, tellings[link.one]) for link in of_one)
        article = tellings[two].candidate.article
        if fitting := [one for one in told if article not in one.articles]:
            first = min(fitting, key=lambda one: one.number)
            first.numbers.append(two)
            first.articles.add(article)
            found.update(dict.fromkeys((first.number, two), first))


def _links(tellings: Sequence[Telling], alone: Alone) -> Iterator[Link]:
    """Yield the pairs of reports of different articles that the evidence joins, in order of the second."""
    blocks = Blocks()
    groups: list[int] = []  # of each report, the first one that it was found with, directly or by others
    ways: dict[int, set[tuple[object, ...]]] = {}
    for two, telling in enumerate(tellings):
        candidate = telling.candidate
        closest: Link | None = None
        for one, other in blocks.near(telling):
            if other.candidate.article == candidate.article:
                continue
            if (found := likeness(other, telling)) > 0:
                link = Link(-found, one, two)
            elif alone.is_one_act(other, telling):
                link = Link(_AFTER_ALL_OTHERS, one, two)
            else:
                continue
            closest = min(closest, link) if closest else link
            yield link
        groups.append(groups[closest.one] if closest else two)
        told = ways.setdefault(groups[two], set())
        before = len(told)
        if before < MOST_COMPARED:
            told.add((candidate.date, candidate.kind, candidate.places, candidate.participants, candidate.quote))
            if len(told) > before:
                blocks.add(two, telling)


def _overlap(one: Telling, two: Telling) -> bool:
    return one.earliest <= two.latest and two.earliest <= one.latest
