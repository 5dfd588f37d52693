"""Readers for part of a longer period: its second Tuesday, its last day, its first three months."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import bounds, meaning, no_later, unplaced
from raidline.extract.timex.context import NO_ANCHOR, Context, Meaning
from raidline.extract.timex.cues import sentence_start
from raidline.extract.timex.days import NO_YEAR, month, month_and_day, year_of
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import displaced, length, vague_span
from raidline.extract.timex.periods import Period, add_days, add_months, in_calendar
from raidline.extract.timex.which import choose, every_year, step
from raidline.extract.timex.years import new_year_of

_DAYS_OF_A_WEEK, _DAYS_OF_A_HALF = 7, 15
_QUARTERS_OF_A_HALF = 2
_OLD_YEAR = 6  # up to this month, "the old year" is the one before
_WEEKEND = (6, 7)
_BACK = {"next": 1, "second": 1, "penultimate": 1, "third": 2}  # "next-to-last", "third-to-last"


def day_of(found: Found, context: Context) -> Meaning | None:
    """Read the second Tuesday of March, the last day of 2016, the third weekend of the month."""
    part = found.value("part", "part") or ""
    found = found.with_mod("APPROX") if found.has("working") else found  # a holiday moves it
    if context.anchor and found.has("m") and not (found.has("y") or found.has("rel")):
        number = found.number("m", "month", "month_short")
        days = every_year(context.anchor, lambda year: _nth(found, Period("M", date(year, number, 1))))
        chosen = choose(found, context, days)
        return meaning(context, found, *chosen, part) if chosen else None
    whole, why = _whole(found, context)
    if whole is None:
        return unplaced(found, "XXXX-XX-XX", why, part)
    day = _nth(found, whole)
    if day and context.anchor and found.word("which") == "the" and found.tense:
        gone, to_come = found.tense == "past" and day.first > context.anchor, found.ahead and day.last < context.anchor
        if gone or to_come:  # "on the last day of the year", said in March about the past
            day = _nth(found, whole.shift(-1 if gone else 1))
    return meaning(context, found, day, f"of {whole.value}, {why}", part) if day else None


def part_of(found: Found, context: Context) -> Meaning | None:
    """Read the first week of March (its days 1 to 7), the second half of last month, the last month of 2016."""
    whole, why = _whole(found, context)
    if whole is None:
        return unplaced(found, "XXXX", why)
    if found.has("full"):
        return _full_week(found, context, whole, why)
    away = _from_the_end(found)
    number = None if found.has("back") else numerals.ordinal(found.words("n"))
    if found.word("u") == "month":
        last = Period.containing("M", whole.last).shift(-away)
        chosen = Period("M", whole.first).shift(number - 1) if number else last
        inside = whole.unit != "M" and chosen.last <= whole.last
        return meaning(context, found, chosen, f"month of {whole.value}, {why}") if inside else None
    days = _DAYS_OF_A_WEEK if found.word("u") == "week" else _DAYS_OF_A_HALF
    start = add_days(whole.first, (number - 1) * days) if number else add_days(whole.last, 1 - days * (1 + away))
    whole_week = days == _DAYS_OF_A_WEEK and (number or away)
    end = add_days(start, days - 1) if whole_week or number == 1 else whole.last
    if start > whole.last:
        return None
    mod = "START" if number == 1 else "END" if end >= whole.last else "MID"
    edtf = Edtf.of(start, min(end, whole.last))
    return Meaning("DATE", whole.value, f"{edtf} of {whole.value}: {why}", edtf, mod, whole)


def _full_week(found: Found, context: Context, whole: Period, why: str) -> Meaning | None:
    """Read the last full week of August: from a Monday to the Sunday, all in that month."""
    number, away = numerals.ordinal(found.words("n")), _from_the_end(found)
    if number and not found.has("back"):
        week = Period.containing("W", add_days(whole.first, 6)).shift(number - 1)
    else:
        week = Period.containing("W", add_days(whole.last, 1)).shift(-1 - away)
    inside = whole.first <= week.first and week.last <= whole.last
    return meaning(context, found, week, f"of {whole.value}, {why}") if inside else None


def _from_the_end(found: Found) -> int:
    """Return how many come after the one that is meant, counted from the end: 1 for "the second-to-last"."""
    return _BACK.get("".join(found.words("back")[:1]), 0)


def span_of(found: Found, context: Context) -> Meaning | None:
    """Read the first three months of 2016, the last ten days of June, the final weeks of the year."""
    whole, why = _whole(found, context)
    unit, amount = found.value("u", "units", "unit") or "D", numerals.count(found.words("n"))
    if whole and whole.unit == "Y" and unit == "Q" and amount == _QUARTERS_OF_A_HALF:
        half = Period("H", whole.first if found.has("first") else add_months(whole.first, 6))
        return meaning(context, found, half, f"a half of {whole.value}, {why}")
    value = length(unit, amount)
    edtf = _span(found, context, whole, unit, amount) if whole else None
    how = f"the {'first' if found.has('first') else 'last'} ones of {whole.value}, {why}" if edtf and whole else why
    return Meaning("DURATION", value, how, edtf, found.mod)


def _span(found: Found, context: Context, whole: Period, unit: str, amount: Fraction | None) -> Edtf | None:
    """Return the first or last such days of the period; None if the period is shorter."""
    from_start = found.has("first")
    if amount is None and unit == "W":  # "the first weeks of March" are early March
        return bounds(whole, found.with_mod("START" if from_start else "END"), context.anchor)
    if amount is None:
        outside = add_days(whole.first, -1) if from_start else add_days(whole.last, 1)
        edtf = vague_span(outside, unit, 1 if from_start else -1)
    elif from_start:
        edtf = _months_or_days(whole.first, add_days(displaced(whole.first, unit, amount), -1), unit)
    else:
        edtf = _months_or_days(displaced(add_days(whole.last, 1), unit, -amount), whole.last, unit)
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return None
    if edtf.earliest < whole.first or edtf.latest > whole.last:
        return None
    return edtf if found.ahead or context.anchor is None else no_later(edtf, context.anchor)


def _months_or_days(first: date, last: date, unit: str) -> Edtf | None:
    if first > last:
        return None
    months = unit in "MQ" and (first.year, first.month) != (last.year, last.month)
    if months:
        return Edtf.parse("/".join(day.isoformat()[:7] for day in (first, last)))  # %Y pads no year before 1000
    return Edtf.of(first, last)


def _whole(found: Found, context: Context) -> tuple[Period | None, str]:
    """Return the month, quarter or year that contains the part, and how it was found."""
    if found.has("m"):
        named = month_and_day(found, context) if found.has("y") or found.has("rel") else month(found, context)
        return (named.period, named.how) if named else (None, NO_YEAR)
    if found.has("new"):
        year = new_year_of(found, context)
        return (Period.of_year(year) if year else None), f"counted from {context.anchor}" if year else NO_ANCHOR
    if found.has("old") and context.anchor:
        year = in_calendar(context.anchor.year - (context.anchor.month <= _OLD_YEAR))
        return Period.of_year(year), f"counted from {context.anchor}"
    if found.has("y"):
        year, why = year_of(found, context)
        return (Period.of_year(year, "F" if found.has("fiscal") else "Y") if year else None), why
    by, from_text = step(found)
    reference = context.reference
    spoken_of = by is None and reference and context.reference_at >= sentence_start(found.tokens, found.start)
    start = reference.first if reference and (from_text or spoken_of) else context.anchor
    if start is None:
        return None, NO_ANCHOR
    unit = "F" if found.has("fiscal") else found.value("whole", "calendar_unit") or "M"
    return Period.containing(unit, start).shift(by or 0), f"counted from {start}"


def _nth(found: Found, whole: Period) -> Period | None:
    """Return the n-th or last such weekday, weekend or day of the period; None if it has fewer."""
    number = None if found.has("back") else numerals.ordinal(found.words("n"))
    weekend, away = found.word("u") == "weekend", _from_the_end(found)
    weekday = 6 if weekend else found.number("wd", "weekday", "weekday_short")
    apart = 7 if weekday else 1
    if found.has("working"):
        day = _working_day(whole.first, number - 1, 1) if number else _working_day(whole.last, away, -1)
    elif number:
        start = add_days(whole.first, (weekday - whole.first.isoweekday()) % 7 if weekday else 0)
        day = add_days(start, apart * (number - 1))
    else:
        day = add_days(whole.last, -((whole.last.isoweekday() - weekday) % 7) if weekday else 0)
        day = add_days(day, -apart * away)
    return Period("E" if weekend else "D", day) if whole.first <= day <= whole.last else None


def _working_day(first: date, more: int, step: int) -> date:
    """Return the first day from one on, or back from it, that is not of a weekend, or one that many further."""
    day = first
    while day.isoweekday() in _WEEKEND or more:
        more -= day.isoweekday() not in _WEEKEND
        day = add_days(day, step)
    return day
