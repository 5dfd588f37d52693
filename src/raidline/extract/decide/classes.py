"""Classes of words that weigh alike: whoever has learned what "bill" says of an act also knows "ordinance"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.decide.words import lower_words

_SHORTEST = 3  # letters before a * in the lexicon


@lru_cache(256)
def classes_in(text: str) -> tuple[str, ...]:
    """Return the classes of the words in a text, each once, in alphabetical order."""
    return classes_among(lower_words(text))


def classes_among(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the classes of words in lower case, each once, in alphabetical order."""
    return tuple(sorted({name for word in words for name in classes_of(word)}))


@lru_cache(20_000)
def classes_of(word: str) -> tuple[str, ...]:
    """Return the classes of one word in lower case, in alphabetical order."""
    whole, begun = _tables()
    names = set(whole.get(word, ()))
    for length in range(_SHORTEST, len(word) + 1):
        names.update(begun.get(word[:length], ()))
    return tuple(sorted(names))


@cache
def _tables() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Return the classes of whole words, and those of words with the same beginning."""
    whole: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for row in lexicon.load("word_classes"):
        for word in row["words"]:
            table = begun if word.endswith("*") else whole
            table.setdefault(word.removesuffix("*"), []).append(row["name"])
    return whole, begun
