"""Readers for expressions that count from the publication date or from a date named before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex.bounds import approximate, meaning, no_later, unplaced
from raidline.extract.timex.context import NO_ANCHOR, NO_DATE, UNKNOWN, Context, Meaning, spoken_day
from raidline.extract.timex.cues import sentence_before, sentence_start
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.lengths import span_before
from raidline.extract.timex.periods import SEASONS, UNIT_NAMES, Period, add_days, in_words
from raidline.extract.timex.weekdays import weekday
from raidline.extract.timex.which import Step, every_year, step

_SUNDAY: Final = 7
_COUNTED_FROM: Final = {"between", "since", "before", "after", "following", "preceding"}
_THE_NEXT: Final = ["the", "next"]
_ON_FROM_THERE: Final = {"later", "earlier"}  # "later that week" is behind the day told before, whatever part it is


def deictic(found: Found, context: Context) -> Meaning | None:
    """Read today, yesterday, tomorrow, tonight; with a part of the day a time."""
    offset = int(found.rule.gives.get("offset") or found.value("when", "deictic") or 0)
    part = found.value("part", "part") or ("NI" if found.word("when") == "tonight" else "")
    today = context.today
    if today is None:
        return unplaced(found, UNKNOWN["D"], NO_ANCHOR, part)
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
    start = reference if from_text or told else context.today
    if start is None or (reference is None and "step" in found.rule.gives):
        return unplaced(found, UNKNOWN["D"], NO_DATE if from_text else NO_ANCHOR, part)
    return meaning(context, found, start.shift(by or 0), f"counted from {spoken_day(start.first)}", part)


def overnight(found: Found, context: Context) -> Meaning | None:
    """Read overnight: the night before publication, or the next one; no day of its own beside one that is named."""
    if context.today is None:
        return unplaced(found, UNKNOWN["D"], NO_ANCHOR, found.rule.gives["part"])
    if _of_day_beside(found):
        return unplaced(found, UNKNOWN["D"], "the night of the day beside it", found.rule.gives["part"])
    ahead = found.ahead and found.word_before != "by"  # "hurt by overnight losses"
    day = context.today.shift(0 if ahead else -1)
    read = meaning(context, found, day, f"the night of {spoken_day(day.first)}", found.rule.gives["part"])
    night = Edtf.of(day.first, day.shift(1).first)
    return replace(read, edtf=night, period=None)  # without a period: later expressions do not count from it


def night_into(found: Found, context: Context) -> Meaning | None:
    """Read overnight into Sunday: the night that ends on that day, of which both days may be told."""
    day = deictic(found, context) if found.has("when") else weekday(found, context)
    if day is None or day.period is None:
        return unplaced(found, UNKNOWN["D"], NO_ANCHOR, found.rule.gives["part"])
    eve = day.period.shift(-1)
    read = meaning(context, found, eve, f"the night before {day.period.value}: {day.how}", found.rule.gives["part"])
    return replace(read, edtf=Edtf.of(eve.first, day.period.first), period=day.period)


def _of_day_beside(found: Found) -> bool:
    """Whether a weekday or a month stands beside it: "overnight Tuesday", "overnight on June 3"."""
    after = found.tokens.words(found.end, found.end + 2)
    beside = {found.word_before, after[-1] if after[:1] in (["on"], ["from"]) else "".join(after[:1])}
    values = grammar().values
    return any(word in values[name] for name in ("weekday", "month", "month_short") for word in beside)


def _step_of_day(found: Found) -> Step:
    """Return the step; "the next day" counts from a date in the text."""
    by, from_text = step(found)
    return Step(by, from_text or [word for word in found.words("which") if word != "very"][:2] == _THE_NEXT)


def unit(found: Found, context: Context) -> Meaning | None:
    """Read this, last, next week, month, quarter, year ...; the same, the following, the previous one."""
    letter = "F" if found.has("fiscal") else found.value("u", "calendar_unit") or "Q"
    by, from_text = _step_of_day(found) if letter == "D" else step(found)
    if from_text or _goes_on(found, context, letter):
        return _from_text(found, context, letter, by or 0)
    if letter == "Q" and context.quarter and "latest" in found.words("which"):
        return meaning(context, found, context.quarter, "the quarter named before")
    if context.anchor is None:
        return unplaced(found, UNKNOWN[letter], NO_ANCHOR)
    if letter == "E":
        by = _weekends(found, context.anchor.isoweekday() > 5, by)
    if letter == "W" and not by and context.anchor.isoweekday() == _SUNDAY and _coming(found):
        week = Period.containing("W", context.anchor).shift(1)
        how = f"the week that begins after {spoken_day(context.anchor)}: the clause looks ahead{found.cue}"
        return Meaning("DATE", week.value, how, week.edtf, None, week)
    why = {-1: "before the one", 0: "", 1: "after the one"}[by or 0]
    period = Period.containing(letter, context.anchor).shift(by or 0)
    how = f"the {UNIT_NAMES[letter]} {why} of {spoken_day(context.anchor)}".replace("  ", " ")
    result = meaning(context, found, period, how)
    if letter in "WMY" and found.words("which") in (["the", "past"], ["past"]):
        return replace(result, edtf=span_before(context.anchor, letter, Fraction(1)))  # "in the past week": seven days
    return result


def _goes_on(found: Found, context: Context, letter: str) -> bool:
    """Whether "the next month" counts from the time just told of: "In May 2019 it ended. The next month he left"."""
    told, anchor = context.reference, context.anchor
    if letter not in "WMY" or found.words("which") != _THE_NEXT or found.tense != "past" or told is None:
        return False
    before = sentence_before(found.tokens, found.start)
    return anchor is not None and told.last < anchor and context.reference_at >= before


def _coming(found: Found) -> bool:
    return found.ahead or found.first_word == "later"


def _weekends(found: Found, on_weekend: bool, by: int | None) -> int:
    """Return how many weekends to move from that of the anchor's week; on a Monday "the weekend" is over."""
    if by is None:
        return 0 if found.ahead or on_weekend else -1
    if by == 0:
        return -1 if found.tense == "past" and not on_weekend else 0
    return by


def _from_text(found: Found, context: Context, letter: str, by: int) -> Meaning:
    interval = context.interval
    reference = context.start(found.start, found.tense == "past")
    if by == 0 and letter == "W" and interval and interval.earliest and interval.latest:
        week = Period.containing("W", interval.earliest)
        if 4 < (interval.latest - interval.earliest).days < 9:
            return Meaning("DATE", week.value, f"the days named before, {interval}", interval, found.mod, week)
    if letter == "Q" and context.quarter:
        reference = context.quarter
    if reference is None:
        return unplaced(found, UNKNOWN[letter], NO_DATE)
    if letter == "D" and by and reference.unit == "Y":  # "sought since 2020. The next day": the day told before that
        reference = context.day_told(found.start) or reference
    how = f"counted from {reference.value}, the date named before"
    if letter == "D" and reference.unit not in "DN":
        value = reference.value + {"M": "-XX", "Y": "-XX-XX"}.get(reference.unit, "")
        why = f"{in_words(abs(by), 'D')} {'before' if by < 0 else 'after'} a day of" if by else "a day of"
        part = context.reference_edtf if reference == context.reference else None
        first, last = part.bounds() if part else (reference.first, reference.last)
        edtf = Edtf.of(add_days(first, by), add_days(last, by)) if by else reference.edtf
        edtf = approximate(edtf) if by and part and part.approximate else edtf
        return Meaning("DATE", value, f"{why} {reference.value}, the date named before", edtf, found.mod)
    result = meaning(context, found, Period.containing(letter, reference.first).shift(by), how)
    if not by and found.first_word in _ON_FROM_THERE and result.period and letter != "D":
        return replace(result, edtf=_rest(result.period, reference, context, later=found.first_word == "later"))
    rough = context.reference_edtf if reference == context.reference else None
    if letter == "D" and result.edtf and rough and rough.approximate:
        return replace(result, edtf=approximate(result.edtf))
    return result


def _rest(whole: Period, told: Period, context: Context, *, later: bool) -> Edtf:
    """Return the days of a week, month or year after what is told of it ("later that week"), or before it.

    If nothing is left, or nothing shorter is told of it, that is all of it.
    """
    first, last = whole.first, whole.last
    exact = told.unit == "D"
    if later and told.first >= first:
        first = add_days(told.first, 1) if exact else told.first
    elif not later and told.last <= last:
        last = add_days(told.last, -1) if exact else told.last
    if first > last:
        return whole.edtf
    days = Edtf.of(first, last) if (first, last) != (whole.first, whole.last) else whole.edtf
    return no_later(days, context.anchor) if context.anchor else days


def anaphor(found: Found, context: Context) -> Meaning | None:
    """Read the day, the week, the month, the year, the quarter: the one mentioned before."""
    letter = "F" if found.has("fiscal") else found.value("u", "calendar_unit") or "Q"
    reference = context.reference
    near = reference is not None and (letter == "D" or _near(found, context, reference))
    start = reference if near else context.today or reference
    if start is None:
        return unplaced(found, UNKNOWN[letter], NO_ANCHOR)
    if found.word_after in _COUNTED_FROM and letter != "D":  # "the month since May 5", "the week before they met"
        value = Period.containing(letter, start.first).value
        return unplaced(found, value, "counted from what follows")
    if found.tokens.words(found.end, found.end + 2) == ["just", "ended"]:
        whole = "F" if "fiscal" in found.tokens.words(found.i, found.j) else letter
        period = Period.containing(whole, start.first).shift(-1)
        return meaning(context, found, period, f"the last one over on {start.value}")
    if letter == "Q":
        return meaning(
            context,
            found,
            Period.containing("Q", start.first).shift(-1),
            f"the last whole quarter before {start.value}",
        )
    return meaning(context, found, Period.containing(letter, start.first), f"the one that contains {start.value}")


def then(found: Found, context: Context) -> Meaning | None:
    """Read until then: the date mentioned before; None if there is none."""
    reference = context.reference
    return meaning(context, found, reference, f"{reference.value}, the date named before") if reference else None


def _near(found: Found, context: Context, reference: Period) -> bool:
    """Whether the date before is in the same sentence, or is a day of the week before or after publication."""
    if context.reference_at >= sentence_start(found.tokens, found.start):
        return True
    return bool(context.anchor and reference.unit == "D" and abs((reference.first - context.anchor).days) <= 7)


def reference_word(found: Found, context: Context) -> Meaning | None:
    """Read now, recently, soon, which have no place in the calendar."""
    return unplaced(found, found.rule.gives["value"], "the present, past or future in general")


def before_last(found: Found, context: Context) -> Meaning | None:
    """Read the week before last, the month after next, the night before last, the summer before last."""
    letter = "D" if found.has("part") else found.value("u", "calendar_unit") or "Y"
    part, away = found.value("part", "part") or "", -2 if found.word("twice") == "before last" else 2
    if context.anchor is None:
        return unplaced(found, UNKNOWN[letter], NO_ANCHOR, part)
    today = Period.containing(letter, context.anchor)
    how = f"the second {UNIT_NAMES[letter]} {'before' if away < 0 else 'after'} {spoken_day(context.anchor)}"
    if not found.has("s"):
        return meaning(context, found, today.shift(away), how, part)
    month = SEASONS[found.value("s", "season") or "SP"]
    seasons = every_year(context.anchor, lambda year: Period("S", date(year, month, 1)))
    over = [one for one in seasons if (one.last < context.anchor if away < 0 else one.first > context.anchor)]
    if len(over) < abs(away):
        raise OverflowError("outside the years 1-9999")
    return meaning(context, found, over[-2 if away < 0 else 1], how)
