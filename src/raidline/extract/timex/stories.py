"""Weekdays that belong to the days of an earlier week: on the Monday ... on Tuesday ..."""

from __future__ import annotations

from typing import Final

from raidline.extract.timex.context import Context, Told
from raidline.extract.timex.cues import starts_sentence
from raidline.extract.timex.grammar import Found, grammar
from raidline.extract.timex.periods import Period

_PERSONS: Final = {"he", "she", "it", "we", "they", "i"}  # "on the Tuesday they came"
_TELLS_WHICH: Final = {"that", "before", "after"}  # "on the Monday that followed"
_STEP: Final = 3  # days from one weekday of a chain to the next: a longer one may have left that week
_FAR: Final = 300  # tokens


def of_story(found: Found, context: Context, weekday: int) -> Period | None:
    """Return the day meant by "on the Monday", or by "on Tuesday" right after it; None for any other weekday.

    "The Monday" is a day that the text has dated before; if none is a Monday, the first one after the last day told of.
    """
    if found.has("which") or "step" in found.rule.gives or context.anchor is None:
        return None
    day = _definite(found, context, weekday) or _next(found, context, weekday)
    if day is None or day.first > context.anchor:
        return None
    context.chain = Told(day, found.start)
    return day


def _definite(found: Found, context: Context, weekday: int) -> Period | None:
    after = found.word_after
    follows = grammar().values["after_day"].keys() - _TELLS_WHICH | _PERSONS
    alone = not after.isalpha() or after in follows
    if not alone or found.tokens.words(found.start - 2, found.start) != ["on", "the"]:
        return None
    dated = context.weekdays.get(weekday)
    if dated and found.start - dated.at <= _FAR:
        return dated.period
    return _first_after(context.day_told(found.start), weekday)


def _next(found: Found, context: Context, weekday: int) -> Period | None:
    """Return the day of a weekday that goes on from the one before, if no other date was named between them."""
    chain, on = context.chain, found.word_before == "on"
    if chain is None or chain.at != context.reference_at or not starts_sentence(found.tokens, found.start - on):
        return None
    day = _first_after(context.day_told(found.start), weekday)
    return day if day and 1 <= (day.first - chain.period.first).days <= _STEP else None


def _first_after(day: Period | None, weekday: int) -> Period | None:
    return day.shift((weekday - day.first.isoweekday()) % 7) if day else None
