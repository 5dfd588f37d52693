"""The addresses where readers find the sources of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert

if TYPE_CHECKING:
    from raidline.timeline.build import Entry


def links(entry: Entry) -> list[str]:
    """Return the addresses of its sources that are safe to follow, in order."""
    return [link for citation in entry.citations if (link := inert.web_link(citation.url))]
