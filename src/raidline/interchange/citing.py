"""A source, and what sources disagree about, as JSON objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.timeline.wording import stated_in_words

if TYPE_CHECKING:
    from raidline.interchange.jsontext import Json
    from raidline.models import Conflict
    from raidline.timeline.build import Citation


def source(citation: Citation) -> Json:
    """Return a source with what is known from its stored article; null for unknown values."""
    says = citation.says
    return {
        "publisher": citation.publisher,
        "published": str(citation.published) if citation.published else None,
        "title": citation.title,
        "url": citation.url,
        "archived": citation.archived,
        "article": citation.article,
        "quote": citation.quote,
        "page": citation.page,
        "says": says.model_dump(mode="json", exclude_defaults=True) if says else None,
        "background": citation.background,
    }


def conflict_record(conflict: Conflict) -> Json:
    """Return who says what instead of the event's own value, all in words."""
    about, held = conflict.about, conflict.event_says
    return {
        "about": about,
        "event_says": None if held is None else stated_in_words(about, held),
        "claims": [
            {"publisher": claim.publisher, "says": stated_in_words(about, claim.says)} for claim in conflict.claims
        ],
    }
