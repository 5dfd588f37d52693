"""Duplicates: the same event entered twice, under two ids."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil

from raidline.check.meaning import jurisdiction
from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.models import Event
from raidline.store.load import Record

SIMILAR_ON_A_DAY = 0.5  # the share of the words of both titles that they have in common
SIMILAR = 0.75  # for longer dates, which may overlap by chance
A_FEW_DAYS = 3
MOST_COMPARED = 50  # of the events that share a place, a kind and a rare word, the latest ones

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_SMALL = frozenset({"the", "an", "in", "on", "at", "of", "to", "for", "and", "or", "by", "with", "from", "that", "as"})
_Key = tuple[str, str, str]


def near_duplicate(checked: Checked) -> Iterator[Problem]:
    """Find two events of one kind in one place, with overlapping dates and similar titles.

    Merge them: move the sources of one to the other, and keep its id under `aliases`. If they really are two events,
    name each in the other's `related`, or write `ignore: [near-duplicate]`. Titles with different numbers do not count
    as similar.

    Bad:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01~/2017-02-10~
          title: ICE sweeps across Austin
        - id: 2017-02-ice-in-austin
          date: 2017-02-09
          title: ICE sweeps across Austin, Texas

    Good:

        - id: 2017-02-austin-sweeps
          date: 2017-02-01~/2017-02-10~
          title: ICE sweeps across Austin
          aliases: [2017-02-ice-in-austin]
    """
    words = [_words(record.event.title) for record in checked.records]
    spans = [record.event.date.bounds() for record in checked.records]
    common = Counter(word for those in words for word in those)
    seen: defaultdict[_Key, list[int]] = defaultdict(list)
    for n, record in enumerate(checked.records):
        rare_first = sorted(words[n], key=lambda word: (common[word], word))
        # Titles that share half of their words share one of the rarer half of either, so only those are compared.
        rarest = rare_first[: len(rare_first) - ceil(SIMILAR_ON_A_DAY * len(rare_first)) + 1]
        keys = [(record.event.kind, place, word) for place in _places(record.event) for word in rarest]
        when = record.event.date
        near = {other for key in keys for other in seen[key][-MOST_COMPARED:]}
        others = sorted(other for other in near if when.overlaps(*spans[other]))
        for key in keys:
            seen[key].append(n)
        for other in others:
            days = max((end - start).days for start, end in (spans[other], spans[n])) + 1
            needed = SIMILAR_ON_A_DAY if days <= A_FEW_DAYS else SIMILAR
            if _alike(checked.records[other].event, words[other], record.event, words[n], needed):
                yield _problem(record, checked.records[other])
                break


def _problem(record: Record, other: Record) -> Problem:
    message = (
        f"looks like {other.event.id!r} in {other.path}, line {other.line}: same kind and place, overlapping dates, "
        "a similar title; merge the two, or name each in the other's `related`"
    )
    return record.problem("near-duplicate", message, "title")


def _alike(one: Event, its_words: frozenset[str], other: Event, other_words: frozenset[str], needed: float) -> bool:
    if one.id == other.id or one.id in other.related or other.id in one.related:
        return False
    if {word for word in its_words if word.isdigit()} != {word for word in other_words if word.isdigit()}:
        return False
    return len(its_words & other_words) >= needed * len(its_words | other_words)


def _places(event: Event) -> list[str]:
    return list(dict.fromkeys(place.code if (place := jurisdiction(name)) else name for name in event.places))


def _words(title: str) -> frozenset[str]:
    """Return the words that distinguish titles, without the s of plurals and verbs."""
    words = (word for word in _WORD.findall(title.casefold()) if word not in _SMALL)
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words)
