"""Lists of words as expressions that are tried only where one of their first words stands.

A text is split into words once, whatever the number of lists: looking up the first words of a list there takes far less
time than scanning the text for it.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, islice

from raidline.lexicon.firstwords import FirstWords
from raidline.lexicon.patterns import folded, words_source

_BEGINNING = re.compile(r"(?<![\w-])(\w+)")
_HYPHENED = re.compile(r"([\w-]+)")  # found faster; a word is what stands before its first hyphen
_AT_ONCE = 4  # texts whose words are remembered: an article as it is saved and as it is read, and its title
_ONE_BY_ONE = 400  # characters; a title or a sentence
_SHORT = 1_000_000  # characters; the words of a longer text are found one by one: slower, with a tenth of the memory
_WHOLE = sys.maxsize


class WordList:
    """An expression that begins with a word of some patterns, not behind a letter, a figure or a hyphen.

    It has the methods of a compiled expression, with the same results.
    """

    def __init__(
        self, regex: re.Pattern[str] | FirstWords, patterns: Iterable[str], also: re.Pattern[str] | None = None
    ) -> None:
        """Take the patterns that the expression begins with; `also` finds each other position where it may match."""
        self.regex = regex
        self._also = also
        self._fold = bool(regex.flags & re.IGNORECASE)
        forms = (lambda word: {folded(word)}) if self._fold else (lambda word: {word, word[:1].upper() + word[1:]})
        firsts = {
            _first(form) for pattern in patterns for word in pattern.split()[0].split("/") for form in forms(word)
        }
        self._words = frozenset(head for head, star, _ in firsts if not star)
        self._heads = tuple(head for head, star, _ in firsts if star and head)
        self._tails = tuple(tail for head, star, tail in firsts if star and not head)
        self._starts = lru_cache(maxsize=_AT_ONCE)(self._starts_in)

    def finditer(self, text: str, start: int = 0, end: int = _WHOLE) -> Iterator[re.Match[str]]:
        """Yield the matches that begin and end in a stretch of text, in order and without overlaps."""
        starts = self._starts(text)
        inside = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        return self._matches(text, inside, end) if inside else iter(())

    def _matches(self, text: str, starts: Sequence[int], end: int) -> Iterator[re.Match[str]]:
        match, free = self.regex.match, 0
        for start in starts:
            if start >= free and (found := match(text, start, end)):
                yield found
                free = found.end()

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

    def starts(self, text: str) -> Sequence[int]:
        """Return the positions in a text where the expression may match, in order; they are found once."""
        return self._starts(text)

    def _starts_in(self, text: str) -> Sequence[int]:
        """Return the positions in a text where the expression may match, in order."""
        if len(text) <= _ONE_BY_ONE:
            return self._starts_in_short(text)
        words = _folded_words(text) if self._fold else _words(text)
        known = self._words & words.once
        if self._heads or self._tails:
            known = known.union(_beginning(words.in_order, self._heads), _ending(words.by_ending, self._tails))
        starts = [start for word in known for start in words.starts[word]]
        if self._also:
            return sorted({*starts, *_starts_of(self._also, text)})
        return sorted(starts)

    def _starts_in_short(self, text: str) -> Sequence[int]:
        """Return the same for a text of which an index takes longer than looking at each of its words."""
        known, heads, tails = self._words, self._heads, self._tails
        if self._fold and text.isascii():  # each letter stays where it is
            found = [(match[1], match.start()) for match in _BEGINNING.finditer(text.lower())]
        else:
            found = [(match[1], match.start()) for match in _BEGINNING.finditer(text)]
            if self._fold:
                found = [(folded(word), start) for word, start in found]
        starts = [start for word, start in found if word in known or word.startswith(heads) or word.endswith(tails)]
        if self._also:
            return sorted({*starts, *(match.start() for match in self._also.finditer(text))})
        return starts


class WordLists:
    """Several lists by name: few have a word in a clause, and only those are tried there."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        """Take the lists in the order in which they are found."""
        self._lists = tuple(lists.items())
        self._merged = lru_cache(maxsize=_AT_ONCE)(self._merged_in)

    def near(self, text: str, start: int, end: int) -> list[tuple[str, WordList]]:
        """Return the lists that may match in a stretch of text, in order."""
        starts, numbers = self._merged(text)
        first = bisect_left(starts, start)
        return [self._lists[number] for number in sorted({*numbers[first : bisect_left(starts, end, first)]})]

    def found_in(self, text: str, start: int, end: int) -> list[str]:
        """Return the names of the lists that match in a stretch of text, in order."""
        return [name for name, words in self.near(text, start, end) if words.search(text, start, end)]

    def _merged_in(self, text: str) -> tuple[Sequence[int], Sequence[int]]:
        """Return where the lists may match in a text, in order, and the number of the list for each."""
        pairs = sorted((start, n) for n, (_, words) in enumerate(self._lists) for start in words.starts(text))
        return [start for start, _ in pairs], [number for _, number in pairs]


@lru_cache(maxsize=_AT_ONCE)  # lists share such expressions
def _starts_of(regex: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple([match.start() for match in regex.finditer(text)])


def compile_words(patterns: Iterable[str], flags: int = 0) -> WordList:
    """Return one expression for any of `patterns`, longest first, at word boundaries."""
    patterns = list(patterns)
    return WordList(re.compile(words_source(patterns), flags), patterns)


def _first(word: str) -> tuple[str, str, str]:
    """Return the letters and figures that a word of a pattern begins with, up to a "*", the "*", and those after."""
    match = re.match(r"(\w*)(\*?)(\w*)", word)
    if not match or not match[0]:
        raise ValueError(f"a pattern begins with a letter, a figure or *, not as {word!r} does")
    return match[1], match[2], match[3]


class _Words:
    """The words of a text: where each begins; not what follows a hyphen."""

    def __init__(self, starts: Mapping[str, Sequence[int]]) -> None:
        self.starts = starts
        self.once = frozenset(starts)  # of two sets the smaller one is looked up in the other, not so of a mapping

    @cached_property
    def in_order(self) -> Sequence[str]:
        """The words in the order of the alphabet."""
        return sorted(self.starts)

    @cached_property
    def by_ending(self) -> Sequence[str]:
        """The same words backwards, in the order of the alphabet."""
        return sorted([word[::-1] for word in self.starts])


def _beginning(words: Sequence[str], heads: Iterable[str]) -> Iterator[str]:
    """Yield the words, which are in order, that begin with one of some heads."""
    for head in heads:
        at = bisect_left(words, head)
        while at < len(words) and words[at].startswith(head):
            yield words[at]
            at += 1


def _ending(backwards: Sequence[str], tails: Iterable[str]) -> Iterator[str]:
    """Yield the words that end with one of some tails, given all words backwards and in order."""
    return (word[::-1] for word in _beginning(backwards, (tail[::-1] for tail in tails)))


@lru_cache(maxsize=_AT_ONCE)
def _words(text: str) -> _Words:
    found: dict[str, list[int] | array[int]] = defaultdict(list if len(text) <= _SHORT else _positions)
    if len(text) <= _SHORT:
        pieces = _HYPHENED.split(text)
        for word, start in zip(pieces[1::2], islice(accumulate(map(len, pieces)), 0, None, 2), strict=False):
            found[word].append(start)
        for word in [word for word in found if "-" in word]:
            beginning, starts = word.partition("-")[0], found.pop(word)
            if beginning:
                found[beginning] = sorted([*found[beginning], *starts])
    else:
        for match in _BEGINNING.finditer(text):
            found[match[1]].append(match.start())
    return _Words(found)


@lru_cache(maxsize=_AT_ONCE)
def _folded_words(text: str) -> _Words:
    words = _words(text).starts
    # most words are in small letters, and stay as they are
    found = {word: starts for word, starts in words.items() if word.islower() and word.isascii()}
    others = [word for word in words if word not in found]
    # all at once: a word has no line break, which changes no letter beside it
    for word, small in zip(others, folded("\n".join(others)).split("\n") if others else (), strict=True):
        found[small] = array("L", (*found[small], *words[word])) if small in found else words[word]
    return _Words(found)


def _positions() -> array[int]:
    return array("L")
