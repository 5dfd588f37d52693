"""Whether the day or the month comes first in 3/4/2017, judged by a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from raidline.dates.edtf import MONTHS

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_MAY_LEAD = re.compile(r"\d\d-\d\d-\d\d")  # 17-03-04
_MONTHS = 12


class Order(StrEnum):
    """What comes first: `usual` is the month, but the day if full stops separate the numbers; `mixed` is both."""

    USUAL = "usual"
    MONTH = "month first"
    DAY = "day first"
    MIXED = "mixed"


def order_of(cells: Iterable[str]) -> Order:
    """Return the order that the numbers above 12 in a column show; `usual` if there are none."""
    found = {Order.DAY if day > month else Order.MONTH for day, month in _telling(cells)}
    return Order.MIXED if len(found) == 2 else next(iter(found), Order.USUAL)


def ambiguous(cells: Iterable[str]) -> str | None:
    """Return the first date of a column that becomes another day when read the other way, or None."""
    for cell in cells:
        for match in _numbers(cell):
            if int(match[1]) != int(match[3]) and 0 < int(match[1]) <= _MONTHS and 0 < int(match[3]) <= _MONTHS:
                return match[0]
    return None


def contrary(cells: Iterable[str], order: Order) -> str | None:
    """Return the first date of a column that can only be read the other way, or None."""
    for cell in cells:
        for match in _numbers(cell):
            day_leads = int(match[1]) > _MONTHS
            if order_of([match[0]]) != Order.USUAL and day_leads == (order is Order.MONTH):
                return match[0]
    return None


def spoken(written: str, order: Order) -> str:
    """Return 3/4/2017 in words in the given order, such as "March 4"."""
    one, other = map(int, re.split(r"[/.-]", written)[:2])
    month, day = (other, one) if day_leads(written, order) else (one, other)
    return f"{MONTHS[month - 1]} {day}"


def day_leads(written: str, order: Order) -> bool:
    """Whether the day comes first in a date that can be read both ways."""
    return order is Order.DAY or (order is Order.USUAL and "." in written)


def _telling(cells: Iterable[str]) -> Iterator[tuple[int, int]]:
    for cell in cells:
        for match in _numbers(cell):
            one, other = int(match[1]), int(match[3])
            if (one > _MONTHS) != (other > _MONTHS) and not _YEAR_MAY_LEAD.fullmatch(match[0]):
                yield one, other


def _numbers(cell: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a day, a month and a year in a cell; never part of a longer row of numbers."""
    for match in _NUMBERS.finditer(cell):
        if cell[: match.start()][-1:] != match[2] and cell[match.end() :][:1] != match[2]:
            yield match
