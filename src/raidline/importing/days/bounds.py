"""Hedged, bounded and joined dates, as EDTF."""

from __future__ import annotations

from raidline.dates.value import Edtf
from raidline.importing.days.numbers import edtf


def join(first: Edtf, last: Edtf) -> Edtf | None:
    """Return the dates from one to another; None if they do not form an interval."""
    if first == last:
        return first
    start, end = _side(first, 0), _side(last, -1)
    if start and start == end:  # two times of one day
        return edtf(start)
    return edtf(f"{start}/{end}") if start and end else None


def since(when: Edtf) -> Edtf | None:
    """Return the time since a date; None for a set."""
    return edtf(f"{side}/..") if (side := _side(when, 0)) else None


def until(when: Edtf) -> Edtf | None:
    """Return the time until a date; None for a set."""
    return edtf(f"../{side}") if (side := _side(when, -1)) else None


def hedged(when: Edtf, mark: str) -> Edtf | None:
    """Mark a date, or both ends of an interval, with ~ (about) or ? (uncertain); None for a set."""
    if "[" in when.text or "{" in when.text:
        return None
    return edtf("/".join(_marked(end, mark) if end not in ("", "..") else end for end in when.text.split("/")))


def _marked(end: str, mark: str) -> str:
    plain, _, _ = end.partition("T")
    if plain[-1] in "?~%":
        return plain if plain[-1] in (mark, "%") else f"{plain[:-1]}%"
    return f"{plain}{mark}"


def _side(when: Edtf, which: int) -> str:
    side = when.text.split("/")[which].partition("T")[0]
    return "" if side in ("", "..") or "[" in side or "{" in side else side
