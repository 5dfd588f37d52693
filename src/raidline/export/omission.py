"""Which events a format leaves out, and why.

What fits a format is told by a function of its own: it returns what the format makes of an entry, or, as a text, the
reason why it makes nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from raidline.timeline.build import Entry, Timeline

RETRACTED = "retracted"
REPEATED = "another event has its id"  # a mistake in the data, unlike the other reasons
Made = TypeVar("Made")


def kept(timeline: Timeline, fit: Callable[[Entry], Made | str]) -> Iterator[Made]:
    """Yield what is made of the entries; of several with one id only of the first, which a second would replace."""
    return (made for _, made in _judged(timeline, fit) if not isinstance(made, str))


def omitted(timeline: Timeline, fit: Callable[[Entry], object]) -> list[tuple[str, str]]:
    """Return (event id, reason) for each entry of which nothing is made."""
    return [(entry.event.id, made) for entry, made in _judged(timeline, fit) if isinstance(made, str)]


def every(entry: Entry) -> Entry:
    """Fit every entry."""
    return entry


def unless_retracted(entry: Entry) -> Entry | str:
    """Fit every entry but those of retracted events."""
    return RETRACTED if entry.event.status == "retracted" else entry


def _judged(timeline: Timeline, fit: Callable[[Entry], Made | str]) -> Iterator[tuple[Entry, Made | str]]:
    seen: set[str] = set()
    for entry in timeline.entries:
        yield entry, REPEATED if entry.event.id in seen else fit(entry)
        seen.add(entry.event.id)
