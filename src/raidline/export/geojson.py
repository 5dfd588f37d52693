"""GeoJSON (RFC 7946): a point an event, for maps.

The point is that of the first place that has one: programs for maps take a file of points as one layer, cluster and
filter it, and split or refuse one that mixes points with collections of them. An event of a state or the nation has no
geometry, which the format allows, rather than a point in the middle of Kansas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert
from raidline.datewords import in_words
from raidline.export.jsontext import Json, stream
from raidline.wording import citation_in_words, claims_in_words, counts_in_words, places_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.timeline import Entry, Timeline


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield one FeatureCollection, a feature a line; `name` is what programs call the layer."""
    head = {"type": "FeatureCollection", "name": timeline.title, "features": []}
    return stream(head, map(_feature, timeline.entries))


def _feature(entry: Entry) -> Json:
    return {"type": "Feature", "id": entry.event.id, "geometry": _point(entry), "properties": _properties(entry)}


def _point(entry: Entry) -> Json | None:
    for place in entry.jurisdictions:
        if place.latitude is not None and place.longitude is not None:
            return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return None


def _properties(entry: Entry) -> Json:
    """Texts, numbers, truth values and nulls only: maps show a table of them, and filter by `earliest`."""
    event = entry.event
    when = event.date
    return {
        "id": event.id,
        "title": event.title,
        "date_edtf": str(when),
        "date_text": in_words(when),
        "earliest": str(when.earliest) if when.earliest else None,
        "latest": str(when.latest) if when.latest else None,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "uncertain": when.uncertain,
        "kind": event.kind.value,
        "status": event.status.value,
        "as_of": str(entry.as_of) if entry.as_of else None,
        "places": places_in_words(entry),
        "share": entry.share,
        "agencies": "; ".join(event.agencies) or None,
        "counts": counts_in_words(event.counts) or None,
        "summary": event.summary,
        "conflicts": "; ".join(claims_in_words(entry)) or None,
        "publishers": "; ".join(entry.publishers),
        "sources": "\n".join(citation_in_words(citation) for citation in entry.citations),
        "source_urls": " ".join(link for c in entry.citations if (link := inert.web_link(c.url))) or None,
    }
