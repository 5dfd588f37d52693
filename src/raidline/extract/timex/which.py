"""Which of several: last, this or next; for annual events, which year is meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from raidline.extract.timex.context import Context
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.periods import Period
from raidline.extract.timex.tense import tense

YEARS_AROUND = 4  # enough for a February 29
_MARKS, _MARKS_BEHIND = " \t#*_>•·–—-", 3  # of lists and bold print; characters
_JUST_GONE = 5  # if the next one is this many times farther away than the last, a writer would have named its year


_UNTIL = {"until", "till", "to", "through"}
_RANGE = 6  # tokens of the first half of a range


class Step(NamedTuple):
    """One back (last), none (this) or one on (next); previous and following count from an earlier date in the text."""

    by: int | None
    from_text: bool


def step(found: Found, group: str = "which") -> Step:
    """Return the step for this, last, next, previous, same ... in the group; `by` is None if there are none."""
    if "step" in found.rule.gives:
        return Step(int(found.rule.gives["step"]), True)
    words, values = found.words(group), grammar().values
    plain = [int(values["step"][word]) for word in words if word in values["step"]]
    back = [int(values["text_step"][word]) for word in words if word in values["text_step"]]
    steps = back or plain
    return Step(next((by for by in steps if by), 0 if steps else None), bool(back))


def every_year(anchor: date, in_year: Callable[[int], Period | None], told: Period | None = None) -> list[Period]:
    """Return the periods that `in_year` gives for the years around the anchor and a date told before, in order."""
    years = {anchor.year + by for by in range(-YEARS_AROUND, YEARS_AROUND + 1)}
    if told:
        years |= {told.first.year + by for by in (-1, 0, 1)}
    return [period for year in sorted(years) if 1 <= year <= 9999 and (period := in_year(year))]


def choose(found: Found, context: Context, periods: list[Period], near: int = 0) -> tuple[Period, str] | None:
    """Return the intended one of the periods, which are in order, and the reason; None if there is none.

    Without last, this or next: the next one if the clause looks ahead; one that begins within `near` days if it is the
    nearest; otherwise the last one that has begun.
    """
    anchor = context.anchor
    if anchor is None:
        return None
    begun = [period for period in periods if period.first <= anchor]
    coming = [period for period in periods if period.last >= anchor]
    by, from_text = step(found)
    if (from_text or _the_next(found)) and context.reference:
        return _from_text(context.reference.first, periods, by or 0)
    if by is not None:
        return _stepped(found, anchor, periods, by)
    return _end_of_range(found, context, begun) or _by_tense(found, anchor, begun, coming, near)


def _the_next(found: Found) -> bool:
    """Whether it counts from what is told: "It fell in 2012. The next spring it rose"; not "next spring"."""
    return found.words("which") == ["the", "next"] and found.tense == "past"


def _by_tense(
    found: Found, anchor: date, begun: list[Period], coming: list[Period], near: int
) -> tuple[Period, str] | None:
    untensed = found.only_scheduled or _is_label(found)
    farther = untensed and coming and not _nearer(coming[0], begun, anchor)
    gone = not found.never_over and coming and _just_gone(begun, coming[0], anchor)
    if coming and found.ahead and not farther and not gone:
        return coming[0], f"the next one from {anchor}: the clause looks ahead{found.cue}"
    if coming and 0 < (coming[0].first - anchor).days <= near and _nearer(coming[0], begun, anchor):
        return coming[0], f"the nearest one to {anchor}"
    return (begun[-1], f"the last one not after {anchor}") if begun else None


def _end_of_range(found: Found, context: Context, begun: list[Period]) -> tuple[Period, str] | None:
    """Return where what is told as past ended: "were held from Thanksgiving until Christmas"."""
    reference, at, tokens = context.reference, context.reference_at, found.tokens
    near = reference is not None and 0 < found.start - at <= _RANGE and tokens.words(at - 1, at) == ["from"]
    if reference is None or not near or found.word_before not in _UNTIL:
        return None
    if tense(tokens, at, found.end)[0] != "past":
        return None
    ended = next((one for one in begun if one.first > reference.first), None)
    return (ended, f"the first one after {reference.value}, where it begins") if ended else None


def _is_label(found: Found) -> bool:
    """Whether it labels a line, whose present tense may tell of what is over: "Feb. 20: The board votes"."""
    text, (start, end) = found.tokens.text, found.tokens.span(found.start, found.end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return text[end : end + _MARKS_BEHIND].lstrip("*_").startswith(":") and not before.strip(_MARKS)


def _stepped(found: Found, anchor: date, periods: list[Period], by: int) -> tuple[Period, str] | None:
    if by < 0:
        over = [period for period in periods if period.last < anchor]
        return (over[-1], f"the last one before {anchor}") if over else None
    if by > 0:
        later = [period for period in periods if period.first > anchor]
        return (later[0], f"the first one after {anchor}") if later else None
    now = [period for period in periods if period.first <= anchor <= period.last]
    this_year = now or [period for period in periods if period.first.year == anchor.year]
    if found.tense == "past" and this_year and this_year[0].first > anchor:  # "closed this winter", said in May
        this_year = [period for period in periods if period.last < anchor][-1:]
    if found.ahead and this_year and this_year[0].last < anchor:
        this_year = [period for period in periods if period.first > anchor]
    return (this_year[0], f"the one in the year of {anchor}") if this_year else None


def _from_text(start: date, periods: list[Period], by: int) -> tuple[Period, str] | None:
    if by == 0:
        fitting = [period for period in periods if period.first.year == start.year]
    elif by < 0:
        fitting = [period for period in periods if period.last < start][-1:]
    else:
        fitting = [period for period in periods if period.first > start]
    return (fitting[0], f"counted from {start}, the date named before") if fitting else None


def _just_gone(begun: list[Period], coming: Period, anchor: date) -> bool:
    return bool(begun) and max(0, (anchor - begun[-1].last).days) * _JUST_GONE < (coming.first - anchor).days


def _nearer(coming: Period, begun: list[Period], anchor: date) -> bool:
    return not begun or coming.first - anchor < anchor - begun[-1].last
