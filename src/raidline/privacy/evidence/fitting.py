"""Words around a name that fit a person better than a thing: enough where lists know one of the name's words."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source
from raidline.privacy.capitals import Run

_REACH = 32  # characters before a name, and behind it
_NAMED = re.compile(r"(?::|[|•–—]|\d\.)\s*$|\b(?:name\s+)?(?:is|was|were)\s+$", re.IGNORECASE)
# What people are called by what they do or are: "violinist", "constituent"; and words that only end so
_WHO = re.compile(r"\b[A-Za-z]*[a-z](?:ist|ian|er|or|eer|man|woman|person|ant|ent|ee|mate)s?\s+$")
_NOT_WHO = re.compile(
    r"\b(?:after|over|under|or|nor|for|near|never|ever|however|whether|either|neither|other|another|rather|per|center|"
    r"number|order|river|tower|\w*ment|summer|winter|September|October|November|December|matter|Matter|letter|later|"
    r"earlier|together|enter|cover|corner|dinner|power|shelter|chapter|paper|newspaper|border|water|floor|door|motor|"
    r"sent|went|spent|event|cement|recent|different|current|important|giant|restaurant|plant|grant|want|see|three|"
    r"coffee|employer|retailer|dealer|maker|carrier|contractor|than|between|human|German|American|[A-Z]\w+an)s?\s+$"
)
_SAID = re.compile(r"[,?!][”\"’']\s+(?:said|says|asked|recalled|added|cried)\s+$|[”\"]\s+$")
_WHERE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|through|into|toward|across|throughout|off|from|an?|el|la|los|las|en|un|una|del|raid(?:s|ed)?|audit(?:s|ed)?|and\s+to)\s+$"
    r"|\b(?:go|goes|going|went|gone|fl(?:y|ew|own)|dr[io]ven?|mov(?:e|ed|ing)|sent|taken|transfer\w*|deport\w*|return\w*|remov\w*|"
    r"travel\w*|c[ao]me|back|way|shipped|flights?|bus(?:es)?|trip|road|bound|brought|transport\w*|proceed\w*|head\w*|close|north|south|east|west|came)"
    r"\s+(?:\w+\s+)?to\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+\d{2}(?:,|;|\s+(?:and|was|were)\b|\s*$)|,\s+(?:left|right|cent(?:er|re)|second|third|front|far|pictured|seen|shown|above|below)\b"
    r"|\s*\|\s|\s+\([A-Z]|,\s+(?:originally|formerly|then|himself|herself|whose|also\s+known|now\s+\d|of\s+[A-Z]|from\s+[A-Z])|['’]s\s+(?:[a-z]+\s+)?(?:arrest|detention|release|deportation|death|home|"
    r"house|apartment|truck|car|van|phone|wallet|wrists?|hands?|arms?|legs?|neck|face|head|back|name|age|lawyers?|attorneys?)\b"
)


def fits_person(text: str, run: Run) -> bool:
    """Whether what stands beside a name is said of people more than of things."""
    before, behind = text[max(0, run.start - _REACH) : run.start], text[run.end : run.end + _REACH]
    return bool(
        (_WHO.search(before) and not _NOT_WHO.search(before))
        or _NAMED.search(before)
        or _SAID.search(before)
        or _BEHIND.match(behind)
        or _fits_before().search(before)
        or _fits_behind().match(behind)
    )


def fits_place(text: str, run: Run) -> bool:
    """Whether what stands before a name is said of places and things more than of people: "in", "flown to", "a"."""
    return bool(_WHERE.search(text, max(0, run.start - _REACH), run.start))


@cache
def _fits_before() -> re.Pattern[str]:
    return re.compile(rf"{words_source(lexicon.load('person_context')['fits_before'])}\s+$", re.IGNORECASE)


@cache
def _fits_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{words_source(lexicon.load('person_context')['fits_behind'])}", re.IGNORECASE)
