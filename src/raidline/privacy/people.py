"""The full names of people in a text, known by lists of names and by the words around them.

No list has every name, so the words around decide too: an age, a relative, an arrest, a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline.places.abroad import country_names
from raidline.places.gazetteer import cities_abroad, codes_of, parts_of_towns
from raidline.places.names import normalise
from raidline.privacy import registers
from raidline.privacy.capitals import Run, ends_of, find_runs
from raidline.privacy.evidence.fitting import fits_person, fits_place
from raidline.privacy.evidence.harm import is_harmed
from raidline.privacy.evidence.telling import is_told
from raidline.privacy.evidence.wording import any_of
from raidline.privacy.listed import (
    also_words,
    family_names,
    given_names,
    is_family,
    is_given,
    is_public_word,
    only_spanish_family_names,
)
from raidline.privacy.partial import inverted_names, single_names
from raidline.privacy.small_letters import names_in_small_letters

_LISTED = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:,?\s+(?:and|&)\s+|[,;]\s+|\s?/\s?)"
)  # "Ann Vale (Haiti), Bo Reed (Mali)"
_TITLED = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]*\s+$")  # a word with a capital, not the first of a sentence
_REACH = 32  # characters before a name
_THE = re.compile(r"\b[Tt]he\s+$")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){2,4}(?=,?\s+(?:\(?\d{1,2}\)?[,;)]|an?\s+\d{1,2}[-\s]year))")
_MINOR = re.compile(  # "a minor, E.R., was held"
    r"\b(?:minors?|child|boy|girl|toddler|infant|baby|juvenile|son|daughter|plaintiffs?|petitioners?),?\s+((?:[A-Z]\.\s?){1,3}[A-Z]\.)(?=[,;)\s])"
)
_FIRST = re.compile(  # a first name with an age: "Ann V., 8, drew"
    r"(?<![\w.’'-])([A-ZÀ-Þ][\w’'-]{2,})\s([A-Z]\.)(?=,?\s+\(?\d{1,2}[,;).\s]|,?\s+(?:is|was)\s+\d{1,2}\b|,\s+an?\s+\d)"
)
_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Sra?|Srta)\.?\s+$")
_FAMILY = re.compile(r"\s+(?:family|children|siblings|brothers|sisters|household|kids|boys|girls)\b")
_PAIR = 2  # words


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name that begins at `start` of a text, and the last word of it."""

    start: int
    text: str
    surname: str
    harmed: bool  # arrested, hurt or killed, or said how old: whatever they do, they hold no office here
    run: Run | None = None  # the words of the name, if they have capitals

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last word, by which the same name is known in another text."""
        family, comma, given = self.text.partition(", ")  # "Surname, Given"
        words = self.run.words if self.run else f"{given} {family}".split() if comma else self.text.split()
        return registers.plain(words[0]), registers.plain(words[-1])


def find_people(text: str) -> list[Person]:
    """Return the people named in full, in order; also initials with an age, which stand for a name."""
    people = [
        Person(run.start, text[run.start : run.end], run.words[-1], is_harmed(text, run), run)
        for run in _runs_of_people(text)
    ]
    people += [Person(m.start(), m[0].strip(), m[0].strip(), harmed=True) for m in _INITIALS.finditer(text)]
    known_starts = {one.start for one in people}
    people += [
        Person(m.start(1), m[1], m[1], harmed=True) for m in _MINOR.finditer(text) if m.start(1) not in known_starts
    ]
    people += [
        Person(m.start(), f"{m[1]} {m[2]}", m[2], harmed=True) for m in _FIRST.finditer(text) if _is_first_name(m[1])
    ]
    people += [Person(start, name, name.split()[-1], harmed=aged) for start, name, aged in names_in_small_letters(text)]
    people = _with_inverted(text, people)
    known = {word for person in people for word in person.text.split()}
    people += [Person(start, name, name, harmed=aged) for start, name, aged in single_names(text) if name not in known]
    return sorted(people, key=lambda person: person.start)


def _is_first_name(word: str) -> bool:
    lower = registers.plain(word)
    return is_given(lower) and not registers.is_word(lower)


def _with_inverted(text: str, people: list[Person]) -> list[Person]:
    """Return the people with those written "Surname, Given", of whom a part may have been read as a name."""
    found = [
        Person(start, name, name.partition(",")[0].split()[-1], harmed=False) for start, name in inverted_names(text)
    ]
    spans = [(one.start, one.start + len(one.text)) for one in found]
    return found + [
        one for one in people if not any(start < one.start + len(one.text) and one.start < end for start, end in spans)
    ]


@lru_cache(maxsize=8)
def places_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text names places that can be identified: each start and end."""
    from raidline.extract.toponyms.mentions import find_places  # noqa: PLC0415 - most texts name nobody

    return tuple((one.start, one.end) for one in find_places(text) if one.candidates)


def _runs_of_people(text: str) -> list[Run]:
    runs = list(find_runs(text))
    if not any(_is_person(text, run, ()) for run in runs):  # names of places are looked for only if they decide
        return []
    from raidline.privacy.credits import is_credit  # noqa: PLC0415 - as above
    from raidline.privacy.things import names_a_thing  # noqa: PLC0415 - as above

    runs = [run for run in runs if not (names_a_thing(text, run) or is_credit(text, run))]
    places = places_in(text) if runs else ()
    certain = {
        number
        for number, run in enumerate(runs)
        if _is_person(text, run, places) and not (_are_surnames_alone(run) and not _is_told_of(text, run))
    }
    return [runs[number] for number in sorted(_with_their_list(text, runs, certain, places))]


def _are_surnames_alone(run: Run) -> bool:
    """Whether a name is two family names: a case goes by them, and hardly a person without a word of what befell."""
    first, last = ends_of(run)
    return len(run.words) == len(run.tokens) == _PAIR and first in only_spanish_family_names() and is_family(last)


def _is_told_of(text: str, run: Run) -> bool:
    is_called_so = _MR.search(text, max(0, run.start - _REACH), run.start) or _FAMILY.match(text, run.end)
    return is_told(text, run) or is_harmed(text, run) or bool(is_called_so)


def _is_listed(word: str) -> bool:
    return is_given(word) or is_family(word)


def _is_person(text: str, run: Run, places: Sequence[tuple[int, int]]) -> bool:
    first, last = ends_of(run)
    is_place = _is_abroad(text, run) or any(start <= run.start and run.end <= end for start, end in places)
    name = normalise(text[run.start : run.end])
    is_town = bool(codes_of(name)) or name in parts_of_towns()  # Paso Robles, Mary Esther; Van Nuys, a part of one
    if _are_usual(first, last) and not is_place:
        return not is_town or _is_evident(text, run)
    is_listed = _is_listed(first) or _is_listed(last)
    if is_place or (
        _touches(run, places) and not (_has_a_place_for_given_name(run, places) or _are_two_before_a_place(run))
    ):  # "the killing of Los Angeles teen"
        could_be = first in given_names() if is_place else is_listed
        return could_be and is_told(text, run) and not _modifies().match(text, run.end)
    if _THE.search(text, max(0, run.start - 5), run.start):
        return is_told(text, run)
    if is_town:
        return is_listed and not _modifies().match(text, run.end) and _is_evident(text, run)
    if _are_names(text, run) or (is_listed and fits_person(text, run)):
        return True
    are_words = registers.is_word(first) and registers.is_word(last)  # "Detainee Death Reporting"
    return is_told(text, run) and not (are_words and _TITLED.search(text, max(0, run.start - _REACH), run.start))


def _is_evident(text: str, run: Run) -> bool:
    """Whether what stands around a name that a town has, too, is said of a person."""
    return is_told(text, run) or (fits_person(text, run) and not fits_place(text, run))


def _are_names(text: str, run: Run) -> bool:
    """Whether the words are nothing but names, known or not, where nothing says that they are of a place."""
    first, last = ends_of(run)
    if _are_in_registers(first, last):
        return True
    if fits_place(text, run):
        return False
    if is_given(first) and any(is_family(registers.plain(word)) for word in run.words[1:-1]):  # "Ann Reed Tax"
        return True
    if (last in family_names() and last not in also_words()) or _is_double(last) or _are_also_names(text, run):
        return True
    may_be_unknown = _is_listed(first) or _is_listed(last) or not text[run.start : run.end].isupper()
    return bool(first) and may_be_unknown and not (registers.is_word(first) or registers.is_word(last))


def _are_also_names(text: str, run: Run) -> bool:
    """Whether words of the language are names here: "Gene Vale", "Miguel White"; "Clay Post" only if more tells so."""
    first, last = ends_of(run)
    if first in given_names() and not registers.is_word(last):
        return True
    are_words = registers.is_word(first) and registers.is_word(last)
    may_be = registers.may_be_given(first) and registers.may_be_family(last)
    return may_be and (not are_words or _is_evident(text, run))


def _is_double(word: str) -> bool:
    """Whether a word is two family names with a hyphen, and not, for example, the name of a newspaper."""
    parts = word.split("-")
    return len(parts) > 1 and not (registers.is_word(word) or any(is_public_word(part.capitalize()) for part in parts))


def _are_usual(first: str, last: str) -> bool:
    """Whether words are a name whatever stands around: a given name that is no word, or one with a family name."""
    if first in given_names() and (last in family_names() or _is_double(last) or first not in also_words()):
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


@cache
def _modifies() -> re.Pattern[str]:
    """Match somebody whom a place says more of: "the San Rafael man", "the San Rafael shop owner"."""
    others = r"(?:(?!(?:was|is|were|had|has|and|who|with|as)\b)[a-z]+\s+){0,2}"
    whom = rf"{any_of('kin')}|{any_of('trades')}|family|couple|mayor|residents|men|women|area|native"
    return re.compile(rf"\s+{others}(?:{whom})s?\b")


def _touches(run: Run, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a name has a place in it; the "Us" of "Ana Us", and any in its middle, is a part of a name."""
    last = run.tokens[-1]
    inner = [(token.start(), token.end()) for token in run.tokens[1:] if token is not last or token[0] == "Us"]
    return any(start < run.end and run.start < end and (start, end) not in inner for start, end in places)


def _has_a_place_for_given_name(run: Run, places: Sequence[tuple[int, int]]) -> bool:
    """Whether of a name only the given one is also a place's, and the rest is no word: "Orlando Baessa"."""
    first, last = ends_of(run)
    is_first = (run.tokens[0].start(), run.tokens[0].end()) in places
    return is_first and (is_given(first) or registers.may_be_given(first)) and not registers.is_word(last)


def _are_two_before_a_place(run: Run) -> bool:
    """Whether a given and a family name stand before the last word, which is a place's, too: "Yoel Matos Lima"."""
    first, *others = (registers.plain(word) for word in run.words)
    return len(others) > 1 and is_given(first) and not registers.is_word(first) and is_family(others[0])


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
