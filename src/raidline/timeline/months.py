"""The entries of a timeline grouped by the month in which they began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from raidline.dates.edtf import MONTHS
from raidline.dates.value import Edtf, Precision

if TYPE_CHECKING:
    from raidline.timeline.build import Entry

_FINE = {Precision.SECOND, Precision.DAY, Precision.MONTH}
LONGEST_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one heading, such as "January 2017"."""

    heading: str
    entries: tuple[Entry, ...]


def by_month(entries: Iterable[Entry]) -> list[Group]:
    """Group the entries by the earliest month in which they can have begun.

    Dates too coarse for a month, such as "spring 2017", go under their year, before the month they begin with.
    """
    ordered = sorted(entries, key=lambda entry: month_of(entry.event.date))
    return [
        Group(heading, tuple(group))
        for heading, group in groupby(ordered, key=lambda e: _heading(*month_of(e.event.date)))
    ]


def month_of(when: Edtf) -> tuple[int, int, bool]:
    """Return the year and month of its earliest day, and whether the date is fine enough for the month to count."""
    first, _ = when.bounds()
    long = when.approximate and when.latest is not None and when.latest - first >= LONGEST_MONTH
    return first.year, first.month, when.earliest is not None and when.precision in _FINE and not long


def _heading(year: int, month: int, known: bool) -> str:
    if known:
        return f"{MONTHS[month - 1]} {year}"
    return str(year) if year > date.min.year else "Beginning unknown"
