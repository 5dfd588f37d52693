"""Persons told beside a number of others: "a father and his two children" are three."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.numbers import Number
from raidline.lexicon.patterns import alternatives

_REACH = 60  # characters
_PAIR = "couple"


def companions(text: str, number: Number) -> tuple[int, int] | None:
    """Return where the person or couple begins that stands before a number and belongs to it, and how many they are."""
    if not number.exact or not (found := _before().search(text, max(0, number.start - _REACH), number.start)):
        return None
    return found.start(), 2 if found["noun"].lower() == _PAIR else 1


@cache
def _before() -> re.Pattern[str]:
    one = alternatives(lexicon.load("counting")["one_person"])
    return re.compile(
        r"\b(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z]+(?:-[a-z]+)*\s+)?)?"
        rf"(?P<noun>(?i:{one}))\s+and\s+(?:(?:his|her|their|its|the)\s+)?$"  # "Man and two women arrested"
    )
