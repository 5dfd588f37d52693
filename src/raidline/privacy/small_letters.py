"""Names without capitals, as people type them in haste: "taken at six: jose luis hernandez"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline.privacy import registers
from raidline.privacy.listed import also_words, family_names, given_names, is_family, is_given, kin, taken
from raidline.privacy.registers import plain
from raidline.privacy.roles import offices

_BEGINS = r"(?<![\w./@:-])"
_LETTERS = "[a-zà-öø-ÿ]{3,}"
_PAIR = re.compile(rf"{_BEGINS}(?=({_LETTERS})\s({_LETTERS})(?![\w@/-])){_LETTERS}")  # pairs may overlap
_BEFORE = re.compile(rf"{_BEGINS}({_LETTERS})\s$")
_REACH = 16  # characters of a word before a name
_WORD = re.compile(_LETTERS)
_AGED = re.compile(rf"{_BEGINS}([a-z]{{3,}}(?:\s[a-z]{{3,}}){{2,3}}),?\s\(?\d{{1,2}}\b[,)]")
_AGE = re.compile(r",?\s\(?\d{1,2}\b[,)]")
_LABEL = re.compile(
    r"\b(?:victim|deceased|detainee|detained|arrested|deported|killed|injured|name|names?)s?:\s+$", re.IGNORECASE
)


def names_in_small_letters(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield names of two words or more that lists have, or up to four words before an age if lists have one.

    Each with its start, and whether the age is told.
    """
    given, family = _names_alone()
    if ":" not in text and _any_names().isdisjoint(map(plain, _WORD.findall(text))):  # as in most texts
        return
    for found in _AGED.finditer(text):
        for begin in _WORD.finditer(found[1]):
            if begin[0] in given and " " in found[1][begin.start() :]:  # the first that may be a given name
                yield found.start() + begin.start(), found[1][begin.start() :], True
                return
    ahead = -1  # where the name found last ends: the next pair may be a part of it
    for pair in _PAIR.finditer(text):
        if pair.start() < ahead:
            continue
        first, second = plain(pair[1]), plain(pair[2])
        one = first in given or second in family
        both = (first in given and second in family) or _are_in_registers(first, second)
        is_labelled = not one and bool(_LABEL.search(text, max(0, pair.start() - 12), pair.start()))
        more = _PAIR.match(text, pair.start(2))
        third = plain(more[2]) if more else ""
        are_three = first in given and second in given and is_family(third)  # "luis fernando castillo", also a castle
        is_told = first in given and not registers.is_word(second) and _is_told(text, pair.start())
        if both or are_three or is_told or ((one or is_labelled) and _AGE.match(text, pair.end(2))):
            is_longer = are_three or _is_family_alone(third) or (is_told and third and not registers.is_word(third))
            ahead = more.end(2) if more and is_longer else pair.end(2)  # "jose luis hernandez"
            start = _start(text, pair.start())
            if not _has_title(text, start):
                yield start, text[start:ahead], False


def _start(text: str, start: int) -> int:
    """Return where a name begins, with another given name before it."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    is_name = before is not None and is_given(before[1]) and not registers.is_word(before[1])
    return before.start(1) if before and is_name else start


def _has_title(text: str, start: int) -> bool:
    """Whether an office stands right before a name: "sheriff ann vale"."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None and before[1] in offices()


def _is_told(text: str, start: int) -> bool:
    """Whether a relative or an arrest stands right before a name: "they arrested ann vale"."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None and (before[1] in kin() or before[1] in taken())


def _are_in_registers(given: str, family: str) -> bool:
    """Whether two words are a listed given name and a family name of the registers, and neither is a word."""
    return given in given_names() and not registers.is_word(given) and registers.is_family(family)


def _is_family_alone(word: str) -> bool:
    return (word in family_names() and word not in also_words()) or registers.is_family(word)


@cache
def _any_names() -> frozenset[str]:
    """Return the given names, and the family names that are no words: one of them is in each name found here."""
    return given_names() | _names_alone()[1]


@cache
def _names_alone() -> tuple[frozenset[str], frozenset[str]]:
    """Return the given and the family names that are no words."""
    return given_names() - also_words(), family_names() - also_words()
