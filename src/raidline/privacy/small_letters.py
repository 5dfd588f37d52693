"""Names without capitals, as people type them in haste: "taken at six: jose luis hernandez"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline.privacy import registers
from raidline.privacy.listed import also_words, family_names, given_names, is_given

_BEGINS = r"(?<![\w./@:-])"
_PAIR = re.compile(rf"{_BEGINS}(?=([a-z]{{3,}})\s([a-z]{{3,}})(?![\w@/-]))[a-z]{{3,}}")  # pairs may overlap
_BEFORE = re.compile(rf"{_BEGINS}([a-z]{{3,}})\s$")
_REACH = 16  # characters of a word before a name
_WORD = re.compile(r"[a-z]{3,}")
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
    for found in _AGED.finditer(text):
        for begin in _WORD.finditer(found[1]):
            if begin[0] in given and " " in found[1][begin.start() :]:  # the first that may be a given name
                yield found.start() + begin.start(), found[1][begin.start() :], True
                return
    ahead = -1  # where the name found last ends: the next pair may be a part of it
    for pair in _PAIR.finditer(text):
        if pair.start() < ahead:
            continue
        one, both = pair[1] in given or pair[2] in family, pair[1] in given and pair[2] in family
        is_labelled = not one and bool(_LABEL.search(text, max(0, pair.start() - 12), pair.start()))
        more = _PAIR.match(text, pair.start(2))
        # "luis fernando castillo", though a castle is a place
        are_three = pair[1] in given and pair[2] in given and more is not None and more[2] in family_names()
        if both or are_three or ((one or is_labelled) and _AGE.match(text, pair.end(2))):
            ahead = more.end(2) if more and (are_three or more[2] in family) else pair.end(2)  # "jose luis hernandez"
            start = _start(text, pair.start())
            yield start, text[start:ahead], False


def _start(text: str, start: int) -> int:
    """Return where a name begins, with another given name before it."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    is_name = before is not None and is_given(before[1]) and not registers.is_word(before[1])
    return before.start(1) if before and is_name else start


@cache
def _names_alone() -> tuple[frozenset[str], frozenset[str]]:
    """Return the given and the family names that are no words."""
    return given_names() - also_words(), family_names() - also_words()
