"""Names that nothing else on earth has and that never change: not with a title, a date or the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from raidline.timeline.build import Timeline

DOMAIN = "raidline.invalid"  # a domain that can never be anybody's (RFC 2606), and never changes
_TAG = f"tag:{DOMAIN},2017"  # RFC 4151


def uid(event_id: str) -> str:
    """Return the id that a calendar knows the event by."""
    return f"{event_id}@{DOMAIN}"


def event_uri(event_id: str) -> str:
    """Return the event's name as a tag URI, for feeds and linked data."""
    return f"{_TAG}:event/{quote(event_id, safe='', errors='replace')}"


def timeline_uri(timeline: Timeline) -> str:
    """Return the name of the timeline of a place, or of all, as a tag URI."""
    return f"{_TAG}:timeline/{timeline.place.code if timeline.place else 'all'}"
