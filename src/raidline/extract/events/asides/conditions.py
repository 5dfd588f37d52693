"""Days of what may never be: "If the board does not act, the jail would close on May 5" tells of no closing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source

_DOUBTFUL = re.compile(r"\b(?:not|no|cannot|would|could|might|may|fails?|refuses?|rejects?)\b|n['’]t\b")
_STOP = re.compile(r"[,;:—–“”\"]")


def is_conditional(text: str, sentence: Span, timex: Timex, published: date | None) -> bool:
    """Whether a day ahead dates only what a condition would lead to.

    That is so if "if" stands behind the day, or if the condition opens the sentence and is a denial or leads to "would"
    or "could". "Takes effect on May 5 unless ..." and "If they come, agents will act on May 5" are plans.
    """
    if published is None or timex.earliest is None or timex.earliest <= published:
        return False
    if opening := _patterns()["opening"].match(text, *sentence):
        return opening["word"].lower() == "unless" or bool(_DOUBTFUL.search(text, opening.end(), timex.start))
    stop = _STOP.search(text, timex.end, sentence[1])
    return bool(_patterns()["behind"].search(text, timex.end, stop.start() if stop else sentence[1]))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = words_source(lexicon.load("negation")["conditions"]["words"])
    return {
        "opening": re.compile(rf"\W*(?P<word>{words})\b", re.IGNORECASE),
        "behind": re.compile(rf"\b(?!even\s|unless\s)(?<!even ){words}\s", re.IGNORECASE),
    }
