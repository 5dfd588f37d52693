"""The JSON that raidline itself exports, back as the data of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_AS_IT_IS = ("id", "title", "kind", "status", "agencies", "summary", "notes", "aliases", "related", "updated")
_OF_SOURCES = ("article", "quote", "says", "url", "title", "publisher", "published")


def is_ours(item: Mapping[str, Any]) -> bool:
    """Whether an object is an event as `raidline export --format json` writes it."""
    when, places = item.get("date"), item.get("places")
    return (
        isinstance(when, dict)
        and isinstance(when.get("edtf"), str)
        and isinstance(places, list)
        and all(isinstance(place, dict) and isinstance(place.get("name"), str) for place in places)
        and all(isinstance(source, dict) for source in _list(item.get("sources")))
    )


def event_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of it is not worked out from the rest, but for the date."""
    counts = item.get("counts")
    data = {
        **{key: item[key] for key in _AS_IT_IS if item.get(key)},
        "places": [place["name"] for place in item["places"]],
        "counts": {
            str(name): str(count.get("text", "")) if isinstance(count, dict) else str(count)
            for name, count in (counts if isinstance(counts, dict) else {}).items()
        },
        "sources": [
            {key: source[key] for key in _OF_SOURCES if source.get(key)} for source in _list(item.get("sources"))
        ],
    }
    for source in data["sources"]:
        if source.get("article") and source.get("publisher") == source["article"]:
            del source["publisher"]  # it stands in for one that is not known
    return {key: value for key, value in data.items() if value}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
