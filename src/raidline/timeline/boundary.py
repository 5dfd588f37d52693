"""The boundary of a timeline: exports and pages never receive what is for curators alone, so they cannot reveal it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from raidline.models import FOR_CURATORS, Event

if TYPE_CHECKING:
    from raidline.timeline.build import Citation, Entry, Timeline

_LOCAL = re.compile(r"\s*(?:file:|~|/(?!/)|\\|[a-z]:[\\/]|\.{1,2}[\\/])", re.IGNORECASE)  # the path of a file
_UNSAID = {key: Event.model_fields[key].get_default(call_default_factory=True) for key in FOR_CURATORS}


def for_readers(timeline: Timeline, *, with_notes: bool = False) -> Timeline:
    """Return the timeline without what is for curators alone: the keys of FOR_CURATORS, file paths given as addresses.

    `with_notes` keeps the notes, for a curator's own backup.
    """
    unsaid = {key: empty for key, empty in _UNSAID.items() if key != "notes" or not with_notes}
    return replace(timeline, entries=tuple(_stripped(entry, unsaid) for entry in timeline.entries))


def _stripped(entry: Entry, unsaid: dict[str, object]) -> Entry:
    """Return the entry itself if there is nothing to remove, as in most cases."""
    event = entry.event
    if not event.model_fields_set.isdisjoint(unsaid):
        entry = replace(entry, event=event.model_copy(update=unsaid))
    for citation in entry.citations:
        if _is_path(citation.url) or _is_path(citation.archived):
            return replace(entry, citations=tuple(map(_elsewhere, entry.citations)))
    return entry


def _elsewhere(citation: Citation) -> Citation:
    return replace(
        citation,
        url=None if _is_path(citation.url) else citation.url,
        archived=None if _is_path(citation.archived) else citation.archived,
    )


def _is_path(address: str | None) -> bool:
    return bool(address and not address.startswith("http") and _LOCAL.match(address))
