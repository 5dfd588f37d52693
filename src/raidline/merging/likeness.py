"""Events that may be the same one entered twice: one kind, a place in common, overlapping dates, similar titles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from raidline.models import Event
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import read

SIMILAR_ON_A_DAY = 0.5  # the share of the words of both titles that they have in common
SIMILAR = 0.75  # for longer dates, which may overlap by chance
A_FEW_DAYS = 3
MOST_COMPARED = 50  # of the events that share a place, a kind and a rare word, the latest ones

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_SMALL = frozenset({"the", "an", "in", "on", "at", "of", "to", "for", "and", "or", "by", "with", "from", "that", "as"})
_Key = tuple[str, Jurisdiction | str, str]


class Likenesses:
    """Events that were entered so far, to be asked which of them others look like."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Count the words of the titles of all events that will be entered or asked about: rare ones tell more."""
        self._common = Counter(word for event in events for word in _words(event.title))
        self._entered: list[Event] = []
        self._seen: defaultdict[_Key, list[int]] = defaultdict(list)

    def enter(self, event: Event) -> None:
        """Add an event to those that others may look like."""
        for key in self._keys(event):
            self._seen[key].append(len(self._entered))
        self._entered.append(event)

    def like(self, event: Event) -> list[int]:
        """Return the numbers, from 0, of the events entered that look like this one, in the order they were entered.

        An event that names another as related, or is named by it, does not look like it; nor do titles with different
        numbers.
        """
        near = {other for key in self._keys(event) for other in self._seen[key][-MOST_COMPARED:]}
        return sorted(other for other in near if _alike(self._entered[other], event))

    def _keys(self, event: Event) -> list[_Key]:
        rare_first = sorted(_words(event.title), key=lambda word: (self._common[word], word))
        # Titles that share half of their words share one of the rarer half of either, so only those are compared.
        rarest = rare_first[: len(rare_first) - ceil(SIMILAR_ON_A_DAY * len(rare_first)) + 1]
        return [(event.kind, place, word) for place in read(event.places) for word in rarest]


def _alike(one: Event, other: Event) -> bool:
    if one.id == other.id or one.id in other.related or other.id in one.related:
        return False
    span = one.date.bounds()
    if not other.date.overlaps(*span):
        return False
    its_words, other_words = _words(one.title), _words(other.title)
    if {word for word in its_words if word.isdigit()} != {word for word in other_words if word.isdigit()}:
        return False
    days = max((end - start).days for start, end in (span, other.date.bounds())) + 1
    needed = SIMILAR_ON_A_DAY if days <= A_FEW_DAYS else SIMILAR
    return len(its_words & other_words) >= needed * len(its_words | other_words)


@lru_cache(maxsize=65_536)
def _words(title: str) -> frozenset[str]:
    """Return the words that distinguish titles, without the s of plurals and verbs."""
    words = (word for word in _WORD.findall(title.casefold()) if word not in _SMALL)
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words)
