"""Events out of JSON that was made of events: nothing in it is checked again, which saves building the checks."""

from __future__ import annotations

from typing import Any

from raidline.counts import Count
from raidline.dates import Edtf
from raidline.models import Event, Kind, Reading, Says, Source, Status

Json = dict[str, Any]


def rebuilt(data: Json) -> Event:
    """Return the event of which `model_dump(mode="json", exclude_defaults=True)` made the data."""
    sources = tuple(map(_source, data["sources"]))
    told: Json = {"sources": sources}
    if "candidate" in data:
        told["candidate"] = Reading.model_construct(**data["candidate"])
    return Event.model_construct(**_typed(data) | told)


def _source(data: Json) -> Source:
    told = dict(data)
    if "says" in data:
        told["says"] = Says.model_construct(**_typed(data["says"]))
    if "published" in data:
        told["published"] = Edtf.parse(data["published"])
    return Source.model_construct(**told)


def _typed(data: Json) -> Json:
    return {key: _READ[key](value) if key in _READ else value for key, value in data.items()}


_READ = {
    **dict.fromkeys(("date", "updated"), Edtf.parse),
    **dict.fromkeys(("places", "agencies", "aliases", "related", "ignore"), tuple),
    "kind": Kind,
    "status": Status,
    "counts": lambda counts: {name: Count.parse(text) for name, text in counts.items()},
}
