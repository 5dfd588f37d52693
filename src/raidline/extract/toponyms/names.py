"""Capitalised names in running text, each with the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from raidline import lexicon
from raidline.memo import remembered

NAME_WORD = r"(?:(?:St|Ste|Ft|Mt)\.|[A-Z][\w’'-]*+)"
_CONNECTORS = "of the|of|de la|de las|de los|de|del|du|la|las|los"
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_FOLLOWING = 4  # words of its run that the rules for a name examine
_LETTERS_OF_A_WORD = 3  # and the space after it: initials are not a headline in capitals
_AROUND = 64  # characters beside a name that its rules examine


@cache
def titles() -> frozenset[str]:
    """Return the words that come before a person's name: "Sheriff", "Gov.", "agent"."""
    return frozenset(lexicon.load("place_words")["titles"])


@cache
def _run() -> re.Pattern[str]:
    """Return the expression for a run of capitalised words on a line; full stops only in titles and initials."""
    dotted = "|".join(re.escape(title) for title in sorted(titles(), reverse=True) if title.endswith("."))
    capital = r"(?:[dDlL]['’])?[A-ZÀ-Þ][\w’']*"
    word = rf"(?:(?:{dotted}|St\.|Ste\.|Ft\.|Mt\.|ST\.|(?:[A-Z]\.)+)|{capital}(?:-{capital})*)"
    first = "".join(sorted({title[0] for title in titles() if title.endswith(".")}))
    # looking at the first letter before anything else spares a third of the time
    return re.compile(rf"(?=[A-ZÀ-ÞdDlL{first}])(?<![\w-]){word}(?:[ \t\xa0]+(?:(?:{_CONNECTORS})[ \t\xa0]+)?{word})*")


@remembered(8192)
def bare_word(word: str) -> str:
    """Return a word without the punctuation after it and without a possessive ending."""
    return word if _INITIALS.fullmatch(word) else _POSSESSIVE.sub("", word.rstrip(".,;:"))


class Run(NamedTuple):
    """Capitalised words in a row: `words` as written, `bare` without punctuation, `starts` their offsets."""

    text: str
    start: int
    words: tuple[str, ...]
    bare: tuple[str, ...]
    starts: tuple[int, ...]
    shouts: bool  # a headline in capitals, where the words beside a name say nothing about it

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Return where the words from `first` to `after` (exclusive) stand, without what is not part of a name."""
        return self.starts[first], self.starts[after - 1] + len(self.bare[after - 1])

    @property
    def before(self) -> str:
        """The word before the run."""
        return "".join(self.text[max(0, self.start - 24) : self.start].rsplit(maxsplit=1)[-1:])


def find_runs(text: str) -> Iterator[Run]:
    """Yield the runs of capitalised words in order."""
    for match in _run().finditer(text):
        words, at = tuple(match[0].split()), match.start()
        if len(words) == 1:  # most
            yield Run(text, at, words, (bare_word(words[0]),), (at,), shouts=False)
            continue
        starts = [at]
        for before, word in pairwise(words):
            at = text.index(word, at + len(before))
            starts.append(at)
        shouts = match[0].isupper() and len(match[0]) > _LETTERS_OF_A_WORD * len(words)
        yield Run(text, match.start(), words, tuple(map(bare_word, words)), tuple(starts), shouts)


class Name(NamedTuple):
    """The words of a run from `first` to `after` (exclusive), read as one name at `start:end` of the text."""

    run: Run
    first: int
    after: int
    start: int
    end: int
    text: str
    previous: str  # the word before it in its run, "" if the name opens it
    follows: tuple[str, ...]  # the words after it in its run; none if the name is a possessive
    left: str  # the text before it, on its line

    @classmethod
    def of(cls, run: Run, first: int, after: int) -> Name:
        """Return the name without the punctuation and the possessive after it."""
        text, (start, end) = run.text, run.span(first, after)
        previous = run.bare[first - 1] if first else ""
        follows = () if text[end : end + 1] in "'’" else run.bare[after : after + _FOLLOWING]
        left = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
        return cls(run, first, after, start, end, text[start:end], previous, follows, left)

    def right(self, end: int | None = None) -> str:
        """Return the text after the name, or after `end`."""
        at = end if end is not None else self.end
        return self.run.text[at : at + _AROUND]
