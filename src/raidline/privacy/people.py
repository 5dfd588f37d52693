"""The full names of people in a text, known by lists of names and by the words around them.

No list has every name, so the words around decide too: an age, a relative, an arrest, a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from raidline.extract.toponyms.mentions import find_places
from raidline.places.gazetteer import codes_of
from raidline.places.names import normalise
from raidline.privacy.capitals import Run, also_words, family_names, find_runs, given_names, plain
from raidline.privacy.telling import is_told, names_a_thing

_LISTED = re.compile(r",?\s+and\s+|,\s+")
_SPEAKS = re.compile(r"\s+(?:said|says|told|recalled|cried|wept|fled|crossed)\b")
_THE = re.compile(r"\b[Tt]he\s+$")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){2,4}(?=,?\s+(?:\(?\d{1,2}\)?[,;)]|an?\s+\d{1,2}[-\s]year))")
_SMALL = re.compile(r"(?<![\w./@:-])([a-z]{3,})\s([a-z]{3,})(?![\w@/-])")
_LABEL = re.compile(
    r"\b(?:victim|deceased|detainee|detained|arrested|deported|killed|injured|name|names?)s?:\s+$", re.IGNORECASE
)
_AGE = re.compile(r",?\s\(?\d{1,2}\b[,)]")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name that begins at `start` of a text, and the last word of it."""

    start: int
    text: str
    surname: str


def find_people(text: str) -> list[Person]:
    """Return the people named in full, in order; also initials with an age, which stand for a name."""
    runs = [run for run in find_runs(text) if not names_a_thing(text, run)]
    possible = {number for number, run in enumerate(runs) if _may_be_person(text, run)}
    places = [(p.start, p.end) for p in find_places(text) if p.candidates] if possible else []
    certain = {number for number in possible if _is_person(text, runs[number], places)}
    certain = _with_their_list(text, runs, certain, places)
    people = [Person(run.start, text[run.start : run.end], run.words[-1]) for run in _at(runs, certain)]
    people += [Person(m.start(), m[0].strip(), m[0].strip()) for m in _INITIALS.finditer(text)]
    people += [
        Person(m.start(1), m[0].strip(), m[2]) for m in _SMALL.finditer(text) if _is_name_in_small_letters(m, text)
    ]
    return sorted(people, key=lambda person: person.start)


def _is_name_in_small_letters(pair: re.Match[str], text: str) -> bool:
    """Whether two words without capitals are a name: lists have both, or have one and an age follows."""
    given, family = _names_alone()
    known = [pair[1] in given, pair[2] in family]
    if all(known):
        return True
    is_labelled = bool(_LABEL.search(text, max(0, pair.start() - 12), pair.start()))
    return (any(known) or is_labelled) and bool(_AGE.match(text, pair.end()))


@cache
def _names_alone() -> tuple[frozenset[str], frozenset[str]]:
    """Return the given and the family names that are no words."""
    return given_names() - also_words(), family_names() - also_words()


def _at(runs: Sequence[Run], numbers: Iterable[int]) -> list[Run]:
    return [runs[number] for number in sorted(numbers)]


def _may_be_person(text: str, run: Run) -> bool:
    """Whether a list has the first or the last word, or the words around tell of a person."""
    first, *_, last = map(plain, run.words)
    return (
        first in given_names() or first in family_names() or last in family_names() or "-" in last or is_told(text, run)
    )


def _is_person(text: str, run: Run, places: Sequence[tuple[int, int]]) -> bool:
    first, *_, last = map(plain, run.words)
    told = is_told(text, run)
    if not told and any(start <= run.start and run.end <= end for start, end in places):
        return False
    given, family = first in given_names(), last in family_names() or "-" in last
    if given and (family or first not in also_words()):
        return True
    if first in family_names() and last in given_names() and last not in also_words():
        return True  # the family's name comes first
    if _touches(run, places):
        return told and (given or family)
    has_the = _THE.search(text[max(0, run.start - 5) : run.start])
    if family and last not in also_words() and not has_the and not codes_of(normalise(text[run.start : run.end])):
        return True  # no town, such as Paso Robles
    return told or (family and bool(_SPEAKS.match(text, run.end)))


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
