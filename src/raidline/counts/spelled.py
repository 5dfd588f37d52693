"""Numbers spelled out: "fifty-seven", "a hundred and twenty", "fifteen hundred", "half a dozen"."""

from __future__ import annotations

import re

_ONES = {w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)}
_TEENS = {
    w: n
    for n, w in enumerate(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        10,
    )
}
_TENS = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SMALL = _ONES | _TEENS | _TENS
_PACKS = ("dozen", "score")
_UNITS = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000}

_GAP = r"(?:\s+|-)"
_AND = rf"{_GAP}(?:and{_GAP})?"
_ONE, _TEEN, _TEN = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
_LETTERS = "".join(sorted({word[0] for word in _SMALL}))
# Looking at the first letter before anything else spares most of the time: it is tried wherever an "a" stands.
_SMALL_SOURCE = rf"(?=[{_LETTERS}])(?:(?:{_TEN})(?:{_GAP}(?:{_ONE})\b)?|{_TEEN}|{_ONE})"
_HUNDRED = rf"(?:(?:a|{_SMALL_SOURCE}){_GAP}hundred(?:{_AND}{_SMALL_SOURCE})?)\b"
_BELOW = rf"(?:{_HUNDRED}|{_SMALL_SOURCE}\b)"

FIRST_WORDS = (*_SMALL, "a", "half")

# The text of an expression that matches any of them, without groups, in any case.
SPELLED = (
    rf"(?:(?:(?:a\s+)?half|half\s+a|a|{_SMALL_SOURCE}){_GAP}dozen\b(?!\s+or\s+so\s+dozen)(?:\s+and\s+a\s+half\b)?"
    rf"|(?:a|{_SMALL_SOURCE})\s+and\s+a\s+half\s+(?:dozen|hundred|thousand|million)\b"
    rf"|half\s+a\s+(?:hundred|thousand|million)\b|(?:a|{_SMALL_SOURCE}){_GAP}score\b"
    rf"|(?:a|{_BELOW}){_GAP}(?:thousand|million)(?:,?{_AND}{_BELOW})?\b|{_BELOW})"
)


def spelled(text: str) -> int | None:
    """Return the number that `text` spells out, or None if it spells out none."""
    if not re.fullmatch(SPELLED, text, re.IGNORECASE):
        return None
    whole, half, behind = re.sub(r"\s+", " ", text.lower()).partition(" and a half")
    words = re.split(r"[\s,-]+", whole + behind)
    if (size := _UNITS.get(words[-1])) and (half or "half" in words):
        ones = 0 if "half" in words else sum(_SMALL.get(word, word == "a") for word in words[:-1])
        return ones * size + size // 2
    if words[-1] in _PACKS:
        return _UNITS[words[-1]] * sum(_SMALL.get(word, word == "a") for word in words[:-1])
    total = group = 0
    for word in words:
        unit = _UNITS.get(word)
        if unit == _UNITS["hundred"]:
            group *= unit
        elif unit:
            total, group = total + group * unit, 0
        else:
            group += _SMALL.get(word, word == "a")
    return total + group
