"""The full names of people in a text, known by lists of names and by the words around them.

No list has every name, so the words around decide too: an age, a relative, an arrest, a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from raidline import lexicon
from raidline.extract.toponyms.mentions import find_places
from raidline.privacy.capitals import Run, also_words, family_names, find_runs, given_names, is_public_word, plain

_LISTED = re.compile(r",?\s+and\s+|,\s+")
_REACH = 48  # characters before a name, and behind it
_CASE = re.compile(r"\s+(?:v|vs|versus)\b")
_CASE_BEFORE = re.compile(r"\b(?:v|vs|versus)\.?\s+(?:the\s+)?$")
_AGE_BEHIND = re.compile(
    r"\s*[,(]\s*(?:aged?\s+)?\d{1,2}\b(?!\s*(?:percent|%|st\b|th\b|people|years\s+ago))\s*[,;).]"
    r"|,\s+an?\s+\d{1,2}[-\s]year"
)
_NAMED = re.compile(
    r"\b\d{1,3}[-\s]years?[-\s]olds?\s+(?:\w+\s+){0,2}$"
    r"|\b(?:man|woman|boy|girl|child|person|people|migrant|immigrant|him|her|them|whom?|\w+er)\s+(?:\w+\s+){0,3}"
    r"(?:named|called|known\s+as)\s+$"
    r"|\bidentif(?:y|ied|ies)\s+(?:\w+\s+){0,3}as\s+$"
)
_SPEAKS = re.compile(r"\s+(?:said|says|told|recalled|cried|wept|fled|crossed)\b")
_THE = re.compile(r"\b[Tt]he\s+$")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){2,4}(?=,?\s+(?:\(?\d{1,2}\)?[,;)]|an?\s+\d{1,2}[-\s]year))")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name that begins at `start` of a text, and the last word of it."""

    start: int
    text: str
    surname: str


def find_people(text: str) -> list[Person]:
    """Return the people named in full, in order; also initials with an age, which stand for a name."""
    runs = [run for run in find_runs(text) if not _names_a_thing(text, run)]
    places = [(p.start, p.end) for p in find_places(text) if p.candidates] if runs else []
    certain = {number for number, run in enumerate(runs) if _is_person(text, run, places)}
    certain = _with_their_list(text, runs, certain, places)
    people = [Person(run.start, text[run.start : run.end], run.words[-1]) for run in _at(runs, certain)]
    people += [Person(m.start(), m[0].strip(), m[0].strip()) for m in _INITIALS.finditer(text)]
    return sorted(people, key=lambda person: person.start)


def _at(runs: Sequence[Run], numbers: Iterable[int]) -> list[Run]:
    return [runs[number] for number in sorted(numbers)]


def _names_a_thing(text: str, run: Run) -> bool:
    """Whether a thing has the name: a school, a law, a body, a case in court, an operation."""
    tails, openers = _words("name_tails"), _words("name_openers")
    behind = re.match(r"\s([\w’'-]+)", text[run.end : run.end + _REACH])
    before = re.search(r"([\w.’'-]+)\s+$", text[max(0, run.start - _REACH) : run.start])
    if any(word in tails for word in (*run.words[1:], behind[1] if behind else "")) or run.words[0] in openers:
        return True
    if before and (before[1] in openers - {"The"} or before[1] == "Operation"):
        return True
    if _of_a_firm().search(text[max(0, run.start - _REACH) : run.start]):
        return True
    if before and is_public_word(before[1]) and plain(run.words[0]) not in given_names():
        return True
    return bool(_CASE.match(text, run.end) or _CASE_BEFORE.search(text[max(0, run.start - _REACH) : run.start]))


def _is_person(text: str, run: Run, places: Sequence[tuple[int, int]]) -> bool:
    first, *_, last = map(plain, run.words)
    told = _is_told(text, run)
    if not told and any(start <= run.start and run.end <= end for start, end in places):
        return False
    given, family = first in given_names(), last in family_names() or "-" in last
    if given and (family or first not in also_words()):
        return True
    if first in family_names() and last in given_names() and last not in also_words():
        return True  # the family's name comes first
    if _touches(run, places):
        return told and (given or family)
    if family and last not in also_words() and not _THE.search(text[max(0, run.start - 5) : run.start]):
        return True
    return told or (family and bool(_SPEAKS.match(text, run.end)))


def _is_told(text: str, run: Run) -> bool:
    """Whether the words around say that it is a person: an age, a relative, an arrest."""
    before, behind = text[max(0, run.start - _REACH) : run.start], text[run.end : run.end + _REACH]
    return any((_AGE_BEHIND.match(behind), _NAMED.search(before), _before().search(before), _behind().match(behind)))


def _touches(run: Run, places: Sequence[tuple[int, int]]) -> bool:
    return any(start < run.end and run.start < end for start, end in places)


def _with_their_list(text: str, runs: Sequence[Run], certain: set[int], places: Sequence[tuple[int, int]]) -> set[int]:
    """Return the people with those listed beside them: "Ana Vale, Bo Reed and Cy Noon"."""
    found = set(certain)
    forth = [(number - 1, number) for number in range(1, len(runs))]
    for known, other in (*forth, *((b, a) for a, b in reversed(forth))):
        one, two = sorted((runs[known], runs[other]), key=lambda run: run.start)
        is_thing = _touches(runs[other], places) or _THE.search(text[max(0, runs[other].start - 5) : runs[other].start])
        if known in found and not is_thing and _LISTED.fullmatch(text, one.end, two.start):
            found.add(other)
    return found


@cache
def _before() -> re.Pattern[str]:
    """Match a relative or an arrest right before a name."""
    kin, taken, belonging, on_behalf = (_any(key) for key in ("kin", "taken", "belonging", "on_behalf"))
    was = r"(?:\s+(?:are|were|was|is|includ(?:e|es|ed|ing)))?(?:\s+(?:Mr|Mrs|Ms)\.)?"
    return re.compile(
        rf"\b(?:(?:{kin}),?|(?:{taken}){was}|(?:{belonging})\s+of|{on_behalf}"
        rf"|(?:{kin})s?\s+(?:say|says|said)(?:\s+that)?)\s+$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Match an arrest, a relative, a trade or an origin right behind a name."""
    kin, taken, belonging, things = (_any(key) for key in ("kin", "taken", "belonging", "things"))
    was = r"(?:was|were|is|are|be|been|being|got|gets|has\s+been|had\s+been)\s+(?:\w+ly\s+)?"
    return re.compile(
        rf"(?:,\s+|\s+)(?:who\s+)?{was}(?:{taken})\b|['’]s?\s+(?:{belonging})\b|\s+(?:died|disappeared|vanished)\b"
        rf"|,\s+(?:who|whose)\s|\s+and\s+(?:his|her)\s+(?:\w+\s+)?(?:{kin}|children|sons|daughters|kids)\b"
        rf"|,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}(?:{kin})\b|,\s+an?\s+(?!(?:[\w-]+\s+){{0,4}}(?:{things})\b)[a-z]",
        re.IGNORECASE,
    )


@cache
def _of_a_firm() -> re.Pattern[str]:
    """Match what firms have, right before the name of one: "employees of", "the parking lot of"."""
    return re.compile(rf"\b(?:{_any('of_firms')})\s+(?:of|at|to|from|by)\s+$", re.IGNORECASE)


def _any(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(lexicon.load("privacy")[name], key=len, reverse=True))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("privacy")[name])
