"""Days that only limit when an act was: "arrested nine before May 5" tells of no arrest on May 5."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from raidline import lexicon
from raidline.dates.value import Edtf
from raidline.extract.events.public_acts import has_finite_verb
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source

_REACH = 40  # characters before a day
_VERB = 12  # characters of a verb
_DAY = timedelta(days=1)
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_OWNED = ("'s", "’s", "s'", "s’")
_BESIDE = re.compile(r"(?:\s+[\w-]+){0,2}\s+")  # "before May 5 jail raids"
_WHEN = re.compile(r",?\s+when\b")
_NOUN = re.compile(r"(?:\s+[a-z][\w-]*){1,2}\s+(?=[a-z])")
_ENDS = {"by": "../{day}", "since": "{day}/..", "near": "{day}~", "before": "../{eve}", "after": "{next}/.."}


def limited(text: str, clause: Span, timex: Timex, trigger: Trigger) -> Edtf | None:
    """Return the open span of an act dated by a limit: "by", "before", "since", "after" a day; None if it is no limit.

    A day that belongs to the act itself ("after Monday's raid", "before the May 5 raid") dates that act.
    """
    day = timex.earliest
    certain = timex.edtf is not None and not timex.edtf.approximate and timex.type == "DATE" and not timex.until
    exact = timex.latest == day
    whole = not timex.mod and _MONTH_OR_YEAR.fullmatch(timex.value)
    if day is None or not certain or not (exact or whole) or _is_of_the_act(text, timex, trigger):
        return None
    start = max(clause[0], timex.start - _REACH)
    limits = ((name, before.search(text, start, timex.start)) for name, before in _limits().items())
    name, before = next(((name, found) for name, found in limits if found), ("", None))
    if before is None or _is_of_another(text, (clause[0], before.start(), clause[1]), timex):
        return None
    if not exact and name != "before":  # "since 2014" is dated by that year
        return None
    try:
        return Edtf.parse(_ENDS[name].format(day=day, eve=day - _DAY, next=day + _DAY))
    except OverflowError:  # before the first day of the calendar, or after the last
        return None


def _is_of_the_act(text: str, timex: Timex, trigger: Trigger) -> bool:
    if timex.text.endswith(_OWNED) or text.startswith(_OWNED, timex.end):
        return True
    return trigger.role == "event" and bool(_BESIDE.fullmatch(text, timex.end, trigger.start))


def _is_of_another(text: str, around: tuple[int, int, int], timex: Timex) -> bool:
    """Whether the day belongs to what the next words tell: "arrested nine after Sunday service ended".

    `around` are the positions where the clause begins, where the limit begins, and where the clause ends.
    """
    if _WHEN.match(text, timex.end):
        return True  # "before May 5, when the first bus came, it had held nobody"
    start, limit, end = around
    noun = _NOUN.match(text, timex.end, end) if text[start:limit].strip() else None
    return bool(noun and has_finite_verb(text, (noun.start(), min(end, noun.end() + _VERB))))


@cache
def _limits() -> dict[str, re.Pattern[str]]:
    """Return what ends right before a limit, by its name; "no later than" is read before "later than"."""
    lists = lexicon.load("date_limits")
    return {
        name: re.compile(rf"(?<![\w’'-]){words_source(lists[name])}\s+$", re.IGNORECASE)
        for name in ("by", "since", "near", "before", "after")
    }
