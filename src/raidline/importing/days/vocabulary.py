"""Which words can be part of a date at all: a cell with others need not be read to know that it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_NEVER = re.compile(r"[#$%*={}\\^§_©®|]|\[\d|\d\]")  # EDTF, which has some of these signs, is read before
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}")
_FILES = (
    "date_cells",
    *(f"timex_{name}" for name in ("days", "holidays", "lengths", "relative", "rules", "words", "years")),
)
_SHAPE = re.compile(rf"{_MONTH.pattern}|x+")  # the names of months, also misspelt ones, and digits left open: XX/2025
_TIME_OF_YEAR = re.compile(rf"{_MONTH.pattern}|spring|summer|fall|autumn|winter")
_NO_WORDS = (
    "examples",
    "not",
    "case",
    "reads",
    "is",
    "precision",
    "affirmed",
    "denied",
)  # keys of what is no word of a date
_SHAPED = {
    "q",
    "h",
    "fy",
    "t",
    "z",
    "utc",
    "gmt",
    "o",
    "clock",
    "st",
    "nd",
    "rd",
    "th",
    "s",
    "hrs",
    "hours",
    "pm",
    "am",
    "m",
    "p",
    "a",
}


def may_be_date(text: str) -> bool:
    """Whether a text has no word and no sign that dates do not have; one word may be the month of another language."""
    if _NEVER.search(text):
        return False
    words = _WORD.findall(text.lower())
    others = [word for word in words if not is_of_dates(word) and not _SHAPE.fullmatch(word)]
    return not others or (len(others) == 1 and not any(map(_TIME_OF_YEAR.fullmatch, words)))


def is_of_dates(word: str) -> bool:
    """Whether a word in small letters stands in one of the lists about dates."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    """Return each word anywhere in the lists about dates; more than needed do no harm."""
    return frozenset(
        _SHAPED | {word for name in _FILES for text in _texts(lexicon.load(name)) for word in _WORD.findall(text)}
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NO_WORDS:
                yield from _texts(key)
                yield from _texts(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value.lower()
