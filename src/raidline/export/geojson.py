"""GeoJSON (RFC 7946): one point for each event, for maps.

The point is that of the first place that has one: map programs take a file of points as one layer, which they can
cluster and filter; they split or refuse a file that mixes points with collections of them. An event of the nation, or
of a state with counties, has no geometry, which the format allows, rather than a point in the middle of Kansas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.interchange.jsontext import Json, stream
from raidline.interchange.row import row
from raidline.places.gazetteer import POINTS_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield one FeatureCollection with one feature on each line; `name` is what programs call the layer."""
    head = {"type": "FeatureCollection", "name": timeline.title, "attribution": POINTS_FROM, "features": []}
    return stream(head, map(_feature, timeline.entries))


def _feature(entry: Entry) -> Json:
    # Only texts, numbers, booleans and nulls: maps show a table of them, and filter by `earliest`.
    properties = row(entry)
    del properties["place_codes"]
    return {"type": "Feature", "id": entry.event.id, "geometry": _point(entry), "properties": properties}


def _point(entry: Entry) -> Json | None:
    for place in entry.jurisdictions:
        if place.latitude is not None and place.longitude is not None:
            return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return None
