"""What a body says of what others said: "DHS calls letter by mayors reckless" is no letter."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import alternatives
from raidline.models import Event, Kind

_GROUP = r"[A-Z][\w’']+(?:\s[\w’']+){0,2}?\s(?:association|union|alliance|chamber|caucus|coalition|council)"
_SAID = {Kind.STATEMENT, Kind.OTHER}


def answers(one: Event, other: Event) -> bool:
    """Whether the title of one event tells how a body answers, which the other's does not even name."""
    if not {one.kind, other.kind} <= _SAID or not (found := _answering().match(one.title)):
        return False
    if _answering().match(other.title):
        return False
    return re.search(rf"\b{re.escape(found['who'])}\b", other.title, re.IGNORECASE) is None


@cache
def _answering() -> re.Pattern[str]:
    """Return a body at the beginning of a title, and how it answers."""
    bodies = alternatives(word for row in lexicon.load("agencies") for word in (row["name"], *row["words"]))
    verbs = alternatives(lexicon.load("compounds")["answers"])
    who = rf"(?P<who>{bodies}|White House|Mayor|Governor|Sheriff|Police|{_GROUP})"
    return re.compile(rf"(?:The\s)?{who}\b:?\s(?:[A-Z]\w+\s)?(?:{verbs})\b")
