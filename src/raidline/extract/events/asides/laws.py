"""Years of laws: "the Reno Act of 2031 requires it" and "a 2031 law bars it" tell of nothing done in 2031."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.attachment import ParsedSentence
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList, compile_words

_YEAR = re.compile(r"\d{4}")
_NAME_OF_A_LAW = 60  # characters


def is_of_a_law(passage: ParsedSentence, sentence: Span, timex: Timex) -> bool:
    """Whether a year only tells which law is meant, and nobody passes that law."""
    if not _YEAR.fullmatch(timex.text):
        return False
    start = max(sentence[0], timex.start - _NAME_OF_A_LAW)
    named = _names()["before"].search(passage.text, start, timex.start)
    named = named or _names()["behind"].match(passage.text, timex.end, sentence[1])
    return bool(named) and not is_passed(passage, timex)


def is_passed(passage: ParsedSentence, timex: Timex) -> bool:
    """Whether a verb before the year of a law passes it: "The council adopted the Safe Streets Ordinance of 2031"."""
    return bool(_passing().search(passage.text, passage.clauses[passage.index(timex.start)][0], timex.start))


@cache
def _names() -> dict[str, re.Pattern[str]]:
    """Return the end of a law's name right before its year, "Schools Act of", "Act (", and a law behind it."""
    data = lexicon.load("laws")
    return {
        "before": re.compile(rf"[A-Z][\w’'-]*\s+{words_source(data['names'])}\s+(?:of\s+|\()$"),
        "behind": re.compile(rf"\s+(?:[a-z]+\s+){{0,2}}?{words_source(data['kinds'])}(?![\w-])(?!\s+enforcement)"),
    }


@cache
def _passing() -> WordList:
    return compile_words(lexicon.load("laws")["passing"])
