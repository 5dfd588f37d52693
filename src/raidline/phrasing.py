"""Numbers, shares and lists in English, written the same way wherever people read them."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 60  # characters of a text that a message quotes


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: "1 event", "2 events", "1,200 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def share_in_words(share: float) -> str:
    """Return a percentage such as "27%"; "nearly all" or "under 1%" where it would round to all or none."""
    return f"{share:.0%}" if 0.005 <= share < 0.995 else "under 1%" if share < 0.5 else "nearly all"


def listed(parts: Sequence[str]) -> str:
    """Return the parts as a list in words: "a", "a and b", "a, b and c"; empty for no parts."""
    *others, last = parts or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def shortened(text: str) -> str:
    """Return a text as a message quotes it: a long one is cut off."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 3]}..."
