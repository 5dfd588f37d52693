"""An event as a JSON object, with every detail of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.dates.words import in_words
from raidline.interchange.citing import conflict_record, source
from raidline.interchange.days import derived
from raidline.places.gazetteer import POINTS_FROM

if TYPE_CHECKING:
    from raidline.interchange.jsontext import Json
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry


def record(entry: Entry) -> Json:
    """Return an event with everything derived from it."""
    event = entry.event
    return {
        "id": event.id,
        "date": {"edtf": str(event.date), "text": in_words(event.date), **derived(event.date)},
        "title": event.title,
        "kind": event.kind.value,
        "status": event.status.value,
        "status_as_of": str(entry.as_of) if entry.as_of else None,
        "places": [{"name": place} if isinstance(place, str) else place_record(place) for place in entry.places],
        "share": entry.share,
        "agencies": list(event.agencies),
        "counts": {
            name: {"text": count.text, "low": count.low, "high": count.high} for name, count in event.counts.items()
        },
        "summary": event.summary,
        "notes": event.notes,
        "publishers": list(entry.publishers),
        "conflicts": list(map(conflict_record, entry.conflicts)),
        "sources": [source(citation) for citation in entry.citations],
        "aliases": list(event.aliases),
        "related": list(event.related),
        "updated": str(event.updated) if event.updated else None,
        "corrections": [{"day": str(one.day), "text": one.text} for one in event.corrections],
    }


def place_record(place: Jurisdiction) -> Json:
    """Return a place with its code and, if known, its point."""
    return {
        "name": place.full_name,
        "code": place.code,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "attribution": None if place.latitude is None else POINTS_FROM,
    }
