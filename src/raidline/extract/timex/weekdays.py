"""Readers for expressions that name a weekday."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.extract.timex import numerals, rows
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import NO_ANCHOR, UNKNOWN, WEEKDAYS, Context, Meaning, spoken_day
from raidline.extract.timex.days import month_and_day
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.lengths import displaced
from raidline.extract.timex.periods import Period, add_days, day_in, in_words
from raidline.extract.timex.stories import after_vague_act, of_story
from raidline.extract.timex.which import Step, choose, step

_THROUGH: Final = {"to", "through", "until", "till", "-", "–", "—"}
_FARTHEST: Final = 10_000
_MONTHS_AROUND: Final = 20  # within this many months, a day of the month falls on every weekday


def weekday(found: Found, context: Context) -> Meaning | None:
    """Read a weekday alone, or with this, last, next, the following; with a part of the day a time."""
    number = found.number("wd", "weekday", "weekday_short")
    part = found.value("part", "part") or ""
    if day := of_story(found, context, number):
        return meaning(context, found, day, f"the {WEEKDAYS[number - 1]} of the days told of before", part)
    by, from_text = step(found)
    if by is None and (day := rows.weekday_in_row(found, context, number)):
        return meaning(
            context, found, day, f"the first {WEEKDAYS[number - 1]} after the day that labels a line above", part
        )
    from_text = from_text or (found.tense == "past" and found.words("which")[:2] == ["the", "next"])
    if after_vague_act(found, context):
        return unplaced(found, f"XXXX-WXX-{number}", "a day of a story that tells no other day", part)
    named = _named(found, context) if from_text else None
    start = named or context.anchor
    if start is None or (from_text and by == 1 and not named and found.tense == "past"):  # after an unknown day
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
        tomorrow = on == 1 and not from_text and found.words("which") == ["next"]  # nobody calls it so
        offset, why = (
            (on + 7, f"the {name} after tomorrow's, from {from_day}")
            if tomorrow and by > 0
            else (on or 7, f"the first {name} after {from_day}")
            if by > 0
            else (-(back or 7), f"the last {name} before {from_day}")
        )
    else:
        past = (found.tense == "past" or from_text) and not (from_text and _goes_on(found, context, start, number))
        offset, why = (
            (-back, f"this {name}, not after {from_day}") if past else (on, f"this {name}, not before {from_day}")
        )
    return meaning(context, found, Period("D", start).shift(offset), why, part)


def _goes_on(found: Found, context: Context, start: date, weekday: int) -> bool:
    """Whether "that Monday" comes after the day told before, a Friday: no Monday was dated, and it has passed."""
    coming = add_days(start, (weekday - start.isoweekday()) % 7)
    dated = weekday in context.weekdays
    day = context.day is not None and context.day.period.first == start
    passed = context.anchor is not None and coming <= context.anchor
    return found.first_word == "that" and found.tense == "past" and day and passed and not dated


def _named(found: Found, context: Context) -> date | None:
    """Return the day from which "the following Monday" counts: the last one named, behind a month or a year too."""
    past = found.tense == "past"
    reference = context.start(found.start, past)
    if reference and reference.unit not in "DEW":
        reference = context.day_told(found.start) if past else None
    return reference.first if reference else None


def named_before(found: Found, context: Context) -> bool:
    """Whether a day begins the range that the weekday ends ("from Monday to Thursday"), or precedes it in a list."""
    reference = context.reference
    before = found.tokens.words(found.start - 2, found.start - 1)  # "last week, Monday" begins farther away
    near = context.reference_at >= found.start - 2 or not grammar().values["weekday"].keys().isdisjoint(before)
    if reference is None or reference.unit != "D" or not near:
        return False
    next_day = reference.first.isoweekday() % 7 + 1 == found.number("wd", "weekday", "weekday_short")
    over = found.tense == "past" and reference.first == context.anchor  # past events are not tomorrow's
    return found.word_before in _THROUGH or (next_day and not over and found.word_before in {"and", "or"})


def weekday_before_last(found: Found, context: Context) -> Meaning | None:
    """Read the Friday before last, the Tuesday after next: a week beyond last Friday, next Tuesday."""
    number, by = found.number("wd", "weekday"), weeks_off(found).by or 0
    if context.anchor is None:
        return unplaced(found, f"XXXX-WXX-{number}", NO_ANCHOR)
    back, on = (context.anchor.isoweekday() - number) % 7, (number - context.anchor.isoweekday()) % 7
    day = add_days(context.anchor, -(back or 7) - 7 if by < 0 else (on or 7) + 7)
    how = f"a week {'before' if by < 0 else 'after'} the {WEEKDAYS[number - 1]} nearest to {spoken_day(context.anchor)}"
    return meaning(context, found, Period("D", day), how)


def weekday_weeks_away(found: Found, context: Context) -> Meaning | None:
    """Read a week ago Tuesday, Tuesday two weeks ago, two Tuesdays ago; a week from Tuesday.

    The weeks count from the last Tuesday, including the day of writing, or from the next one; the first of "two
    Tuesdays ago" is before the day of writing.
    """
    if found.has("away"):
        return _days_from_weekday(found, context)
    number = found.number("wd", "weekday", "weekday_short", "weekdays")
    amount, part = numerals.count(found.words("n")), found.value("part", "part") or ""
    anchor = context.anchor
    if anchor is None or not amount:
        return unplaced(found, f"XXXX-WXX-{number}", NO_ANCHOR, part)
    weeks = int(amount * (2 if found.value("u", "unit", "units") == "T" else 1))
    back, on = (anchor.isoweekday() - number) % 7, (number - anchor.isoweekday()) % 7
    if found.has("several"):
        offset = -(back or 7) - 7 * (weeks - 1)
    else:
        offset = (on if found.has("coming") else -back) - 7 * weeks if found.word("dir") == "ago" else on + 7 * weeks
    how = f"counted in weeks from {spoken_day(anchor)}"
    return meaning(context, found, Period("D", add_days(anchor, offset)), how, part)


def weeks_off(found: Found) -> Step:
    """Return how many weeks away "last week" or "the week before last" is."""
    return Step(-2 if found.word("twice") == "before last" else 2, False) if found.has("twice") else step(found)


def weekday_of(found: Found, context: Context) -> Meaning | None:
    """Read Tuesday of last week, Tuesday last week, last week on Tuesday."""
    number = found.number("wd", "weekday")
    part = found.value("part", "part") or ""
    by, from_text = weeks_off(found)
    start = context.reference.first if from_text and context.reference else context.anchor
    if start is None:
        return unplaced(found, f"XXXX-WXX-{number}", NO_ANCHOR, part)
    week = Period.containing("W", start).shift(by or 0)
    how = f"{WEEKDAYS[number - 1]} of {week.value}, counted from {spoken_day(start)}"
    return meaning(context, found, Period("D", add_days(week.first, number - 1)), how, part)


def weekday_and_day(found: Found, context: Context) -> Meaning | None:
    """Read Monday the 20th: the nearest day with that number that is a Monday."""
    weekday, number = found.number("wd", "weekday", "weekday_short"), numerals.ordinal(found.words("d")) or 0
    part = found.value("part", "part") or ""
    if context.anchor is None:
        return unplaced(found, f"XXXX-WXX-{weekday}", NO_ANCHOR, part)
    now = Period.containing("M", context.anchor)
    months = [now.shift(n).first for n in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)]
    days = [day for month in months if (day := day_in(month.year, month.month, number))]
    chosen = choose(found, context, [day for day in days if day.first.isoweekday() == weekday])
    return meaning(context, found, *chosen, part) if chosen else None


def evening_of(found: Found, context: Context) -> Meaning | None:
    """Read the evening of Feb. 6, the night of Tuesday."""
    return month_and_day(found, context) if found.has("m") else weekday(found, context)


def _days_from_weekday(found: Found, context: Context) -> Meaning | None:
    """Read 90 days from Monday: from the Monday that the text has dated; else either one may be meant, so no day."""
    told, amount = context.weekdays_told(found.number("wd", "weekday"), found.start), numerals.count(found.words("n"))
    unit = found.value("u", "unit", "units") or "D"
    if told is None or not amount or amount > _FARTHEST:
        return unplaced(found, UNKNOWN[unit], "the text does not tell which day it counts from")
    period = Period.containing(unit, displaced(told.first, unit, amount))
    return meaning(context, found, period, f"{in_words(amount, unit)} after {told.value}, the day named before")
