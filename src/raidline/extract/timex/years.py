"""Readers for expressions that name a quarter, a season, a year or a longer time."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import NO_ANCHOR, Context, Meaning
from raidline.extract.timex.days import NO_YEAR, OF_CHRONICLE, OF_STORY, OF_YEAR, in_chronicle, month_and_day, year_of
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.periods import SEASONS, Period, add_months, in_calendar
from raidline.extract.timex.stories import season_told, year_before
from raidline.extract.timex.which import choose, every_year

_OLD_YEAR: Final = 8  # after this month, who speaks of the new year means the coming one
_HALF_A_DECADE: Final = 5  # years
_FISCAL_LEAD: Final = 3  # months by which a fiscal year begins before the calendar year of its name


def year(found: Found, context: Context) -> Meaning | None:
    """Read a year in figures or words; a fiscal year runs from October 1 to September 30."""
    number = numerals.year(found.words("y"))
    if number is None:
        return None
    if found.has("fiscal"):
        return meaning(context, found, Period.of_year(number, "F"), "fiscal year, October 1 to September 30")
    return meaning(context, found, Period.of_year(number), "as written")


def next_year_figure(found: Found, context: Context) -> Meaning | None:
    """Read the second half of "2016-17"."""
    first, short = numerals.year(found.words("y")), numerals.ordinal(found.words("item"))
    if first is None or short is None:
        return None
    number = first // 100 * 100 + short
    return meaning(context, found, Period.of_year(number), f"short for {number}") if first < number else None


def year_end(found: Found, context: Context) -> Meaning | None:
    """Read the year's end: in the year of publication or, after "since" or in its first weeks, in the year before."""
    if context.anchor is None:
        return unplaced(found, "XXXX", NO_ANCHOR)
    gone = found.word_before == "since" or (context.anchor.month <= 2 and not found.ahead)
    period = Period.containing("Y", context.anchor).shift(-1 if gone else 0)
    return meaning(context, found.with_mod("END"), period, f"the end of {period.value}")


def new_year(found: Found, context: Context) -> Meaning | None:
    """Read "in the new year"."""
    year = new_year_of(found, context)
    if year is None:
        return unplaced(found, "XXXX", NO_ANCHOR)
    return meaning(context, found, Period.of_year(year), f"the new year, seen from {context.anchor}")


def new_year_of(found: Found, context: Context) -> int | None:
    """Return which year is called the new one: that of publication, or the coming one in the last months of a year.

    None without a publication date; OverflowError if it is after 9999.
    """
    if context.anchor is None:
        return None
    coming = context.anchor.month > _OLD_YEAR and found.tense != "past"
    return in_calendar(context.anchor.year + coming)


def last_day_of_year(found: Found, context: Context) -> Meaning | None:
    """Read "year-end" as accountants write it: December 31."""
    end = year_end(found, context)
    if end is None or end.period is None:
        return end
    return meaning(context, found, Period("D", end.period.last), f"the last day of {end.period.value}")


def decade(found: Found, context: Context) -> Meaning | None:
    """Read the 1990s, the '90s, the nineties."""
    named = found.value("x", "decade_name")
    digits = "".join(c for c in found.word("x") if c.isdigit())
    first = int(named) * 10 if named else int(digits)
    if first < 100:
        first += 1900 if first >= 20 else 2000
    decade = Period("X", date(first, 1, 1))
    if found.has("n"):
        start = first + (found.number("n", "half_ordinal") - 1) * _HALF_A_DECADE
        half = Edtf.parse(f"{start}/{start + _HALF_A_DECADE - 1}")
        return Meaning("DATE", decade.value, "as written", half, found.mod, decade)
    return meaning(context, found, decade, "as written")


def century(found: Found, context: Context) -> Meaning | None:
    """Read the 20th century, as the hundred years from 1900."""
    number = numerals.ordinal(found.words("n"))
    if not number or not 2 <= number <= 30:
        return None
    return meaning(context, found, Period("C", date((number - 1) * 100, 1, 1)), "as written")


def quarter(found: Found, context: Context) -> Meaning | None:
    """Read the first to fourth quarter, the first or second half, of a year or of the nearest one."""
    unit = found.rule.gives["unit"]
    ordinals = "quarter_ordinal" if unit == "Q" else "half_ordinal"
    number = int(found.word("code")[1:]) if found.has("code") else found.number("n", ordinals)
    months = (number - 1) * (3 if unit == "Q" else 6) - (_FISCAL_LEAD if found.has("fiscal") else 0)

    def in_year(year: int) -> Period:
        return Period(unit, add_months(date(year, 1, 1), months))

    year, why = year_of(found, context)
    if found.has("yearago") and context.anchor:
        spoken = context.quarter.first.year if context.quarter else context.anchor.year
        year, why = in_calendar(spoken - 1), "the year before the one named earlier"
    if year:
        return meaning(context, found, in_year(year), f"of {year}, {why}")
    if context.anchor is None or found.has("rel"):
        return unplaced(found, f"XXXX-{unit}{number}", why if found.has("rel") else NO_YEAR)
    chosen = choose(found, context, every_year(context.anchor, in_year, context.reference))
    return meaning(context, found, *chosen) if chosen else None


def same_quarter(found: Found, context: Context) -> Meaning | None:
    """Read the 1988 period, the same period last year: the quarter mentioned before, in another year."""
    written = numerals.year(found.words("y")) if found.has("y") else None
    spoken = context.compared
    if spoken:
        offset = written - spoken.first.year if written else -1
        return meaning(
            context, found, spoken.years_later(offset), f"{spoken.value}, the quarter named before, in that year"
        )
    base = written or (context.anchor.year - 1 if context.anchor else None)
    if base is None:
        return unplaced(found, "XXXX-QX", NO_ANCHOR)
    return meaning(context, found, Period.of_year(base), "no quarter was named before, so the year")


def quarter_of(found: Found, context: Context) -> Meaning | None:
    """Read the quarter ended Sept. 30: the quarter that contains that day."""
    day = month_and_day(found, context)
    if day is None or day.period is None:
        return unplaced(found, "XXXX-QX", "the day it ended is unknown")
    return meaning(context, found, Period.containing("Q", day.period.first), f"the quarter {day.period.value} is in")


def season(found: Found, context: Context) -> Meaning | None:
    """Read a season, of a named year or the nearest one."""
    name = found.value("s", "season") or "SP"
    year, why = year_of(found, context)
    if year:
        return meaning(context, found, Period("S", date(year, SEASONS[name], 1)), f"of {year}, {why}")
    if context.anchor is None or found.has("rel"):
        return unplaced(found, f"XXXX-{name}", why if found.has("rel") else NO_YEAR)
    chronicle = None if found.has("which") else in_chronicle(found, context)
    if chronicle:
        return meaning(context, found, Period("S", date(chronicle, SEASONS[name], 1)), OF_CHRONICLE)
    if before := year_before(found, context):
        return meaning(context, found, Period("S", date(before, SEASONS[name], 1)), OF_YEAR)
    if told := season_told(found, context, SEASONS[name]):
        return meaning(context, found, told, OF_STORY)
    seasons = every_year(context.anchor, lambda year: Period("S", date(year, SEASONS[name], 1)), context.reference)
    chosen = choose(found, context, seasons)
    return meaning(context, found, *chosen) if chosen else None


def season_before(found: Found, context: Context) -> Meaning | None:
    """Read the first of two seasons that share a year: "the summer and fall of 2018", "winter and spring of 2018"."""
    year, why = year_of(found, context)
    first, second = (SEASONS[found.value(group, "season") or "SP"] for group in ("s", "rest"))
    if year is None:
        return unplaced(found, "XXXX", why)
    whole = Period("S", date(in_calendar(year - (first > second)), first, 1))
    return meaning(context, found, whole, f"the season of the year after it, {why}")


def month_or_season(found: Found, context: Context) -> Meaning | None:
    """Read a March night in 2011, a summer evening in 2011: of that month or season no day is told."""
    return season(found, context) if found.has("s") else month_and_day(found, context)
