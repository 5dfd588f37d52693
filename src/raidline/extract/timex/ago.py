"""Readers for lengths of time that lead from one day to another: two weeks ago, a year earlier, two days after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import approximate, meaning, unplaced
from raidline.extract.timex.context import NO_ANCHOR, NO_DATE, UNKNOWN, Context, Meaning, spoken_day
from raidline.extract.timex.cues import sentence_start, starts_sentence
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import displaced, length, vague_span
from raidline.extract.timex.periods import SEASONS, UNIT_NAMES, Period, add_days, day_in, in_calendar, in_words
from raidline.extract.timex.which import step

_SMALLER: Final = {"Y": ("M", 12), "C": ("Y", 100), "Q": ("M", 3)}
_SAME_DAY: Final = {"earlier", "later"}
_BACK: Final = {"ago", "earlier"}
_COMING: Final = {"came", "comes", "come", "coming", "arrived", "arrives", "follows", "followed", "happened"}
_FINENESS: Final = {"D": 0, "N": 0, "E": 1, "W": 2, "T": 2, "M": 3, "Q": 4, "S": 4, "H": 5, "Y": 6, "F": 6}
_DAYS: Final = {"D", "N", "W"}
_ROUGH: Final = {"couple", "pair"}
_EXACT_WEEKS: Final = 3
_HALVES: Final = 2
_MIDWEEK: Final = 3  # days from a Monday to the day that decides which year a week is of
_FARTHEST: Final = 100_000


def ago(found: Found, context: Context) -> Meaning | None:
    """Read two weeks ago, a year earlier, three days later, with the precision of the smallest unit named."""
    letter = found.value("u", "unit", "units") or "Y"
    direction = found.value("dir", "direction") or "ago"
    amount = numerals.count(found.words("n")) if found.has("n") else Fraction(found.rule.gives.get("n", 0))
    if found.has("half"):
        amount = (amount or 0) + Fraction(1, 2)
    if not amount:
        return _vague(found, context, letter, direction)
    if len(letter) > 1:
        return _hours(found, letter, amount, direction)
    if found.has("most") and context.anchor:
        return _between(found, context.anchor, letter, amount)
    sign, written = -1 if direction in _BACK else 1, length(letter, amount)
    if (
        letter == "Y" and amount.denominator == _HALVES
    ):  # "four and a half years later" is a month, as told as its start
        letter, amount = "M", amount * 12
    start, named = _start(found, context, letter, direction)
    of_another = found.word_after == "than"  # "a week earlier than the raid on the mill"
    if start is None or of_another or (found.word("dir") == "before" and context.reference is None):
        return unplaced(found, UNKNOWN[letter], NO_ANCHOR)
    if _weeks_are_days(found, context, start, letter, amount):
        letter, amount = "D", amount * 7
    period = _compound(found, start.first, letter, sign * amount) or _counted(start, letter, sign * amount)
    if direction == "later" and not _told(found, context, period):
        return Meaning("DURATION", written, "later than a date that the text does not name", mod=found.mod)
    result = meaning(context, found, period, f"{in_words(amount, letter)} {'before' if sign < 0 else 'after'} {named}")
    part = context.reference_edtf if start == context.reference else None
    return _inexact(found, start, part, (letter, sign * amount), result)


def _inexact(found: Found, start: Period, part: Edtf | None, away: tuple[str, Fraction], counted: Meaning) -> Meaning:
    """Return the meaning with the days that it can be, where the length or the day it counts from is not exact.

    `part` is what the text names of that day or month.
    """
    letter, amount = away
    if found.word("dir") != "ago" and letter in "DW" and start.unit == "D":
        limit = _within(found, start.first, letter, amount)
        if limit:
            return replace(counted, edtf=limit, period=None)
    days = _days(start, part, letter, amount)
    rough = (part is not None and part.approximate) or not _ROUGH.isdisjoint(found.words("n"))
    edtf = days or counted.edtf
    if rough and letter == "D" and edtf:
        edtf = approximate(edtf)
    return replace(counted, edtf=edtf, period=None if days else counted.period)


def _within(found: Found, start: date, letter: str, amount: Fraction) -> Edtf | None:
    """Return the days of "less than a week later" or "more than a week later"; None for a length without a limit."""
    if found.mod not in {"LESS_THAN", "MORE_THAN"}:
        return None
    sign = 1 if amount > 0 else -1
    last = displaced(start, letter, amount)
    if found.mod == "LESS_THAN":
        ends = sorted((add_days(start, sign), add_days(last, -sign)))
        return Edtf.of(*ends) if (last - start).days * sign > 1 else None
    beyond = add_days(last, sign)
    return Edtf.parse(f"{beyond}/.." if sign > 0 else f"../{beyond}")


def _weeks_are_days(found: Found, context: Context, start: Period, letter: str, amount: Fraction) -> bool:
    """Whether the weeks lead to a day: a week after a day named before; "ten weeks" are no exact number of days."""
    exact = letter == "W" and amount <= _EXACT_WEEKS and found.mod is None
    return exact and start != context.today and start.unit not in "WE"


def _days(start: Period, part: Edtf | None, letter: str, amount: Fraction) -> Edtf | None:
    """Return the days that "two days later" can mean after a month or a year; None if the earlier date is as precise.

    Counting from the first day of that month would make a date more precise than the text. `part` is what the text
    names of it, such as "mid-March".
    """
    if letter not in _FINENESS or start.unit not in _FINENESS or _FINENESS[start.unit] <= _FINENESS[letter]:
        return None
    ends = part.bounds() if part else (start.first, start.last)
    first, last = (_counted(Period("D", day), letter, amount) for day in ends)
    return Edtf.of(first.first, last.last)


def _told(found: Found, context: Context, period: Period) -> bool:
    """Whether an event "ten years later" can have happened: the earlier date is named, and the years have passed."""
    over = context.anchor is None or period.first <= context.anchor
    named = context.start(found.start, found.tense == "past")
    return named is not None and (over or found.ahead or (context.anchor is not None and named.first > context.anchor))


def _hours(found: Found, letter: str, amount: Fraction, direction: str) -> Meaning:
    if direction in _SAME_DAY:
        value = length(letter, amount)
        return Meaning("DURATION", value, f"a length of time: {value}, counted from an unknown hour", None, found.mod)
    value = "PAST_REF" if direction in _BACK else "FUTURE_REF"
    return unplaced(found, value, "hours or less, counted from an unknown hour")


def _compound(found: Found, start: date, letter: str, amount: Fraction) -> Period | None:
    """Return the date "two years and three months" away, as precise as its smaller unit; None for one length alone."""
    smaller = found.value("u2", "unit", "units")
    if smaller is None or len(smaller) > 1:
        return None
    rest = (numerals.count(found.words("n2")) or Fraction(1)) * (1 if amount > 0 else -1)
    return _counted(Period("D", displaced(start, letter, amount)), smaller, rest)


def ago_today(found: Found, context: Context) -> Meaning | None:
    """Read a year ago today, two years ago this week, a year ago Tuesday, a year ago in May; a week from today."""
    if found.has("m") or found.has("s"):
        return _ago_month(found, context)
    letter, amount = found.value("u", "unit", "units") or "Y", numerals.count(found.words("n"))
    unit, anchor = found.value("to", "calendar_unit") or "D", context.anchor
    if anchor is None or not amount or amount > _FARTHEST:
        return unplaced(found, UNKNOWN[unit], NO_ANCHOR)
    sign, weekday = -1 if found.word("dir") == "ago" else 1, found.number("wd", "weekday")
    start = anchor
    if found.has("to_step"):
        start = Period.containing(unit, anchor).shift(step(found, "to_step").by or 0).first
        start = add_days(start, _MIDWEEK) if unit == "W" else start  # the week of most of its days, a year before
    day = displaced(add_days(start, found.number("when", "deictic")), letter, sign * amount)
    if weekday:  # the Tuesday nearest to the day one year before the last Tuesday
        day = add_days(day, -((anchor.isoweekday() - weekday) % 7))
        day = add_days(day, (weekday - day.isoweekday() + 3) % 7 - 3)
    how = f"{in_words(amount, letter)} {'before' if sign < 0 else 'after'} {spoken_day(anchor)}"
    return meaning(context, found, Period.containing(unit, day), how)


def to_the_day(found: Found, context: Context) -> Meaning | None:
    """Read "a year to the day later": the day that the length leads to from the day named before."""
    told, amount = context.start(found.start, found.tense == "past"), numerals.count(found.words("n"))
    letter = found.value("u", "unit", "units") or "Y"
    if told is None or told.unit != "D" or not amount or len(letter) > 1 or amount > _FARTHEST:
        return unplaced(found, UNKNOWN["D"], NO_DATE)
    sign = -1 if found.word("dir") in _BACK else 1
    day = Period("D", displaced(told.first, letter, sign * amount))
    return meaning(context, found, day, f"{in_words(amount, letter)} from {told.value}, the day named before")


def _ago_month(found: Found, context: Context) -> Meaning | None:
    """Read two years ago this July, a year ago in May, ten years ago this fall: in the year that long ago."""
    letter, amount, anchor = found.value("u", "unit", "units") or "Y", numerals.count(found.words("n")), context.anchor
    day = numerals.ordinal(found.words("d")) if found.has("d") else 0
    month, unit = found.number("m", "month", "month_short"), "M"
    if found.has("s"):
        month, unit = SEASONS[found.value("s", "season") or "SP"], "S"
    if anchor is None or not amount or amount.denominator != 1 or amount > _FARTHEST or letter not in "YX":
        return unplaced(found, UNKNOWN["D" if day else "M"], NO_ANCHOR)
    goes_on = unit == "S" and Period.containing("S", anchor).first.year < anchor.year  # the winter of last December
    this = Period(unit, date(in_calendar(anchor.year - goes_on), month, 1))
    steps = step(found, "to_step").by or 0  # "a year ago last May" is a year before last May
    away = (-1 if this.last >= anchor else 0) if steps < 0 else int(steps > 0 and this.last < anchor)
    whole = this.years_later(away - int(amount) * (10 if letter == "X" else 1))
    period = day_in(whole.first.year, month, day) if day else whole
    how = f"{in_words(amount, letter)} before {spoken_day(anchor)}"
    return meaning(context, found, period, how) if period else None


def _start(found: Found, context: Context, letter: str, direction: str) -> tuple[Period | None, str]:
    """Return what "ago" and "earlier" count from: the day of writing, the date before, or the quarter compared."""
    quarter = context.quarter if found.has("period") else context.compared
    if letter == "Y" and quarter and direction in _BACK:
        return quarter, f"{quarter.value}, the quarter named before"
    reference = context.start(found.start, found.tense == "past")
    if direction in {"ago", "hence"} or reference is None:
        return context.today, spoken_day(context.anchor) if context.anchor else ""
    start = Period.containing("Y", reference.first) if letter == "Y" else reference
    return start, f"{reference.value}, the date named before"


def _counted(start: Period, letter: str, amount: Fraction) -> Period:
    """Return the period of that unit the given number of units away; OverflowError if outside the calendar."""
    if letter == "X":  # "a decade ago" means a year about ten years back, not some year of the previous decade
        letter, amount = "Y", amount * 10
    if letter in "TN":
        letter, amount = ("W", amount * 2) if letter == "T" else ("D", amount)
    if abs(amount) > _FARTHEST:
        raise OverflowError("too far")
    if letter == "Y" and amount.denominator == 1 and start.unit in "QSH":
        return start.years_later(int(amount))
    if letter in "MW" and amount.denominator != 1:  # "a month and a half ago" is not a precise day
        return Period.containing(letter, displaced(start.first, letter, amount))
    if amount.denominator != 1:
        letter, factor = _SMALLER.get(letter, ("D", 1))
        amount = amount * factor
    return Period.containing(letter, start.first).shift(int(amount))


def _between(found: Found, anchor: date, letter: str, least: Fraction) -> Meaning:
    """Read two or three weeks ago: from the first to the last possible day."""
    most = numerals.count(found.words("most")) or least
    near, far = (_counted(Period("D", anchor), letter, -amount) for amount in sorted((least, most)))
    how = f"{least} to {in_words(most, letter)} before {spoken_day(anchor)}"
    days = Edtf.of(min(far.first, near.first), max(far.last, near.last))  # half a fortnight is finer than a whole one
    return Meaning("DATE", "PAST_REF", how, days, found.mod)


def _vague(found: Found, context: Context, letter: str, direction: str) -> Meaning:
    """Read "several years ago", which only points back, and "a few days later", a length of time."""
    start = context.today if direction == "ago" else context.reference
    sign = -1 if direction in _BACK else 1
    edtf = vague_span(start.first, letter, sign) if start else None
    if direction == "ago":
        return Meaning("DATE", "PAST_REF", "an unknown while before publication", edtf, found.mod)
    how = f"an unknown number of {UNIT_NAMES[letter]}s {'before' if sign < 0 else 'after'} the date named before"
    return Meaning("DURATION", length(letter, None), how, edtf, found.mod)


def after(found: Found, context: Context) -> Meaning | None:
    """Read "two days after ...": a length of time, and also a date if the text shows what it counts from.

    At the start of its sentence it dates the main clause ("Two days after the raid, the council met"); after a verb of
    motion or a date it dates the clause that follows ("They came just one week after the report was out").
    """
    letter = found.value("u", "unit", "units") or "D"
    amount = numerals.count(found.words("n")) if found.has("n") else None
    value = length(letter, amount)
    if found.word("dir") == "since":
        return _since(found, context, letter, amount)
    front = starts_sentence(found.tokens, found.start)
    reference = context.reference
    if reference is None or len(letter) > 1 or not (front or _counted_back(found, context)):
        return Meaning("DURATION", value, f"a length of time: {value}", None, found.mod)
    if letter in _DAYS and reference.unit == "Y":  # "the largest since 2019. It came a day after they voted"
        return Meaning("DURATION", value, f"a length of time: {value}", None, found.mod)
    sign = 1 if (found.word("dir") == "after") == front else -1
    counted = f"counted {'on' if sign > 0 else 'back'} from {reference.value}, the date named before"
    how = f"a length of time: {value}, {counted}"
    if amount is None:
        return Meaning("DURATION", value, how, vague_span(reference.first, letter, sign), found.mod)
    weeks = letter == "W" and reference.unit == "D"  # a week after a day is a day
    letter, away = ("D", amount * 7) if weeks else (letter, amount)
    part = context.reference_edtf
    day = _counted(reference, letter, sign * away)
    if context.anchor and day.first > context.anchor >= reference.last and not found.ahead:
        how = f"a length of time: {value}, later than a date that the text does not name"
        return Meaning("DURATION", value, how, None, found.mod)  # the date before stamps the page
    return Meaning("DURATION", value, how, _days(reference, part, letter, sign * away) or day.edtf, found.mod)


def _since(found: Found, context: Context, letter: str, amount: Fraction | None) -> Meaning:
    """Read "it has been two weeks since they came", which dates what has been: back from the day of writing."""
    value = length(letter, amount)
    how = f"a length of time: {value}, up to publication"
    if context.today is None or amount is None or len(letter) > 1:
        return Meaning("DURATION", value, how, None, found.mod)
    if found.has("exact"):
        return Meaning("DURATION", value, how, Edtf.of(displaced(context.today.first, letter, -amount)), found.mod)
    edtf = _counted(context.today, letter, -amount).edtf
    return Meaning("DURATION", value, how, approximate(edtf) if found.mod else edtf, found.mod)


def _counted_back(found: Found, context: Context) -> bool:
    k = sentence_start(found.tokens, found.start)
    return context.reference_at >= k or not _COMING.isdisjoint(found.tokens.words(k, found.start))
