"""Sums of money in full: "$1.2 million", "$350K", "a quarter of a million dollars"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TIMES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "billion": 1_000_000_000}
_SUM = re.compile(
    r"[$£€]\s?(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?:[\s-]?(?P<unit>million|billion|thousand|[kKmM]\b))?(?!\d)"
    r"(?P<rate>\s(?:an?|per|each|apiece|daily|monthly)\b)?"
)
_PART = re.compile(
    r"\b(?P<part>half|quarter|third)[\s-](?:of\s)?an?[\s-](?P<unit>million|billion)[\s-]dollars?\b", re.IGNORECASE
)
_PARTS = {"half": 2, "quarter": 4, "third": 3}


def sums_in(text: str, *, at_a_rate: bool = True) -> Iterator[int]:
    """Yield the sums of money of a text; `at_a_rate` says whether also those "a month" and "per night"."""
    for found in _SUM.finditer(text):
        if at_a_rate or not found["rate"]:
            yield round(float(found["figure"].replace(",", "")) * _TIMES.get((found["unit"] or "").lower(), 1))
    for found in _PART.finditer(text):
        yield _TIMES[found["unit"].lower()] // _PARTS[found["part"].lower()]
