"""Readers for days written entirely in digits."""

from __future__ import annotations

from typing import Final

from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.days import month_and_day
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.periods import day_in

_LARGEST_DAY: Final = 31
_PARTS: Final = {2, 3, 4, 5, 8, 10, 16}  # of an acre, a mile, an inch


def iso_date(found: Found, context: Context) -> Meaning | None:
    """Read 2017-02-06, with or without a time."""
    text, _, clock = found.word("iso").upper().partition("T")
    period = day_in(*(int(part) for part in text.split("-")))
    return meaning(context, found, period, "as written", clock) if period else None


def figured_date(found: Found, context: Context) -> Meaning | None:
    """Read 2017/02/06, and 02-13-2017 or 13.02.2017 if only one order is possible; None for 02-06-2017."""
    first, second, third = (int(part) for part in found.word("figures").replace("/", "-").replace(".", "-").split("-"))
    if first > _LARGEST_DAY:
        period = day_in(first, second, third)
        return meaning(context, found, period, "year/month/day") if period else None
    days = {day.first: day for day in (day_in(third, first, second), day_in(third, second, first)) if day}
    if len(days) != 1:
        return None
    return meaning(context, found, next(iter(days.values())), "the only possible order")


def short_date(found: Found, context: Context) -> Meaning | None:
    """Read on 2/6, Monday 2/6: month/day; None for a part of something, 1/2 acre."""
    month, day = int(found.word("fm")), int(found.word("d"))
    whole = not found.word_after.isalpha() or found.word_after in grammar().values["after_day"]
    if day in _PARTS and month < day and not (whole or found.has("wd")):
        return None
    return month_and_day(found, context)


def slash_date(found: Found, context: Context) -> Meaning | None:
    """Read 2/6/2017 in the American order, or in the other order if the American one is impossible."""
    month, day, year = found.word("slash").split("/")
    in_full = numerals.year([year])
    if in_full is None:
        return None
    american = day_in(in_full, int(month), int(day))
    period = american or day_in(in_full, int(day), int(month))
    return meaning(context, found, period, "month/day/year" if american else "day/month/year") if period else None
