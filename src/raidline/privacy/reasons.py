"""Why a name is taken for a private person's, in words."""

from __future__ import annotations

import re

from raidline.privacy.evidence.fitting import fits_person
from raidline.privacy.evidence.harm import AGE_BEHIND, harm_of
from raidline.privacy.evidence.telling import told_of
from raidline.privacy.likelihood.public_life import listed_words
from raidline.privacy.people import Person

_EDGES = " \t\n,;:.()[]–—-’'”\""
_STOP = re.compile(r"(?<![A-Z][a-z])(?<![A-Z])[.!?;]\s")
_AN_AGE = "an age stands beside it"
_MOST = 40  # characters of words that are quoted


def reason_for(text: str, person: Person) -> str:
    """Return what tells most that a name in a text is a private person's: an arrest, an age, a relative."""
    run = person.run
    if run is None:
        return _AN_AGE if person.harmed else _of_part(person.text)
    if found := harm_of(text, run) or told_of(text, run):
        words = found[0].strip(_EDGES)
        if found.re is AGE_BEHIND or not words:
            return _AN_AGE
        side = "before" if text[: run.start].endswith(found.string) else "behind"
        return f"“{_short(words)}” stands {side} it"
    if word := _lives(text, person):
        return f"“{word}” is said in the sentence"
    return "what stands beside it is said of people" if fits_person(text, run) else "nothing near tells of public life"


def _of_part(name: str) -> str:
    """Return why a name without a run of capitals is one: in small letters, surname first, or beside a relative."""
    if "," in name:
        return "a given name stands behind a family name"
    return "a given and a family name in small letters" if " " in name else "it stands with a relative or a family"


def _lives(text: str, person: Person) -> str | None:
    """Return the word for private life in the sentence of a name."""
    end = person.start + len(person.text)
    before, behind = _STOP.split(text[: person.start])[-1], _STOP.split(text[end:])[0]
    found = re.search(listed_words("lives"), behind) or re.search(listed_words("lives"), before)
    return found[0] if found else None


def _short(words: str) -> str:
    return " ".join(words.split()) if len(words) <= _MOST else f"{' '.join(words[:_MOST].split()[:-1])} ..."
