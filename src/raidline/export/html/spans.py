"""The small drawing beside a date: where in its month or year it lies, and how much of it the date may fill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.dates.value import Edtf

WIDTH = 120  # of the drawing, in units
_POINT = 5.0  # the smallest width of a single day
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A line of WIDTH for the whole (`axis`: month, year or years), with a mark of `length` from `start` on it."""

    axis: str
    start: float
    length: float
    vague: bool
    open_start: bool
    open_end: bool


def span_of(when: Edtf) -> Span | None:
    """Return the drawing of a date; None if both its ends are unknown."""
    first, last, vague = when.earliest, when.latest, when.approximate or when.uncertain
    if first is None and last is None:
        return None
    if first is None or last is None:  # nobody knows how far it reaches: it fills the line
        return Span("years", 0.0, float(WIDTH), vague, first is None, last is None)
    axis, begin, end = _axis(first, last)
    whole = (end - begin).days + 1
    start = WIDTH * (first - begin).days / whole
    length = max(WIDTH * ((last - first).days + 1) / whole, _POINT)
    return Span(axis, round(min(start, WIDTH - length), 1), round(length, 1), vague, False, False)


def _axis(first: date, last: date) -> tuple[str, date, date]:
    """Return the month, year or years around two days, with the first and the last day of that period."""
    if first.year != last.year:
        return "years", date(first.year, 1, 1), date(last.year, 12, 31)
    if first.month != last.month:
        return "year", date(first.year, 1, 1), date(first.year, 12, 31)
    end = date(first.year, 12, 31) if first.month == 12 else date(first.year, first.month + 1, 1) - _DAY
    return "month", date(first.year, first.month, 1), end
