"""The words around a date in a cell: what hedges or bounds it, or joins it to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from raidline import lexicon

_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def is_open(cell: str) -> bool:
    """Whether the end of something is that it goes on: "present", "ongoing"."""
    return " ".join(cell.lower().split()).strip("() .") in _words()["open"]


def stripped(text: str) -> Iterator[tuple[str, str]]:
    """Yield what each way to take a word off the beginning or the end says, and what is left of the text."""
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
        re.compile(rf"(?:\s*[(\[]\s*({behind})\.?\s*[)\]]|(?:\s*,\s*|\s+|(?<=\d)(?=[?+-]))({behind})\.?)$", re.I),
    )


@cache
def joints(*, between: bool) -> re.Pattern[str]:
    """Return an expression for what joins the ends of a span: "to", a dash; "and" behind "between"."""
    words = [*_words()["to"], *(["and", "&"] if between else [])]
    return re.compile(rf"\s*(?:{_any(words)})\s*", re.I)


def _any(words: Iterable[str]) -> str:
    """Return an expression for any of the words, the longest first; letters begin and end with a word."""
    return "|".join(
        (_NO_LETTER_BEFORE if word[0].isalpha() else "")
        + re.escape(word)
        + (_NO_LETTER_BEHIND if word[-1].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    )
