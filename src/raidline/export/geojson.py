"""GeoJSON (RFC 7946): a point an event, for maps.

The point is that of the first place that has one: programs for maps take a file of points as one layer, cluster and
filter it, and split or refuse one that mixes points with collections of them. An event of the nation, or of a
state that has counties, has no geometry, which the format allows, rather than a point in the middle of Kansas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.export.jsontext import Json, stream
from raidline.export.row import row
from raidline.places.gazetteer import POINTS_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield one FeatureCollection, a feature a line; `name` is what programs call the layer."""
    head = {"type": "FeatureCollection", "name": timeline.title, "attribution": POINTS_FROM, "features": []}
    return stream(head, map(_feature, timeline.entries))


def _feature(entry: Entry) -> Json:
    # Texts, numbers, truth values and nulls only: maps show a table of them, and filter by `earliest`.
    properties = row(entry)
    del properties["place_codes"]
    return {"type": "Feature", "id": entry.event.id, "geometry": _point(entry), "properties": properties}


def _point(entry: Entry) -> Json | None:
    for place in entry.jurisdictions:
        if place.latitude is not None and place.longitude is not None:
            return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return None
