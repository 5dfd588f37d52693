"""A date in a cell of a workbook, as precise as its cell shows it: one that is shown as "March 2017" has no day."""

from __future__ import annotations

import re
from datetime import datetime

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MINUTES = re.compile(r"(?<=h)(\W*)m+|m+(?=\W*s)")


def parts_of(number_format: str) -> str:
    """Return which parts of a date a number format of Excel shows, as the letters y, m, d and h."""
    first = _NOT_SHOWN.sub("", number_format).lower().partition(";")[0]
    clean = _MINUTES.sub(r"\1", re.sub("h+", "h", first))
    return "".join(letter for letter in "ymdh" if letter in clean)


def as_shown(when: datetime, parts: str) -> str:
    """Return a date with no more than the parts that are shown; all of it if nothing of a day is."""
    if "d" in parts or not ("y" in parts or "m" in parts):
        midnight = (when.hour, when.minute, when.second) == (0, 0, 0)
        day = f"{when.year:04}-{when.month:02}-{when.day:02}"
        return day if midnight or "h" not in parts else f"{day}T{when:%H:%M:%S}"
    return f"{when.year:04}-{when.month:02}" if "m" in parts else f"{when.year:04}"
