"""JSON and JSON Lines: every detail of every event, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.dates.words import in_words
from raidline.export.citing import conflict_record, source
from raidline.export.jsontext import Json, dump, stream
from raidline.places.gazetteer import POINTS_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.dates.value import Edtf
    from raidline.export.options import Options
    from raidline.places.lookup import Jurisdiction
    from raidline.timeline.build import Entry, Timeline


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield one document: `title`, `place` (null for all places) and `events`."""
    head: Json = {"title": timeline.title, "place": _place(timeline.place) if timeline.place else None, "events": []}
    return stream(head, map(record, timeline.entries), indent=2)


def write_lines(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield each event as one line, the same object as in the `events` of the document."""
    return (f"{dump(record(entry))}\n" for entry in timeline.entries)


def record(entry: Entry) -> Json:
    """Return an event with everything derived from it."""
    event = entry.event
    return {
        "id": event.id,
        "date": _date(event.date),
        "title": event.title,
        "kind": event.kind.value,
        "status": event.status.value,
        "status_as_of": str(entry.as_of) if entry.as_of else None,
        "places": [{"name": place} if isinstance(place, str) else _place(place) for place in entry.places],
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
    }


def _date(when: Edtf) -> Json:
    return {
        "edtf": str(when),
        "text": in_words(when),
        "earliest": str(when.earliest) if when.earliest else None,
        "latest": str(when.latest) if when.latest else None,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "uncertain": when.uncertain,
    }


def _place(place: Jurisdiction) -> Json:
    return {
        "name": place.full_name,
        "code": place.code,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "attribution": None if place.latitude is None else POINTS_FROM,
    }
