"""Readers of expressions counted from the publication date or from a date named before."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning, unplaced
from raidline.extract.timex.context import NO_ANCHOR, Context, Meaning, spoken_day
from raidline.extract.timex.cues import sentence_start, starts_sentence
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.lengths import length, span_before, vague_span
from raidline.extract.timex.periods import UNIT_NAMES, Period, in_words
from raidline.extract.timex.which import Step, step

_UNKNOWN: Final = {
    "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "E": "XXXX-WXX-WE", "W": "XXXX-WXX", "T": "XXXX-WXX", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "F": "XXXX", "X": "XXX", "C": "XX", "L": "X",
}  # fmt: skip
_SMALLER: Final = {"Y": ("M", 12), "C": ("Y", 100), "W": ("D", 7), "M": ("D", 30), "Q": ("M", 3)}
_SAME_DAY: Final = {"earlier", "later"}
_BACK: Final = {"ago", "earlier"}
_COMING: Final = {"came", "comes", "come", "coming", "arrived", "arrives", "follows", "followed", "happened"}
_FARTHEST: Final = 100_000


def deictic(found: Found, context: Context) -> Meaning | None:
    """Read today, yesterday, tomorrow, tonight; with a part of the day a time."""
    offset = int(found.rule.gives.get("offset") or found.value("when", "deictic") or 0)
    part = found.value("part", "part") or ("NI" if found.word("when") == "tonight" else "")
    today = context.today
    if today is None:
        return unplaced(found, _UNKNOWN["D"], NO_ANCHOR, part)
    away = f"{in_words(abs(offset), 'D')} {'before' if offset < 0 else 'after'} " if offset else ""
    return meaning(context, found, today.shift(offset), f"{away}{spoken_day(today.first)}", part)


def part_of_day(found: Found, context: Context) -> Meaning | None:
    """Read this morning, last night, the next morning, overnight."""
    part = found.value("part", "part") or ""
    by, from_text = _step_of_day(found)
    reference = context.reference if context.reference and context.reference.unit == "D" else None
    told = (
        reference and by is None and found.first_word == "the" and _near(found, context, reference)
    )  # "in the morning"
    start = reference if reference and (from_text or told) else context.today
    if start is None:
        return unplaced(found, _UNKNOWN["D"], NO_ANCHOR, part)
    return meaning(context, found, start.shift(by or 0), f"counted from {spoken_day(start.first)}", part)


def overnight(found: Found, context: Context) -> Meaning | None:
    """Read overnight: the night before publication, or the one to come."""
    if context.today is None:
        return unplaced(found, _UNKNOWN["D"], NO_ANCHOR, found.rule.gives["part"])
    ahead = found.ahead and found.word_before != "by"  # "hurt by overnight losses"
    day = context.today.shift(0 if ahead else -1)
    read = meaning(context, found, day, f"the night of {spoken_day(day.first)}", found.rule.gives["part"])
    night = Edtf.of(day.first, day.shift(1).first)
    return replace(read, edtf=night, period=None)  # without a period: the story does not move there


def _step_of_day(found: Found) -> Step:
    """Return the step; "the next day" is counted from a date in the text."""
    by, from_text = step(found)
    return Step(by, from_text or found.words("which")[:2] == ["the", "next"])


def unit(found: Found, context: Context) -> Meaning | None:
    """Read this, last, next week, month, quarter, year ...; the same, the following, the previous one."""
    letter = "F" if found.has("fiscal") else found.value("u", "calendar_unit") or "Q"
    by, from_text = _step_of_day(found) if letter == "D" else step(found)
    if from_text:
        return _from_text(found, context, letter, by or 0)
    if letter == "Q" and context.quarter and "latest" in found.words("which"):
        return meaning(context, found, context.quarter, "the quarter spoken of")
    if context.anchor is None:
        return unplaced(found, _UNKNOWN[letter], NO_ANCHOR)
    if letter == "E":
        by = _weekends(found, context.anchor.isoweekday() > 5, by)
    why = {-1: "before the one", 0: "", 1: "after the one"}[by or 0]
    period = Period.containing(letter, context.anchor).shift(by or 0)
    how = f"the {UNIT_NAMES[letter]} {why} of {spoken_day(context.anchor)}".replace("  ", " ")
    result = meaning(context, found, period, how)
    if letter in "WMY" and found.words("which") in (["the", "past"], ["past"]):
        return replace(result, edtf=span_before(context.anchor, letter, Fraction(1)))  # "in the past week": seven days
    return result


def _weekends(found: Found, on_weekend: bool, by: int | None) -> int:
    """Return how many weekends on from that of the anchor's week; on a Monday "the weekend" is over."""
    if by is None:
        return 0 if found.ahead or on_weekend else -1
    if by == 0:
        return -1 if found.tense == "past" and not on_weekend else 0
    return by


def _from_text(found: Found, context: Context, letter: str, by: int) -> Meaning:
    interval, reference = context.interval, context.reference or context.today
    if by == 0 and letter == "W" and interval and interval.earliest and interval.latest:
        week = Period.containing("W", interval.earliest)
        if 4 < (interval.latest - interval.earliest).days < 9:
            return Meaning("DATE", week.value, f"the days named before, {interval}", interval, found.mod, week)
    if letter == "Q" and context.quarter:
        reference = context.quarter
    if reference is None:
        return unplaced(found, _UNKNOWN[letter], NO_ANCHOR)
    how = f"counted from {reference.value}, the date before"
    if letter == "D" and reference.unit in "MY" and not by:
        value = reference.value + ("-XX" if reference.unit == "M" else "-XX-XX")
        return Meaning("DATE", value, f"a day of {reference.value}, the date before", reference.edtf, found.mod)
    return meaning(context, found, Period.containing(letter, reference.first).shift(by), how)


def ago(found: Found, context: Context) -> Meaning | None:
    """Read two weeks ago, a year earlier, three days later, at the granularity of the unit."""
    letter = found.value("u", "unit", "units") or "Y"
    direction = found.value("dir", "direction") or "ago"
    amount = numerals.count(found.words("n")) if found.has("n") else Fraction(int(found.rule.gives.get("n", 0)))
    if found.has("half"):
        amount = (amount or 0) + Fraction(1, 2)
    if not amount:
        return _vague(found, context, letter, direction)
    sign = -1 if direction in _BACK else 1
    start, named = _start(found, context, letter, direction)
    if start is None:
        return unplaced(found, _UNKNOWN.get(letter, _UNKNOWN["D"]), NO_ANCHOR)
    if len(letter) > 1 and direction in _SAME_DAY:
        value = length(letter, amount)
        return Meaning("DURATION", value, f"a length of time: {value}, counted from an unknown hour", None, found.mod)
    if len(letter) > 1:
        return unplaced(found, "PAST_REF" if sign < 0 else "FUTURE_REF", "hours or less, counted from an unknown hour")
    how = f"{in_words(amount, letter)} {'before' if sign < 0 else 'after'} {named}"
    return meaning(context, found, _counted(start, letter, sign * amount), how)


def years_ago_today(found: Found, context: Context) -> Meaning | None:
    """Read a year ago today, two years ago this week."""
    letter, amount = found.value("u", "calendar_unit") or "D", numerals.count(found.words("n"))
    if context.anchor is None or not amount:
        return unplaced(found, _UNKNOWN[letter], NO_ANCHOR)
    period = Period.containing(letter, context.anchor).years_later(-int(amount))
    return meaning(context, found, period, f"{in_words(amount, 'Y')} before {spoken_day(context.anchor)}")


def _start(found: Found, context: Context, letter: str, direction: str) -> tuple[Period | None, str]:
    """Return what "ago" and "earlier" count from: the day of writing, the date before, or the quarter compared."""
    quarter = context.quarter if found.has("period") else context.compared
    if letter == "Y" and quarter and direction in _BACK:
        return quarter, f"{quarter.value}, the quarter spoken of"
    reference = context.reference
    if direction in {"ago", "hence"} or reference is None:
        return context.today, spoken_day(context.anchor) if context.anchor else ""
    start = Period.containing("Y", reference.first) if letter == "Y" else reference
    return start, f"{reference.value}, the date before"


def _counted(start: Period, letter: str, amount: Fraction) -> Period:
    """Return the period of that unit so many units away; OverflowError when that is outside the calendar."""
    if letter == "X":  # "a decade ago" is a year about ten years back, not some year of the decade before
        letter, amount = "Y", amount * 10
    if letter in "TN":
        letter, amount = ("W", amount * 2) if letter == "T" else ("D", amount)
    if abs(amount) > _FARTHEST:
        raise OverflowError("too far")
    if letter == "Y" and amount.denominator == 1 and start.unit in "QSH":
        return start.years_later(int(amount))
    if amount.denominator != 1:
        letter, factor = _SMALLER.get(letter, ("D", 1))
        amount = amount * factor
    return Period.containing(letter, start.first).shift(int(amount))


def _vague(found: Found, context: Context, letter: str, direction: str) -> Meaning:
    """Read "several years ago", which only points back, and "a few days later", a length of time."""
    start = context.today if direction == "ago" else context.reference
    sign = -1 if direction in _BACK else 1
    edtf = vague_span(start.first, letter, sign) if start else None
    if direction == "ago":
        return Meaning("DATE", "PAST_REF", "an unknown while before publication", edtf, found.mod)
    how = f"an unknown number of {UNIT_NAMES[letter]}s {'before' if sign < 0 else 'after'} the date before"
    return Meaning("DURATION", length(letter, None), how, edtf, found.mod)


def after(found: Found, context: Context) -> Meaning | None:
    """Read "two days after ...": a length of time; where the text shows what it is counted from, also a date.

    In front of its sentence it dates the main clause ("Two days after the raid, the council met"); behind a verb of
    coming or a date it dates what follows ("They came just one week after the report was out").
    """
    letter = found.value("u", "unit", "units") or "D"
    amount = numerals.count(found.words("n")) if found.has("n") else None
    value = length(letter, amount)
    front = starts_sentence(found.tokens, found.start)
    reference = context.reference
    if reference is None or len(letter) > 1 or not (front or _counted_back(found, context)):
        return Meaning("DURATION", value, f"a length of time: {value}", None, found.mod)
    sign = 1 if (found.word("dir") == "after") == front else -1
    how = f"a length of time: {value}, counted {'on' if sign > 0 else 'back'} from {reference.value}, the date before"
    if amount is None:
        return Meaning("DURATION", value, how, vague_span(reference.first, letter, sign), found.mod)
    weeks = letter == "W" and reference.unit == "D"  # a week after a day is a day
    period = _counted(reference, "D" if weeks else letter, sign * amount * (7 if weeks else 1))
    return Meaning("DURATION", value, how, period.edtf, found.mod)


def _counted_back(found: Found, context: Context) -> bool:
    k = sentence_start(found.tokens, found.start)
    return context.reference_at >= k or not _COMING.isdisjoint(found.tokens.words(k, found.start))


def anaphor(found: Found, context: Context) -> Meaning | None:
    """Read the day, the week, the month, the year, the quarter: the one spoken of."""
    letter = found.value("u", "calendar_unit") or "Q"
    if letter == "Q" and context.quarter:
        return meaning(context, found, context.quarter, "the quarter spoken of")
    reference = context.reference
    near = reference is not None and (letter == "D" or _near(found, context, reference))
    start = reference if near else context.today or reference
    if start is None:
        return unplaced(found, _UNKNOWN[letter], NO_ANCHOR)
    if letter == "Q":
        return meaning(
            context,
            found,
            Period.containing("Q", start.first).shift(-1),
            f"the last whole quarter before {start.value}",
        )
    return meaning(context, found, Period.containing(letter, start.first), f"the one of {start.value}")


def then(found: Found, context: Context) -> Meaning | None:
    """Read until then: the date spoken of; None where none was."""
    reference = context.reference
    return meaning(context, found, reference, f"{reference.value}, the date before") if reference else None


def _near(found: Found, context: Context, reference: Period) -> bool:
    """Whether the date before stands in the same sentence, or is a day of the week before or after publication."""
    if context.reference_at >= sentence_start(found.tokens, found.start):
        return True
    return bool(context.anchor and reference.unit == "D" and abs((reference.first - context.anchor).days) <= 7)


def reference_word(found: Found, context: Context) -> Meaning | None:
    """Read now, recently, soon: no place in the calendar."""
    return unplaced(found, found.rule.gives["value"], "the present, past or future in general")
