"""Persons told beside a number of others: "a father and his two children" are three."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.numbers import Number
from raidline.lexicon.patterns import alternatives

_REACH = 60  # characters
_PAIR = "couple"
_SUBJECT = re.compile(r"\s+(?:were|was|are|is|had|have|has|[a-z]+ed)\b")


def companions(text: str, number: Number, end: int | None = None, *, listed: bool = False) -> tuple[int, int] | None:
    """Return where the person or couple begins that stands before a number and belongs to it, and how many they are.

    The noun of the number ends at `end`, without which nobody is read from a pronoun; `listed` says that one more
    person stands behind it.
    """
    if not number.exact or not (found := _before().search(text, max(0, number.start - _REACH), number.start)):
        return None
    if not listed and not found["and"]:
        return None  # "the owner, two cooks said"
    if found["both"]:
        return found.start(), 2
    if found["pronoun"]:  # no subject: "held him, and two officers were hurt"
        return None if end is None or _SUBJECT.match(text, end) else (found.start(), 1)
    return found.start(), 2 if found["noun"].lower() == _PAIR else 1


@cache
def _before() -> re.Pattern[str]:
    data = lexicon.load("counting")
    one = alternatives(data["one_person"])
    people = alternatives([*data["households"]["several"], *data["households"]["both_of"]])
    return re.compile(  # "Man and two women arrested"
        rf"\b(?:(?P<pronoun>him|her)|(?P<both>(?i:both)\s+(?:{people}))|(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z]+(?:-[a-z]+)*\s+)?)?"
        rf"(?P<noun>(?i:{one})))(?:,|(?P<and>\s+and))\s+(?:(?:his|her|their|its|the|all)\s+)?$"
    )
