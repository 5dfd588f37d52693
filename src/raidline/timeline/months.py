"""The entries of a timeline under headings: the months in which they began, or how many publishers report them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from raidline.dates.edtf import MONTHS
from raidline.dates.value import Edtf, Precision
from raidline.phrasing import plural
from raidline.timeline.order import BY_DATE, Order, Sort

if TYPE_CHECKING:
    from raidline.timeline.build import Entry

_FINE = {Precision.SECOND, Precision.DAY, Precision.MONTH}
LONGEST_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one heading, such as "January 2017"."""

    heading: str
    entries: tuple[Entry, ...]


def ordered(entries: Iterable[Entry], order: Order) -> tuple[Entry, ...]:
    """Return the entries in that order; those that many publishers report equally often by date."""
    by_date = sorted(entries, key=lambda entry: (*entry.event.date.rank, entry.event.id))
    if order.by is Sort.SOURCES:
        by_date.sort(key=lambda entry: len(entry.publishers), reverse=not order.reverse)
    elif order.backwards:
        by_date.reverse()
    return tuple(by_date)


def grouped(entries: Iterable[Entry], order: Order = BY_DATE) -> list[Group]:
    """Return the entries in that order under their headings; dates too coarse for a month go under their year."""
    if order.by is Sort.SOURCES:
        groups = groupby(ordered(entries, order), key=lambda entry: len(entry.publishers))
        return [Group(plural(number, "publisher"), tuple(group)) for number, group in groups]
    return by_month(entries, backwards=order.backwards)


def by_month(entries: Iterable[Entry], *, backwards: bool = False) -> list[Group]:
    """Group the entries by the earliest month in which they can have begun.

    Dates too coarse for a month, such as "spring 2017", go under their year, before its months. Within a heading
    entries are in order of date and id; `backwards` turns everything round.
    """
    by_date = ordered(entries, Order(reverse=backwards))
    in_months = sorted(by_date, key=lambda entry: _month_or_year(entry.event.date), reverse=backwards)
    return [
        Group(_heading(*key), tuple(group))
        for key, group in groupby(in_months, key=lambda entry: _month_or_year(entry.event.date))
    ]


def _month_or_year(when: Edtf) -> tuple[int, int]:
    """Return the year and month of a heading; the month is 0 for that of the year."""
    year, month, known = month_of(when)
    return year, month if known else 0


def month_of(when: Edtf) -> tuple[int, int, bool]:
    """Return the year and month of its earliest day, and whether the date is fine enough for the month to count."""
    first, _ = when.bounds()
    long = when.approximate and when.latest is not None and when.latest - first >= LONGEST_MONTH
    return first.year, first.month, when.earliest is not None and when.precision in _FINE and not long


def _heading(year: int, month: int) -> str:
    if month:
        return f"{MONTHS[month - 1]} {year}"
    return str(year) if year > date.min.year else "Beginning unknown"
