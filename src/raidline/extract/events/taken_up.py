"""Acts that a sentence takes up from the one before without naming them: "Another is planned for Sunday"."""

from __future__ import annotations

import re
from dataclasses import replace

from raidline.extract.events.triggers import Trigger, find_triggers
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex

_BEFORE = 320  # characters
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“A-Z])")
_NO_VERB_OF_ITS_OWN = frozenset({"light", "verb"})
# Openings whose subject is an act told before; the verbs say only that it takes place.
_TAKES_PLACE = (
    r"(?:begin|begins|began|start|starts|started|(?:is|was|be)\sheld|takes?\splace|took\splace|ended|ends|lasted|drew)"
)
_OPENING = re.compile(
    r"(?:There(?:[’']s|\s(?:was|is|will\sbe|are|were))\s(?:one|another|two|three|more)\b"
    r"|Another\s(?:one\s)?(?:is|was|will|comes|came|took|takes|begins|began)\b"
    r"|The\s(?:first|second|third|last|next|latest)\s(?:one\s)?(?:is|was|will|comes|came|took|takes|begins|began)\b"
    rf"|It(?:[’']ll|\swill|\sis\sto|\swas\sto)?\s(?:{_TAKES_PLACE})\b)"
)


def taken_up(text: str, sentence: Span, timex: Timex, read: Trigger | None) -> Trigger | None:
    """Return the act of the sentence before that this one takes up in its opening, None if it names its own.

    `read` is the trigger that the date of the sentence was found with.
    """
    if read is not None and read.role not in _NO_VERB_OF_ITS_OWN:
        return None
    opening = _OPENING.match(text, *sentence)
    if not opening or timex.start < opening.start():
        return None
    line = text.rfind("\n", 0, sentence[0]) + 1
    before = max(line, sentence[0] - _BEFORE)
    stops = [stop.end() for stop in _STOP.finditer(text, before, max(before, sentence[0] - 1))]
    nouns = [one for one in find_triggers(text, (stops[-1] if stops else before, sentence[0])) if one.role == "event"]
    return replace(nouns[-1], start=opening.start(), end=opening.end(), is_taken_up=True) if nouns else None
