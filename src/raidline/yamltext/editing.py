"""Edits to the text of an events file that leave all the rest byte for byte as it was: comments, blank lines, anchors.

Every function takes the text and returns the new one. RaidlineError where the text is not YAML or an alias repeats
what is to change; KeyError or IndexError for keys that lead nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from raidline.errors import RaidlineError
from raidline.yamltext.dumping import Dumpable, dump
from raidline.yamltext.patching import Patch
from raidline.yamltext.reading import Data, loads

Keys = Sequence[str | int]


def replace_value(text: str, keys: Keys, value: Dumpable) -> str:
    """Write a value over the one that the keys lead to, such as `("events", 3, "places", 0)`."""
    return replace_values(text, {tuple(keys): value})


def replace_values(text: str, values: Mapping[tuple[str | int, ...], Dumpable]) -> str:
    """Write many values at once; none of them may lie within another."""
    patch = Patch(text)
    for keys, value in values.items():
        patch.change(keys, value)
    return patch.result()


def append_events(text: str, events: Sequence[Mapping[str, Dumpable]]) -> str:
    """Add events behind the last one, in their order."""
    if not text.strip():
        return dump({"events": list(events)})
    patch = Patch(text)
    at = patch.items(("events",))
    if not at:
        patch.change(("events",), list(events))
    for event in events if at else ():
        patch.insert(("events",), at, event, apart=True)
    return patch.result()


def insert_events(text: str, events: Iterable[tuple[int, Mapping[str, Dumpable]]]) -> str:
    """Put events before those at their indexes, as they are counted in `text`."""
    added = list(events)
    patch = Patch(text)
    patch.insert_all(("events",), added, apart=True)
    return _unharmed(text, patch.result(), added)


def append_source(text: str, index: int, data: Mapping[str, Dumpable]) -> str:
    """Add a source behind the last one of the event at `index`."""
    patch = Patch(text)
    keys = ("events", index, "sources")
    patch.insert(keys, patch.items(keys), data)
    return _unharmed(text, patch.result(), (), changed=index)


def _unharmed(before: str, after: str, added: Sequence[tuple[int, Mapping[str, Dumpable]]], changed: int = -1) -> str:
    """Return `after`; RaidlineError where any other event is not what it was, or a new one not what it should be."""
    wanted = [event for n, event in enumerate(_events(before)) if n != changed]
    wanted += _events(dump({"events": [data for _, data in added]}))
    found = _events(after)
    there = {json.dumps(event) for event in found}
    if len(found) != len(wanted) + (changed >= 0) or any(json.dumps(event) not in there for event in wanted):
        raise RaidlineError("cannot be added as the file is laid out, nothing was changed; run `raidline fmt` first")
    return after


def _events(text: str) -> Sequence[Data]:
    data = loads(text, "").data
    events = data.get("events") if isinstance(data, dict) else None
    return events if isinstance(events, list) else ()
