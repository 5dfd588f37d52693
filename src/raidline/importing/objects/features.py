"""Features of a map (GeoJSON, RFC 7946) as cells: their properties; a point only says where, not which place it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def is_map(data: Mapping[str, Any]) -> bool:
    """Whether an object is a collection of features."""
    return data.get("type") == "FeatureCollection" and isinstance(data.get("features"), list)


def is_feature(item: Mapping[str, Any]) -> bool:
    """Whether an object is a feature."""
    return item.get("type") == "Feature" and isinstance(item.get("properties"), dict | None)


def feature_cells(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of a feature, its id and, in words, its geometry."""
    cells = dict(item.get("properties") or {})
    if "id" in item:
        cells.setdefault("id", item["id"])
    if isinstance(geometry := item.get("geometry"), dict):
        cells["geometry"] = _in_words(geometry)
    return cells | {key: value for key, value in item.items() if key not in ("type", "id", "properties", "geometry")}


def _in_words(geometry: Mapping[str, Any]) -> str:
    """Return a point as latitude and longitude, as people write them; of anything else its kind."""
    kind, at = geometry.get("type"), geometry.get("coordinates")
    if kind == "Point" and isinstance(at, list) and len(at) > 1 and all(isinstance(one, int | float) for one in at[:2]):
        return f"{at[1]}, {at[0]} (latitude, longitude)"
    return str(kind)[:100]
