"""Modality: whether the act of a clause took place, is planned, or is only claimed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.happenings import Happening
from raidline.lexicon.patterns import compile_words
from raidline.models import Status


@cache
def _cue(name: str) -> re.Pattern[str]:
    return compile_words(lexicon.load("modality")[name]["words"])


def read_status(text: str, happening: Happening, anchor: date | None) -> tuple[Status, str]:
    """Return the status of a happening and the words (or the reason) it was read from."""
    start, end = happening.clause
    trigger = happening.trigger
    left = max(start, trigger.start - 90)
    if text.startswith("that", start):
        left = max(0, start - 24)  # "the agency claims that ..."
    if cue := _cue("cancelled").search(text, start, end):
        return Status.CANCELLED, cue[0]
    if trigger.role in {"say", "bring"}:
        # What is said may lie ahead; the saying itself only when a modal stands right before it.
        if cue := _cue("planned").search(text, max(start, trigger.start - 20), trigger.start):
            return Status.PLANNED, cue[0]
    else:
        if cue := _cue("planned").search(text, left, trigger.end):
            return Status.PLANNED, cue[0]
        if cue := _cue("alleged").search(text, left, trigger.start):
            return Status.ALLEGED, cue[0]
    first = happening.timex.earliest
    if anchor and first and first > anchor:
        return Status.PLANNED, "the date lies after publication"
    return Status.OCCURRED, ""
