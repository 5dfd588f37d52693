"""Days given up: "the hearing set for May 3 was moved to May 10" has no hearing on May 3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.events.asides.governing import governs, part_start
from raidline.extract.events.attachment import ParsedSentence
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

_THEN = re.compile(r",?\s+(?:and\s+)?then\s")
_INSTEAD = re.compile(r"\s+Instead\b")  # the next sentence
_ELSEWHEN = re.compile(r"\b(?:to|until|till|for|instead)\b")
_BRACKETS_END = frozenset({",", ")"})
_SAID_TO_ELSEWHEN = 40  # characters
_BEFORE = 70  # characters before a day that say what it was to be


def is_given_up(passage: ParsedSentence, sentence: Span, timex: Timex, others: Sequence[Timex]) -> bool:
    """Whether a day of a sentence is one on which something was to be that was not, or that was moved to another.

    `others` are the time expressions of the sentence; a day of which something is only called off keeps its act.
    """
    start = part_start(passage.text, sentence, timex)
    return (
        _is_moved(passage.text, sentence, timex, others)
        or governs(_words("never"), passage, start, timex)
        or _was_once_set(passage, sentence, start, timex)
    )


def _was_once_set(passage: ParsedSentence, sentence: Span, start: int, timex: Timex) -> bool:
    """Read "set for May 3, then May 9", "set for May 3 but put off to May 9"; "set for May 3, called off" dates one."""
    if not governs(_words("once_set"), passage, start, timex):
        return False
    text = passage.text
    if _THEN.match(text, timex.end) or _INSTEAD.match(text, sentence[1]):
        return True
    off = _words("put_off").search(text, timex.end, sentence[1])
    return bool(off and _ELSEWHEN.search(text, off.start(), min(sentence[1], off.end() + _SAID_TO_ELSEWHEN)))


def _is_moved(text: str, sentence: Span, timex: Timex, others: Sequence[Timex]) -> bool:
    """Whether a day of a sentence is the one from which an act was moved to another day of the sentence."""
    if not any(one.edtf and one.edtf != timex.edtf for one in others):
        return False
    patterns, left = _patterns(), max(sentence[0], timex.start - _BEFORE)
    if any(patterns[name].search(text, left, timex.start) for name in ("moved from", "instead of", "once set for")):
        return True
    if patterns["once on"].search(text, left, timex.start) and text[timex.end : timex.end + 1] in _BRACKETS_END:
        return True
    later = [one.start for one in others if one.start >= timex.end]
    if patterns["set for"].search(text, left, timex.start) and later:
        return bool(patterns["was moved"].match(text, timex.end, later[-1]))
    owned = timex.text.endswith(("'s", "’s")) or text.startswith(("'s", "’s"), timex.end)
    return bool(
        owned
        and later
        and patterns["moving"].search(text, left, timex.start)
        and patterns["to"].match(text, timex.end, later[-1])
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {
        name: words_source(listed)
        for name, listed in lexicon.load("given_up").items()
        if name in ("moved", "set", "once", "instead", "once_on")
    }
    gap, on = r"(?:[^\s.;]+\s+)", r"\s+(?:the\s+)?(?:(?:morning|evening|night|week)\s+of\s+)?"
    return {
        "moved from": re.compile(rf"\b{words['moved']}\s+{gap}{{0,6}}?from{on}$", re.IGNORECASE),
        "instead of": re.compile(rf"\b{words['instead']}\s+(?:on\s+|for\s+)?$", re.IGNORECASE),
        "once on": re.compile(rf"[,(]\s?{words['once_on']}\s+(?:for\s+)?$", re.IGNORECASE),
        "set for": re.compile(
            rf"\b{words['set']}\s+(?:(?:for|on|to\s+[a-z]+(?:\s+[a-z]+)?(?:\s+on)?){on})?$", re.IGNORECASE
        ),
        "once set for": re.compile(
            rf"\b{words['once']}\s+(?:been\s+)?{words['set']}\s+(?:(?:for|on|to\s+[a-z]+(?:\s+[a-z]+)?(?:\s+on)?){on})?$",
            re.IGNORECASE,
        ),
        "was moved": re.compile(
            rf"[^.;]*?(?:\b(?:was|were|is|been|being)\s+(?:[a-z]+ly\s+)?{words['moved']}\b[^.;]*?\b(?:to|until|till|for|by)\b"
            rf"|\bbut\s+(?:[a-z]+\s+)?(?:will|is|was|has|have|would|now)\b)[^.;]*$",
            re.IGNORECASE,
        ),
        "moving": re.compile(rf"\b{words['moved']}\s+(?:(?:the|its|a|his|her|their)\s+)?$", re.IGNORECASE),
        "to": re.compile(r"[^.;]*?\b(?:to|until|till)\s+(?:[a-z]+\s+){0,3}$"),
    }


@cache
def _words(name: str) -> WordList:
    return compile_words(lexicon.load("given_up")[name])
