"""Offices: who acts in a passage, and for which jurisdiction. "The sheriff" is the sheriff of some county.

An office takes the place written before it ("Travis County Sheriff"); a bare one takes the place of its level just
named, else the one the article names most. The surname of an office-holder stands for the office from then on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from raidline import lexicon
from raidline.extract.mentions import PlaceMention
from raidline.gazetteer import DISTRICT
from raidline.lexicon.patterns import words_source
from raidline.places import Jurisdiction

NATION = "United States"
# A president whom nothing here makes that of the nation is one of a university, a union, a company ...
_NATIONAL_STORY = re.compile(
    r"\b(?:White House|Oval Office|Trump|Biden|Obama|Bush|Clinton|[Ee]xecutive [Oo]rder|Cabinet|inaugurat)"
)
_LEVELS = ("nation", "state", "county", "city")
_NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*\s+){0,2}(?P<surname>[A-ZÀ-Þ][\w-]+)"
_SAME_BREATH = 60  # characters in which a place just named says whose sheriff it is
_BESIDE = re.compile(r"(?:['’]s)?(?:\s+(?!and\b|or\b)[\w-]+){0,2}\s+")
_KIND_OF_LEVEL = {"nation": "", "state": "state", "county": "county", "city": "place"}


@dataclass(frozen=True, slots=True)
class Office:
    """A public office or body at work in the text, with the full name of its jurisdiction."""

    start: int
    end: int
    text: str
    jurisdiction: str


@cache
def _titled(level: str) -> re.Pattern[str]:
    titles = words_source(lexicon.load("offices")[level]["titles"])
    small = words_source([t.lower() for t in lexicon.load("offices")[level]["titles"]])
    before = rf"(?P<before>[A-ZÀ-Þ][\w-]+),\s+(?:the|a|an)\s+(?:\w+\s+){{0,2}}{small}"
    return re.compile(rf"{titles}\s+{_NAME}|{before}|{small},\s+{_NAME.replace('surname', 'after')}")


@cache
def _bodies(level: str) -> re.Pattern[str]:
    return re.compile(words_source(lexicon.load("offices")[level]["words"]))


def find_offices(text: str, mentions: Sequence[PlaceMention]) -> list[Office]:
    """Return the offices named in an article whose jurisdiction the article tells, in order of the text."""
    offices: list[Office] = []
    holders: dict[str, str] = {}
    national = _NATIONAL_STORY.search(text) is not None
    for level in _LEVELS:
        places = _Places(text, mentions, level)
        for match in _titled(level).finditer(text):
            if match[0].startswith("President") and not national:
                continue
            if jurisdiction := places.of_office(match.start()):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
                holders.setdefault(match["surname"] or match["before"] or match["after"], jurisdiction)
        for match in _bodies(level).finditer(text):
            if jurisdiction := places.of_office(match.start()):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
    if holders:
        surname = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, holders))})(?![\w-])")
        offices += [Office(m.start(), m.end(), m[0], holders[m[0]]) for m in surname.finditer(text)]
    for mention in mentions:
        if mention.role == "organisation" and mention.jurisdiction:
            offices.append(Office(mention.start, mention.end, mention.text, mention.jurisdiction.full_name))
    return sorted(offices, key=lambda o: (o.start, -o.end))


class _Places:
    """Answers which jurisdiction an office of one level belongs to, by what stands before it in the article."""

    def __init__(self, text: str, mentions: Sequence[PlaceMention], level: str) -> None:
        self._text, self._level = text, level
        self._all = [(m.end, place) for m in mentions if (place := m.jurisdiction)]
        self._fitting = [
            (m.end, place)
            for m in mentions
            if (place := m.jurisdiction)
            and place.kind == _KIND_OF_LEVEL[level]
            and place.code != DISTRICT  # neither a governor's nor a county's
            and m.role != "affiliation"
        ]
        named = Counter(place.full_name for _, place in self._fitting)
        self._most = named.most_common(1)[0][0] if named else None

    def of_office(self, at: int) -> str | None:
        """Return the full name of the jurisdiction of an office named at a position; None where nothing tells."""
        if beside := _last_before(self._all, at):
            end, place = beside
            # a Florida mayor is the mayor of some city
            told = self._level in {"nation", "state"} or place.kind != "state"
            if told and _BESIDE.fullmatch(self._text, end, at):
                return place.full_name
        if self._level == "nation":
            return NATION
        near = _last_before(self._fitting, at)
        return near[1].full_name if near and at - near[0] <= _SAME_BREATH else self._most


def _last_before(places: Sequence[tuple[int, Jurisdiction]], at: int) -> tuple[int, Jurisdiction] | None:
    index = bisect_right(places, at, key=lambda pair: pair[0])
    return places[index - 1] if index else None
