"""Readers for lengths of time and for recurring times: durations and sets."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.context import Context, Meaning, spoken_day
from raidline.extract.timex.cues import sentence_before, starts_sentence
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import displaced, length, span_before
from raidline.extract.timex.periods import Period, add_days

_LARGEST = 1_000_000
_INSIDE = {"in", "within", "during", "over"}
_COUNTED_ON = frozenset("DWMY")  # units of a calendar


def duration(found: Found, context: Context) -> Meaning | None:
    """Read two weeks, a year and a half, several months, the past five years."""
    unit = found.value("u", "unit", "units", "unit_long") or "Y"
    amount = numerals.count(found.words("n")) if found.has("n") else None
    if "n" in found.rule.gives:
        amount = Fraction(found.rule.gives["n"])
    if found.has("half"):
        amount = (amount or 0) + Fraction(1, 2)
    if amount is not None and amount > _LARGEST:
        return None
    value = length(unit, amount)
    if found.has("n2"):
        smaller = length(found.value("u2", "unit", "units") or "D", numerals.count(found.words("n2")))
        value += smaller.removeprefix("PT" if value.startswith("PT") else "P")
    how = f"a length of time: {value}"
    counted_back = not {"last", "past", "recent"}.isdisjoint(found.words("which"))
    if context.anchor and counted_back and found.word_after != "of":  # "the last two months of 2016" have their own end
        how = f"{how}, up to {spoken_day(context.anchor)}"
        return Meaning("DURATION", value, how, span_before(context.anchor, unit, amount), found.mod)
    if context.anchor and _counts_on(found) and amount and amount.denominator == 1 and unit in _COUNTED_ON:
        period = Period.containing(unit, context.anchor).shift(int(amount))  # "will leave in three weeks"
        how = f"{how}, counted on from {spoken_day(context.anchor)}{found.cue}"
        return Meaning("DURATION", value, how, period.edtf, found.mod)
    if found.word_before == "within" and amount and starts_sentence(found.tokens, found.start - 1):
        days = _days_from_told(found, context, unit, amount, over=1)  # "Within 10 days, 61 had been deported"
        return Meaning("DURATION", value, how if days is None else f"{how}, from {days.earliest}", days, found.mod)
    return Meaning("DURATION", value, how, None, found.mod)


def first_of(found: Found, context: Context) -> Meaning | None:
    """Read its first 48 hours, the first month: from the day told just before, if one is, that long."""
    unit = found.value("u", "unit", "units") or "D"
    amount = numerals.count(found.words("n")) if found.has("n") else Fraction(1)
    if amount is None or amount > _LARGEST:
        return None
    value = length(unit, amount)
    own = found.first_word != "the" or not found.has("n")  # "the first nine months" are those of a year
    days = _days_from_told(found, context, unit, amount) if own and found.word_before in _INSIDE else None
    how = f"a length of time: {value}" + (f", from {days.earliest}, the day named before" if days else "")
    return Meaning("DURATION", value, how, days, found.mod)


def _days_from_told(found: Found, context: Context, unit: str, amount: Fraction, over: int = 0) -> Edtf | None:
    """Return the days of a length of time, and `over` more, from the day told in this sentence or the one before.

    None if no day is told there.
    """
    told, anchor, tokens = context.reference, context.anchor, found.tokens
    before = sentence_before(tokens, found.start)
    if told is None or anchor is None or told.unit != "D" or context.reference_at < before or found.ahead:
        return None
    letter, number = ("D", Fraction(ceil(amount / 24))) if unit == "TH" else (unit, amount)
    if len(letter) > 1 or told.first > anchor:
        return None
    last = add_days(displaced(told.first, letter, number), over - 1)
    return Edtf.of(told.first, min(max(told.first, last), anchor))


def _counts_on(found: Found) -> bool:
    """Whether the length leads to a day to come: "will leave in three weeks", "is in three weeks"."""
    if found.word_before != "in" or found.word_after == "of" or found.has("which"):
        return False
    return found.ahead or found.tokens.words(found.start - 2, found.start - 1) in (["is"], ["are"])


def recent(found: Found, context: Context) -> Meaning | None:
    """Read in recent weeks: the four weeks up to publication; "recent years" only points back."""
    unit = found.value("u", "unit", "units") or "Y"
    edtf = span_before(context.anchor, unit, None) if context.anchor else None
    how = f"a vague length of time up to {spoken_day(context.anchor)}" if context.anchor else "a vague length of time"
    if unit in "YXC":
        return Meaning("DATE", "PAST_REF", how, edtf, found.mod)
    return Meaning("DURATION", length(unit, None), how, edtf, found.mod)


def every(found: Found, context: Context) -> Meaning | None:
    """Read every month, each Thursday, every two weeks, Tuesday nights, daily."""
    return Meaning("SET", found.rule.gives.get("value") or _recurring(found), "a recurring time", None, found.mod)


def _recurring(found: Found) -> str:
    part = found.value("part", "part", "parts")
    suffix = f"T{part}" if part else ""
    if found.has("wd"):
        return f"XXXX-WXX-{found.value('wd', 'weekday', 'weekdays')}{suffix}"
    if found.has("m"):
        return f"XXXX-{found.number('m', 'month', 'month_short'):02}"
    if found.has("s"):
        return f"XXXX-{found.value('s', 'season')}"
    if part:
        return f"XXXX-XX-XX{suffix}"
    return _interval(found)


def _interval(found: Found) -> str:
    unit = found.value("u", "unit", "units") or "Y"
    amount = Fraction(2) if found.has("other") else numerals.count(found.words("n")) if found.has("n") else Fraction(1)
    if unit in "EQ" and amount == 1:
        return "XXXX-WXX-WE" if unit == "E" else "P1Q"
    return length(unit, amount)
