"""The words around a date in a cell, which hedge or bound it, or join it to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from raidline import lexicon

_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def is_open(cell: str) -> bool:
    """Whether a word says that something has not ended: "present", "ongoing"."""
    return " ".join(cell.lower().split()).strip("() .") in _words()["open"]


def stripped(text: str) -> Iterator[tuple[str, str]]:
    """Yield the meaning of each word that can be stripped from the beginning or end, and the rest of the text."""
    before, behind = _edges()
    if (match := before.match(text)) and (rest := text[match.end() :].lstrip(" ,")):
        yield _kind("before", match[1]), rest
    if (match := behind.search(text)) and (rest := text[: match.start()].rstrip(" ,")):
        yield _kind("behind", match[1] or match[2]), rest


def _kind(where: str, word: str) -> str:
    plain = " ".join(word.lower().split())
    return next(kind for kind, words in _words()[where].items() if plain in words)


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    words = lexicon.load("date_cells")
    return {**words, "before": {**words["before"], **words["month_ends"]}}


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = _any(word for words in _words()["before"].values() for word in words)
    behind = _any(word for words in _words()["behind"].values() for word in words)
    return (
        re.compile(rf"({before})(?:\.|(?=\d)|\b|(?<=\W))\s*", re.I),
        re.compile(rf"(?:\s*[(\[]\s*({behind})\.?\s*[)\]]|(?:\s*,\s*|\s+|(?<=\d)(?=[?+–-]|ish))({behind})\.?)$", re.I),
    )


@cache
def joints(*, between: bool) -> re.Pattern[str]:
    """Return an expression for the words between two dates: "to", a dash; after "between" also "and"."""
    words = [*_words()["to"], *(["and", "&"] if between else [])]
    return re.compile(rf"\s*(?:{_any(words)})\s*", re.I)


def _any(words: Iterable[str]) -> str:
    """Return an expression for any of the words, the longest first; it matches letters only at word boundaries."""
    return "|".join(
        (_NO_LETTER_BEFORE if word[0].isalpha() else "")
        + re.escape(word)
        + (_NO_LETTER_BEHIND if word[-1].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    )
