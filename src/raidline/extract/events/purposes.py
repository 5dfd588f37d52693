"""Acts that another act is meant to bring about: "changed the form to ensure that no one is held past Friday"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.wordlists import WordList, compile_words

_REACH = 110  # characters from the words of purpose to the act
# "so that men who were arrested on Friday are heard": these were arrested
_STOP = re.compile(r"[,;:—–“”\"]|\s(?:who|whom|which|when|where|after|before|because|since)\s")
_NOT = re.compile(
    r"n['’]t\b|\b(?:cannot|not|never)\b|\b(?:no|nobody|none|neither)\b(?:\s+[\w’'-]+){0,4}?"
    r"\s+(?:is|are|was|were|be|gets?|has|have|would|could|can|will|may|might|should|must)\b"
)
_MODAL = re.compile(r"\b(?:would|could|can|will|may|might|should)\b")


def is_aim(text: str, sentence: Span, trigger: Trigger, dated: int, *, enforcing: bool) -> bool:
    """Whether an act is told only as what another one is for, and so may never have been.

    What is meant not to be is no act of any kind; what is meant to be, "so that members could vote on Thursday", is
    planned, but for enforcement. `dated` is where the date of the act begins: what is dated before the words of purpose
    is the other act.
    """
    if not trigger.is_verb:
        return False
    openers = [*_purposes().finditer(text, max(sentence[0], trigger.start - _REACH), trigger.start)]
    if not openers:
        return False
    opener = openers[-1]  # the nearest
    if dated < opener.start() or _STOP.search(text, opener.end(), trigger.start):
        return False
    if (
        opener[0].lower().startswith("so ")
        and "that" not in opener[0]
        and text[sentence[0] : opener.start()].rstrip().endswith(",")
    ):
        return False
    aim = (opener.start(), trigger.end)
    return bool(_NOT.search(text, *aim)) or (enforcing and bool(_MODAL.search(text, *aim)))


@cache
def _purposes() -> WordList:
    return compile_words(lexicon.load("negation")["purposes"]["words"])
