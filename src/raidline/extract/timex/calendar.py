"""Readers of expressions that name a place in the calendar: days, months, quarters, seasons, years, decades."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from raidline.extract.timex import numbers
from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import WEEKDAYS, Context, Meaning, spoken_day
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.holidays import holiday_in
from raidline.extract.timex.periods import SEASONS, Period, add_months

NEAR_MONTHS = 3  # a month and day without a year is the nearest one this near


def _month(found: Found) -> int | None:
    value = found.value("m", "month") or found.value("m", "month_short")
    return int(value) if value else None


def year_of(found: Found, context: Context) -> tuple[int | None, str]:
    """The year that the expression names ("2017", "of last year"), and how."""
    if found.has("y"):
        return numbers.year(found.words("y")), "as written"
    if not found.has("rel"):
        return None, ""
    rel = found.word("rel")
    base, named = (context.anchor.year, context.anchor.isoformat()) if context.anchor else (None, "")
    if rel.split()[0] not in {"this", "last", "next"} and context.reference:
        base, named = context.reference.first.year, "the date before"
    if base is None:
        return None, "no publication date to count from"
    offset = -1 if "last" in rel or "previous" in rel else 1 if "next" in rel or "following" in rel else 0
    return base + offset, f"{rel} year, counted from {named}"


def date_(found: Found, context: Context) -> Meaning | None:
    """A month with a day, a year or both."""
    part = found.value("part", "part")
    month = _month(found)
    if month is None:
        return None
    year, why = year_of(found, context)
    if not found.has("d"):
        if year is None:
            return meaning(context, found, None, f"XXXX-{month:02}", why)
        return meaning(context, found, Period("M", date(year, month, 1)), "", f"month and year {why}")
    day = numbers.ordinal(found.words("d"))
    if day is None or not 1 <= day <= (29, 31, 30)[0 if month == 2 else 2 if month in {4, 6, 9, 11} else 1]:
        return None
    if year is not None:
        period = _day(year, month, day)
        return meaning(context, found, period, "", f"date and year {why}", part=part) if period else None
    if context.anchor is None:
        return meaning(
            context,
            found,
            None,
            f"XXXX-{month:02}-{day:02}",
            "no year, and no publication date to find it from",
        )
    return _nearest_day(found, context, context.anchor, month, day)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period("D", date(year, month, day))
    except ValueError:
        return None


def _nearest_day(found: Found, context: Context, anchor: date, month: int, day: int) -> Meaning | None:
    candidates = [
        p for year in range(anchor.year - 4, anchor.year + 5) if 1 <= year <= 9999 and (p := _day(year, month, day))
    ]
    if found.has("wd"):
        weekday = found.value("wd", "weekday") or found.value("wd", "weekday_short")
        fitting = [p for p in candidates if weekday and p.first.isoweekday() == int(weekday)]
        if fitting:
            period = min(fitting, key=lambda p: abs(p.first - anchor))
            return meaning(context, found, period, "", f"the nearest {WEEKDAYS[period.first.weekday()]} of that date")
    near = [p for p in candidates if abs((p.first - anchor).days) <= 31 * NEAR_MONTHS]
    past = [p for p in candidates if p.first <= anchor]
    ahead = [p for p in candidates if p.first >= anchor]
    which = found.word("which")
    if past and which == "last":
        return meaning(context, found, past[-1], "", f"the last one before {anchor}")
    if ahead and (which == "next" or context.ahead) and not _just_gone(past, ahead, anchor):
        return meaning(context, found, ahead[0], "", f"the next one from {anchor}: the clause looks ahead{context.cue}")
    if past and found.tokens.words(found.start - 1, found.start) == ["ended"]:
        return meaning(context, found, past[-1], "", f"the last one before {anchor} ('ended')")
    if near:
        period = min(near, key=lambda p: abs(p.first - anchor))
        return meaning(context, found, period, "", f"the nearest one to {anchor}")
    if past:
        return meaning(context, found, past[-1], "", f"the last one before {anchor}")
    return None


def _just_gone(past: list[Period], ahead: list[Period], anchor: date) -> bool:
    """Whether the last one is so near and the next so far that a writer would have named the year of the next."""
    return bool(past) and (anchor - past[-1].last).days <= 60 and (ahead[0].first - anchor).days >= 300


def month(found: Found, context: Context) -> Meaning | None:
    """A month alone, or with this, last, next."""
    number = _month(found)
    if number is None:
        return None
    anchor = context.anchor
    if anchor is None:
        return meaning(context, found, None, f"XXXX-{number:02}", "no year, and no publication date to find it from")
    here = Period("M", date(anchor.year, number, 1))
    which = found.word("which")
    now = Period.containing("M", anchor)
    if "last" in which or (which and "past" in which):
        period = here if here.first < now.first else here.years_later(-1)
        return meaning(context, found, period, "", f"the last one before {now.value}")
    if "next" in which or "coming" in which:
        period = here if here.first > now.first else here.years_later(1)
        return meaning(context, found, period, "", f"the first one after {now.value}")
    if "this" in which:
        return meaning(context, found, here, "", f"of the year of {anchor}")
    if now.shift(-11).first <= here.years_later(1).first <= now.shift(2).first and here.first < now.first:
        here = here.years_later(1)  # January, seen from November
    if context.ahead:
        period = here if here.first >= now.first else here.years_later(1)
        if not _just_gone([period.years_later(-1)], [period], anchor):
            return meaning(context, found, period, "", f"the next one from {anchor}: the clause looks ahead{context.cue}")
    if context.tense is None and now.first < here.first <= now.shift(2).first:
        return meaning(context, found, here, "", f"the nearest one to {anchor}: no verb tells the tense")
    period = here if here.first <= now.first else here.years_later(-1)
    return meaning(context, found, period, "", f"the last one not after {anchor}")


def weekday(found: Found, context: Context) -> Meaning | None:
    """A weekday alone, or with this, last, next, the following; with a part of the day it is a time."""
    number = int(found.value("wd", "weekday") or found.value("wd", "weekday_short") or 0)
    part = found.value("part", "part")
    if not number:
        return None
    which = found.word("which")
    anchor, name = context.anchor, WEEKDAYS[number - 1]
    if which and (
        "following" in which or "previous" in which or "preceding" in which or "same" in which or "that" in which
    ):
        start = context.reference.first if context.reference and context.reference.unit in "DEW" else anchor
        named = f"{start}, the date before"
    else:
        start, named = anchor, ""
    if start is None or anchor is None:
        return meaning(context, found, None, f"XXXX-WXX-{number}", "no publication date to count from", part=part)
    back = (start.isoweekday() - number) % 7
    if "following" in which:
        offset, why = 7 - back if back else 7, f"the first {name} after {named}"
    elif "previous" in which or "preceding" in which:
        offset, why = -(back or 7), f"the last {name} before {named}"
    elif "last" in which:
        offset, why = -(back or 7), f"last {name} before {spoken_day(anchor)}"
    elif "next" in which:
        offset, why = 7 - back, f"next {name} after {spoken_day(anchor)}"
    elif "coming" in which or ("this" in which and "past" not in which and context.tense != "past"):
        offset, why = (7 - back) % 7, f"this {name}, not before {spoken_day(anchor)}"
    elif "past" in which or not context.ahead:
        offset, why = -back, f"last {name} not after {spoken_day(anchor)}"
    else:
        offset, why = (
            (7 - back) % 7,
            f"next {name} not before {spoken_day(anchor)}: the clause looks ahead{context.cue}",
        )
    return meaning(context, found, Period("D", start).shift(offset), "", why, part=part)


def evening_of(found: Found, context: Context) -> Meaning | None:
    """The evening of Feb. 6, the night of Tuesday."""
    return weekday(found, context) if found.has("wd") and not found.has("m") else date_(found, context)


def week_of(found: Found, context: Context) -> Meaning | None:
    """The week of Jan. 12."""
    day = date_(found, context)
    if day is None or day.period is None:
        return day
    return meaning(context, found, Period.containing("W", day.period.first), "", f"the week of {day.period.value}")


def year_end(found: Found, context: Context) -> Meaning | None:
    """Year-end, the year's end: the end of the year of publication, of the one before right after it."""
    if context.anchor is None:
        return meaning(context, found, None, "XXXX", "no publication date to count from")
    since = found.tokens.words(found.start - 1, found.start) == ["since"]
    early = since or (context.anchor.month <= 2 and not context.ahead)
    period = Period.containing("Y", context.anchor).shift(-1 if early else 0)
    return meaning(context, replace(found, mod="END"), period, "", f"the end of {period.value}")


def last_day(found: Found, context: Context) -> Meaning | None:
    """year-end, as accountants write it: December 31."""
    end = year_end(found, context)
    if end is None or end.period is None:
        return end
    return meaning(context, found, Period("D", end.period.last), "", f"the last day of {end.period.value}")


def year(found: Found, context: Context) -> Meaning | None:
    """A year in figures or words; a fiscal year from October to September."""
    number = numbers.year(found.words("y"))
    if number is None:
        return None
    if found.has("fiscal"):
        return meaning(context, found, Period.of_year(number, "F"), "", "fiscal year, October 1 to September 30")
    return meaning(context, found, Period.of_year(number), "", "as written")


def next_year_figure(found: Found, context: Context) -> Meaning | None:
    """The second half of "2016-17"."""
    first = numbers.year(found.words("y"))
    short = numbers.ordinal(found.words("item")) or 0
    if first is None:
        return None
    number = first // 100 * 100 + short
    if not first < number <= first + 60:
        return None
    return meaning(context, found, Period.of_year(number), "", f"short for {number}")


def next_day_figure(found: Found, context: Context) -> Meaning | None:
    """The second half of "Jan. 5-9" or "April 24 and 25"."""
    reference = context.reference
    day = numbers.ordinal(found.words("item"))
    if reference is None or reference.unit != "D" or day is None:
        return None
    period = _day(reference.first.year, reference.first.month, day)
    if period is None or period.first <= reference.first:
        return None
    return meaning(context, found, period, "", f"another day of {reference.value[:7]}")


def decade(found: Found, context: Context) -> Meaning | None:
    """ "the 1990s", "the '90s", "the nineties"."""
    words = found.words("x")
    named = found.value("x", "decade_name")
    if named:
        first = int(named) * 10
    else:
        digits = "".join(c for c in words[0] if c.isdigit())
        first = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 20 else 2000 + int(digits)
    return meaning(context, found, Period("X", date(first, 1, 1)), "", "as written")


def century(found: Found, context: Context) -> Meaning | None:
    """ "the 20th century"."""
    number = numbers.ordinal(found.words("n"))
    if not number or number > 40:
        return None
    if number == 1:
        return meaning(context, found, None, "00", "as written")
    return meaning(context, found, Period("C", date((number - 1) * 100, 1, 1)), "", "as written")


def quarter(found: Found, context: Context) -> Meaning | None:
    """The first to fourth quarter, the first or second half of a year, or of the nearest one."""
    unit = found.rule.gives["unit"]
    number = int(found.value("n", "quarter_ordinal" if unit == "Q" else "half_ordinal") or 0) or numbers.ordinal(
        found.words("n")
    )
    if found.has("code"):
        number = int(found.word("code")[1:])
    if not number:
        return None
    year_number, why = year_of(found, context)
    if found.has("yearago"):
        base = (
            context.quarter.first.year
            if context.quarter and context.quarter.unit == unit
            else (context.anchor.year if context.anchor else None)
        )
        year_number, why = (base - 1, "a year before the one spoken of") if base else (None, "no publication date")
    months = (number - 1) * (3 if unit == "Q" else 6)
    if year_number is not None:
        return meaning(
            context,
            found,
            Period(unit, add_months(date(year_number, 1, 1), months)),
            "",
            f"of {year_number}: {why}",
        )
    anchor = context.anchor
    if anchor is None:
        return meaning(context, found, None, f"XXXX-{unit}{number}", "no year, and no publication date to find it from")
    here = Period(unit, add_months(date(anchor.year, 1, 1), months))
    if here.first > anchor and not context.ahead:
        return meaning(context, found, here.years_later(-1), "", f"the last one begun before {anchor}")
    if here.last < anchor and context.ahead and (anchor - here.last).days > 100:
        return meaning(
            context,
            found,
            here.years_later(1),
            "",
            f"the next one from {anchor}: the clause looks ahead{context.cue}",
        )
    return meaning(context, found, here, "", f"of the year of {anchor}")


def same_quarter(found: Found, context: Context) -> Meaning | None:
    """The 1988 period, the same period last year: the quarter spoken of, in another year."""
    written = numbers.year(found.words("y")) if found.has("y") else None
    quarter = context.compared
    if quarter is None:
        base = written or (context.anchor.year - 1 if context.anchor else None)
        if base is None:
            return meaning(context, found, None, "XXXX-QX", "no publication date to count from")
        return meaning(context, found, Period.of_year(base), "", "no quarter was spoken of, so the year")
    offset = written - quarter.first.year if written else -1
    return meaning(context, found, quarter.years_later(offset), "", f"{quarter.value}, the quarter spoken of, in that year")


def quarter_of(found: Found, context: Context) -> Meaning | None:
    """The quarter ended Sept. 30: the one that day is in."""
    day = date_(found, context)
    if day is None or day.period is None:
        return meaning(context, found, None, "XXXX-QX", "the day it ended is unknown")
    period = Period.containing("Q", day.period.first)
    return meaning(context, found, period, "", f"the quarter {day.period.value} is in")


def season(found: Found, context: Context) -> Meaning | None:
    """A season, of a named year or the nearest one."""
    name = found.value("s", "season")
    if not name:
        return None
    year_number, why = year_of(found, context)
    if year_number is not None:
        return meaning(context, found, Period("S", date(year_number, SEASONS[name], 1)), "", f"of {year_number}: {why}")
    anchor = context.anchor
    if anchor is None:
        return meaning(context, found, None, f"XXXX-{name}", "no year, and no publication date to find it from")
    here = Period("S", date(anchor.year, SEASONS[name], 1))
    which = found.word("which")
    now = Period.containing("S", anchor)
    if "last" in which:
        period = here if here.first < now.first else here.years_later(-1)
        return meaning(context, found, period, "", f"the last one before {anchor}")
    if "next" in which or "coming" in which:
        period = here if here.first > now.first else here.years_later(1)
        return meaning(context, found, period, "", f"the next one after {anchor}")
    if "past" in which or not (context.ahead or "this" in which):
        period = here if here.first <= anchor else here.years_later(-1)
        return meaning(context, found, period, "", f"the last one begun before {anchor}")
    period = here if here.last >= anchor or context.tense == "past" or not context.ahead else here.years_later(1)
    return meaning(context, found, period, "", f"the one of the year of {anchor}")


def iso_date(found: Found, context: Context) -> Meaning | None:
    """2017-02-06, with or without a time."""
    text = found.word("iso").upper()
    year, month, day = (int(part) for part in text[:10].split("T")[0].split("-"))
    period = _day(year, month, day) if year else None
    if period is None:
        return None
    clock = text.partition("T")[2][:5] if "T" in text else None
    return meaning(context, found, period, "", "as written", clock=clock)


def slash_date(found: Found, context: Context) -> Meaning | None:
    """2/6/2017 in the American order; the other order only where the American is impossible."""
    month, day, year = (int(part) for part in found.word("slash").split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    if month > 12:
        month, day = day, month
    period = _day(year, month, day) if 1 <= month <= 12 else None
    return meaning(context, found, period, "", "month/day/year") if period else None


def holiday(found: Found, context: Context) -> Meaning | None:
    """A holiday with a fixed rule, of a named year or the nearest one."""
    name = found.rule.gives["day"]
    year_number, why = year_of(found, context)
    anchor, which = context.anchor, found.word("which")
    if year_number is None and anchor is None:
        return meaning(context, found, None, "XXXX-XX-XX", "no year, and no publication date to find it from")
    if year_number is not None:
        return meaning(context, found, Period("D", holiday_in(year_number, name)), "", f"of {year_number}: {why}")
    assert anchor is not None
    candidates = [holiday_in(y, name) for y in range(max(1, anchor.year - 1), min(9999, anchor.year + 1) + 1)]
    past, ahead = [d for d in candidates if d <= anchor], [d for d in candidates if d >= anchor]
    if "last" in which and past:
        return meaning(context, found, Period("D", past[-1]), "", f"the last one before {anchor}")
    if ("next" in which or "this" in which or context.ahead) and ahead:
        return meaning(context, found, Period("D", ahead[0]), "", f"the next one after {anchor}{context.cue}")
    nearest = min(candidates, key=lambda d: abs((d - anchor).days) - (60 if d <= anchor else 0))
    return meaning(context, found, Period("D", nearest), "", f"the nearest one to {anchor}")
