"""Readers of expressions that name a day, a week or a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import NO_ANCHOR, WEEKDAYS, Context, Meaning, spoken_day
from raidline.extract.timex.cues import starts_sentence
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.holidays import holiday_in
from raidline.extract.timex.periods import Period, add_days, in_calendar
from raidline.extract.timex.which import choose, every_year, step

_NEAR_DAY: Final = 93  # a month and day without a year is the nearest one this near, whatever the tense
_NEAR_MONTH: Final = 62  # a month without a year can lie so far ahead where no verb tells the tense
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_AWAY: Final = {"before": -1, "": 0, "after": 1}
_THROUGH: Final = {"to", "through", "until", "till", "-", "–", "—"}
_NEAR_START: Final = 2  # tokens between the start of "Monday" and "Thursday" in "Monday to Thursday"
NO_YEAR: Final = "no year, and no publication date to find it from"


def day_in(year: int, month: int, day: int) -> Period | None:
    """Return that day; None when the calendar has no such day."""
    try:
        return Period("D", date(year, month, day))
    except ValueError:
        return None


def year_of(found: Found, context: Context) -> tuple[int | None, str]:
    """Return the year that the expression names ("2017", "of last year"), and how; None without one.

    OverflowError where the one counted is outside the years 1-9999.
    """
    if found.has("y"):
        return numerals.year(found.words("y")), "as written"
    by, from_text = step(found, "rel")
    if by is None:
        return None, NO_ANCHOR
    start = context.reference.first if from_text and context.reference else context.anchor
    return (
        (in_calendar(start.year + by), f"{found.word('rel')} year, counted from {start}")
        if start
        else (None, NO_ANCHOR)
    )


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
    if found.has("y") and year:
        context.years[month, day] = year
    elif year is None and (month, day) in context.years and not (found.has("wd") or found.has("which")):
        year, why = context.years[month, day], "the year named before with that day"
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
    if by is None and named_before(found, context):
        first = context.reference.first if context.reference else start
        offset = (number - first.isoweekday()) % 7 + (first - start).days
        why = f"the first {name} not before {spoken_day(first)}, where it begins"
    elif by is None:
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


def named_before(found: Found, context: Context) -> bool:
    """Whether the weekday ends what a day begins ("from Monday to Thursday"), or follows it ("Monday and Tuesday")."""
    reference = context.reference
    if reference is None or reference.unit != "D" or context.reference_at < found.start - _NEAR_START:
        return False
    next_day = reference.first.isoweekday() % 7 + 1 == found.number("wd", "weekday", "weekday_short")
    over = found.tense == "past" and reference.first == context.anchor  # what has happened is not of tomorrow
    return found.word_before in _THROUGH or (next_day and not over and found.word_before in {"and", "or"})


def weekday_weeks_away(found: Found, context: Context) -> Meaning | None:
    """Read a week ago Tuesday: in the week so long ago; a week from Tuesday: so long after the next one."""
    number, amount = found.number("wd", "weekday"), numerals.count(found.words("n"))
    if context.anchor is None or not amount:
        return unplaced(found, f"XXXX-WXX-{number}", NO_ANCHOR)
    day = add_days(Period.containing("W", context.anchor).first, number - 1)
    if found.word("dir") == "ago":
        chosen = add_days(day, -7 * int(amount))
    else:
        chosen = add_days(day, 7 * int(amount) + (7 if day < context.anchor else 0))
    return meaning(context, found, Period("D", chosen), f"counted in weeks from {spoken_day(context.anchor)}")


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


def holiday(found: Found, context: Context) -> Meaning | None:
    """Read a holiday, its week or weekend, or the day before or after it, of a named year or the nearest one."""
    year, why = year_of(found, context)
    if year is None and context.anchor is None:
        return unplaced(found, "XXXX-XX-XX", NO_YEAR)
    near = 0 if found.tense else _NEAR_MONTH
    days = every_year(context.anchor, lambda year: _holiday(found, year)) if context.anchor else []
    chosen = (_holiday(found, year), why) if year else choose(found, context, days, near)
    read = meaning(context, found, *chosen) if chosen else None
    if read and read.edtf and read.period and read.period.unit == "E":
        day = holiday_in(read.period.last.year, found.rule.gives["day"])
        return replace(read, edtf=Edtf.of(min(day, read.period.first), max(day, read.period.last)))
    return read


def _holiday(found: Found, year: int) -> Period:
    day = holiday_in(year, found.rule.gives["day"])
    around = found.word("w") or found.rule.gives.get("w")
    if around == "week":
        return Period.containing("W", day)
    if around == "weekend":  # the nearest one: Labor Day ends its weekend
        return Period.containing("E", day).shift(-1 if day.isoweekday() < 3 else 0)
    return Period("D", day).shift(_AWAY[found.word("dir")])


def named_day(found: Found, context: Context) -> Meaning | None:
    """Read a day that has become a name: 9/11."""
    return meaning(context, found, Period("D", date.fromisoformat(found.rule.gives["day"])), "a day known by its name")


def day_beside(found: Found, context: Context) -> Meaning | None:
    """Read the day before last Tuesday, the day after March 3."""
    named = month_and_day(found, context) if found.has("m") else weekday(found, context)
    if named is None or named.period is None:
        return named and unplaced(found, "XXXX-XX-XX", NO_ANCHOR)
    return meaning(context, found, named.period.shift(_AWAY[found.word("dir")]), f"a day from {named.how}")


def day_of_month(found: Found, context: Context) -> Meaning | None:
    """Read on the 15th, the 1st of this month: of the month spoken of, or the nearest one."""
    number = numerals.ordinal(found.words("d")) or 0
    named = context.reference if context.reference and context.reference.unit in "DM" else None
    start = named.first if named else context.anchor
    by, _ = step(found)
    if start is None or context.anchor is None:
        return unplaced(found, f"XXXX-XX-{number:02}", NO_ANCHOR)
    month = Period.containing("M", context.anchor if by is not None else start)
    if by is not None:
        period = _day_in_month(month.shift(by), number)
    else:
        days = [day for n in range(-3, 4) if (day := _day_in_month(month.shift(n), number))]
        limit = [
            day for day in days if (day.first >= start if found.ahead else day.first <= max(start, context.anchor))
        ]
        period = (limit[0] if found.ahead else limit[-1]) if limit else None
    return meaning(context, found, period, f"day {number} of {period.value[:7]}") if period else None


def _day_in_month(month: Period, number: int) -> Period | None:
    return day_in(month.first.year, month.first.month, number)
