"""Numbers and lists in English, written alike wherever people read them."""

from __future__ import annotations

from collections.abc import Sequence


def plural(number: int, noun: str) -> str:
    """Return such as "1 event", "2 events", "1,200 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """Return such as "a", "a and b", "a, b and c"; empty for none."""
    *others, last = parts or ("",)
    return f"{', '.join(others)} and {last}" if others else last
