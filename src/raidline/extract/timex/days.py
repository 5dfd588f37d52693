"""Readers for expressions that name a day, a week or a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import NEAR, NO_ANCHOR, NO_DATE, WEEKDAYS, Context, Meaning
from raidline.extract.timex.cues import sentence_start, starts_sentence
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.holidays import holiday_in
from raidline.extract.timex.periods import Period, day_in, in_calendar, weekend_of
from raidline.extract.timex.rows import in_entry, in_row
from raidline.extract.timex.stories import beside_its_year, goes_on, in_its_month, in_its_year, year_before
from raidline.extract.timex.tense import past_perfect
from raidline.extract.timex.which import choose, every_year, step

_NEAR_DAY: Final = (
    93  # a month and day without a year means the nearest one within this distance, if no verb says that it is over
)
_NEAR_STAMP: Final = 2  # a past event lies no farther ahead than a page's stamp can be wrong
_YEAR_LEFT_OUT: Final = 150  # days: a report may leave out the year of a day this long ago, if it is another year
_NEAR_MONTH: Final = 62  # a month without a year can lie this far ahead if no verb shows the tense
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MARKS: Final = " \t#*_>•·–—-"  # of headings, lists and bold print
OF_CHRONICLE: Final = "the year above it, in a line to itself"
OF_ROW: Final = "beside the label above it, in a row of dated lines"
OF_ENTRY: Final = "nearest to the label of its line"
OF_YEAR: Final = "of the year right before it"
OF_STORY: Final = "goes on from the date before it, which has its year"
NO_YEAR: Final = "no year, and no publication date to find it from"


def year_of(found: Found, context: Context) -> tuple[int | None, str]:
    """Return the year that the expression names ("2017", "of last year"), and how; None if it names none.

    OverflowError if the result is outside the years 1-9999.
    """
    if found.has("y"):
        return numerals.year(found.words("y")), "as written"
    by, from_text = step(found, "rel")
    if by is None:
        return None, NO_ANCHOR
    if from_text and context.reference is None:
        return None, NO_DATE
    start = context.reference.first if from_text and context.reference else context.anchor
    return (
        (in_calendar(start.year + by), f"{found.word('rel')} year, counted from {start}")
        if start
        else (None, NO_ANCHOR)
    )


def month_and_day(found: Found, context: Context) -> Meaning | None:
    """Read a month with a day, a year, or both."""
    month = int(found.word("fm") or 0) or found.number("m", "month", "month_short", "spanish_month")
    year, why = year_of(found, context)
    if not found.has("d"):
        return (
            meaning(context, found, Period("M", date(year, month, 1)), why)
            if year
            else unplaced(found, f"XXXX-{month:02}", why)
        )
    day = 1 if found.words("d") == ["primero"] else numerals.ordinal(found.words("d")) or 0
    part = found.value("part", "part") or ""
    if not 1 <= day <= _LONGEST_MONTH[month - 1]:
        return None
    if year is None and (context.anchor is None or found.has("rel")):
        return unplaced(found, f"XXXX-{month:02}-{day:02}", why if found.has("rel") else NO_YEAR, part)
    if found.has("y") and year:
        context.years[month, day] = year
    elif year is None and (chronicle := in_chronicle(found, context)):
        year, why = chronicle, OF_CHRONICLE
    elif year is None and (told := _told_beside(found, context, month, day)):
        year, why = told[0].first.year, told[1]
    elif year is None and (month, day) in context.years and not (found.has("wd") or found.has("which")):
        year, why = context.years[month, day], "the year named before with that day"
    chosen = (day_in(year, month, day), why) if year else _nearest_day(found, context, month, day)
    return meaning(context, found, chosen[0], chosen[1], part) if chosen and chosen[0] else None


def _told_beside(found: Found, context: Context, month: int, day: int | None) -> tuple[Period, str] | None:
    """Return the day or month that takes its year from a label or a sentence before it, and the reason."""
    year = year_before(found, context)
    if year and (named := day_in(year, month, day) if day else Period("M", date(year, month, 1))):
        return named, OF_YEAR
    if told := in_row(found, context, month, day):
        return told, OF_ROW
    if told := in_entry(found, context, month, day):
        return told, OF_ENTRY
    if told := goes_on(found, context, month, day) or in_its_month(found, context, month, day):
        return told, OF_STORY
    if day is None and context.dated and in_its_year(found, context):
        return Period("M", date(context.dated.period.first.year, month, 1)), OF_STORY
    return None


def in_chronicle(found: Found, context: Context) -> int | None:
    """Return the year above a day or month that begins a line of a chronicle: "2018", and below it "Oct. 9: ...".

    If several headings have a year, that is the year of the days in the sentences below them, too, up to a day that
    begins a line, which may be of the next year.
    """
    text, start = found.tokens.text, found.tokens.starts[found.start]
    if text[text.rfind("\n", 0, start) + 1 : start].strip(MARKS):
        return context.section if start < context.section_end else None
    if context.section != context.chronicle:
        context.section_end = start
    return context.chronicle


def _nearest_day(found: Found, context: Context, month: int, day: int) -> tuple[Period, str] | None:
    anchor = context.anchor
    if anchor is None:
        return None
    days = every_year(anchor, lambda year: day_in(year, month, day), context.reference)
    weekday = found.number("wd", "weekday", "weekday_short", "spanish_weekday")
    fitting = [period for period in days if period.first.isoweekday() == weekday]
    if fitting:
        nearest = min(fitting, key=lambda period: abs(period.first - anchor))
        return nearest, f"the nearest {WEEKDAYS[weekday - 1]} of that date"
    last = next((one for one in reversed(days) if one.first <= anchor), None)
    far = last and last.first.year < anchor.year and (anchor - last.first).days > _YEAR_LEFT_OUT
    if (far or in_its_year(found, context)) and (told := beside_its_year(found, context, month, day)):
        return told
    near = 0 if found.word_before in {"ended", "since"} else _NEAR_STAMP if found.over else _NEAR_DAY
    return choose(found, context, days, near)


def month(found: Found, context: Context) -> Meaning | None:
    """Read a month alone, or with this, last, next."""
    number = found.number("m", "month", "month_short")
    if context.anchor is None:
        return unplaced(found, f"XXXX-{number:02}", NO_YEAR)
    if (chronicle := in_chronicle(found, context)) and not found.has("which"):
        return meaning(context, found, Period("M", date(chronicle, number, 1)), OF_CHRONICLE)
    if told := _told_beside(found, context, number, None):
        return meaning(context, found, *told)
    months = every_year(context.anchor, lambda year: Period("M", date(year, number, 1)), context.reference)
    in_front = starts_sentence(found.tokens, found.start)  # "In January, ..." begins a narrative
    chosen = choose(found, context, months, 0 if found.tense or in_front else _NEAR_MONTH)
    return meaning(context, found, *chosen) if chosen else None


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
    """Read a holiday, its eve, night, week or weekend, in a named year or the nearest one."""
    (year, why), part = year_of(found, context), found.value("part", "part") or ""
    if year is None and (context.anchor is None or found.has("rel")):
        return unplaced(found, "XXXX-XX-XX", why if found.has("rel") else NO_YEAR, part)
    near = 0 if found.tense else _NEAR_MONTH
    days = every_year(context.anchor, lambda year: _holiday(found, year)) if context.anchor else []
    named = _holiday(found, year) if year else None
    chosen = (named, why) if named else choose(found, context, days, near)
    read = meaning(context, found, *chosen, part) if chosen else None
    if read and read.period and "first" in found.rule.gives:
        ends = (holiday_in(read.period.last.year, found.rule.gives[end]) for end in ("first", "last"))
        return replace(read, edtf=Edtf.of(*ends))
    if read and read.edtf and read.period and read.period.unit == "E":
        day = holiday_in(read.period.last.year, found.rule.gives["day"])
        return replace(read, edtf=Edtf.of(min(day, read.period.first), max(day, read.period.last)))
    return read


def _holiday(found: Found, year: int) -> Period | None:
    """Return the holiday in the year, or None: "4/1" is every fourth year, the one after a leap year."""
    apart, rest = (int(part) for part in found.rule.gives.get("every", "1/0").split("/"))
    if year % apart != rest:
        return None
    day = holiday_in(year, found.rule.gives["day"])
    around = found.word("w") or found.rule.gives.get("w")
    if around == "week":
        return Period.containing("W", day)
    if around == "weekend":
        return weekend_of(day)
    return Period("D", day).shift(-1 if around == "eve" else 0)


def named_day(found: Found, context: Context) -> Meaning | None:
    """Read a day that has become a name: 9/11."""
    return meaning(context, found, Period("D", date.fromisoformat(found.rule.gives["day"])), "a day known by its name")


def day_of_month(found: Found, context: Context) -> Meaning | None:
    """Read on the 15th, the 1st of this month: in the month mentioned before, or the nearest one."""
    number, part = numerals.ordinal(found.words("d")) or 0, found.value("part", "part") or ""
    by, from_text = step(found)
    if context.anchor is None:
        return unplaced(found, f"XXXX-XX-{number:02}", NO_ANCHOR, part)
    if by is not None:  # "of that month" is the one named before
        start = context.reference.first if from_text and context.reference else context.anchor
        period = _day_in_month(Period.containing("M", start).shift(by), number)
    else:
        period = _day_told(found, context, context.anchor, number)
    return meaning(context, found, period, f"day {number} of {period.value[:7]}", part) if period else None


def _day_told(found: Found, context: Context, anchor: date, number: int) -> Period | None:
    """Return the day with that number in the month told of; None if the text leaves open which month that is."""
    past = found.tense == "past"
    named = context.start(found.start, past)
    if named and named.unit not in "DM" and context.month and found.start - context.month.at <= NEAR:
        named = context.month.period
    if named and named.unit not in "DM":
        named = None
    month = Period.containing("M", named.first if named else anchor)
    before, same, on = (_day_in_month(month.shift(n), number) for n in (-1, 0, 1))
    if named is None or found.ahead:
        start = max(named.first, anchor) if named and named.last <= anchor else named.first if named else anchor
        days = [day for n in range(-3, 5) if (day := _day_in_month(month.shift(n), number))]
        if found.ahead:
            return next((day for day in days if day.first >= start), None)
        return next((day for day in reversed(days) if day.first <= start), None)
    if same and named.first <= same.first:
        return same if same.first <= anchor or not past else before
    if context.reference_at >= sentence_start(found.tokens, found.start):  # "on Feb. 6 and on the 2nd"
        return same if past and same and on and on.first > anchor else on
    if on is None or on.first > anchor or past_perfect(found.tokens, found.start, found.end):
        return same
    return on if Period.containing("M", anchor).first == on.first.replace(day=1) else None


def _day_in_month(month: Period, number: int) -> Period | None:
    return day_in(month.first.year, month.first.month, number)
