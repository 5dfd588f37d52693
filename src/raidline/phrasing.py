"""Numbers, shares and lists in English, written alike wherever people read them."""

from __future__ import annotations

from collections.abc import Sequence


def plural(number: int, noun: str) -> str:
    """Return such as "1 event", "2 events", "1,200 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def share_in_words(share: float) -> str:
    """Return such as "27%"; "nearly all" and "under 1%" where a percentage would say all or none."""
    return f"{share:.0%}" if 0.005 <= share < 0.995 else "under 1%" if share < 0.5 else "nearly all"


def listed(parts: Sequence[str]) -> str:
    """Return such as "a", "a and b", "a, b and c"; empty for none."""
    *others, last = parts or ("",)
    return f"{', '.join(others)} and {last}" if others else last
