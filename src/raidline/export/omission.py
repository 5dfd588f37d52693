"""Which events a format leaves out, and why.

Each format has a function that decides whether an entry fits: it returns what the format makes of the entry, or the
reason why it leaves the entry out, as a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from raidline.models import Event
    from raidline.timeline.build import Entry, Timeline

RETRACTED = "retracted"
REPEATED = "another event has its id"  # an error in the data, unlike the other reasons
Made = TypeVar("Made")


def own_id(event: Event) -> str:
    """Return the id by which most formats distinguish an event."""
    return event.id


def kept(
    timeline: Timeline, fit: Callable[[Entry], Made | str], known_by: Callable[[Event], str] = own_id
) -> Iterator[Made]:
    """Yield what the format makes of the entries; of several with one id only the first, which others would replace."""
    return (made for _, made in _judged(timeline, fit, known_by) if not isinstance(made, str))


def omitted(
    timeline: Timeline, fit: Callable[[Entry], object], known_by: Callable[[Event], str] = own_id
) -> list[tuple[str, str]]:
    """Return (event id, reason) for each entry that the format leaves out."""
    return [(entry.event.id, made) for entry, made in _judged(timeline, fit, known_by) if isinstance(made, str)]


def every(entry: Entry) -> Entry:
    """Accept every entry."""
    return entry


def unless_retracted(entry: Entry) -> Entry | str:
    """Accept every entry except retracted events."""
    return RETRACTED if entry.event.status == "retracted" else entry


def _judged(
    timeline: Timeline, fit: Callable[[Entry], Made | str], known_by: Callable[[Event], str]
) -> Iterator[tuple[Entry, Made | str]]:
    seen: set[str] = set()
    for entry in timeline.entries:
        name = known_by(entry.event)
        yield entry, REPEATED if name in seen else fit(entry)
        seen.add(name)
