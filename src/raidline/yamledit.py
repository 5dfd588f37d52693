"""Edits to the text of an events file that leave all the rest byte for byte as it was: comments, blank lines, anchors.

Every function takes the text and returns the new one. RaidlineError where the text is not YAML or an alias repeats
what is to change; KeyError or IndexError for keys that lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from raidline.yamldump import Dumpable, dump
from raidline.yamlpatch import Patch

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


def append_event(text: str, data: Mapping[str, Dumpable]) -> str:
    """Add an event behind the last one; to a text without any content the list of events as well."""
    return append_events(text, [data])


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


def insert_event(text: str, index: int, data: Mapping[str, Dumpable]) -> str:
    """Put an event before the one at `index`, counted from 0; behind the last where there are fewer."""
    return insert_events(text, [(index, data)])


def insert_events(text: str, events: Iterable[tuple[int, Mapping[str, Dumpable]]]) -> str:
    """Put events before those at their indexes, as they are counted in `text`; there must be events in it."""
    patch = Patch(text)
    for index, data in events:
        patch.insert(("events",), index, data, apart=True)
    return patch.result()


def replace_event(text: str, index: int, data: Mapping[str, Dumpable]) -> str:
    """Make an event another one; what is the same in both keeps its lines, order and comments."""
    return replace_value(text, ("events", index), data)


def remove_event(text: str, index: int) -> str:
    """Take an event out, with the comments that stand with it."""
    patch = Patch(text)
    patch.remove(("events",), index)
    return patch.result()


def append_source(text: str, index: int, data: Mapping[str, Dumpable]) -> str:
    """Add a source behind the last one of the event at `index`."""
    patch = Patch(text)
    keys = ("events", index, "sources")
    patch.insert(keys, patch.items(keys), data)
    return patch.result()
