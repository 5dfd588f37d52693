"""Negation: whether the text says that an act did not happen."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.patterns import words_source

_REACH = 80  # characters before the words for the act


@cache
def _before() -> re.Pattern[str]:
    """Return what comes right before an act that did not happen: a denial of its verb, subject, noun or claim."""
    words = {name: words_source(row["words"]) for name, row in lexicon.load("negation").items()}
    adverb = r"(?:(?!only\b)[a-z]+ly\s+)?"
    be = r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+"
    return re.compile(
        rf"(?:\b(?:{words['verbs']}|\w+n['’]t)\s+(?:been\s+)?{adverb}"
        rf"|\b(?:{words['subjects']}|[Nn]o\s+(?:[\w-]+\s+){{0,2}}?[\w-]+)\s+(?:of\s+(?:\w+\s+){{1,2}})?{be}{adverb}"
        rf"|\b(?:{words['nouns']}|n['’]t\s+any)\s+(?:[\w-]+\s+){{0,2}}?"
        rf"|\b{words['denials']}\s+(?:that\s+)?(?:(?:[\w.’'-]+\s+){{1,3}}?(?:had|has|have|ever)?\s*)?)$",
        re.IGNORECASE,
    )


@cache
def _untrue() -> re.Pattern[str]:
    words = lexicon.load("negation")
    return re.compile(
        rf"\b{words_source(words['rumors']['words'])}\b.*\b(?:was|were|is|are|as)\s+(?:\w+\s+)?{words_source(words['untrue']['words'])}",
        re.IGNORECASE | re.DOTALL,
    )


def is_denied(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether a sentence denies an act: "did not arrest", "no raids", "rumors of a raid were false"."""
    left = max(sentence[0], trigger.start - _REACH)
    return bool(_before().search(text, left, trigger.start) or _untrue().search(text, *sentence))
