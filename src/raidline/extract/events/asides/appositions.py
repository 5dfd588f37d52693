"""Two dates of one sentence: of the same act, or of several days in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from raidline.dates.value import Edtf
from raidline.extract.timex import Timex

_APPOSITION = re.compile(r"\s*[,(—–]\s*(?:on\s+|in\s+)?")
_OF_THAT = re.compile(r"\s+(?:of\s+)?")  # "May 5 that year"
_WITHIN = re.compile(r"\s+(?:in|on)\s+")  # "last year in May"
_FIGURE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_DAY_OF_MONTH = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?")
_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2,3}\."
)
_WEEKDAY = re.compile(r"[A-Z][a-z]{2,5}day")
_WHOLES = frozenset({"the year", "the month", "the week", "the decade", "the century"})
_RANKED = re.compile(
    r"\b(?:first|second|third|\w+th|last|final|latest|only|most|worst|best|[a-z]+est)\s+(?:[\w-]+\s+){1,3}(?:of|in)\s+(?:the\s+)?$"
)
_RANK_REACH = 60  # characters


def is_one_date(text: str, one: tuple[Timex, Edtf], other: tuple[Timex, Edtf]) -> bool:
    """Whether two dates of one act, in the order of the text, say the same: "Two weeks ago, on October 26, ..."."""
    (before, whole), (behind, part) = one, other
    between = text[before.end : behind.start]
    if _APPOSITION.fullmatch(between):
        return not _listed(before, behind) or whole == part
    if _WITHIN.fullmatch(between):
        return _contains(whole, part)
    return behind.text.startswith("that ") and bool(_OF_THAT.fullmatch(between))


def is_ranked(text: str, one: tuple[Timex, Edtf], others: Iterable[Edtf]) -> bool:
    """Whether a time beside others says only of what an act is the first: "its second meeting in April, on the 22nd".

    A year or a week that is not named is no date of its own then; else another date must be a part of it.
    """
    timex, whole = one
    if timex.text.lower() not in _WHOLES and not any(_contains(whole, other) for other in others):
        return False
    return bool(_RANKED.search(text, max(0, timex.start - _RANK_REACH), timex.start))


def _listed(one: Timex, other: Timex) -> bool:
    """Whether two times are named in a row: "on June 2, 4 and 9", "on Monday and Friday", "in June, July and May"."""
    if _FIGURE.fullmatch(other.text):
        return True
    return any(alike.fullmatch(one.text) and alike.fullmatch(other.text) for alike in (_DAY_OF_MONTH, _MONTH, _WEEKDAY))


def _contains(whole: Edtf, part: Edtf) -> bool:
    """Whether the second is a part of the first: "last year in May", "last week on Tuesday"."""
    (first, last), (begin, end) = whole.bounds(), part.bounds()
    return first <= begin and end <= last and (first, last) != (begin, end)
