"""The grammar of EDTF (ISO 8601-2): from the text of a date to its meaning.

The subset: levels 0 and 1 for years 0001-9999; from level 2, unspecified digits in any position, the sub-year codes
25-41, qualifiers on single components, and sets. Not included: negative years, `Y` years, exponents, significant digits
(`S`), durations, and any date that touches year 0000 (`XXXX-12-25`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class EdtfError(ValueError):
    """The text is not a date of the supported subset; the message says what to write instead."""


class Precision(StrEnum):
    """The smallest calendar unit that is certain to contain the date, finest first."""

    SECOND = "second"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_RANK = {precision: rank for rank, precision in enumerate(Precision)}


class Meaning(NamedTuple):
    """What a date means. Bounds are inclusive days; None where that end is open or unknown."""

    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    uncertain: bool
    open_start: bool = False
    open_end: bool = False


# First month, number of months, precision. Codes 21-24 leave the hemisphere open; we read them as northern, in
# meteorological seasons. A winter takes the year of its December.
SUB_YEAR: dict[str, tuple[int, int, Precision]] = {
    **{str(21 + n): (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{str(25 + n): (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{str(29 + n): ((8 + 3 * n) % 12 + 1, 3, Precision.SEASON) for n in range(4)},
    **{str(33 + n): (1 + 3 * n, 3, Precision.QUARTER) for n in range(4)},
    **{str(37 + n): (1 + 4 * n, 4, Precision.THIRD) for n in range(3)},
    **{str(40 + n): (1 + 6 * n, 6, Precision.HALF) for n in range(2)},
}

_DATE = re.compile(
    r"[?~%]?(?P<year>[0-9X]{4})[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})[?~%]?"
    r"(?:-[?~%]?(?P<day>[0-9X]{2})[?~%]?)?)?"
)
_DATETIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)
_UNREADABLE = "is not a date; write 2017-02-05, 2017-02, 2017, or 2017-02-01/2017-02-10 for a span of days"
_YEARS = "the years that can be written are 0001 to 9999"


def read(text: str) -> Meaning:
    """Return the meaning of a date; EdtfError gives the reason, without the text itself, if it is not one."""
    if "T" in text and (match := _DATETIME.fullmatch(text)):
        return _single(match[1])._replace(precision=Precision.SECOND)
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _set(text[1:-1])
    if "/" in text:
        return _interval(text)
    return _single(text)


def _interval(text: str) -> Meaning:
    start, _, end = text.partition("/")
    if "/" in end:
        raise EdtfError("an interval has two ends: write 2017-02-01/2017-02-10")
    if start in ("", "..") and end in ("", ".."):
        raise EdtfError("an interval needs a date on one side at least")
    return _between(start, "/", end)


def _between(start: str, mark: str, end: str) -> Meaning:
    """Return the meaning of `start` to `end`; `..` is open, an empty text is unknown."""
    ends = [_single(side) for side in (start, end) if side not in ("", "..")]
    earliest = ends[0].earliest if start not in ("", "..") else None
    latest = ends[-1].latest if end not in ("", "..") else None
    if earliest and latest and earliest > latest:
        raise EdtfError(f"ends before it begins; write {end}{mark}{start}")
    return _joined(ends)._replace(earliest=earliest, latest=latest, open_start=start == "..", open_end=end == "..")


def _set(text: str) -> Meaning:
    members = text.split(",")
    meanings = []
    for n, member in enumerate(members):
        start, dots, end = member.partition("..")
        if not dots:
            meanings.append(_single(member))
        elif (start or (n == 0 and end)) and (end or n == len(members) - 1):
            meanings.append(_between(start or "..", "..", end or ".."))
        else:
            raise EdtfError("a set is open only at its beginning or its end: [..1984] or [1984..]")
    earliest = [meaning.earliest for meaning in meanings if meaning.earliest]
    latest = [meaning.latest for meaning in meanings if meaning.latest]
    open_start = any(meaning.open_start for meaning in meanings)
    open_end = any(meaning.open_end for meaning in meanings)
    return _joined(meanings)._replace(
        earliest=None if open_start else min(earliest),
        latest=None if open_end else max(latest),
        open_start=open_start,
        open_end=open_end,
    )


def _joined(meanings: list[Meaning]) -> Meaning:
    return Meaning(
        earliest=None,
        latest=None,
        precision=max((meaning.precision for meaning in meanings), key=_RANK.__getitem__),
        approximate=any(meaning.approximate for meaning in meanings),
        uncertain=any(meaning.uncertain for meaning in meanings),
    )


def _single(text: str) -> Meaning:
    match = _DATE.fullmatch(text)
    if match is None:
        raise EdtfError(_YEARS if re.fullmatch(r"-[0-9]+(-[0-9]+)*|Y.*", text) else _UNREADABLE)
    year, month, day = match["year"], match["month"], match["day"]
    if not year.strip("0X"):
        raise EdtfError(_YEARS)
    if month in SUB_YEAR:
        if day:
            raise EdtfError(f"{month} stands for a part of the year and takes no day")
        earliest, latest, precision = _part_of_year(year, month)
    elif "X" in text:
        earliest, latest, precision = _unspecified(year, month, day)
    else:
        earliest, latest, precision = _plain(int(year), month, day)
    return Meaning(
        earliest,
        latest,
        precision,
        approximate="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
    )


def _plain(year: int, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    number = int(month)
    if number == 0:
        raise EdtfError(f"months go from 01 to 12; where the month is not known, write {year:04}")
    if number > 12:
        raise EdtfError("months go from 01 to 12 (21 to 41 are seasons, quarters and halves of a year)")
    last = monthrange(year, number)[1]
    if day is None:
        return date(year, number, 1), date(year, number, last), Precision.MONTH
    if day == "00":
        raise EdtfError(f"days start at 01; where the day is not known, write {year:04}-{month}")
    if int(day) > last:
        raise EdtfError(f"{MONTHS[number - 1]} {year} has {last} days")
    exact = date(year, number, int(day))
    return exact, exact, Precision.DAY


def _part_of_year(year: str, code: str) -> tuple[date, date, Precision]:
    if "X" in year:
        raise EdtfError("a season, quarter or half needs its year in full")
    first, length, precision = SUB_YEAR[code]
    extra, last = divmod(first + length - 2, 12)
    end = int(year) + extra
    if end > 9999:
        raise EdtfError(_YEARS)
    return date(int(year), first, 1), date(end, last + 1, monthrange(end, last + 1)[1]), precision


def _unspecified(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    """Find the first and the last day that match the pattern; X is any one digit."""
    earliest = next(_fitting(year, month, day, 1), None)
    latest = next(_fitting(year, month, day, -1), None)
    if earliest is None or latest is None:
        raise EdtfError("there is no such day" if day else "there is no such month")
    return earliest, latest, _precision(year, month)


def _precision(year: str, month: str | None) -> Precision:
    if "X" in year:
        coarse = (Precision.MILLENNIUM, Precision.MILLENNIUM, Precision.CENTURY, Precision.DECADE)
        return coarse[year.index("X")]
    return Precision.YEAR if month is None or "X" in month else Precision.MONTH


def _fitting(year: str, month: str | None, day: str | None, step: int) -> Iterator[date]:
    for y in _numbers(year, 1, 9999, step):
        for m in _numbers(month or "XX", 1, 12, step):
            for d in _numbers(day or "XX", 1, monthrange(y, m)[1], step):
                yield date(y, m, d)


def _numbers(pattern: str, low: int, high: int, step: int) -> Iterator[int]:
    """Yield the numbers from low to high (inclusive) that match the pattern, ascending or descending."""
    choices = "0123456789"[::step]

    def grow(prefix: str, rest: str) -> Iterator[int]:
        if not rest:
            if low <= int(prefix) <= high:
                yield int(prefix)
            return
        for digit in choices if rest[0] == "X" else rest[0]:
            yield from grow(prefix + digit, rest[1:])

    return grow("", pattern)
