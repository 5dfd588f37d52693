"""Events as JSON and back. The way back skips validation and parsing: building the validators takes longer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.models import Correction, Event, Kind, Reading, Says, Source, Status

Json = dict[str, Any]


def taken_apart(event: Event) -> bytes:
    """Return the JSON from which `rebuilt` makes the event."""
    return json.dumps(event.model_dump(exclude_defaults=True), default=_plain, separators=(",", ":")).encode()


def rebuilt(taken: bytes) -> Event:
    """Return the event from the JSON of `taken_apart`."""
    data = json.loads(taken)
    data["sources"] = tuple(map(_source, data["sources"]))
    if "corrections" in data:
        data["corrections"] = tuple(Correction.model_construct(**_typed(one)) for one in data["corrections"])
    if "candidate" in data:
        data["candidate"] = Reading.model_construct(**data["candidate"])
    return Event.model_construct(**_typed(data))


def _source(data: Json) -> Source:
    if "says" in data:
        data["says"] = Says.model_construct(**_typed(data["says"]))
    return Source.model_construct(**_typed(data))


def _typed(data: Json) -> Json:
    for key, read in _READ.items():
        if key in data:
            data[key] = read(data[key])
    return data


def _plain(value: object) -> object:
    return [value.text, value.low, value.high] if isinstance(value, Count) else str(value)


_READ: dict[str, Callable[[Any], object]] = {
    **dict.fromkeys(("date", "day", "published", "updated"), Edtf.parse),
    **dict.fromkeys(("places", "agencies", "aliases", "related", "ignore"), tuple),
    "kind": Kind,
    "status": Status,
    "counts": lambda counts: {name: Count(*parts) for name, parts in counts.items()},
}
