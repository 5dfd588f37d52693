"""The words around a name that tell of a person in Spanish: an arrest, an age, a relative, an origin."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.lexicon.patterns import words_source

_BEHIND = re.compile(
    r",\s+(?:de\s+)?(?:\w+\s+)?\d{1,3}\s+años|\s+\(\d{1,3}(?:\s+años)?\)|,\s+(?:originari[oa]|nativ[oa]|oriund[oa]|quien|madre|padre)\b"
    r"|,\s+(?:un|una)\s+[a-záéíóúñ]"
)
_OF_AGE = re.compile(r"\bde\s+\d{1,3}\s+años,\s+$")


def told_in_spanish(before: str, behind: str) -> re.Match[str] | None:
    """Return the words right before or right behind a name that say in Spanish that it is one of a person."""
    return _BEHIND.match(behind) or _OF_AGE.search(before) or _before().search(before) or _suffers().match(behind)


@cache
def _before() -> re.Pattern[str]:
    words = lexicon.load("person_spanish")
    taken, belonging, kin = (words_source(words[key]) for key in ("taken", "belonging", "kin"))
    return re.compile(
        rf"(?:{taken}(?:\s+(?:a|al|contra|por))?|{belonging}(?:\s+(?:de|del))?|{kin},?):?\s+$", re.IGNORECASE
    )


@cache
def _suffers() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s+quien)?\s+{words_source(lexicon.load('person_spanish')['suffers'])}", re.IGNORECASE)
