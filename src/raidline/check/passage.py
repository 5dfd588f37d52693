"""Where a quote that is not verbatim differs from its article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

LEAST_IN_COMMON = 3
SEARCHED = 2_000_000  # characters of an article; no report is longer, and more would take seconds

_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = 4, 7  # words shown around the difference


def nearest_passage(quote: str, text: str) -> str:
    """Return a short message with the most similar passage of the article, at the point where the quote differs."""
    if " ".join(quote.split()) in " ".join(text.split()):
        return "only spaces or line breaks differ; copy the passage exactly"
    wanted, there = list(_WORD.finditer(quote)), list(_WORD.finditer(text, 0, SEARCHED))
    length, start, at = _longest_run(_folded(wanted), _folded(there))
    if length < min(LEAST_IN_COMMON, len(wanted)) or not length:
        return "the article contains nothing similar"
    if length == len(wanted):
        return f"the article reads {_first_difference(quote, text, wanted, there[at : at + length])}"
    parting = at + length if start + length < len(wanted) else at
    before, after = max(parting - _BEFORE, 0), min(parting + _AFTER, len(there)) - 1
    if parting == at:
        before, after = max(at - _AFTER, 0), min(at + _BEFORE, len(there)) - 1
    return f"the article reads {_shown(text[there[before].start() : there[after].end()])}"


def _folded(words: Sequence[re.Match[str]]) -> list[str]:
    return [word[0].casefold() for word in words]


def _longest_run(wanted: Sequence[str], there: Sequence[str]) -> tuple[int, int, int]:
    """Return the length and both starts of the longest run of words that the two share."""
    places = defaultdict(list)
    for place, word in enumerate(there):
        places[word].append(place)
    best = (0, 0, 0)
    ending_before: dict[int, int] = {}
    for n, word in enumerate(wanted):
        ending_here = {place: ending_before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(ending_here, key=ending_here.__getitem__, default=0)
        length = ending_here.get(longest, 0)
        if length > best[0]:
            best = (length, n - length + 1, longest - length + 1)
        ending_before = ending_here
    return best


def _first_difference(quote: str, text: str, wanted: Sequence[re.Match[str]], there: Sequence[re.Match[str]]) -> str:
    """Return the first mark, space or capital letter that differs if all words agree."""
    before, after = wanted[0].start(), len(quote) - wanted[-1].end()
    passage = text[max(there[0].start() - before, 0) : there[-1].end() + after]
    place = next((n for n, (one, other) in enumerate(zip(quote, passage, strict=False)) if one != other), 0)
    return _shown(passage[max(place - 25, 0) : place + 25])


def _shown(passage: str) -> str:
    return f"“…{' '.join(passage.split())}…”"
