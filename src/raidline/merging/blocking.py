"""Which reports a candidate needs to be compared with: those of its kind, near its place and its time.

Blocking is the term of record linkage (Christen, Data Matching, 2012): by the rules of `raidline.merging.sameness`, two
reports without a common block are never the same happening, so comparing within blocks changes nothing but the time.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from raidline.merging.sameness import Telling, Where, is_wide, kinds_agree, widest_gap
from raidline.models import Kind
from raidline.places.containment import with_wider
from raidline.places.jurisdiction import Jurisdiction


def _chained(kind: Kind) -> str:
    """Return the name of one kind that represents all kinds linked to this one by a chain of kinds that agree."""
    found = {kind}
    while len(more := {one for one in Kind if any(kinds_agree(one, other) for other in found)}) > len(found):
        found = more
    return min(found).value


_CHAINED = {kind: _chained(kind) for kind in Kind}
_Key: TypeAlias = tuple[str, str]
_Days: TypeAlias = "dict[int, list[tuple[int, int, int]]]"


class Blocks:
    """Numbered happenings and their reports, indexed by what the reports say."""

    def __init__(self) -> None:
        self._tellings: list[tuple[int, Telling]] = []
        # For each kind and place, and each mark of a wide place, the reports as (first day, last day, index), in order;
        # grouped by the bit length of their spans, so that a search looks at few that begin long before.
        self._days: dict[_Key, dict[str, _Days]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))

    def add(self, number: int, telling: Telling) -> None:
        """Add a report of the happening with that number."""
        entry = telling.first, telling.last, len(self._tellings)
        digits = (telling.last - telling.first).bit_length()
        self._tellings.append((number, telling))
        kind = _CHAINED[telling.kind]
        for place, is_wide_place in _kept_under(telling.where):
            by_mark = self._days[kind, place]
            for mark in telling.marks if is_wide_place else _NO_MARK:
                insort(by_mark[mark][digits], entry)

    def near(self, telling: Telling) -> list[tuple[int, Telling]]:
        """Return all reports that may be of the same happening as `telling`, and some others, in no order.

        No report added before may have a longer date than this one.
        """
        found: set[int] = set()
        gap = widest_gap(telling.candidate).days
        begin, end = telling.first - gap, telling.last + gap
        looked_for = _looked_for_by_words if telling.is_long and telling.where.is_sure else _looked_for
        kind = _CHAINED[telling.kind]
        for place, is_wide_place in looked_for(telling.where):
            if by_mark := self._days.get((kind, place)):
                for mark in telling.marks if is_wide_place else _NO_MARK:
                    for digits, entries in by_mark[mark].items() if mark in by_mark else ():
                        since = bisect_left(entries, (begin - (1 << digits) + 1,))
                        until = bisect_left(entries, (end + 1,))
                        found.update([index for _, until_day, index in entries[since:until] if until_day >= begin])
        return [self._tellings[index] for index in found]


_NO_MARK = ("",)  # reports of one town share the place, of a state also a mark


@lru_cache(10_000)
def _kept_under(where: Where) -> tuple[tuple[str, bool], ...]:
    """Return "=48453" for the places, "<48453" for them and what mostly contains them, each with whether it is wide."""
    own, wider = _own_and_around(where)  # also the state of each town of one name: long dates look there alone
    return *((f"={one.code}", is_wide(one)) for one in own), *((f"<{one.code}", is_wide(one)) for one in own | wider)


@lru_cache(10_000)
def _looked_for(where: Where) -> tuple[tuple[str, bool], ...]:
    own, wider = _own_and_wider(where)
    return *((f"<{one.code}", is_wide(one)) for one in own), *((f"={one.code}", is_wide(one)) for one in wider)


@lru_cache(10_000)
def _looked_for_by_words(where: Where) -> tuple[tuple[str, bool], ...]:
    """Return what is larger than a county around the places: there, reports are found by the words they share."""
    own, wider = _own_and_wider(where)
    return tuple((f"<{one.code}", True) for one in own | wider if is_wide(one))


def _own_and_wider(where: Where) -> tuple[set[Jurisdiction], set[Jurisdiction]]:
    """Return the places, and what mostly contains them; towns of one name have no state in common."""
    own, wider = _own_and_around(where)
    return own, wider if where.is_sure else {one for one in wider if not is_wide(one)}


def _own_and_around(where: Where) -> tuple[set[Jurisdiction], set[Jurisdiction]]:
    """Return the places, and what mostly contains any of them."""
    closures = [with_wider(place) for place in where.places]
    return {own for own, *_ in closures}, set(chain.from_iterable(wider for _, *wider in closures))
