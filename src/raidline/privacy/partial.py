"""Names that are no two words in a row: a given name beside an age or a relative, a family, "Surname, Given"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import alternatives
from raidline.places.abroad import country_names
from raidline.places.codes import state_words
from raidline.places.gazetteer import cities_abroad, codes_of
from raidline.places.names import normalise
from raidline.privacy import registers
from raidline.privacy.listed import also_words, family_names, given_names, is_family, is_given, is_public_word, kin
from raidline.privacy.registers import plain

_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[’'-][^\W\d_]+)*"
_REACH = 48  # characters before a name
_AGED = re.compile(rf"(?<![\w’'.-])({_NAME})(?:,\s+\d{{1,2}}(?=\s*[,;)])(?!,\d)|\s+\(\d{{1,2}}\))")
_MONTHS = tuple(calendar.month_name[1:])
_LAST = re.compile(r"([^\W\d_][\w’'.-]*)\s+$")
_WHERE = re.compile(r"\b(?:in|at|from|near|of|outside|for|to)\s+$", re.IGNORECASE)
_FAMILY = re.compile(
    rf"\b[Tt]he\s+({_NAME})\s+(?:family|children|siblings|brothers|sisters|household)\b(?!['’]?s?\s+[A-Z])"
)
# What opens one: the beginning of a text or a cell, and "locator shows"
_ENTRY = r"(?:^|[;|•\n:/]|\b(?:shows?|lists|listed\s+as|[Bb]ooked\s+as|entered\s+as|filed\s+under)\s[“\"]?)"
_INVERTED = re.compile(
    rf"{_ENTRY}[ \t]*(?P<whole>(?P<first>{_NAME}[ -])?(?P<family>{_NAME}),[ \t]+"
    rf"(?P<given>{_NAME})(?:[ \t]+(?P<second>{_NAME}|[A-Z]\.))?)"
    r"(?=[ \t]*(?:$|,(?!\s*[A-Z])|[;|(.\n–—]|(?<=\S)[”\"]|-\s|/\s"
    r"|\s(?:at|as|dies|died|dead|arrested|detained|deported|released|freed|held|killed|shot|taken)\b))"
)

_FATE = re.compile(r"\s(?:dies|died|dead|arrested|detained|deported|released|freed|held|killed|shot|taken)\b")
_CITED = re.compile(  # authors of works
    r"\b(?:Retrieved|doi|ISBN|pp\.)|\^|\((?:[A-Z][a-z]+\.?\s+\d{1,2},\s+|\d{1,2}\s+[A-Z][a-z]+\s+)?(?:19|20)\d\d(?:-\d\d)*\)"
)


def inverted_names(text: str) -> Iterator[tuple[int, str]]:
    """Yield where "Surname, Given" begins, as lists and tables have it, and the name so written."""
    if "," not in text or _CITED.search(text):
        return
    rows = list(_INVERTED.finditer(text))
    for found in rows:
        given = plain(found["given"])
        is_shouted = found["family"].isupper() and not found["given"].isupper()  # "VALE, Milton": as files have it
        second = plain(found["second"] or "")
        is_known = is_given(given) or (is_given(second) and not registers.is_word(given))  # "Vang, Pa Kou"
        # "Vale-Reed, Wadner dies": nothing but people die
        is_told = bool(_FATE.match(text, found.end())) and _is_unknown(found["given"])
        # "Singh, Arshdeep" among others
        is_listed = len(rows) > 1 and _is_family(found["family"]) and _is_rare(found["given"])
        could_be = (is_shouted or is_known or is_told or is_listed) and given not in state_words()
        family = found["family"]
        if could_be and (_is_family(family) or _may_be_unknown(found)) and not _are_two(found):
            yield found.start("whole"), found["whole"]


def _is_rare(word: str) -> bool:
    """Whether no list has a word, not even one of places."""
    name = normalise(word)
    is_place = bool(codes_of(name)) or name in cities_abroad() or name in country_names()
    return _is_unknown(word) and not is_place


def _may_be_unknown(inverted: re.Match[str]) -> bool:
    """Whether two words are a given name behind a family name that no list has: "Quej, Eulalio"."""
    first = inverted["first"]
    is_double = bool(first) and is_family(plain(first.strip(" -")))  # "Ruiz Quej, Eulalio"
    if (first and not is_double) or inverted["second"] or not is_given(plain(inverted["given"])):
        return False
    return _is_unknown(inverted["family"]) and not any(
        codes_of(normalise(inverted[key])) for key in ("family", "given")
    )


def _are_two(inverted: re.Match[str]) -> bool:
    """Whether what may be a family's two names and a given one are two people: "Ana Vale, Luz Reed"."""
    first, second = inverted["first"], inverted["second"]
    opens = plain(first.strip()) if first else ""
    return bool(first and ((is_given(opens) and not is_family(opens)) or (second and _is_family(second))))


def single_names(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield given names that stand alone, and surnames of families: the start, the name, whether an age is told."""
    aged: set[int] = set()  # where names with an age begin
    for found in _AGED.finditer(text):
        if _is_given(found[1]) and _stands_alone(text, found.start(1)):
            aged.add(found.start(1))
            yield found.start(1), found[1], True
    if _has_kin().search(text):
        for found in _of_relatives().finditer(text):
            name, at = found[str(found.lastgroup)], found.start(str(found.lastgroup))
            is_name = _is_given(name) or (_is_unknown(name) and found.lastgroup != "other")
            if is_name and at not in aged and _stands_alone(text, at):
                yield at, name, False
    for found in _FAMILY.finditer(text):
        if _is_family(found[1]) or _is_unknown(found[1]):
            yield found.start(1), found[1], False


def _stands_alone(text: str, start: int) -> bool:
    """Whether a name is no part of a longer one, nor of where something is."""
    before = text[max(0, start - _REACH) : start]
    last = _LAST.search(before)
    if text[start:].startswith(_MONTHS):
        return False
    is_part = last and last[1][0].isupper() and plain(last[1]) not in kin() and not last[1].endswith(".")
    return not is_part and not _WHERE.search(before)


@cache
def _is_given(word: str) -> bool:
    lower = plain(word)
    return (lower in given_names() or registers.is_given(lower)) and not (
        registers.is_word(lower) or lower in also_words()
    )


@cache
def _is_family(word: str) -> bool:
    lower = plain(word)
    return (lower in family_names() or registers.is_family(lower)) and not (
        registers.is_word(lower) or lower in also_words()
    )


@cache
def _is_unknown(word: str) -> bool:
    """Whether no list has a word, not even one of things: a rare name."""
    lower = plain(word)
    is_thing = registers.is_word(lower) or is_public_word(word) or word in lexicon.load("privacy")["no_name"]
    return not (word.isupper() or is_thing or is_given(lower))


@cache
def _has_kin() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_relatives()})s?\b")


@cache
def _of_relatives() -> re.Pattern[str]:
    """Match a given name beside a relative: "his wife, Ana," "a boy named Ana", "Ana, the wife of a detainee"."""
    ends = r"(?=[,;.:)]|['’]s\b|\s+[a-z(]|\s*$)"
    return re.compile(
        rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ww]hose|['’]s)\s+(?:[a-z]+\s+)?(?:{_relatives()}),?\s+(?P<behind>{_NAME}){ends}"
        rf"|(?:\b(?:[Aa]n?|[Tt]he|[Aa]nd|[Oo]lder|[Yy]ounger)|&)\s+(?:{_relatives()}),?\s+(?P<other>{_NAME}){ends}"
        rf"|\b(?:{_relatives()}|person)\s+(?:named|called)\s+(?P<named>{_NAME}){ends}"
        rf"|(?<![\w’'-])(?P<before>{_NAME}),\s+(?:(?:the|his|her|their|an?)\s+(?:[a-z]+\s+)?)?(?:{_relatives()})(?=[,.;]|\s+(?:of|in|who|from)\b)"
    )


@cache
def _relatives() -> str:
    return alternatives(kin())
