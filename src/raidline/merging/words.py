"""What the sentence of a candidate says besides its date and place: content words, names, and numbers.

Two reports of one happening share words that few other reports use. `frequent.tsv` says which are used by many; it does
not depend on the articles at hand, so another article never changes what two others are found to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from raidline import lexicon
from raidline.places.jurisdiction import Jurisdiction

FREQUENT = "frequent.tsv"

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d")
_BEGINNING = 6  # letters: "deportation" and "deported" are one word
_FEWEST_DIGITS = 3  # shorter numbers are days of a month, ages, or small counts
_YEAR = re.compile(r"(?:19|20)\d\d")
_RARE = 0.85
_WORTH = {"often": 0.4, "everywhere": 0.15}
_KNOWN = 50_000  # words, cached


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence that can be compared, with what each is worth; `rare` and `names` are some of them."""

    worth: Mapping[str, float]
    rare: frozenset[str]
    names: frozenset[str]


def read_words(quote: str, places: tuple[Jurisdiction, ...]) -> Words:
    """Return the words of a sentence, without those of the places where it happened: places are compared as such."""
    worth: dict[str, float] = {}
    rare, names = set(), set()
    placed = _placed(places)
    written = _WORD.findall(quote)
    for word in written:
        key, value = _read(word)
        if value and key not in placed:
            worth[key] = value
            if value == _RARE:
                rare.add(key)
                if word[0].isupper() and word is not written[0]:
                    names.add(key)
    return Words(worth, frozenset(rare), frozenset(names))


def beginnings(text: str) -> Iterator[str]:
    """Yield the words and the larger numbers of a text, as far as they are compared."""
    yield from filter(None, map(_beginning, _WORD.findall(text)))


@lru_cache(_KNOWN)
def _read(written: str) -> tuple[str, float]:
    """Return by what a word is compared, and what sharing it is worth; 0 if nothing."""
    if act := _acts().get(written.lower()):
        return act, _WORTH["often"]
    key = _beginning(written)
    return key, _frequent().get(key, _RARE) if key else 0.0


def _beginning(written: str) -> str:
    if written[0].isdigit():
        number = written.replace(",", "")
        return number if len(number) >= _FEWEST_DIGITS and not _YEAR.fullmatch(number) else ""
    lower = written.lower()
    beginning = lower[:_BEGINNING]
    return "" if lower in _function_words() or beginning in _calendar() else beginning


@lru_cache(10_000)
def _placed(places: tuple[Jurisdiction, ...]) -> frozenset[str]:
    return frozenset(beginning for place in places for beginning in beginnings(place.full_name))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon.load("function_words")["words"])


@cache
def _calendar() -> frozenset[str]:
    return frozenset(word.lower()[:_BEGINNING] for word in lexicon.load("function_words")["calendar"])


@cache
def _acts() -> dict[str, str]:
    """Return the words for acts, each with the act's name, which no word of a text can be."""
    return {word: f"({row['name']})" for row in lexicon.load("same_acts") for word in row["words"]}


@cache
def _frequent() -> dict[str, float]:
    """Return what words that many articles use are worth."""
    lines = files(__package__).joinpath(FREQUENT).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: _WORTH[how] for word, how in rows}
