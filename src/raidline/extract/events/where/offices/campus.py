"""Bodies of a campus, which belong to the town it lies in: "the faculty senate", "the chancellor"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from raidline import lexicon
from raidline.extract.events.where.offices.office import NAME, Office
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList

_CAMPUSES = ("University", "College")


def bodies_of_a_campus(text: str, mentions: Sequence[PlaceMention]) -> Iterator[tuple[Office, str | None]]:
    """Yield the bodies and heads, these with their surnames, of the campus named last before them, or else first."""
    campuses = [m for m in mentions if any(word in m.text for word in _CAMPUSES)]
    if not campuses:
        return
    starts = [m.start for m in campuses]
    for match in _bodies().finditer(text):
        if place := campuses[max(0, bisect_left(starts, match.start()) - 1)].jurisdiction:
            yield Office(match.start(), match.end(), match[0], place), match["surname"]


@cache
def _bodies() -> WordList:
    rows = lexicon.load("offices")["campus_bodies"]
    titled = rf"{words_source(rows['titles'])}\s{NAME}"
    regex = re.compile(rf"\b(?:{titled}|{words_source(rows['words'])})(?!\sof\b)")
    return WordList(regex, [*rows["titles"], *rows["words"]])
