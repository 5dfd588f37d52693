"""Words around an act that tell how far it reaches, who its subject is, and whether it goes on in the next clause."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.wordlists import WordList, compile_words

SUBJECT = re.compile(r"\b(?:[A-Z][\w’'-]+|he|she|they|it|the|a|an|his|her|their|its)\b")
RELATIVE = re.compile(r"(?:which|where|whose)\b")
TO = re.compile(r"\s(?:\w+\s){0,2}?to\s(?:the\s)?[A-Z]")
THERE = re.compile(r"\sthere\b")
PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+\s+)?$")
# the same act goes on: "were arrested Tuesday when agents raided a plant in Kern County"
JOINED = re.compile(
    r",?\s*(?:when|as|while|after)\s(?:[\w.]+\s){0,3}?(?:[Aa]gents|[Oo]fficers|[Dd]eputies|[Tt]roopers|[Aa]uthorities|[Pp]olice|ICE|CBP)\b"
)


@cache
def town_law() -> WordList:
    """Match words for a law that is no state's."""
    return compile_words(lexicon.load("offices")["no_state_law"], re.IGNORECASE)
