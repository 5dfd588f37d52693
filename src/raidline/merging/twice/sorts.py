"""Two sorts of one thing, "strawberry" and "tomato" farm, and two matters of one act: "on checks" and "on schools"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from raidline import lexicon
from raidline.counts.spelled import spelled
from raidline.models import Event, Kind

_READ = 65_536  # titles, cached
_ALIKE = 4  # letters: "meat" and "meatpacking" plant
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MATTER = re.compile(r"(?P<act>.+)\s(?:on|over|about|for|against)\s(?P<matter>.+)")
_OF_MATTERS = {Kind.HEARING, Kind.LAWSUIT, Kind.LEGISLATION, Kind.RULING, Kind.FUNDING, Kind.ORDER}


def sorts_apart(one: Event, other: Event) -> Iterator[tuple[str, str]]:
    """Yield the words that say which sort of a thing each of two titles means, if neither title has both."""
    mine, its = _sorts(one.title), _sorts(other.title)
    if not mine.keys() & its.keys():
        return
    told = [{word[:_ALIKE] for word in _words(event.title)} for event in (one, other)]
    placed = {word for event in (one, other) for place in event.places for word in _words(place)}
    for thing in sorted(mine.keys() & its.keys()):
        a, b = mine[thing], its[thing]
        if a[:_ALIKE] not in told[1] and b[:_ALIKE] not in told[0] and placed.isdisjoint((a, b)):
            yield a, b


def matters_apart(one: Event, other: Event) -> Iterator[tuple[str, str]]:
    """Yield the matters of two decisions whose titles are else the same: "Panel hears bill on checks", "on schools"."""
    if not {one.kind, other.kind} <= _OF_MATTERS:
        return
    a, b = _MATTER.fullmatch(one.title), _MATTER.fullmatch(other.title)
    if a and b and a["act"].casefold() == b["act"].casefold():
        mine, its = ({word[:_ALIKE] for word in _words(match["matter"])} for match in (a, b))
        if mine.isdisjoint(its):
            yield a["matter"], b["matter"]


@lru_cache(_READ)
def _sorts(title: str) -> Mapping[str, str]:
    """Return the word right before each thing of many sorts: {"farm": "strawberry"}."""
    data, found = lexicon.load("compounds"), {}
    things, none = data["of_many_sorts"], {*data["no_sort"], *lexicon.load("function_words")["words"]}
    for before, word in pairwise(_words(title)):
        if word in things and before not in none and spelled(before) is None:
            found[word.removesuffix("s")] = before
    return found


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
