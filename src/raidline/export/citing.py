"""A source as an object of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.export.jsontext import Json
    from raidline.timeline.build import Citation


def source(citation: Citation) -> Json:
    """Return a source with what its stored article tells of it; null where nothing is known."""
    says = citation.says
    return {
        "publisher": citation.publisher,
        "published": str(citation.published) if citation.published else None,
        "title": citation.title,
        "url": citation.url,
        "archived": citation.archived,
        "article": citation.article,
        "quote": citation.quote,
        "says": says.model_dump(mode="json", exclude_defaults=True) if says else None,
    }
