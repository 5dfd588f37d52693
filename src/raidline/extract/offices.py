"""Offices: who acts in a passage, and for which jurisdiction. "The sheriff" is the sheriff of some county.

An office takes the place written before it ("Travis County Sheriff"); a bare one takes the place of its level just
named, else the one the article names most. The surname of an office-holder stands for the office from then on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from raidline import lexicon
from raidline.extract.mentions import PlaceMention
from raidline.gazetteer import DISTRICT
from raidline.lexicon.patterns import words_source

NATION = "United States"
# A president whom nothing here makes that of the nation is one of a university, a union, a company ...
_NATIONAL_STORY = re.compile(
    r"\b(?:White House|Oval Office|Trump|Biden|Obama|Bush|Clinton|[Ee]xecutive [Oo]rder|Cabinet|inaugurat)"
)
_LEVELS = ("nation", "state", "county", "city")
_NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*\s+){0,2}(?P<surname>[A-ZÀ-Þ][\w-]+)"
_SAME_BREATH = 60  # characters in which a place just named says whose sheriff it is
_KIND_OF_LEVEL = {"state": ("state",), "county": ("county",), "city": ("place",)}


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
    placed = [m for m in mentions if m.jurisdiction]
    offices: list[Office] = []
    holders: dict[str, str] = {}
    national = _NATIONAL_STORY.search(text) is not None
    for level in _LEVELS:
        for match in _titled(level).finditer(text):
            if match[0].startswith("President") and not national:
                continue
            if jurisdiction := _jurisdiction(level, match.start(), text, placed):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
                holders.setdefault(match["surname"] or match["before"] or match["after"], jurisdiction)
        for match in _bodies(level).finditer(text):
            if jurisdiction := _jurisdiction(level, match.start(), text, placed):
                offices.append(Office(match.start(), match.end(), match[0], jurisdiction))
    if holders:
        surname = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, holders))})(?![\w-])")
        offices += [Office(m.start(), m.end(), m[0], holders[m[0]]) for m in surname.finditer(text)]
    for mention in placed:
        if mention.role == "organisation" and mention.jurisdiction:
            offices.append(Office(mention.start, mention.end, mention.text, mention.jurisdiction.full_name))
    return sorted(offices, key=lambda o: (o.start, -o.end))


def _jurisdiction(level: str, at: int, text: str, placed: Sequence[PlaceMention]) -> str | None:
    for mention in reversed(placed):
        if mention.end <= at and mention.jurisdiction:
            between = text[mention.end : at]
            beside = re.fullmatch(r"(?:['’]s)?(?:\s+(?!and\b|or\b)[\w-]+){0,2}\s+", between)
            if beside and (level not in {"county", "city"} or mention.jurisdiction.kind != "state"):
                return mention.jurisdiction.full_name  # but a Florida mayor is the mayor of some city
            break
    if level == "nation":
        return NATION
    kinds = _KIND_OF_LEVEL[level]
    fitting = [
        m
        for m in placed
        if m.jurisdiction
        and m.jurisdiction.kind in kinds
        and m.jurisdiction.code != DISTRICT  # neither a governor's nor a county's
        and m.role != "affiliation"
    ]
    near = [m for m in fitting if m.end <= at and at - m.end <= _SAME_BREATH]
    named = Counter(m.jurisdiction.full_name for m in near[-1:] or fitting if m.jurisdiction)
    return named.most_common(1)[0][0] if named else None
