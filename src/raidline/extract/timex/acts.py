"""Reader for times told by an act of the same report: the evening of the raid, the day after the ruling."""

from __future__ import annotations

import re
from typing import Final

from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.cues import sentence_end, sentence_start
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.tokens import Tokens

_ENDING: Final = re.compile(r"(?:ings?|ed|es|s|e)$")
_SHORTEST: Final = 3  # letters of a stem
_REACH: Final = 40  # tokens of the sentence that dates the act
_STEP: Final = {"after": 1, "before": -1, "following": 1, "preceding": -1}


def of_act(found: Found, context: Context) -> Meaning | None:
    """Read the evening of the raid, minutes after the ruling, the day after the vote; None unless the act has its day.

    The day is certain where the sentence before, or the same one, names the act and the last date, which is a day.
    """
    told, part = context.day, found.value("part", "part") or ""
    if told is None or told.at != context.reference_at:
        return None
    tokens, sentence = found.tokens, sentence_start(found.tokens, found.start)
    if told.at < sentence_start(tokens, max(0, sentence - 1)) or not _names(tokens, told.at, found):
        return None
    steps = 0 if found.first_word == "minutes" else _STEP.get(found.word("dir"), 0)
    how = f"the {found.word('act')} is told of on {told.period.value}"
    return meaning(context, found, told.period.shift(steps), how, part)


def _names(tokens: Tokens, at: int, found: Found) -> bool:
    """Whether the sentence of token `at` tells of the act before the expression: "ruled" for "the ruling"."""
    act = _stem(found.word("act"))
    words = tokens.words(sentence_start(tokens, at), min(found.start, sentence_end(tokens, at, _REACH)))
    return len(act) >= _SHORTEST and act in map(_stem, words)


def _stem(word: str) -> str:
    return _ENDING.sub("", word)
