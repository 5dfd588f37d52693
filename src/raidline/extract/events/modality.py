"""Modality: whether the act of a clause took place, is planned, or is only claimed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.events.called_off import called_off_after, called_off_behind, planned_beside
from raidline.extract.events.event_mentions import Happening
from raidline.extract.events.public_acts import find_verbs
from raidline.extract.text.sentences import Span
from raidline.extract.timex.cues import is_past
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Status

# How many characters before its trigger to search for a cue.
_REACH = 90
_RIGHT_BEFORE = 20
_CLAIM_REACH = 24
_DETERMINER = 12  # characters
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|this|that|these|those|of|over|against)|['’]s)\s+(?:long-)?$", re.IGNORECASE
)
_OF = re.compile(r"\b(?:of|for)\s+$")
_NOUN = re.compile(r"\s+(?!(?:to|for|by|on|in|at|that|as)\b)[a-z]")


@cache
def _cue(name: str) -> WordList:
    return compile_words(lexicon.load("modality")[name]["words"])


def read_status(text: str, happening: Happening, anchor: date | None) -> tuple[Status, str]:
    """Return the status of a happening and the words (or the reason) for it."""
    start, end = happening.clause
    trigger, first = happening.trigger, happening.timex.earliest
    ahead = bool(anchor and first and first > anchor)
    if cue := _cue("cancelled").search(text, start, end):
        moved = ahead and _cue("moved").fullmatch(cue[0])  # "postponed until next week": that day is the new one
        return Status.PLANNED if moved else Status.CANCELLED, cue[0]
    if off := (ahead and called_off_behind(text, start, end)) or called_off_after(text, happening):
        return Status.CANCELLED, off
    speech = trigger.role in {"say", "bring"}
    # What is said may lie in the future; the speech itself does only if a modal comes right before its verb.
    left = max(start, trigger.start - (_RIGHT_BEFORE if speech else _REACH))
    if planned := planned_beside(text, happening) or _planned_before(text, happening, anchor, left, speech=speech):
        return Status.PLANNED, planned
    if text.startswith("that", start):
        left = max(0, start - _CLAIM_REACH)  # "the agency claims that ..."
    if not speech and (cue := _cue("alleged").search(text, left, trigger.start)):
        return Status.ALLEGED, cue[0]
    return (Status.PLANNED, "the date lies after publication") if ahead else (Status.OCCURRED, "")


def _planned_before(text: str, happening: Happening, anchor: date | None, left: int, *, speech: bool) -> str:
    """Return the word before an act by which it was planned, or lies ahead; "" if there is none."""
    trigger = happening.trigger
    cue = _cue("planned").search(text, left, trigger.start if speech else trigger.end)
    if cue and not (_is_past(happening, anchor) and _came_about(text, cue.span(), happening)):
        return cue[0]
    modal = trigger.start + len(trigger.text.partition(" ")[0])  # of an act such as "will speak"
    cue = None if _is_past(happening, anchor) else _cue("ahead").search(text, left, modal)
    return cue[0] if cue else ""


def _came_about(text: str, plan: Span, happening: Happening) -> bool:
    """Whether a word of planning only describes a noun that a past verb follows: "the planned rally drew 200"."""
    describes = (
        _cue("describing").fullmatch(text[slice(*plan)])
        and _DETERMINED.search(text, max(0, plan[0] - _DETERMINER), plan[0])
        and _NOUN.match(text, plan[1])
        and not _OF.search(text, plan[1], happening.timex.start)  # "the planned raid of Tuesday" need not have come
    )
    # "did not come" is no past verb
    return bool(describes) and any(is_past(verb.text) for verb in find_verbs(text, (plan[1], happening.clause[1])))


def _is_past(happening: Happening, anchor: date | None) -> bool:
    """Whether the date is over, or began before the day of publication and does not reach beyond it."""
    first, last = happening.timex.earliest, happening.timex.latest
    return bool(anchor and last and (last < anchor or (last == anchor and first != last)))
