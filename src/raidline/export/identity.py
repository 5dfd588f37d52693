"""Names for events that nothing else on earth has and that never change: not with the title, the date or the clock."""

from __future__ import annotations

from urllib.parse import quote

DOMAIN = "raidline.invalid"  # a domain that can never be anybody's (RFC 2606), and never changes


def uid(event_id: str) -> str:
    """Return the id that a calendar knows the event by."""
    return f"{event_id}@{DOMAIN}"


def uri(event_id: str) -> str:
    """Return the event's name as a tag URI (RFC 4151), for feeds and linked data."""
    return f"tag:{DOMAIN},2017:event/{quote(event_id, safe='', errors='replace')}"
