"""Readers for a month or day that takes its year from a later one: [December] to February 2015."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.days import year_of
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.periods import Period, day_in, in_calendar

_THROUGH: Final = {"to", "through", "thru", "until", "till", "-", "–", "‑", "/"}
_HALF_A_YEAR: Final = 6  # months; a larger step back crosses the new year: "November, December and January"


def before_its_year(found: Found, context: Context) -> Meaning | None:
    """Read a month, with or without a day, in the year of a later month, or in the year before."""
    month = found.number("m", "month", "month_short")
    year, why = year_of(found, context)
    if year is None:
        return None
    passed = _new_years(found, month)
    year = in_calendar(year - passed)
    why = f"{passed} before the year after it" if passed else f"the year after it, {why}"
    if not found.has("d"):
        return meaning(context, found, Period("M", date(year, month, 1)), why)
    day = day_in(year, month, numerals.ordinal(found.words("d")) or 0)
    if day:
        context.years[month, day.first.day] = year
    return meaning(context, found, day, why) if day else None


def _new_years(found: Found, month: int) -> int:
    """Return how often a new year begins between the month and the one that states the year."""
    months = grammar().values["month"] | grammar().values["month_short"]
    passed, listed = 0, found.word_before != "between"
    joined = listed
    for word in found.words("rest"):
        if word in months:
            number = int(months[word])
            passed += month - number > (_HALF_A_YEAR if joined else 0)
            month, joined = number, listed
        elif word in _THROUGH:
            joined = False
    return passed
