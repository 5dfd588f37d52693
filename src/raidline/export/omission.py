"""Which events a format leaves out, and why.

What fits a format is told by a function of its own: it returns what the format makes of an entry, or, as a text, the
reason why it makes nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from raidline.models import Event
    from raidline.timeline.build import Entry, Timeline

RETRACTED = "retracted"
REPEATED = "another event has its id"  # a mistake in the data, unlike the other reasons
Made = TypeVar("Made")


def own_id(event: Event) -> str:
    """Return the id by which most formats tell an event from others."""
    return event.id


def kept(
    timeline: Timeline, fit: Callable[[Entry], Made | str], known_by: Callable[[Event], str] = own_id
) -> Iterator[Made]:
    """Yield what is made of the entries; of several known by one id only of the first, which a second would replace."""
    return (made for _, made in _judged(timeline, fit, known_by) if not isinstance(made, str))


def omitted(
    timeline: Timeline, fit: Callable[[Entry], object], known_by: Callable[[Event], str] = own_id
) -> list[tuple[str, str]]:
    """Return (event id, reason) for each entry of which nothing is made."""
    return [(entry.event.id, made) for entry, made in _judged(timeline, fit, known_by) if isinstance(made, str)]


def every(entry: Entry) -> Entry:
    """Fit every entry."""
    return entry


def unless_retracted(entry: Entry) -> Entry | str:
    """Fit every entry but those of retracted events."""
    return RETRACTED if entry.event.status == "retracted" else entry


def _judged(
    timeline: Timeline, fit: Callable[[Entry], Made | str], known_by: Callable[[Event], str]
) -> Iterator[tuple[Entry, Made | str]]:
    seen: set[str] = set()
    for entry in timeline.entries:
        name = known_by(entry.event)
        yield entry, REPEATED if name in seen else fit(entry)
        seen.add(name)
