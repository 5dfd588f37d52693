"""Streets named for people and told without the word "street": "vans at Ann Vale and 14th"."""

from __future__ import annotations

import re

from raidline.privacy.capitals import Run
from raidline.privacy.evidence.harm import is_harmed

_REACH = 48  # characters before a name
_ORDINAL = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Main"
_HIGHWAY = r"(?:FM|SR|CR|US|I|Hwy|Highway|Rte?|Route|Loop)[ .-]{1,2}\d{1,4}\b"
_NUMBERED = rf"(?:{_HIGHWAY}|\d{{1,3}}(?:st|nd|rd|th)\b|(?:{_ORDINAL})\b(?!\s+[A-Z]))"
_CROSSES = re.compile(rf"\s*(?:and|&|/|at|near|y)\s*{_NUMBERED}")
_CROSSED = re.compile(rf"\b{_NUMBERED}\s*(?:and|&|/|near)\s*$")
_CORNER = re.compile(r"\b(?:[Cc]orner|[Ii]ntersection)\s+of\s+(?:[A-Z][\w.’'-]*\s+){0,3}?(?:and\s+|&\s+)?$")
# Where a street stands, and where it ends: "vans on Ann Vale, then"; and not "agents sat on Ann Vale"
_ON = re.compile(
    r"(?<!sat )(?<!knelt )(?<!stood )(?<!fired )(?<!guns )"
    r"\b(?:[Oo]n|[Oo]ff|[Aa]long|[Dd]own|[Uu]p|[Nn]ear|[Aa]t|[Bb]etween)\s+(?:[NSEW]\.?\s+)?$"
)
_ENDS = re.compile(r"\s*(?:[.,;)]|$|(?:and|&|to|from|between|near|until|at)\b)")
_ANY_CROSSING = re.compile(
    rf"\b(?:and|&|at)\s+{_NUMBERED}|\b{_NUMBERED}\s*(?:and|&)\s+[A-Z]|\b(?:[Cc]orner|[Ii]ntersection)\s+of\b"
)


def is_street(text: str, run: Run) -> bool:
    """Whether a name is that of a street: it crosses another, or the text goes from one such to the next."""
    if not _ANY_CROSSING.search(text) or is_harmed(text, run):
        return False
    said = text[max(0, run.start - _REACH) : run.start]
    if _CROSSES.match(text, run.end) or _CROSSED.search(said) or _CORNER.search(said):
        return True
    return bool(_ON.search(said) and _ENDS.match(text, run.end))
