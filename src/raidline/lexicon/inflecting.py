"""The forms of an English verb that news is told in: "veto", "vetoes", "vetoed"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HISSES = re.compile(r"(?:[sxz]|[cs]h|[^aeiou]o)$")
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")  # one short vowel before one letter: "ban", "scrap"


def inflected(phrase: str, irregular: Mapping[str, str]) -> str:
    """Return a verb and what stands behind it as a pattern of its forms: "call/calls/called for" of "call for".

    `irregular` has the past forms that no rule makes.
    """
    verb, space, others = phrase.partition(" ")
    forms = [verb, _third_person(verb), irregular.get(verb) or _past(verb)]
    return f"{'/'.join(dict.fromkeys(forms))}{space}{others}"


def _third_person(verb: str) -> str:
    if _ENDS_IN_Y.search(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _HISSES.search(verb) else f"{verb}s"


def _past(verb: str) -> str:
    if _ENDS_IN_Y.search(verb):
        return f"{verb[:-1]}ied"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb}{verb[-1]}ed" if _DOUBLES.search(verb) else f"{verb}ed"
