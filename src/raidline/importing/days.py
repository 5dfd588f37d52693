"""Dates as spreadsheets and programs write them, never read as more precise than they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from raidline.dates import Edtf, EdtfError

LONGEST = 100  # characters of a cell that can be a date
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T,])")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})(?:\2(\d{1,2}))?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{1,2})[/-](\d{4})")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?")
_MIDNIGHT = re.compile(r"(.{6,}?)[T ]0?0:00(?::00)?(?:\.0+)?Z?")


def is_day_first(cells: Iterable[str]) -> bool | None:
    """Tell 13/2/2017 from 2/13/2017 by a whole column; None where nothing in it tells, or both are there."""
    found = [match for cell in cells if (match := _NUMBERS.match(cell.strip()))]
    day_first, month_first = any(int(m[1]) > 12 for m in found), any(int(m[3]) > 12 for m in found)
    return None if day_first == month_first else day_first


def read_date(cell: str, *, day_first: bool) -> Edtf | None:
    """Read a date as EDTF, else in numbers, else in the words of articles, else in those of other languages.

    None for what is no date, and for what needs today's date to be one ("yesterday", "March 3").
    """
    text = " ".join(cell.split())
    if not text or len(text) > LONGEST:
        return None
    if midnight := _MIDNIGHT.fullmatch(text):  # how programs write a day
        text = midnight[1]
    return _edtf(text) or _in_numbers(text, day_first=day_first) or _in_words(text)


def _edtf(text: str) -> Edtf | None:
    try:
        return Edtf.parse(text)
    except EdtfError:
        return None


def _in_numbers(text: str, *, day_first: bool) -> Edtf | None:
    if match := _CLOCK.fullmatch(text):
        zone = match[4] or ""
        zone = zone if zone in ("", "Z") or ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return _edtf(f"{match[1]}T{match[2]}{match[3] or ':00'}{zone}")
    if match := _COMPACT.fullmatch(text):
        return _edtf("-".join(match.groups()))
    if match := _YEAR_FIRST.fullmatch(text):
        return _edtf("-".join(part.zfill(2) for part in (match[1], match[3], match[4]) if part))
    if match := _MONTH.fullmatch(text):
        return _edtf(f"{match[2]}-{match[1].zfill(2)}")
    if match := _NUMBERS.fullmatch(text):
        one, other = match[1].zfill(2), match[3].zfill(2)
        month, day = (other, one) if day_first or match[2] == "." else (one, other)
        year = match[4] if len(match[4]) == 4 else ("20" if int(match[4]) < 70 else "19") + match[4]
        return _edtf(f"{year}-{month}-{day}")
    return None


def _in_words(text: str) -> Edtf | None:
    from raidline.extract.timex import find_timexes  # noqa: PLC0415 - most dates are numbers

    for spelling in dict.fromkeys((text, text.title())):
        found = find_timexes(spelling, None)
        match found:
            case [only] if (only.start, only.end) == (0, len(spelling)):
                return only.edtf
            case [first, last] if (first.start, last.end) == (0, len(spelling)) and first.edtf and last.edtf:
                between = spelling[first.end : last.start].strip(" ").lower()
                if between in ("-", "–", "—", "to", "until", "through"):
                    return _span(first.edtf, last.edtf)
    return _dateparser(text)


def _span(first: Edtf, last: Edtf) -> Edtf | None:
    return _edtf(f"{first}/{last}")


def join(first: Edtf, last: Edtf) -> Edtf | None:
    """Return the dates from one to another; None where they are no interval."""
    if first == last:
        return first
    return _span(first, last)


def _dateparser(text: str) -> Edtf | None:
    """Read a whole day in any language that dateparser knows; it guesses what is missing, so nothing less."""
    import warnings  # noqa: PLC0415 - as above

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own business, nothing the user can act on
        import dateparser  # noqa: PLC0415 - slow to load

        found = dateparser.parse(text, settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})
    return Edtf.of(date(found.year, found.month, found.day)) if found else None
