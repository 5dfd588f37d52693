"""Words, their classes and steps that form features. None reveals a name: a capitalised word is only "Aa".

Words of a class weigh alike: whoever has learned what "bill" says of an act also knows "ordinance". Classes are broad;
frames are narrower, as in "the releasing of people" or "the signing of a law", and tell kinds of events apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from raidline import lexicon
from raidline.memo import remembered

_WORD = re.compile(r"(?=[^\s,.])(?:[A-Za-zÀ-ÿ]++(?:['’][a-z]++)?|\d++|[$%“”\"()])")
_LETTERS = re.compile(r"[a-zà-ÿ]+")
_SHORT = 3  # letters
_STEM = 6  # letters
_BEGINNING = 3  # letters before a * in the lexicon
FRAMES = ("frames_enforcement", "frames_government", "frames_justice", "frames_society", "frames_speech")
_MONTHS = frozenset({"March", "May"})
_MASKS = frozenset({"#", "Aa"})
_NONE = frozenset[str]()

Steps = tuple[tuple[float, str], ...]


def step(value: float, steps: Steps, beyond: str) -> str:
    """Return the name of the first step that a value does not exceed."""
    for most, name in steps:
        if value <= most:
            return name
    return beyond


@lru_cache(512)  # words, classes and frames are read of the same clauses and surroundings
def written_words(text: str) -> tuple[str, ...]:
    """Return the words and some signs of a text as written, including names: for classes, never as features."""
    return tuple(_WORD.findall(text))


@lru_cache(256)
def words(text: str) -> tuple[str, ...]:
    """Return the words and some signs of a text; figures become "#", capitalised words "Aa"."""
    return tuple(map(_masked, written_words(text)))


@remembered(16_384)
def _masked(word: str) -> str:
    if word[0].isdigit():
        return "#"
    return "Aa" if word[0].isalpha() and not word.islower() else word.replace("’", "'")


@lru_cache(256)
def vocabulary(text: str) -> frozenset[str]:
    """Return the lower-case words of a text, each once."""
    return frozenset(words(text)) - _MASKS


@lru_cache(512)  # an event and its kind have the same, and the acts of one sentence
def told_words(where: str, text: str) -> tuple[str, ...]:
    """Return a feature of each lower-case word of a text, in alphabetical order: "clause=raid"."""
    return tuple([f"{where}={word}" for word in sorted(vocabulary(text))])


@lru_cache(512)  # as above
def told_classes(where: str, text: str) -> tuple[str, ...]:
    """Return a feature of each class of words in a text: "clause class=a vote"."""
    return tuple([f"{where} class={name}" for name in classes_in(text)])


@lru_cache(512)  # as above
def told_frames(where: str, text: str) -> tuple[str, ...]:
    """Return a feature of each frame that words of a text belong to: "clause frame=the signing of a law"."""
    return tuple([f"{where} frame={name}" for name in frames_in(text)])


@lru_cache(64)
def title_words(title: str | None) -> frozenset[str]:
    """Return the longer words of a title in lower case; titles capitalise most words."""
    return frozenset(word.lower() for word in _WORD.findall(title or "") if len(word) > _SHORT)


@cache
def function_words() -> frozenset[str]:
    """Return the words of grammar, which say nothing of what happened."""
    return frozenset(lexicon.load("function_words")["words"])


@cache
def introductions() -> dict[str, str]:
    """Return the words before an act that introduce it as "known" or as "new"."""
    return {word: name for name in ("known", "new") for word in lexicon.load("function_words")[name]}


@lru_cache(256)
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the content words of a text, including names: for comparison, never as features."""
    common = function_words()
    return frozenset(word[:_STEM] for word in _LETTERS.findall(text.lower()) if word not in common)


@lru_cache(256)
def classes_in(text: str) -> tuple[str, ...]:
    """Return the classes of the words in a text, each once, in alphabetical order."""
    return classes_among(written_words(text))


def classes_among(words: Sequence[str]) -> tuple[str, ...]:
    """Return the classes of words, each once, in alphabetical order."""
    return tuple(sorted(_NONE.union(*map(classes_of, words))))


@remembered(20_000)
def classes_of(word: str) -> tuple[str, ...]:
    """Return the classes of one word, whatever its capitals, in alphabetical order."""
    return _named(word.lower(), "word_classes")


@lru_cache(256)
def frames_in(text: str) -> tuple[str, ...]:
    """Return the frames that words of a text belong to, each once, in alphabetical order."""
    return frames_among(framing_words(text))


def framing_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as written, without months that are words, too: "May" doubts nothing."""
    found = written_words(text)
    return found if _MONTHS.isdisjoint(found) else tuple([word for word in found if word not in _MONTHS])


def frames_among(words: Sequence[str]) -> tuple[str, ...]:
    """Return the frames of words, each once, in alphabetical order."""
    return tuple(sorted(_NONE.union(*map(frames_of, words))))


@remembered(20_000)
def frames_of(word: str) -> tuple[str, ...]:
    """Return the frames of one word, whatever its capitals, in alphabetical order."""
    return _named(word.lower(), *FRAMES)


def _named(word: str, *files: str) -> tuple[str, ...]:
    whole, begun, openings = _tables(*files)
    names = set(whole.get(word, ()))
    if word[:_BEGINNING] in openings:  # most words are in no list
        for length in range(_BEGINNING, len(word) + 1):
            names.update(begun.get(word[:length], ()))
    return tuple(sorted(names))


@cache
def _tables(*files: str) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]], frozenset[str]]:
    """Return the names of whole words in files of the lexicon, and those of words with the same beginning.

    The last are the first letters of those beginnings.
    """
    whole: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for row in (row for file in files for row in lexicon.load(file)):
        for word in row["words"]:
            table = begun if word.endswith("*") else whole
            table.setdefault(word.removesuffix("*"), []).append(row["name"])
    return whole, begun, frozenset(beginning[:_BEGINNING] for beginning in begun)
