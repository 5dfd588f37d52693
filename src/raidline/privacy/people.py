"""The full names of people in a text, known by lists of names and by the words around them.

No list has every name, so the words around decide too: an age, a relative, an arrest, a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from raidline.extract.toponyms.mentions import find_places
from raidline.places.abroad import country_names
from raidline.places.gazetteer import cities_abroad, codes_of
from raidline.places.names import normalise
from raidline.privacy import registers
from raidline.privacy.capitals import (
    Run,
    also_words,
    ends_of,
    family_names,
    find_runs,
    given_names,
    is_family,
    is_given,
)
from raidline.privacy.credits import is_credit
from raidline.privacy.fitting import fits_person
from raidline.privacy.harm import is_harmed
from raidline.privacy.telling import is_told
from raidline.privacy.things import names_a_thing

_LISTED = re.compile(r",?\s+and\s+|,\s+")
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
    harmed: bool  # arrested, hurt or killed, or said how old: whatever they do, they hold no office here


def find_people(text: str) -> list[Person]:
    """Return the people named in full, in order; also initials with an age, which stand for a name."""
    runs = [run for run in find_runs(text) if not (names_a_thing(text, run) or is_credit(text, run))]
    possible = {number for number, run in enumerate(runs) if _may_be_person(text, run)}
    places = [(p.start, p.end) for p in find_places(text) if p.candidates] if possible else []
    certain = {number for number in possible if _is_person(text, runs[number], places)}
    certain = _with_their_list(text, runs, certain, places)
    people = [
        Person(run.start, text[run.start : run.end], run.words[-1], is_harmed(text, run)) for run in _at(runs, certain)
    ]
    people += [Person(m.start(), m[0].strip(), m[0].strip(), harmed=True) for m in _INITIALS.finditer(text)]
    people += [
        Person(m.start(1), m[0].strip(), m[2], harmed=False)
        for m in _SMALL.finditer(text)
        if _is_name_in_small_letters(m, text)
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
    first, last = ends_of(run)
    return _is_listed(first) or _is_listed(last) or "-" in last or is_told(text, run)


def _is_listed(word: str) -> bool:
    return is_given(word) or is_family(word)


def _is_person(text: str, run: Run, places: Sequence[tuple[int, int]]) -> bool:
    first, last = ends_of(run)
    told = is_told(text, run)
    if not told and (_is_abroad(text, run) or any(start <= run.start and run.end <= end for start, end in places)):
        return False
    if _are_usual(first, last):
        return True
    is_listed = _is_listed(first) or _is_listed(last)
    if _touches(run, places):
        return told and is_listed
    if told or _THE.search(text[max(0, run.start - 5) : run.start]):
        return told
    is_family = (last in family_names() and last not in also_words()) or "-" in last
    if (is_family or _are_in_registers(first, last)) and not codes_of(normalise(text[run.start : run.end])):
        return True  # no town, such as Paso Robles
    return is_listed and fits_person(text, run)


def _are_usual(first: str, last: str) -> bool:
    """Whether words are a name whatever stands around: a given name that is no word, or one with a family name."""
    if first in given_names() and (last in family_names() or "-" in last or first not in also_words()):
        return True
    return first in family_names() and last in given_names() and last not in also_words()


def _is_abroad(text: str, run: Run) -> bool:
    """Whether a name is that of a country or of a large city in one: "Costa Rica", "Rio de Janeiro"."""
    name = normalise(text[run.start : run.end])
    return name in country_names() or name in cities_abroad()


def _are_in_registers(*words: str) -> bool:
    """Whether of two words one is a given name that people have and the other a family name."""
    parts = [[word, *word.split("-")] for word in words]
    given, family = ([any(map(known, some)) for some in parts] for known in (registers.is_given, registers.is_family))
    return (given[0] and family[1]) or (family[0] and given[1])


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
