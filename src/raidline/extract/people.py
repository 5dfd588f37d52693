"""People of an article, known by their surnames, so that Judge Andrew Austin is not taken for a city."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon

_POSSESSIVE = re.compile(r"['’]s?$")


def bare_word(word: str) -> str:
    """Return a word without the punctuation behind it and without a possessive ending."""
    return _POSSESSIVE.sub("", word.rstrip(".,;:"))


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name: "Sheriff", "Gov.", "agent"."""
    return frozenset(lexicon.load("place_words")["titles"])


@cache
def first_names() -> frozenset[str]:
    """Return common given names."""
    return frozenset(lexicon.load("place_words")["first_names"])


def surnames(text: str, run: re.Pattern[str]) -> frozenset[str]:
    """Return the last words of the names introduced with a title or a given name.

    `run` matches a run of capitalised words.
    """
    found = set()
    for match in run.finditer(text):
        raw = match[0].split()
        words = [bare_word(word) for word in raw]
        before = text[max(0, match.start() - 16) : match.start()].split()[-1:]
        if before and before[0] in titles():
            found.add(words[-1])
        for i, word in enumerate(words[:-1]):
            if word in first_names() or (raw[i] in titles() and raw[i + 1] not in titles()):
                found.add(words[-1])
    return frozenset(found)
