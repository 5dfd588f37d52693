"""Modality: whether the act of a clause took place, is planned, or is only claimed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.events.event_mentions import Happening
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Status

# How many characters before its trigger to search for a cue.
_REACH = 90
_RIGHT_BEFORE = 20
_CLAIM_REACH = 24
_BEHIND = 120
_WORD = re.compile(r"[\w'’-]+")
_CALLED_OFF = re.compile(
    r"\b(?:(?:the|that|this|a|an)\s+)?(?P<noun>(?:[\w'’-]+\s+){1,2})(?:was|were|(?:has|have)\s+been)\s+", re.IGNORECASE
)


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
    if ahead and (behind := _called_off_behind(text, start, end)):
        return Status.CANCELLED, behind
    speech = trigger.role in {"say", "bring"}
    # What is said may lie in the future; the speech itself does only if a modal comes right before its verb.
    left = max(start, trigger.start - (_RIGHT_BEFORE if speech else _REACH))
    if cue := _cue("planned").search(text, left, trigger.start if speech else trigger.end):
        return Status.PLANNED, cue[0]
    modal = trigger.start + len(trigger.text.partition(" ")[0])  # of an act such as "will speak"
    if not _is_past(happening, anchor) and (cue := _cue("ahead").search(text, left, modal)):
        return Status.PLANNED, cue[0]
    if text.startswith("that", start):
        left = max(0, start - _CLAIM_REACH)  # "the agency claims that ..."
    if not speech and (cue := _cue("alleged").search(text, left, trigger.start)):
        return Status.ALLEGED, cue[0]
    return (Status.PLANNED, "the date lies after publication") if ahead else (Status.OCCURRED, "")


def _called_off_behind(text: str, start: int, end: int) -> str:
    """Return the words that call off, behind a clause, what it names: "Join us at the fair. The fair was canceled"."""
    behind = text[end : end + _BEHIND].partition("\n")[0]
    named = set(_WORD.findall(text[start:end].lower()))
    for match in _CALLED_OFF.finditer(behind):
        cue = _cue("cancelled").search(behind, match.end())
        if cue and cue.start() == match.end() and named.issuperset(_WORD.findall(match["noun"].lower())):
            return f"{match[0]}{cue[0]}"
    return ""


def _is_past(happening: Happening, anchor: date | None) -> bool:
    """Whether the date is over, or began before the day of publication and does not reach beyond it."""
    first, last = happening.timex.earliest, happening.timex.latest
    return bool(anchor and last and (last < anchor or (last == anchor and first != last)))
