"""Lists of words as expressions that are tried only where one of their first words stands.

A text is split into words once, whatever the number of lists: looking up the first words of a list there takes far less
time than scanning the text for it.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from raidline.lexicon.patterns import folded, words_source

_BEGINNING = re.compile(r"(?<![\w-])\w+")
_AT_ONCE = 4  # texts whose words are remembered: an article as it is saved and as it is read, and its title
_WHOLE = sys.maxsize


class WordList:
    """An expression that begins with a word of some patterns, not behind a letter, a figure or a hyphen.

    It has the methods of a compiled expression, with the same results.
    """

    def __init__(self, regex: re.Pattern[str], patterns: Iterable[str], also: re.Pattern[str] | None = None) -> None:
        """Take the patterns that the expression begins with; `also` finds each other position where it may match."""
        self.regex = regex
        self._also = also
        self._fold = bool(regex.flags & re.IGNORECASE)
        firsts = {_first(word) for pattern in patterns for word in pattern.split()[0].split("/")}
        whole = {head for head, star, _ in firsts if not star}
        self._words = whole | (set() if self._fold else {word[0].upper() + word[1:] for word in whole})
        heads = {head for head, star, _ in firsts if star and head}
        self._heads = tuple(heads | (set() if self._fold else {head[0].upper() + head[1:] for head in heads}))
        self._tails = tuple(tail for head, star, tail in firsts if star and not head)
        self._starts = lru_cache(maxsize=_AT_ONCE)(self._starts_in)

    def finditer(self, text: str, start: int = 0, end: int = _WHOLE) -> Iterator[re.Match[str]]:
        """Yield the matches that begin and end in a stretch of text, in order and without overlaps."""
        starts = self._starts(text)
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            if starts[at] >= start and (found := self.regex.match(text, starts[at], end)):
                yield found
                start = found.end()

    def search(self, text: str, start: int = 0, end: int = _WHOLE) -> re.Match[str] | None:
        """Return the first match in a stretch of text, or None."""
        starts = self._starts(text)
        for at in range(bisect_left(starts, start), len(starts)):
            if starts[at] >= end:
                return None
            if found := self.regex.match(text, starts[at], end):
                return found
        return None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text, or None."""
        return self.regex.fullmatch(text)

    def _starts_in(self, text: str) -> Sequence[int]:
        """Return the positions in a text where the expression may match, in order."""
        words = _folded_words(text) if self._fold else _words(text)
        starts = [start for word in self._words & words.keys() for start in words[word]]
        if self._heads or self._tails:
            starred = (word for word in words if word.startswith(self._heads) or word.endswith(self._tails))
            starts += [start for word in starred if word not in self._words for start in words[word]]
        if self._also:
            return sorted({*starts, *(match.start() for match in self._also.finditer(text))})
        return sorted(starts)


def compile_words(patterns: Iterable[str]) -> WordList:
    """Return one expression for any of `patterns`, longest first, at word boundaries."""
    patterns = list(patterns)
    return WordList(re.compile(words_source(patterns)), patterns)


def _first(word: str) -> tuple[str, str, str]:
    """Return the letters and figures that a word of a pattern begins with, up to a "*", the "*", and those after."""
    match = re.match(r"(\w*)(\*?)(\w*)", word)
    if not match or not match[0]:
        raise ValueError(f"a pattern begins with a letter, a figure or *, not as {word!r} does")
    return match[1], match[2], match[3]


@lru_cache(maxsize=_AT_ONCE)
def _words(text: str) -> Mapping[str, Sequence[int]]:
    """Return where each word of a text begins; not what follows a hyphen."""
    found: dict[str, list[int]] = {}
    for match in _BEGINNING.finditer(text):
        found.setdefault(match[0], []).append(match.start())
    return found


@lru_cache(maxsize=_AT_ONCE)
def _folded_words(text: str) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for word, starts in _words(text).items():
        found.setdefault(folded(word), []).extend(starts)
    return found
