"""Which reports a candidate needs to be compared with: those near its time and place, or with a rare word in common.

Blocking is the term of record linkage (Christen, Data Matching, 2012): by the rules of `raidline.merging.sameness`, two
reports without a common block are never the same happening, so comparing within blocks changes nothing but the time.
Where blocks hold more reports than `MOST_LOOKED_AT`, the rarest thing in common decides which of them are compared.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import TypeAlias

from raidline.merging.kinds import kinds_agree, kinds_that_fit
from raidline.merging.nearness import PLACES_KNOWN, Where, is_wide
from raidline.merging.sameness import LONGEST_RETOLD, SHORT, WIDEST_GAP_OF_A_FIGURE, widest_gaps
from raidline.merging.telling import Telling
from raidline.merging.words import rarest
from raidline.models import Kind
from raidline.places.containment import with_wider
from raidline.places.jurisdiction import Jurisdiction


def _chained(kind: Kind) -> str:
    """Return the name of one kind that represents all kinds linked to this one by a chain of kinds that agree."""
    found = {kind}
    while len(more := {one for one in Kind if any(kinds_agree(one, other) for other in found)}) > len(found):
        found = more
    return min(found).value


MOST_LOOKED_AT = 64  # reports in the blocks of one candidate, those of the smallest blocks first
MOST_COMPARED = 12  # of these, the first whose dates fit
_CHAINED = {kind: _chained(kind) for kind in Kind}
_Key: TypeAlias = tuple[str, ...]
_Entries: TypeAlias = "array[int]"
_Index: TypeAlias = "dict[_Key, _Entries]"
_LOCAL = "@"  # a town's or county's reports, of whatever kind
_FIGURE = "#"  # a large number that nobody rounded
_GAP_OF_A_FIGURE = WIDEST_GAP_OF_A_FIGURE.days
_MARKED = 3  # parts of a key that has a mark
_INDEX = 40  # bits of a number that hold an index; those above hold a day
_INDICES = (1 << _INDEX) - 1


class Blocks:
    """Numbered happenings and their reports, indexed by what the reports say."""

    def __init__(self) -> None:
        self._tellings: list[tuple[int, Telling]] = []
        self._last = array("q")
        self._kinds, self._as_kinds = array("b"), array("l")
        # By the bit length of their spans, so that a search looks at few that begin long before, and by key: reports as
        # numbers, the first day above the index, in order. Arrays keep them together in memory.
        self._by_length: dict[int, _Index] = {}

    def add(self, number: int, telling: Telling) -> None:
        """Add a report of the happening with that number."""
        entry = telling.earliest << _INDEX | len(self._tellings)
        digits = (telling.latest - telling.earliest).bit_length()
        self._tellings.append((number, telling))
        self._last.append(telling.latest)
        self._kinds.append(telling.kind_number)
        self._as_kinds.append(telling.as_kinds)
        index = self._by_length.setdefault(digits, {})
        for key in _kept_under(telling):
            if (entries := index.get(key)) is None:
                index[key] = array("q", (entry,))
            elif entries[-1] < entry:  # reports of dates of one length come in order
                entries.append(entry)
            else:
                insort(entries, entry)

    def near(self, telling: Telling) -> list[tuple[int, Telling]]:
        """Return the reports that may be of the same happening as `telling`, and some others, in no order.

        If they are many, those that share what few others say. No report added before may have a longer date.
        """
        of_marks, of_others = widest_gaps(telling.candidate)
        windows: list[tuple[int, _Key, int, int, _Entries]] = []
        total = 0
        looked_for = tuple(_looked_for(telling))
        for digits, index in self._by_length.items():
            for key in looked_for:
                if (entries := index.get(key)) is None:
                    continue
                gap = of_marks if len(key) == _MARKED else _GAP_OF_A_FIGURE if key[0] == _FIGURE else of_others
                begin = telling.earliest - gap
                if entries[-1] < (earliest := max(0, begin - (1 << digits) + 1) << _INDEX):
                    continue  # as most do: of reports so far, in order of date, none is as late
                since, beyond = bisect_left(entries, earliest), telling.latest + gap + 1 << _INDEX
                if size := bisect_left(entries, beyond, since) - since:
                    total += size
                    windows.append((size, key, begin, since, entries))
        left = MOST_LOOKED_AT
        if total > MOST_COMPARED:
            windows.sort(key=_rarest_first)
        fits, last, kinds = kinds_that_fit(telling.kind_number), self._last, self._kinds
        as_kinds, own, likely = self._as_kinds, 1 << telling.kind_number, telling.as_kinds
        found: dict[int, None] = {}
        for size, key, begin, since, entries in windows:
            is_numbered = key[1][0].isdigit() or key[0] == "story"
            for entry in entries[since : since + min(size, left)]:
                number = entry & _INDICES
                if last[number] >= begin and (
                    fits[kinds[number]] or is_numbered or as_kinds[number] & own or likely >> kinds[number] & 1
                ):
                    found[number] = None
            left -= size
            if left <= 0 or len(found) >= MOST_COMPARED:
                break
        return [self._tellings[n] for n in islice(found, MOST_COMPARED)]


_rarest_first = itemgetter(0, 1)


def _kept_under(telling: Telling) -> Iterator[_Key]:
    """Yield the keys by which other reports find this one."""
    yield from _scoped(_places_kept_under(telling.where), telling)
    if telling.around is not telling.where:
        yield from _set(_places_kept_under(telling.around), telling)
    scopes, is_nation = _scopes(telling.around)
    for scope in scopes:
        yield from ((scope, key) for key in telling.keys)
    if not is_nation:
        yield from (("*", key) for key in telling.telling_keys)
    for name in telling.names:
        yield "in", rarest(name)
    for word in telling.words.said:
        yield "of", word
    yield from _stories(telling)
    for number in telling.exact:
        yield _FIGURE, number


def _looked_for(telling: Telling) -> Iterator[_Key]:
    yield from _scoped(_places_looked_for(telling.where), telling)
    if telling.around is not telling.where:
        yield from _set(_places_looked_for(telling.around), telling)
    scopes, is_nation = _scopes(telling.around)
    for scope in scopes:
        yield from ((scope, key) for key in telling.keys)
    yield from (("*" if is_nation else "US", key) for key in telling.telling_keys)
    for name in telling.names:
        yield "of", rarest(name)
    for word in telling.words.said:
        yield "in", word
    yield from _stories(telling)
    for number in telling.exact:
        yield _FIGURE, number


def _set(places: tuple[tuple[str, bool], ...], telling: Telling) -> Iterator[_Key]:
    """Yield the keys of the town that an article is set in: only acts of a few days are looked for there."""
    if telling.last - telling.first <= SHORT and telling.kind is not Kind.STATEMENT:
        yield from ((_LOCAL, place) for place, is_wide_place in places if not is_wide_place)


def _stories(telling: Telling) -> Iterator[_Key]:
    """Yield what the article tells most of, of acts of one day, and of an office's: reports of one story share some.

    Another article of the story may tell most of the town that this act of one day is placed in.
    """
    if telling.last - telling.first <= LONGEST_RETOLD:
        told = telling.topics
        if telling.first == telling.last and telling.kind is not Kind.OPERATION:
            told = told.union(map(rarest, telling.names))
        yield from (("story", topic) for topic in told)


@lru_cache(PLACES_KNOWN)
def _scopes(where: Where) -> tuple[tuple[str, ...], bool]:
    """Return the states and countries of the places, and whether the nation is one of them."""
    scopes = {one.state or one.code[:2] for one in where.places}
    return tuple(scopes), "US" in scopes


def _scoped(places: tuple[tuple[str, bool], ...], telling: Telling) -> Iterator[_Key]:
    """Yield the keys of places: in a town, short dates need no more in common; elsewhere, acts of one day."""
    kind, longest = _CHAINED[telling.kind], telling.last - telling.first
    for place, is_wide_place in places:
        if not is_wide_place:
            if longest <= SHORT:
                yield _LOCAL, place
        elif not longest and telling.kind is not Kind.STATEMENT:
            yield telling.kind.value, place
        yield from ((kind, place, mark) for mark in telling.marks)


@lru_cache(PLACES_KNOWN)
def _places_kept_under(where: Where) -> tuple[tuple[str, bool], ...]:
    """Return "=48453" for the places, "<48453" for them and what mostly contains them, each with whether it is wide."""
    own, wider = _own_and_around(where)  # also the state of each town of one name: long dates look there alone
    return *((f"={one.code}", is_wide(one)) for one in own), *((f"<{one.code}", is_wide(one)) for one in own | wider)


@lru_cache(PLACES_KNOWN)
def _places_looked_for(where: Where) -> tuple[tuple[str, bool], ...]:
    own, wider = _own_and_around(where)
    if not where.is_sure:  # towns of one name have no state in common
        wider = {one for one in wider if not is_wide(one)}
    return *((f"<{one.code}", is_wide(one)) for one in own), *((f"={one.code}", is_wide(one)) for one in wider)


def _own_and_around(where: Where) -> tuple[set[Jurisdiction], set[Jurisdiction]]:
    """Return the places, and what mostly contains any of them."""
    closures = [with_wider(place) for place in where.places]
    return {own for own, *_ in closures}, set(chain.from_iterable(wider for _, *wider in closures))
