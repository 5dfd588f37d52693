"""What a sentence counts in a clause with a day of its own: "said on Monday that agents took nine on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.counts.value import Count
from raidline.extract.counting.reading import find_counts
from raidline.extract.text.sentences import Span

_OPENS = re.compile(  # what somebody said "that" was done is the news of the day on which it was said
    r"\b(?:in\s+which|in\s+whose|where|when|who|whom|which|(?:an?|the|one|two|three)\s+(?:day|days|week|weeks)\s+(?:after|before)"
    r"|(?:over|after|before|since))\s|,\s+(?:and|but|while)\s"
)
_CLOSES = re.compile(r"[,;:—–](?!\d)")


_SAID = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|wrote|according\s+to)\b")
_HOUR = re.compile(
    r"(?![^A-Z]*[A-Z])[^.;:]*\b(?:noon|midnight|nightfall|dawn|dusk|dark|morning|evening|night|hours?)"
)  # the same day
_LEAST = 8  # characters that such a clause may begin with behind its day: "a day after"


def of_other_days(text: str, sentence: Span, day: Span, dates: Sequence[Span]) -> dict[str, Count]:
    """Return what is counted only in clauses behind `day` with other dates, or only before the clause of `day`."""
    found: dict[str, Count] = {}
    for other in dates:
        first, last = sorted((day, other))
        opening = _opening(text, first[1], last)
        if first == last or opening is None or _HOUR.fullmatch(text, *last):
            continue
        if day == last and _SAID.search(text, sentence[0], opening):
            continue  # "said Monday that nine were held when it came on Sunday"
        closed = _CLOSES.search(text, last[1], sentence[1])
        end = closed.start() if closed else sentence[1]
        inside, before = find_counts(text, (opening, end)), find_counts(text, (sentence[0], opening))
        behind = find_counts(text, (end, sentence[1]))
        theirs, ours = (inside, before) if day == first else (before, inside)
        found |= {key: count for key, count in theirs.items() if count not in (ours.get(key), behind.get(key))}
    return found


def _opening(text: str, start: int, other: Span) -> int | None:
    """Return where the last clause begins that takes in another date, which may be one of its first words.

    Right before the date, "since" and "after" begin no clause.
    """
    openings = [
        one.start()
        for one in _OPENS.finditer(text, start, other[1] + _LEAST)
        if one.start() == other[0] or one.end() < other[0]
    ]
    return openings[-1] if openings else None
