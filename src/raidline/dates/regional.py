"""The order of day and month that a reader is used to: "February 1, 2017" or "1 February 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from raidline.dates.edtf import MONTHS

AMERICAN, BRITISH = "en-US", "en-GB"
LANGUAGES = (AMERICAN, BRITISH)

_DAYS = r"\d{1,2}(?:–\d{1,2})?(?!\d)"
_AMERICAN = re.compile(rf"\b({'|'.join(MONTHS)}) ({_DAYS}(?:(?:, | and | or ){_DAYS})*)(?:, (?=\d{{4}}\b))?")
_LANGUAGE: ContextVar[str] = ContextVar("language of dates", default=AMERICAN)


@contextmanager
def dates_in(language: str) -> Iterator[None]:
    """Write all dates in words inside the block as that language does: what is told of an event has many parts."""
    before = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def as_readers_write(words: str) -> str:
    """Return a date in American words as the language of the surrounding `dates_in` has it."""
    return words if _LANGUAGE.get() == AMERICAN else day_first(words)


def day_first(words: str) -> str:
    """Return a text with the day before the month in each of its dates: "28 January – 3 February 2017"."""
    return _AMERICAN.sub(lambda found: f"{found[2]} {found[1]}{' ' if found[0].endswith(' ') else ''}", words)
