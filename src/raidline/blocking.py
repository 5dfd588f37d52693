"""Which happenings a candidate need be compared with: those of its kind, near its place and its time.

Blocking, as record linkage calls it (Christen, Data Matching, 2012): what shares no block can never be the same
happening by `raidline.sameness`, so that comparing within blocks alone changes nothing but the time it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, product

from raidline.models import Candidate, Kind
from raidline.sameness import LONGEST_JOINED, WIDEST_GAP, kinds_agree, place_closure, window

_SLOT = 31  # days
_AGREEING = {kind: tuple(other for other in Kind if kinds_agree(kind, other)) for kind in Kind}
_Key = tuple[Kind, str, str | int]


class Blocks:
    """Numbers of happenings, found again by what is told of them."""

    def __init__(self) -> None:  # "=48453": happened there; "<48453": there, or in what mostly lies there
        self._numbers: dict[_Key, set[int]] = {}

    def add(self, number: int, candidate: Candidate) -> None:
        """Let the happening of that number be found by what `candidate` tells of it."""
        own, wider = _codes(candidate)
        places = [*(f"={code}" for code in own), *(f"<{code}" for code in wider)]
        for place, when in product(places, _times(candidate, timedelta())):
            self._numbers.setdefault((candidate.kind, place, when), set()).add(number)

    def near(self, candidate: Candidate) -> list[int]:
        """Return, in ascending order, the numbers of all happenings that `candidate` may tell of, and of some others.

        They must have been added by candidates whose dates are no longer than this one's.
        """
        own, wider = _codes(candidate)
        places = [*(f"<{code}" for code in own), *(f"={code}" for code in wider)]
        found: set[int] = set()
        for key in product(_AGREEING[candidate.kind], places, _times(candidate, WIDEST_GAP)):
            found |= self._numbers.get(key, _NONE)
        return sorted(found)


_NONE: set[int] = set()


def _codes(candidate: Candidate) -> tuple[set[str], set[str]]:
    """Return its own places, and those together with all that mostly hold them."""
    closures = [place_closure(name) for name in candidate.places]
    return {own for own, *_ in closures}, set(chain.from_iterable(closures))


def _times(candidate: Candidate, margin: timedelta) -> Iterator[str | int]:
    """Yield the slots of its days, with a margin; of a date too long to be joined those of its ends, and itself."""
    first, last = (day.toordinal() for day in window(candidate))
    before, after = (first - margin.days) // _SLOT, (last + margin.days) // _SLOT
    if last - first <= LONGEST_JOINED.days:
        yield from range(before, after + 1)
        return
    yield candidate.date.text
    yield from {*range(before, first // _SLOT + 1), *range(last // _SLOT, after + 1)}
