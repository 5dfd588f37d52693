"""Words that tell of the whole nation without its name: "nationwide", "58,000 people", "a federal rule"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.wordlists import WordList, compile_words

# as many as no town, county or most states see: "58,000 people were in detention"
_MANY = re.compile(
    r"\b(?:\d{2,3},\d{3}|\d{1,2}(?:\.\d)?\smillion)\s(?:[\w-]+\s){0,2}?"
    r"(?:people|immigrants|migrants|detainees|noncitizens|aliens|arrests|deportations|removals|detentions)\b"
)
# several: one death has a place
_DEATHS = re.compile(
    r"\b(?:\d{1,3}|[Ss]everal|[Dd]ozens|(?:[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\w+teen|\w+ty(?:-\w+)?))"
    r"\s(?:[a-z]+\s){0,3}?(?:died|deaths?|dead)\b(?:\s[a-z]+){0,3}?\s(?:in|while\sin)\s"
    r"(?:ICE|immigration|federal|the\sagency.s)\s(?:[a-z]+\s)?(?:custody|detention)\b"
)
_FEDERAL_LAW = re.compile(
    r"\b(?:[Aa]|[Aa]n|[Tt]he|[Tt]hat|[Tt]his)\s(?:[a-z]+\s)?federal\s"
    r"(?:rule|regulation|law|statute|policy|directive|moratorium|freeze|ban|deadline)\b"
)
_RIGHT_BEFORE = 40  # characters
_CUSTODY = ("custody", "detention")


@cache
def nationwide() -> WordList:
    """Match words for the whole nation as the scene."""
    return compile_words(lexicon.load("place_words")["nationwide"])


def many(text: str, span: Span) -> str | None:
    """Return the words that count more people than any one place has, or all who died in custody."""
    if found := _MANY.search(text, *span):
        return found[0]
    if not any(text.find(word, *span) >= 0 for word in _CUSTODY):
        return None
    found = _DEATHS.search(text, *span)
    return found[0] if found else None


def federal_law(text: str, start: int, trigger: int) -> str | None:
    """Return the words for a law or a rule of the nation right before a trigger: "a federal rule that took effect"."""
    span = max(start, trigger - _RIGHT_BEFORE), trigger
    if text.find("federal", *span) < 0:
        return None
    found = _FEDERAL_LAW.search(text, *span)
    return found[0] if found else None
