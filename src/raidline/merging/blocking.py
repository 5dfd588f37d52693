"""Which reports a candidate needs to be compared with: those of its kind, near its place and its time.

Blocking is the term of record linkage (Christen, Data Matching, 2012): by the rules of `raidline.merging.sameness`, two
reports without a common block are never the same happening, so comparing within blocks changes nothing but the time.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

from raidline.merging.sameness import LONGEST_JOINED, kinds_agree, marks, widest_gap
from raidline.models import Candidate, Kind
from raidline.places.containment import with_wider
from raidline.places.jurisdiction import Jurisdiction


def _chained(kind: Kind) -> Kind:
    """Return one kind that represents all kinds linked to this one by a chain of kinds that agree."""
    found = {kind}
    while len(more := {one for one in Kind if any(kinds_agree(one, other) for other in found)}) > len(found):
        found = more
    return min(found)


_CHAINED = {kind: _chained(kind) for kind in Kind}
_Key: TypeAlias = tuple[Kind, str, str]
_Days: TypeAlias = "dict[int, list[tuple[int, int, int]]]"


class Blocks:
    """Numbered happenings and their reports, indexed by what the reports say."""

    def __init__(self) -> None:
        self._tellings: list[tuple[int, Candidate]] = []
        # For each key the reports as (first day, last day, index), in order; grouped by the bit length of their spans,
        # so that a search looks at few that begin long before.
        self._days: dict[_Key, _Days] = defaultdict(lambda: defaultdict(list))
        self._long: dict[tuple[_Key, str], list[int]] = defaultdict(list)

    def add(self, number: int, candidate: Candidate) -> None:
        """Add a report of the happening with that number."""
        first, last = (day.toordinal() for day in candidate.date.bounds())
        entry = first, last, len(self._tellings)
        self._tellings.append((number, candidate))
        for key in _keys(candidate, _kept_under(candidate.places)):
            insort(self._days[key][(last - first).bit_length()], entry)
            if last - first > LONGEST_JOINED.days:
                self._long[key, candidate.date.text].append(entry[2])

    def near(self, candidate: Candidate) -> list[tuple[int, Candidate]]:
        """Return all reports that may be of the same happening as `candidate`, and some others, in order of number.

        No report added before may have a longer date than this candidate.
        """
        found: set[int] = set()
        first, last = (day.toordinal() for day in candidate.date.bounds())
        is_long = last - first > LONGEST_JOINED.days
        spans = _around(first, last, widest_gap(candidate).days, is_long=is_long)
        for key in _keys(candidate, _looked_for(candidate.places)):
            if is_long:
                found.update(self._long.get((key, candidate.date.text), ()))
            for digits, entries in self._days.get(key, _NO_DAYS).items():
                for begin, end in spans:
                    since = bisect_left(entries, (begin - (1 << digits) + 1,))
                    until = bisect_left(entries, (end + 1,))
                    found.update([index for _, until_day, index in entries[since:until] if until_day >= begin])
        return sorted(map(self._tellings.__getitem__, found), key=itemgetter(0))


_NO_DAYS: _Days = {}


def _keys(candidate: Candidate, places: Iterable[tuple[str, Jurisdiction]]) -> Iterator[_Key]:
    kind = _CHAINED[candidate.kind]
    return ((kind, key, mark) for key, place in places for mark in marks(candidate, place))


def _around(first: int, last: int, gap: int, *, is_long: bool) -> list[tuple[int, int]]:
    """Return the days that others must touch; for a date too long to be joined, those just before and after it."""
    if not is_long:
        return [(first - gap, last + gap)]
    return [(first - gap, first - 1), (last + 1, last + gap)] if gap else []


@lru_cache(10_000)
def _kept_under(places: tuple[Jurisdiction, ...]) -> tuple[tuple[str, Jurisdiction], ...]:
    """Return "=48453" for the places, "<48453" for them and what mostly contains them, each with its place."""
    own, wider = _own_and_wider(places)
    return *((f"={one.code}", one) for one in own), *((f"<{one.code}", one) for one in own | wider)


@lru_cache(10_000)
def _looked_for(places: tuple[Jurisdiction, ...]) -> tuple[tuple[str, Jurisdiction], ...]:
    own, wider = _own_and_wider(places)
    return *((f"<{one.code}", one) for one in own), *((f"={one.code}", one) for one in wider)


def _own_and_wider(places: tuple[Jurisdiction, ...]) -> tuple[set[Jurisdiction], set[Jurisdiction]]:
    """Return the places, and what mostly contains them."""
    closures = [with_wider(place) for place in places]
    return {own for own, *_ in closures}, set(chain.from_iterable(wider for _, *wider in closures))
