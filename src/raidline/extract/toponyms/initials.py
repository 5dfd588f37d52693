"""Initials of a named site that stand for it later: "the Krome Service Processing Center (KSPC) in Miami"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raidline.extract.text.sentences import Span
from raidline.extract.toponyms import placewords

_INITIALS = re.compile(r"\((?P<short>[A-Z]{3,6})\)")
_NAME = re.compile(r"(?:[A-Z][\w.&’'-]*\s|(?:of|the|for|and|at)\s){2,9}$")
_LONGEST = 90  # characters of a name
_IN = re.compile(r"\)\sin\s(?:nearby\s|rural\s)?$")
_LOCATIVE = ("locative", "weakly_locative")


def initials_of_sites(text: str, places: Sequence[Span]) -> Iterator[tuple[int, int, int, bool]]:
    """Yield where the initials of a site or body stand again: from, to, which place it has, whether it is a scene.

    `places` are where local places are named, in order.
    """
    starts = [start for start, _ in places]
    for match in _INITIALS.finditer(text):
        floor = max(0, match.start() - _LONGEST)
        name = _NAME.search(text, floor, match.start())
        if not name or not _shortens(match["short"], name[0]):
            continue
        near = range(bisect_left(starts, name.start()), bisect_left(starts, match.end() + _LONGEST))
        behind = [n for n in near if starts[n] >= match.end() and _IN.search(text, match.start(), starts[n])]
        meant = next(iter([*behind, *(n for n in near if places[n][1] <= match.start())]), None)
        if meant is not None:
            for again in re.finditer(rf"\b{match['short']}\b", text[match.end() :]):
                start, end = (match.end() + at for at in again.span())
                left = text[max(0, start - 40) : start]
                yield start, end, meant, any(placewords.located(key).search(left) for key in _LOCATIVE)


def _shortens(short: str, name: str) -> bool:
    """Whether the capitals of a name end with some initials."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).endswith(short)
