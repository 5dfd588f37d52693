"""Readers of expressions that name a day, a week or a month."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.dates import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import NO_ANCHOR, WEEKDAYS, Context, Meaning, spoken_day
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.holidays import holiday_in
from raidline.extract.timex.periods import Period, add_days
from raidline.extract.timex.tense import starts_sentence
from raidline.extract.timex.which import choose, every_year, step

_NEAR_DAY: Final = 93  # a month and day without a year is the nearest one this near, whatever the tense
_NEAR_MONTH: Final = 62  # a month without a year can lie so far ahead where no verb tells the tense
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NO_YEAR: Final = "no year, and no publication date to find it from"


def day_in(year: int, month: int, day: int) -> Period | None:
    """Return that day; None when the calendar has no such day."""
    try:
        return Period("D", date(year, month, day))
    except ValueError:
        return None


def year_of(found: Found, context: Context) -> tuple[int | None, str]:
    """Return the year that the expression names ("2017", "of last year"), and how; None without one."""
    if found.has("y"):
        return numerals.year(found.words("y")), "as written"
    by, from_text = step(found, "rel")
    if by is None:
        return None, NO_ANCHOR
    start = context.reference.first if from_text and context.reference else context.anchor
    return (start.year + by, f"{found.word('rel')} year, counted from {start}") if start else (None, NO_ANCHOR)


def month_and_day(found: Found, context: Context) -> Meaning | None:
    """Read a month with a day, a year, or both."""
    month = found.number("m", "month", "month_short")
    year, why = year_of(found, context)
    if not found.has("d"):
        return (
            meaning(context, found, Period("M", date(year, month, 1)), why)
            if year
            else unplaced(found, f"XXXX-{month:02}", why)
        )
    day = numerals.ordinal(found.words("d")) or 0
    part = found.value("part", "part") or ""
    if not 1 <= day <= _LONGEST_MONTH[month - 1]:
        return None
    if year is None and context.anchor is None:
        return unplaced(found, f"XXXX-{month:02}-{day:02}", NO_YEAR, part)
    chosen = (day_in(year, month, day), why) if year else _nearest_day(found, context, month, day)
    return meaning(context, found, chosen[0], chosen[1], part) if chosen and chosen[0] else None


def _nearest_day(found: Found, context: Context, month: int, day: int) -> tuple[Period, str] | None:
    anchor = context.anchor
    if anchor is None:
        return None
    days = every_year(anchor, lambda year: day_in(year, month, day))
    weekday = found.number("wd", "weekday", "weekday_short")
    fitting = [period for period in days if period.first.isoweekday() == weekday]
    if fitting:
        nearest = min(fitting, key=lambda period: abs(period.first - anchor))
        return nearest, f"the nearest {WEEKDAYS[weekday - 1]} of that date"
    ended = found.word_before == "ended"
    return choose(found, context, days, 0 if ended else _NEAR_DAY)


def month(found: Found, context: Context) -> Meaning | None:
    """Read a month alone, or with this, last, next."""
    number = found.number("m", "month", "month_short")
    if context.anchor is None:
        return unplaced(found, f"XXXX-{number:02}", NO_YEAR)
    months = every_year(context.anchor, lambda year: Period("M", date(year, number, 1)))
    in_front = starts_sentence(found.tokens, found.start)  # "In January, ..." tells a story
    chosen = choose(found, context, months, 0 if found.tense or in_front else _NEAR_MONTH)
    return meaning(context, found, *chosen) if chosen else None


def weekday(found: Found, context: Context) -> Meaning | None:
    """Read a weekday alone, or with this, last, next, the following; with a part of the day a time."""
    number = found.number("wd", "weekday", "weekday_short")
    part = found.value("part", "part") or ""
    by, from_text = step(found)
    named = context.reference.first if from_text and context.reference and context.reference.unit in "DEW" else None
    start = named or context.anchor
    if start is None:
        return unplaced(found, f"XXXX-WXX-{number}", NO_ANCHOR, part)
    name, from_day = WEEKDAYS[number - 1], spoken_day(start)
    back, on = (start.isoweekday() - number) % 7, (number - start.isoweekday()) % 7
    if by is None:
        ahead = found.ahead
        why = (
            f"next {name} not before {from_day}: the clause looks ahead{found.cue}"
            if ahead
            else f"last {name} not after {from_day}"
        )
        offset = on if ahead else -back
    elif by:
        offset, why = (
            (on or 7, f"the first {name} after {from_day}")
            if by > 0
            else (-(back or 7), f"the last {name} before {from_day}")
        )
    else:
        past = found.tense == "past" or from_text
        offset, why = (
            (-back, f"this {name}, not after {from_day}") if past else (on, f"this {name}, not before {from_day}")
        )
    return meaning(context, found, Period("D", start).shift(offset), why, part)


def weekday_of(found: Found, context: Context) -> Meaning | None:
    """Read Tuesday of last week."""
    number = found.number("wd", "weekday")
    by, from_text = step(found)
    start = context.reference.first if from_text and context.reference else context.anchor
    if start is None:
        return unplaced(found, f"XXXX-WXX-{number}", NO_ANCHOR)
    week = Period.containing("W", start).shift(by or 0)
    how = f"{WEEKDAYS[number - 1]} of {week.value}, counted from {spoken_day(start)}"
    return meaning(context, found, Period("D", add_days(week.first, number - 1)), how)


def evening_of(found: Found, context: Context) -> Meaning | None:
    """Read the evening of Feb. 6, the night of Tuesday."""
    return month_and_day(found, context) if found.has("m") else weekday(found, context)


def week_of(found: Found, context: Context) -> Meaning | None:
    """Read the week of Jan. 12."""
    day = month_and_day(found, context)
    if day is None or day.period is None:
        return day
    return meaning(context, found, Period.containing("W", day.period.first), f"the week of {day.period.value}")


def part_of_a_month(found: Found, context: Context) -> Meaning | None:
    """Read the first week of March (its days 1 to 7), the second half of last month."""
    whole = month_and_day(found, context) if found.has("y") or found.has("rel") else _whole_month(found, context)
    if whole is None or whole.period is None:
        return whole
    first, last = whole.period.first, whole.period.last
    number = numerals.ordinal(found.words("n"))
    days = 7 if found.word("u") == "week" else 15
    start = add_days(first, (number - 1) * days) if number else add_days(last, 1 - days)
    end = add_days(start, days - 1) if number and (days == 7 or number == 1) else last
    if start > last:
        return None
    mod = "START" if number == 1 else "END" if end >= last else "MID"
    edtf = Edtf.of(start, min(end, last))
    return Meaning("DATE", whole.value, f"{edtf} of {whole.value}: {whole.how}", edtf, mod, whole.period)


def _whole_month(found: Found, context: Context) -> Meaning | None:
    if found.has("m"):
        return month(found, context)
    start = context.reference.first if step(found).from_text and context.reference else context.anchor
    if start is None:
        return unplaced(found, "XXXX-XX", NO_ANCHOR)
    return meaning(context, found, Period.containing("M", start).shift(step(found).by or 0), f"counted from {start}")


def next_day_figure(found: Found, context: Context) -> Meaning | None:
    """Read the second half of "Jan. 5-9" or "April 24 and 25"."""
    first = context.reference
    if first is None or first.unit != "D":
        return None
    period = day_in(first.first.year, first.first.month, numerals.ordinal(found.words("d")) or 0)
    if period is None or period.first <= first.first:
        return None
    return meaning(context, found, period, f"another day of {first.value[:7]}")


def iso_date(found: Found, context: Context) -> Meaning | None:
    """Read 2017-02-06, with or without a time."""
    text, _, clock = found.word("iso").upper().partition("T")
    period = day_in(*(int(part) for part in text.split("-")))
    return meaning(context, found, period, "as written", clock[:5]) if period else None


def slash_date(found: Found, context: Context) -> Meaning | None:
    """Read 2/6/2017 in the American order; in the other order only where the American is impossible."""
    month, day, year = found.word("slash").split("/")
    in_full = numerals.year([year])
    if in_full is None:
        return None
    american = day_in(in_full, int(month), int(day))
    period = american or day_in(in_full, int(day), int(month))
    return meaning(context, found, period, "month/day/year" if american else "day/month/year") if period else None


def holiday(found: Found, context: Context) -> Meaning | None:
    """Read a holiday, of a named year or the nearest one."""
    rule = found.rule.gives["day"]
    year, why = year_of(found, context)
    if year:
        return meaning(context, found, Period("D", holiday_in(year, rule)), why)
    if context.anchor is None:
        return unplaced(found, "XXXX-XX-XX", NO_YEAR)
    days = every_year(context.anchor, lambda year: Period("D", holiday_in(year, rule)))
    chosen = choose(found, context, days, 0 if found.tense else _NEAR_MONTH)
    return meaning(context, found, *chosen) if chosen else None
