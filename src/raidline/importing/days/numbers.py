"""Dates in numbers: 3/4/2017, 2017-03-00, 10/2017, 20170304."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from raidline.dates.value import Edtf, EdtfError
from raidline.importing.days.dayorder import Order, day_leads

_SIGNS = re.compile(r"[0-9XTZ~?%:.,/+\[\]{}-]+")  # of EDTF
_PIVOT = 70  # 69 is 2069, 70 is 1970
_MONTHS = 12
_UNKNOWN = re.compile(r"0{1,2}|\?{1,2}|[xX]{1,2}|_{1,2}|--|")
_PART = r"(\d{1,2}|\?{1,2}|[xX]{1,2}|_{2})"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([/.-]){_PART}(?:\2{_PART})?")
_YEAR_LAST = re.compile(rf"{_PART}([/.-]){_PART}\2(\d{{4}}|'?\d{{2}})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(rf"{_PART}[/.-](\d{{4}})")
_LOOSE = re.compile(r"(?<=\d) ?([/.]) ?(?=\d)")
_YEAR_MAY_LEAD = re.compile(r"\d\d-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-?W(\d{2})")
_SLIP = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]0\d{3}(?!\d)")  # 6/3/0025
_ZERO = re.compile(r"(?:0?1([/-])0?0\1(?:1900|00)|1900-01-00|1899-12-3[01]|12([/-])3[01]\2(?:1899))(?!\d)")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?")


def is_no_day(text: str) -> bool:
    """Whether a text is the day that spreadsheets show for the number 0 (1/0/1900), or has a year that is a slip."""
    return bool(_ZERO.match(text) or _SLIP.search(text))


def in_numbers(text: str, order: Order) -> Edtf | None:
    """Read a date in numbers; a day or month given as 00, ?? or XX is unknown. None for any other text."""
    text = _LOOSE.sub(r"\1", text)
    if match := _CLOCK.fullmatch(text):
        zone = match[4] or ""
        zone = zone if zone in ("", "Z") or ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return edtf(f"{match[1]}T{match[2]}{match[3] or ':00'}{zone}")
    if match := _WEEK.fullmatch(text):
        return _week(int(match[1]), int(match[2]))
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(text, match, order)
    for pattern, groups in ((_COMPACT, (1, 2, 3)), (_YEAR_FIRST, (1, 3, 4)), (_MONTH, (2, 1))):
        if match := pattern.fullmatch(text):
            year, month, day, *_ = *(match[group] or "" for group in groups), ""
            return _written(year, month, day)
    return None


@lru_cache(maxsize=16_384)  # unlike that of Edtf.parse, this one remembers what is not a date
def edtf(text: str) -> Edtf | None:
    """Read EDTF; None if the text is not EDTF."""
    if not _SIGNS.fullmatch(text):  # Edtf.parse would also look for what could be meant
        return None
    try:
        return Edtf.parse(text)
    except EdtfError:
        return None


def year_of(written: str) -> str:
    """Return a two-digit year in four digits: 17 is 2017, 70 is 1970."""
    short = written.removeprefix("'")
    return short if len(short) > 2 else f"{20 if int(short) < _PIVOT else 19}{short}"


def _week(year: int, number: int) -> Edtf | None:
    try:
        return Edtf.of(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))
    except ValueError:
        return None


def _year_last(text: str, match: re.Match[str], order: Order) -> Edtf | None:
    one, other, year = match[1], match[3], year_of(match[4])
    if _UNKNOWN.fullmatch(one) or _UNKNOWN.fullmatch(other):  # the unknown part is the day
        month = other if _UNKNOWN.fullmatch(one) else one
        return _written(year, month, "")
    if int(one) > _MONTHS:
        return None if _YEAR_MAY_LEAD.fullmatch(text) and order is not Order.DAY else _written(year, other, one)
    if int(other) > _MONTHS or one == other:
        return _written(year, one, other)
    if order is Order.MIXED:
        days = sorted(f"{year}-{month:0>2}-{day:0>2}" for month, day in ((one, other), (other, one)))
        return edtf(f"[{','.join(days)}]")
    return _written(year, other, one) if day_leads(text, order) else _written(year, one, other)


def _written(year: str, month: str, day: str) -> Edtf | None:
    """Read a date from the parts that are known; None for a day without its month."""
    if _UNKNOWN.fullmatch(month):
        return edtf(year) if _UNKNOWN.fullmatch(day) else None
    if int(month) > _MONTHS:
        return None
    return edtf(f"{year}-{month:0>2}") if _UNKNOWN.fullmatch(day) else edtf(f"{year}-{month:0>2}-{day:0>2}")
