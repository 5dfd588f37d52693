"""Readers of expressions counted from the publication date or from a date named before."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from raidline.dates import Edtf
from raidline.extract.timex import numbers
from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import Context, Meaning, spoken_day
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import length
from raidline.extract.timex.periods import UNIT_NAMES, Period, add_days
from raidline.extract.timex.tense import sentence_start, starts_sentence

_UNKNOWN: Final = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "E": "XXXX-WXX-WE", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX",
    "Q": "XXXX-QX", "H": "XXXX-HX", "Y": "XXXX", "X": "XXX", "C": "XX", "L": "X"}  # fmt: skip
NO_ANCHOR: Final = "no publication date to count from"
# How far "recent days", "weeks after" reach: the convention for weeks, and its like for days and months.
VAGUE_DAYS: Final = {"D": 7, "N": 7, "W": 28, "M": 183}


def deictic(found: Found, context: Context) -> Meaning | None:
    """today, yesterday, tomorrow, tonight; with a part of the day a time."""
    offset = int(found.rule.gives.get("offset") or found.value("when", "deictic") or 0)
    part = found.value("part", "part") or ("NI" if found.word("when") == "tonight" else None)
    anchor = context.anchor
    if anchor is None:
        return meaning(context, found, None, _UNKNOWN["D"], NO_ANCHOR, part=part)
    period = Period("D", add_days(anchor, offset))
    away = f"{abs(offset)} day{'s' if abs(offset) > 1 else ''} {'before' if offset < 0 else 'after'} " if offset else ""
    return meaning(context, found, period, "", f"{away}{spoken_day(anchor)}", part=part)


def part_of_day(found: Found, context: Context) -> Meaning | None:
    """this morning, last night, the morning, overnight."""
    part = found.value("part", "part")
    which = found.word("which")
    if not part:
        return None
    counted = (
        any(word in which for word in ("that", "same", "following", "next", "previous"))
        and context.reference is not None
    )
    reference = context.reference if counted and context.reference and context.reference.unit == "D" else None
    start = reference.first if reference else context.anchor
    if start is None:
        return meaning(context, found, None, _UNKNOWN["D"], NO_ANCHOR, part=part)
    offset = -1 if "last" in which or "previous" in which else 1 if "next" in which or "following" in which else 0
    return meaning(context, found, Period("D", start).shift(offset), "", f"counted from {spoken_day(start)}", part=part)


def unit(found: Found, context: Context) -> Meaning | None:
    """this, last, next week, month, quarter, year ...; the same, the following, the previous one."""
    letter = found.value("u", "calendar_unit") or "Q"
    if found.has("fiscal") and letter == "Y":
        letter = "F"
    which = found.word("which")
    words = set(which.split())
    anchor = context.anchor
    if words & {"that", "same", "following", "previous", "preceding", "prior", "ensuing", "subsequent"}:
        return _from_reference(found, context, letter, words)
    if (
        letter == "Q"
        and context.quarter
        and words & {"latest", "the"}
        and not words & {"last", "next", "this", "current", "past"}
    ):
        return meaning(context, found, context.quarter, "", "the quarter spoken of")
    if anchor is None:
        return meaning(context, found, None, _UNKNOWN[letter], NO_ANCHOR)
    now = Period.containing(letter if letter in "EWMQYFXCL" else "D", anchor)
    offset = (
        -1
        if words & {"last", "past", "latest"} and "this" not in words
        else 1
        if words & {"next", "coming", "upcoming"}
        else 0
    )
    if letter == "E" and not offset:
        offset = 0 if context.ahead or anchor.isoweekday() > 5 or ("this" in words and context.tense != "past") else -1
    if letter == "E" and "last" in words and anchor.isoweekday() > 5:
        offset = -1
    if letter == "Q" and words <= {"the", "latest"}:
        offset = -1
    name = UNIT_NAMES[letter]
    why = {-1: f"the {name} before", 0: f"the {name} of", 1: f"the {name} after"}[offset]
    return meaning(context, found, now.shift(offset), "", f"{why} {spoken_day(anchor)}")


def _from_reference(found: Found, context: Context, letter: str, words: set[str]) -> Meaning:
    reference = context.reference
    offset = 1 if words & {"following", "ensuing", "subsequent"} else 0 if words & {"that", "same"} else -1
    span = context.span
    if (
        offset == 0
        and letter == "W"
        and span
        and span.earliest
        and span.latest
        and 4 < (span.latest - span.earliest).days < 9
    ):
        period = Period.containing("W", span.earliest)
        return Meaning("DATE", period.value, f"the interval named before, {span}", span, found.mod, period)
    if letter == "Q" and context.quarter:
        return meaning(
            context,
            found,
            context.quarter.shift(offset),
            "",
            f"counted from {context.quarter.value}, named before",
        )
    if reference is None and context.anchor is None:
        return meaning(context, found, None, _UNKNOWN[letter], NO_ANCHOR)
    if reference is None:
        assert context.anchor is not None
        reference = Period("D", context.anchor)
    if letter == "D" and reference.unit in "MY" and not offset:
        value = reference.value + ("-XX" if reference.unit == "M" else "-XX-XX")
        return Meaning("DATE", value, f"a day of {reference.value}, named before", reference.edtf, found.mod)
    period = Period.containing(letter, reference.first).shift(offset)
    return meaning(context, found, period, "", f"counted from {reference.value}, the date before")


def ago(found: Found, context: Context) -> Meaning | None:
    """Two weeks ago; a year earlier; three days later; at the granularity of the unit."""
    letter = found.value("u", "unit") or found.value("u", "units") or "Y"
    amount = numbers.count(found.words("n")) if found.has("n") else None
    if found.rule.gives.get("n"):
        amount = Fraction(1)
    direction = found.value("dir", "direction") or found.rule.gives.get("dir", "ago")
    if amount is None:
        return _vague(found, context, letter, direction)
    start, named = _start(found, context, letter, direction)
    sign = -1 if direction in {"ago", "earlier"} else 1
    if start is None:
        return meaning(context, found, None, _UNKNOWN.get(letter, _UNKNOWN["D"]), NO_ANCHOR)
    period = _counted(start, letter, amount, sign)
    if period is None:
        return meaning(
            context,
            found,
            None,
            "PAST_REF" if sign < 0 else "FUTURE_REF",
            "hours, counted from an unknown hour",
        )
    return meaning(
        context,
        found,
        period,
        "",
        f"{amount} {UNIT_NAMES[letter]}{'s' if amount > 1 else ''} {'before' if sign < 0 else 'after'} {named}",
    )


def _start(found: Found, context: Context, letter: str, direction: str) -> tuple[Period | None, str]:
    """What "ago" and "earlier" are counted from: the day of writing, the date before, or the quarter compared."""
    quarter = context.quarter if found.has("period") else context.compared
    if letter == "Y" and quarter and direction in {"ago", "earlier"}:
        return quarter, f"{quarter.value}, the quarter spoken of"
    anchor = Period("D", context.anchor) if context.anchor else None
    if direction in {"ago", "hence"} or context.reference is None:
        return anchor, spoken_day(anchor.first) if anchor else ""
    reference = context.reference
    if letter == "Y":
        reference = Period.containing("Y", reference.first)
    return reference, f"{context.reference.value}, the date before"


def _counted(start: Period, letter: str, amount: Fraction, sign: int) -> Period | None:
    if letter.startswith("T"):
        return None
    if letter == "X":  # "a decade ago" is about a year, not some year of the decade before
        letter, amount = "Y", amount * 10
    if letter == "Y" and amount.denominator == 1 and start.unit in "QSH":
        return start.years_later(sign * int(amount))
    if amount > 100_000:
        raise OverflowError("too far")
    if letter == "N":
        letter = "D"
    if letter == "F":
        letter, amount = "W", amount * 2
    if amount.denominator != 1:
        smaller = {
            "Y": ("M", 12),
            "X": ("Y", 10),
            "C": ("Y", 100),
            "W": ("D", 7),
            "M": ("D", 30),
            "Q": ("M", 3),
            "H": ("M", 6),
        }
        letter, factor = smaller.get(letter, ("D", 1))
        amount = amount * factor
    return Period.containing("M" if letter == "H" else letter, start.first).shift(
        sign * int(amount) * (6 if letter == "H" else 1)
    )


def _vague(found: Found, context: Context, letter: str, direction: str) -> Meaning:
    """Several years ago points back; a few days later is a length of time counted from the date before."""
    start = context.anchor if direction == "ago" else context.reference.first if context.reference else None
    sign = -1 if direction in {"ago", "earlier"} else 1
    days = VAGUE_DAYS.get(letter)
    edtf = Edtf.of(*sorted((add_days(start, sign), add_days(start, sign * days)))) if start and days else None
    if direction == "ago":
        return Meaning("DATE", "PAST_REF", "an unknown while before publication", edtf, found.mod)
    how = f"an unknown number of {UNIT_NAMES[letter]}s {'before' if sign < 0 else 'after'} the date before"
    return Meaning("DURATION", length(letter, None), how, edtf, found.mod)


def after(found: Found, context: Context) -> Meaning | None:
    """Two days after ...: a length of time; where the text shows what it is counted from, also a date.

    In front of its sentence it dates the main clause ("Two days after the raid, the council met"); behind a verb of
    coming or a date it dates what follows ("They came just one week after the report was out").
    """
    letter = found.value("u", "unit") or found.value("u", "units") or "D"
    amount = numbers.count(found.words("n")) if found.has("n") else None
    value = length(letter, amount)
    how = f"a length of time: {value}"
    front = starts_sentence(found.tokens, found.start)
    reference = context.reference
    if reference is None or letter.startswith("T") or not (front or _counted_back(found, context)):
        return Meaning("DURATION", value, how, None, found.mod)
    sign = 1 if (found.word("dir") == "after") == front else -1
    counted = f"{'after' if sign > 0 else 'before'} {reference.value}, the date before"
    if amount is None:
        days = VAGUE_DAYS.get(letter)
        if days is None:
            return Meaning("DURATION", value, how, None, found.mod)
        ends = sorted((add_days(reference.first, sign), add_days(reference.first, sign * days)))
        return Meaning("DURATION", value, f"{how}; up to {days} days {counted}", Edtf.of(*ends), found.mod)
    weeks = letter == "W" and reference.unit == "D"
    period = _counted(reference, "D" if weeks else letter, amount * 7 if weeks else amount, sign)
    return Meaning("DURATION", value, f"{how}, {counted}", period.edtf if period else None, found.mod)


_COMING: Final = {"came", "comes", "come", "coming", "arrived", "arrives", "follows", "followed", "happened"}


def _counted_back(found: Found, context: Context) -> bool:
    k = sentence_start(found.tokens, found.start)
    words = {found.tokens[i].lower() for i in range(k, found.start)}
    return bool(words & _COMING) or context.reference_at >= k


def _this_week(reference: Period | None, context: Context) -> bool:
    days = abs((reference.first - context.anchor).days) if reference and context.anchor else 99
    return bool(reference and reference.unit == "D" and days <= 7)


def anaphor(found: Found, context: Context) -> Meaning | None:
    """the day, the week, the month, the year, the quarter: the one spoken of."""
    letter = found.value("u", "calendar_unit") or "Q"
    reference = context.quarter if letter == "Q" else context.reference
    if reference is None and context.anchor is None:
        return meaning(context, found, None, _UNKNOWN[letter], NO_ANCHOR)
    here = context.reference_at >= sentence_start(found.tokens, found.start) or _this_week(reference, context)
    if reference is None or (letter in "MYWX" and not here):
        reference = Period("D", context.anchor) if context.anchor else reference
    assert reference is not None
    if letter == "Q" and context.quarter is None:
        period = Period.containing("Q", reference.first).shift(-1)
        return meaning(context, found, period, "", f"the last whole quarter before {reference.value}")
    period = Period.containing(letter, reference.first)
    return meaning(context, found, period, "", f"the one of {reference.value}")


def reference_word(found: Found, context: Context) -> Meaning | None:
    """now, recently, soon: no place in the calendar."""
    return Meaning("DATE", found.rule.gives["value"], "the present, past or future in general", None, found.mod)
