"""What leaves a timeline: no export and no page is given what is for curators alone, so that none can let it out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raidline.models import FOR_CURATORS, Event

if TYPE_CHECKING:
    from raidline.timeline import Entry, Timeline

_UNSAID = {key: Event.model_fields[key].get_default(call_default_factory=True) for key in FOR_CURATORS}


def for_readers(timeline: Timeline, *, with_notes: bool = False) -> Timeline:
    """Return the timeline without what is for curators alone; `with_notes` keeps the notes, for one's own backup."""
    unsaid = {key: empty for key, empty in _UNSAID.items() if key != "notes" or not with_notes}
    return replace(timeline, entries=tuple(_stripped(entry, unsaid) for entry in timeline.entries))


def _stripped(entry: Entry, unsaid: dict[str, object]) -> Entry:
    event = entry.event
    if all(getattr(event, key) == empty for key, empty in unsaid.items()):
        return entry  # most events: nothing is copied
    return replace(entry, event=event.model_copy(update=unsaid))
