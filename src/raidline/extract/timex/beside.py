"""Readers for times beside a named day: the week before Labor Day, two days after March 3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning, no_later, unplaced
from raidline.extract.timex.context import NO_ANCHOR, WEEKDAYS, Context, Meaning
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import displaced, length, vague_span
from raidline.extract.timex.periods import Period, add_days, in_words, weekend_of

_BEFORE: Final = {"before", "preceding", "preceded", "prior", "ahead"}
_ABOUT: Final = {"D": 1, "N": 1, "W": 7, "E": 7, "T": 14, "M": 30, "Q": 91, "Y": 365, "X": 3652, "C": 36524}  # days
_VAGUE: Final = 3  # the approximate number of units if the text does not say how many
_WEDNESDAY = 3
_RANGE: Final = {"to", "through", "until", "-", "–"}


def seen_from(found: Found, context: Context) -> Context:
    """Return the context in which to read the named day.

    The event took place beside that day: the week before a holiday may have passed before the holiday, and two days
    after the holiday may still be ahead when the holiday has passed. So the nearest one is found from a shifted day.
    """
    if context.anchor is None or found.has("of"):
        return context
    unit = "W" if found.has("wd") else _unit(found)
    amount = _amount(found)
    days = _ABOUT[unit] * (_VAGUE if amount is None else amount)
    if days > _ABOUT["C"]:
        raise OverflowError("too far")
    return replace(context, anchor=add_days(context.anchor, -_sign(found) * int(days)))


def beside(found: Found, context: Context, named: Meaning) -> Meaning | None:
    """Read the week before Labor Day, two days after March 3, the Friday before Christmas, the days before it."""
    sign, part = _sign(found), found.value("part", "part") or ""
    if named.period is None:
        return unplaced(found, "XXXX-XX-XX", NO_ANCHOR, part)
    if found.word("dir") == "from" and found.word_after in _RANGE:  # "worked 20 days from May 5 to June 9"
        return None
    day = named.period.last if sign > 0 else named.period.first
    side = f"{'after' if sign > 0 else 'before'} {named.period.value}: {named.how}"
    unit, amount = _unit(found), _amount(found)
    if found.has("wd"):
        number, nth = found.number("wd", "weekday"), numerals.ordinal(found.words("n")) or 1
        first = _next(day, number, sign).shift(sign * 7 * (nth - 1))
        return meaning(context, found, first, f"the {WEEKDAYS[number - 1]} {side}", part)
    if amount is None:
        edtf = vague_span(day, unit, sign)
        return Meaning("DURATION", length(unit, None), f"an unknown while {side}", edtf, found.mod)
    how = f"{in_words(amount, unit)} {side}"
    if found.has("span"):
        edtf = Edtf.of(*sorted((displaced(day, unit, sign * amount), add_days(day, sign))))
        return Meaning("DURATION", length(unit, amount), how, edtf, found.mod)
    exact = Period("D", displaced(day, unit, sign * amount)) if found.has("exact") else None
    return meaning(context, found, exact or _away(day, unit, sign * amount), how, part)


def weekday_in(found: Found, context: Context, named: Meaning) -> Meaning | None:
    """Read the Tuesday of Thanksgiving week, the Sunday of Labor Day weekend."""
    number, part, days = found.number("wd", "weekday"), found.value("part", "part") or "", named.edtf
    if days is None or named.period is None or named.period.unit not in "EW":
        return unplaced(found, f"XXXX-WXX-{number}", "of no week that is named", part)
    first, last = days.bounds()
    day = add_days(first, (number - first.isoweekday()) % 7)
    if day > last:
        return unplaced(found, f"XXXX-WXX-{number}", f"not in {named.period.value}", part)
    return meaning(context, found, Period("D", day), f"of {named.period.value}: {named.how}", part)


def run_up(found: Found, _context: Context, named: Meaning) -> Meaning | None:
    """Read the run-up to Christmas: days or weeks before it, nobody knows how many."""
    return Meaning("DURATION", length("D", None), f"an unknown while before {named.value}", None, found.mod)


def within(found: Found, context: Context, named: Meaning) -> Meaning | None:
    """Read within two weeks of Jan. 20: the days from then on."""
    unit, amount = _unit(found), _amount(found)
    if named.period is None or amount is None:
        return unplaced(found, "XXXX-XX-XX", NO_ANCHOR)
    days = Edtf.of(named.period.first, displaced(named.period.last, unit, amount))
    if context.anchor and not found.ahead:
        days = no_later(days, context.anchor)
    return Meaning("DURATION", length(unit, amount), f"from {named.period.value} on: {named.how}", days, found.mod)


def nearest(found: Found, context: Context, meanings: list[Meaning]) -> Meaning | None:
    """Return the only meaning; of several days the nearest one that fits the tense, without a place if none does."""
    anchor = context.anchor
    if anchor is None or len(meanings) < 2:
        return meanings[0] if meanings else None
    days = [(one, one.period) for one in meanings if one.period]
    fitting = [
        (abs(period.first - anchor), number)
        for number, (_, period) in enumerate(days)
        if not (found.tense == "past" and period.first > anchor) and not (found.ahead and period.last < anchor)
    ]
    return days[min(fitting)[1]][0] if fitting else unplaced(found, "XXXX-XX-XX", "no such day fits the clause")


def _away(day: date, unit: str, amount: Fraction) -> Period:
    """Return the day, week, weekend, month ... the given number of units before or after the day."""
    if unit == "E":
        first = _next(day, 6, 1 if amount > 0 else -1, amount < 0)
        return Period("E", first.first).shift(int(amount) - (1 if amount > 0 else -1))
    if amount.denominator == 1 and unit not in "TN":
        return Period.containing(unit, day).shift(int(amount))
    return Period("D", displaced(day, unit, amount))


def around(found: Found, context: Context, named: Meaning) -> Meaning | None:
    """Read the week of Jan. 12, the weekend of July 4, the eve of Christmas, the night of Election Day."""
    part = found.value("part", "part") or ""
    if named.period is None:
        return unplaced(found, "XXXX-XX-XX", NO_ANCHOR, part)
    if named.period.unit != "D":  # "the week of March 2017" is that month, as far as it is known
        return None
    period, unit = named.period, found.value("u", "calendar_unit")
    if unit == "E" and period.first.isoweekday() == _WEDNESDAY:
        return unplaced(found, "XXXX-WXX-WE", "no weekend is nearest to a Wednesday", part)
    if unit == "E":
        period = weekend_of(period.first)
    elif unit:
        period = Period.containing(unit, period.first)
    elif found.has("eve"):
        period = period.shift(-1)
    return meaning(context, found, period, f"the {found.word('of')} of {named.period.value}: {named.how}", part)


def _next(day: date, weekday: int, sign: int, whole: bool = False) -> Period:
    """Return the first such weekday after the day, or the last before it; with `whole`, the day after it as well."""
    if sign > 0:
        return Period("D", add_days(day, (weekday - day.isoweekday() - 1) % 7 + 1))
    before = add_days(day, -1) if whole else day
    return Period("D", add_days(before, -((before.isoweekday() - weekday - 1) % 7 + 1)))


def _sign(found: Found) -> int:
    return -1 if found.words("dir")[:1] and found.words("dir")[0] in _BEFORE else 1


def _unit(found: Found) -> str:
    return found.value("u", "calendar_unit", "unit", "units") or "D"


def _amount(found: Found) -> Fraction | None:
    if found.has("n"):
        return numerals.count(found.words("n"))
    return None if found.has("vague") else Fraction(1)
