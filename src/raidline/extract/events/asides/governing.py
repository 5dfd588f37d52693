"""Words that say what a date behind them is: "moved from Monday", "the deadline is Monday"."""

from __future__ import annotations

import re

from raidline.extract.events.attachment import ParsedSentence
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.wordlists import WordList

_REACH = 110  # characters from a word to the date that it governs
_PART_END = re.compile(r"[;:—–](?:(?<=[;:])|(?<=\s.))\s")  # one of four signs, found faster than a space before one
_TO_ANOTHER = re.compile(r"\b(?:to|until|till)\s+(?:the\s+)?[A-Z\d]")


def governs(words: WordList, passage: ParsedSentence, start: int, timex: Timex) -> bool:
    """Whether words of a list come before a date, with neither a comma nor a verb of speech nor a day between them."""
    text = passage.text
    last = max((m.span() for m in words.finditer(text, start, timex.start)), default=None)
    if not last or timex.until:
        return False
    between = text[last[1] : timex.start]
    if text.endswith("from", 0, last[1]) and between.strip():
        return False  # "moved from the annex to the gym on Monday"
    said = any(t.role == "say" and last[1] <= t.start < timex.start for clause in passage.triggers for t in clause)
    return not said and "," not in between and not _TO_ANOTHER.search(text, last[1], timex.start + 1)


def part_start(text: str, sentence: Span, timex: Timex) -> int:
    """Return where words may begin that govern a date: in its part of the sentence, and not far away."""
    start = max((m.end() for m in _PART_END.finditer(text, sentence[0], timex.start)), default=sentence[0])
    return max(start, timex.start - _REACH)
