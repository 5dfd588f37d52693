"""What identifies one person without a name in capitals: numbers, addresses, ages, and names in small letters."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import alternatives

# Days and years, which are numbers of nobody.
_DAYS = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b|\b(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2}\b|\d{1,2}/\d{1,2}/\d{2,4}")
_AGE_BEHIND = re.compile(r"[^\W\d_],\s*\d{1,3}\s*[,;)]|[^\W\d_]\s*\(\d{1,3}\)")


def identifies_somebody(text: str) -> bool:
    """Whether a text may say which person is meant, or where to find one; too often rather than too seldom."""
    if _numbers().search(_DAYS.sub("", text)) or _AGE_BEHIND.search(text):
        return True
    return any(pattern.search(text) for pattern in _people())


def tells_of_somebody(clause: str) -> bool:
    """Whether what stands behind a name tells of a private person, with or without an office."""
    return bool(_private_clause().search(clause))


@cache
def _words() -> dict[str, str]:
    return {name: alternatives(words) for name, words in lexicon.load("identifying").items()}


@cache
def _numbers() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"""
          @ | :// | \bwww\.
        | \bA[-#\s]*\d(?:[-\s]?\d){{5,9}}\b                          # an A-number
        | \b[A-Z]{{1,3}}[-\s]?\d{{6,}}\b                             # a passport, a receipt
        | \b\d{{3}}[-\s.]\d{{2}}[-\s.]\d{{4}}\b                      # a Social Security number
        | \b\d{{1,2}}:\d{{2}}-[A-Za-z]{{2}}-\d+ | \b[A-Z]{{1,4}}-?\d{{1,4}}-\d{{3,}}    # a docket
        | \b(?:{words["numbered"]})\b\W*(?:no|num|number|nos)?\b\W*(?:is|was|:|\#)?\W*\w*\d
        | \(?\b\d{{3}}\)?[-.\s]+\d{{3}}[-.\s]+[\dA-Za-z]{{4}}\b | \b\d{{3}}[-.]\d{{4}}\b    # telephones
        | (?<![\d,.$])\d(?:[-\s().]{{0,2}}\d){{6,}}                  # any long number that is not a year or a day
        | \b\d{{1,2}}\.\d{{4,}}                                      # a point on a map
        | \bP\.?\s?O\.?\s+Box\b
        | \b(?:{words["rooms"]})\b\.?\s*\#?\s*\w?\d
        | \b\d{{1,6}}[A-Za-z]?\s+(?:[\w.'’-]+\s+){{0,3}}?(?:{words["streets"]})\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _people() -> tuple[re.Pattern[str], ...]:
    """Return the expressions for a person described, taken, or taken and named before."""
    words, described = _words(), "|".join(lexicon.load("showing")["people"])
    was = r"(?:was|is|gets?|got|has\s+been)\s+(?:\w+ly\s+)?"
    return (
        re.compile(rf"(?<!\w)(?:{described})(?!\w)", re.IGNORECASE),
        re.compile(rf"\b(?:{words['taken']})\s+(?!(?:{words['not_named']})\b)(?-i:[^\W\d_A-Z])\w*", re.IGNORECASE),
        re.compile(rf"(?<![\w’'])(?!(?:{words['nobody_named']})\b)(?![A-Z])\w*[^\W\d_]\s+{was}(?:{words['taken']})\b"),
    )


@cache
def _private_clause() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words()['private_clause']}|\d{{1,3}})\b", re.IGNORECASE)
