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
_UNITS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}

_GAP = r"(?:\s+|-)"
_AND = rf"{_GAP}(?:and\s+)?"
_ONE, _TEEN, _TEN = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
_SMALL_SOURCE = rf"(?:(?:{_TEN})(?:{_GAP}(?:{_ONE})\b)?|{_TEEN}|{_ONE})"
_HUNDRED = rf"(?:(?:a|{_SMALL_SOURCE}){_GAP}hundred(?:{_AND}{_SMALL_SOURCE})?)\b"
_BELOW = rf"(?:{_HUNDRED}|{_SMALL_SOURCE}\b)"

FIRST_WORDS = (*_SMALL, "a", "half")

# The text of an expression that matches any of them, without groups, in any case.
SPELLED = (
    rf"(?:(?:(?:a\s+)?half|half\s+a|a|{_SMALL_SOURCE}){_GAP}dozen\b(?!\s+or\s+so\s+dozen)"
    rf"|(?:a|{_BELOW}){_GAP}(?:thousand|million)(?:,?{_AND}{_BELOW})?\b|{_BELOW})"
)


def spelled(text: str) -> int | None:
    """Return the number that `text` spells out, or None if it spells out none."""
    if not re.fullmatch(SPELLED, text, re.IGNORECASE):
        return None
    words = re.split(r"[\s,-]+", text.lower())
    if words[-1] == "dozen":
        return 6 if "half" in words else 12 * sum(_SMALL.get(word, word == "a") for word in words[:-1])
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
