"""Words around an act that tell how far it reaches, who its subject is, and whether it goes on in the next clause."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.event_mentions import Happening
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Kind

SUBJECT = re.compile(r"\b(?:[A-Z][\w’'-]+|he|she|they|it|the|a|an|his|her|their|its)\b")
RELATIVE = re.compile(r"(?:which|where|whose)\b")
TO = re.compile(r"\s(?:\w+\s){0,2}?to\s(?:the\s)?[A-Z]")
THERE = re.compile(r"\sthere\b")
PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+\s+)?$")
# the same act goes on: "were arrested Tuesday when agents raided a plant in Kern County"
JOINED = re.compile(
    r",?\s*(?:when|as|while|after)\s(?:[\w.]+\s){0,3}?(?:[Aa]gents|[Oo]fficers|[Dd]eputies|[Tt]roopers|[Aa]uthorities|[Pp]olice|ICE|CBP)\b"
)
# where somebody is who was arrested elsewhere: "was picked up at a farm and is being held in Reno"
_MOVED_ON = re.compile(
    r",?\sand\s(?:(?:was|were|is|are)\s(?:later\s|then\s|now\s|soon\s)?(?:in|at|being\sheld)|"
    r"(?:(?:was|were|is|are|has|have|had|then|later|now|soon|been|being)\s){0,3}"
    r"(?:held|jailed|taken|drove|driven|flew|flown|moved|sent|transferred|transported|brought|booked|bused))\s"
)


def moved_on(text: str, happening: Happening, end: int) -> int:
    """Return where a clause goes on to tell where those were brought who were arrested, or else `end`."""
    (_, close), trigger = happening.clause, happening.trigger
    if happening.kind is not Kind.OPERATION or text.find(" and ", trigger.end, close) < 0:  # spares time
        return end
    match = _MOVED_ON.search(text, trigger.end, close)
    return match.start() if match else end


@cache
def town_law() -> WordList:
    """Match words for a law that is no state's."""
    return compile_words(lexicon.load("offices")["no_state_law"], re.IGNORECASE)
