"""What stands behind a date in its cell and is about something else: "5/12/2008 (raid began at dawn)"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon

_REMARK = re.compile(
    r"(?P<date>[^()\[\];]*\d[^()\[\];]*?)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|;(?P<rest>[^;]+))\.?"
)
_WORDS = re.compile(r"[^\W\d_]+(?:[ ,'’-]+[^\W\d_]+)*")
_LONGEST = 200
_MEANING = ("about", "uncertain", "since", "until", "coarse")
_OTHERS = (
    "or",
    "not",
    "no",
    "never",
    "and",
    "to",
    "either",
    "instead",
    "of",
    "week",
    "month",
    "year",
    "season",
    "day",
    "days",
    "date",
)


def without_remark(cell: str) -> str:
    """Return a cell without words in brackets or behind a semicolon; "" without any, or if they may change the date."""
    match = _REMARK.fullmatch(cell.strip()) if len(cell) <= _LONGEST else None
    if match is None:
        return ""
    said = (match["round"] or match["square"] or match["rest"]).strip()
    return "" if not _WORDS.fullmatch(said) or _changing().search(said) else match["date"].rstrip(" ,")


@cache
def _changing() -> re.Pattern[str]:
    """Return an expression for the words that hedge or bound a date, or name another."""
    cells = lexicon.load("date_cells")
    words = {word for place in ("before", "behind") for kind in _MEANING for word in cells[place].get(kind, ())}
    told = "|".join(re.escape(word) for word in sorted({*words, *_OTHERS}, key=len, reverse=True) if word[0].isalpha())
    months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter"
    return re.compile(rf"\b(?:{told})\b|\b(?:{months})", re.IGNORECASE)
