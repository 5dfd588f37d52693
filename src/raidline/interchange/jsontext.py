"""JSON documents written item by item, so that a long list is never held as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from raidline import inert

Json = dict[str, Any]


def dump(value: Mapping[str, Any] | Sequence[Any], indent: int | None = None) -> str:
    """Return a value as JSON in which no character acts on a terminal."""
    return inert.json_escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def stream(head: Mapping[str, Any], items: Iterable[Json], indent: int | None = None) -> Iterator[str]:
    """Yield the document `head` with `items` in its last value, which is an empty list.

    Without `indent` each item is on a line of its own; with it the layout is that of `json.dumps`.
    """
    opening, closing = dump(head, indent).rsplit("[]", 1)
    inside = "\n" + " " * 2 * (indent or 0)
    outside = "\n" + " " * (indent or 0)
    yield f"{opening}["
    before, after = inside, ""
    for item in items:
        yield before + dump(item, indent).replace("\n", inside)
        before, after = f",{inside}", outside
    yield f"{after}]{closing}\n"
