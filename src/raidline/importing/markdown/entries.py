"""What stands in the entries of lists and chronicles in Markdown: dates at their beginning, links, stressed words."""

from __future__ import annotations

import re

from raidline.importing.days.cell import read_date

TITLE = re.compile(r" {0,3}#{1,6}\s+(?P<text>.*)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEHIND_DATE = re.compile(r"\s*(?:\s[-–—|]{1,3}\s|[:;.,]\s)\s*|\s*[—–]\s*")
_LONGEST_DATE = 60
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_DAY_BEHIND = re.compile(r"(?P<before>\),\s*)(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2})(?=\s*(?:[;,)|]|$))")
SAYING_SOURCE = re.compile(r"(?:sources?|via|see|links?|reported by|coverage)\s*:?\s+", re.IGNORECASE)
_STRESSED = re.compile(r"(\*\*|\*|`)(?=\S)(?P<text>[^*`]{1,500}?)(?<=\S)\1")


def plain(text: str) -> str:
    """Return a text without the signs that stress a part of it."""
    return _STRESSED.sub(lambda match: match["text"], text).strip()


def with_years(source: str, date: str) -> str:
    """Return a source in which a day behind a link that has no year is of that of the item, or of the next one."""
    when = read_date(date)
    first = when.earliest if when else None

    def completed(match: re.Match[str]) -> str:
        days = (read_date(f"{match['day']}, {year}") for year in (first.year, first.year + 1)) if first else ()
        found = next((day for day in days if day and day.latest and first and day.latest >= first), None)
        return f"{match['before']}{found}" if found else match[0]

    return _DAY_BEHIND.sub(completed, source)


def dated(text: str, year: str) -> tuple[str, str]:
    """Return the date at the beginning of a text, the longest that can be read, and the rest; "" if there is none."""
    ends = [match for match in _BEHIND_DATE.finditer(text[: _LONGEST_DATE + 5]) if match.start() <= _LONGEST_DATE]
    for end in reversed(ends):
        date = text[: end.start()].strip()
        for written in (date, f"{date}, {year}", f"{date}/{year}") if year else (date,):
            if read_date(written):
                return written, text[end.end() :].strip()
    return "", ""
