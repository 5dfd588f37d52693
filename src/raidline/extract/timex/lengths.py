"""Lengths of time: their TIMEX3 values, and the days they cover from a given day."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex.periods import add_days, add_months

# Unit -> prefix, factor and letter of TIMEX3; a decade is ten years and a quarter three months, as annotators write.
_WRITTEN: Final = {
    "TS": ("PT", 1, "S"), "TM": ("PT", 1, "M"), "TH": ("PT", 1, "H"), "D": ("P", 1, "D"), "N": ("P", 1, "D"),
    "W": ("P", 1, "W"), "E": ("P", 2, "D"), "T": ("P", 2, "W"), "M": ("P", 1, "M"), "Q": ("P", 3, "M"),
    "Y": ("P", 1, "Y"), "X": ("P", 10, "Y"), "C": ("P", 100, "Y"), "L": ("P", 1000, "Y"),
}  # fmt: skip
_VAGUE_LETTER: Final = {"X": "DE", "C": "CE"}
_FRACTION: Final = {"PY": ("M", 12), "PM": ("D", 30), "PW": ("D", 7), "PTH": ("M", 60), "PTM": ("S", 60)}
# How far "recent days", "weeks after" reach: the convention for weeks, and its analogue for days and months.
_VAGUE_DAYS: Final = {"D": 7, "N": 7, "W": 28, "M": 183}


def length(unit: str, amount: Fraction | None) -> str:
    """Return the TIMEX3 value: P2Y, PT5H30M; PXM if the amount is unknown."""
    prefix, factor, letter = _WRITTEN[unit]
    if amount is None:
        return f"{prefix}X{_VAGUE_LETTER.get(unit, letter)}"
    total = amount * factor
    whole, rest = int(total), total - int(total)
    if not rest:
        return f"{prefix}{whole}{letter}"
    if letter == "D":
        return f"PT{int(total * 24)}H"
    smaller, parts = _FRACTION.get(prefix + letter, ("S", 1))
    if (rest * parts).denominator != 1:
        return f"{prefix}{float(total):g}{letter}"
    return f"{prefix}{whole or ''}{letter if whole else ''}{int(rest * parts)}{smaller}"


def span_before(day: date, unit: str, amount: Fraction | None) -> Edtf | None:
    """Return the days from that long ago to `day`, both included; None for minutes and for vague years and hours."""
    if unit == "TH" and amount is not None:
        unit, amount = "D", Fraction(ceil(amount / 24))  # "in the past 36 hours": since the day before yesterday
    if len(unit) > 1:
        return None
    if amount is None:
        days = _VAGUE_DAYS.get(unit)
        return Edtf.of(add_days(day, -days), day) if days else None
    _, factor, letter = _WRITTEN[unit]
    number = int(amount * factor)
    if letter in "DW":
        return Edtf.of(add_days(day, -number * (7 if letter == "W" else 1)), day)
    return Edtf.of(add_months(day, -number * (12 if letter == "Y" else 1)), day)


def displaced(day: date, unit: str, amount: Fraction) -> date:
    """Return the day that many units later, or earlier if `amount` is negative; half a month has 15 days."""
    _, factor, letter = _WRITTEN[unit]
    whole = int(amount * factor)
    rest = amount * factor - whole
    if letter in "MY":
        months, days = whole * (12 if letter == "Y" else 1), rest * (365 if letter == "Y" else 30)
        return add_days(add_months(day, months), int(days))
    return add_days(day, int((whole + rest) * (7 if letter == "W" else 1)))


def vague_span(day: date, unit: str, sign: int) -> Edtf | None:
    """Return the days that "a few days before" (sign -1) or "after" (1) `day` may mean; None for years and hours."""
    days = _VAGUE_DAYS.get(unit)
    return Edtf.of(*sorted((add_days(day, sign), add_days(day, sign * days)))) if days else None
