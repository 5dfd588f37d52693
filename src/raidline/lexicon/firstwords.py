"""Many patterns at once, tried by the word that stands at a position: an expression for all would fail on each of them.

Only the patterns that may begin with that word are compiled, when a text first has it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from typing import Final

from raidline.lexicon.patterns import by_first_letter, word_source
from raidline.memo import remembered

_WORD = re.compile(r"\w+")
_WORDS = 4_096  # cached; a text has few words, each of them often


class FirstWords:
    """An expression for numbered patterns; of several that match at a position, the first of its letter counts."""

    flags: Final = 0

    def __init__(self, patterns: Iterable[tuple[str, int]]) -> None:
        """Take the patterns, each with its number; among those of one letter, equal numbers are tried together."""
        self._of_letter: dict[str, dict[int, list[str]]] = {}
        for pattern, number in patterns:
            for letter, part in by_first_letter(pattern):
                self._of_letter.setdefault(letter, {}).setdefault(number, []).append(part)
        self._opened_by = remembered(_WORDS)(self._fitting)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at a position, or None; `number_of` tells whose it is."""
        word = _WORD.match(text, start, end)
        regex = self._opened_by(word[0]) if word else None
        return regex.match(text, start, end) if regex else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text, or None."""
        found = self.match(text)
        return found if found and found.end() == len(text) else None

    def _fitting(self, word: str) -> re.Pattern[str] | None:
        """Return the expression for the patterns that may begin with a word; None if there are none."""
        either = []
        for number, parts in self._of_letter.get(word[0].lower(), {}).items():
            fitting = [word_source(part) for part in parts if _may_open(part, word)]
            if fitting:
                either.append(rf"(?P<n{number}>(?:{'|'.join(fitting)})(?![\w-]))")
        return re.compile("|".join(either)) if either else None


def number_of(match: re.Match[str]) -> int:
    """Return the number of the pattern that matched."""
    return int((match.lastgroup or "")[1:])


def _may_open(pattern: str, word: str) -> bool:
    """Whether the first word of a pattern, up to a "*" or another sign, may be that word."""
    whole, begun = _openings(pattern)
    return word in whole or word.startswith(begun)


@cache  # each new word of a text asks
def _openings(pattern: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that a pattern may begin with, and the beginnings of others."""
    whole: set[str] = set()
    begun: set[str] = set()
    for form in pattern.partition(" ")[0].split("/"):
        head, star = _head(form)
        (begun if star else whole).update({head, head[0].upper() + head[1:]} if head[:1].islower() else {head})
    return frozenset(whole), tuple(begun)


def _head(form: str) -> tuple[str, bool]:
    found = _WORD.match(form)
    head = found[0] if found else ""
    return head, form[len(head) :].startswith("*")
