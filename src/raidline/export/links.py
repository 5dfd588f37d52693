"""The addresses at which readers find the sources of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert

if TYPE_CHECKING:
    from raidline.timeline.build import Entry


def links(entry: Entry) -> list[str]:
    """Return those of its sources that have one that is safe to follow, in order."""
    return [link for citation in entry.citations if (link := inert.web_link(citation.url))]
