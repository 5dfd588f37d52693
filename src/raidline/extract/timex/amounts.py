"""Readers of lengths of time and of what recurs: durations and sets."""

from __future__ import annotations

from fractions import Fraction
from raidline.dates import Edtf
from raidline.extract.timex import numbers
from raidline.extract.timex.context import Context, Meaning, spoken_day
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import WRITTEN, length
from raidline.extract.timex.periods import Period, add_days, add_months
from raidline.extract.timex.relative import VAGUE_DAYS


def _letter(found: Found) -> str | None:
    return found.value("u", "unit") or found.value("u", "units")


def duration(found: Found, context: Context) -> Meaning | None:
    """Two weeks, a year and a half, several months, the past five years."""
    letter = _letter(found)
    if letter is None:
        return None
    amount = numbers.count(found.words("n")) if found.has("n") else None
    if found.rule.gives.get("n"):
        amount = Fraction(found.rule.gives["n"])
    if found.has("half") and amount is not None:
        amount += Fraction(1, 2)
    if amount is not None and amount > 1_000_000:
        return None
    value = length(letter, amount)
    which = set(found.words("which"))
    edtf, how = None, f"a length of time: {value}"
    if which & {"last", "past", "recent"} and context.anchor and (days := _reach(context, letter, amount)):
        edtf, how = days, f"{how}, up to {spoken_day(context.anchor)}"
    return Meaning("DURATION", value, how, edtf, found.mod)


def _reach(context: Context, letter: str, amount: Fraction | None) -> Edtf | None:
    anchor = context.anchor
    if anchor is None or letter.startswith("T"):
        return None
    if amount is None:
        days = VAGUE_DAYS.get(letter)
        return Edtf.of(add_days(anchor, -days), anchor) if days else None
    prefix, factor, unit = WRITTEN[letter]
    number = int(amount * factor)
    if unit in "DW":
        return Edtf.of(add_days(anchor, -number * (7 if unit == "W" else 1)), anchor)
    return Edtf.of(add_months(anchor, -number * (12 if unit == "Y" else 1)), anchor)


def recent(found: Found, context: Context) -> Meaning | None:
    """In recent weeks: the four weeks up to publication; "recent years" only point back."""
    letter = _letter(found)
    if letter is None:
        return None
    edtf = _reach(context, letter, None)
    how = (
        f"a vague length of time up to {spoken_day(context.anchor)}"
        if edtf and context.anchor
        else "a vague length of time"
    )
    if letter in "YXC":
        return Meaning("DATE", "PAST_REF", how, edtf, found.mod)
    return Meaning("DURATION", length(letter, None), how, edtf, found.mod)


def every(found: Found, context: Context) -> Meaning | None:
    """Every month, each Thursday, every two weeks, daily."""
    how = "what recurs"
    if found.rule.gives.get("value"):
        return Meaning("SET", found.rule.gives["value"], how, None, found.mod)
    part = found.value("part", "part") or found.value("part", "parts")
    suffix = f"T{part}" if part else ""
    weekday = found.value("wd", "weekday") or found.value("wd", "weekdays")
    if weekday:
        return Meaning("SET", f"XXXX-WXX-{weekday}{suffix}", how, None, found.mod)
    month = found.value("m", "month") or found.value("m", "month_short")
    if month:
        return Meaning("SET", f"XXXX-{int(month):02}", how, None, found.mod)
    season = found.value("s", "season") or found.value("s", "seasons")
    if season:
        return Meaning("SET", f"XXXX-{season}", how, None, found.mod)
    if part:
        return Meaning("SET", f"XXXX-XX-XX{suffix}", how, None, found.mod)
    letter = _letter(found)
    if letter is None:
        return None
    if letter == "E":
        return Meaning("SET", "XXXX-WXX-WE", how, None, found.mod)
    amount = numbers.count(found.words("n")) if found.has("n") else Fraction(1)
    if found.has("other"):
        amount = Fraction(2)
    if letter == "Q" and amount == 1:
        return Meaning("SET", "P1Q", how, None, found.mod)
    return Meaning("SET", length(letter, amount), how, None, found.mod)
