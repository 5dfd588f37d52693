"""Edits to the text of an events file that leave the rest byte for byte as it was: comments, blank lines, anchors.

Every function takes the text and returns the new text. RaidlineError if the text is not YAML or an alias repeats the
part to change; KeyError or IndexError for keys that lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from raidline.errors import RaidlineError
from raidline.yamltext.building import Data
from raidline.yamltext.dumping import Dumpable, dump
from raidline.yamltext.patching import Patch, typed, with_items
from raidline.yamltext.reading import loads

Keys = Sequence[str | int]
_Item = TypeVar("_Item")


def replace_values(text: str, values: Mapping[tuple[str | int, ...], Dumpable]) -> str:
    """Replace the values that keys such as `("events", 3, "places", 0)` lead to; none may lie within another."""
    patch = Patch(text)
    wanted = patch.data()
    for keys, value in values.items():
        patch.change(keys, value)
        _holder(wanted, keys)[keys[-1]] = typed(value)
    return _verified(patch, wanted)


def put_value(text: str, keys: Keys, name: str, value: str, order: Sequence[str]) -> str:
    """Set a key of the mapping that the keys lead to; a new key goes where `order` puts it."""
    return put_values(text, [keys], name, value, order)


def put_values(text: str, holders: Iterable[Keys], name: str, value: str, order: Sequence[str]) -> str:
    """Set a key of several mappings at once, like `put_value`; none of them may lie within another."""
    patch = Patch(text)
    wanted = patch.data()
    for keys in holders:
        patch.put(keys, name, value, order)
        _holder(wanted, [*keys, name])[name] = typed(value)
    return _verified(patch, wanted)


def append_events(text: str, events: Sequence[Mapping[str, Dumpable]]) -> str:
    """Add events after the last one, in their order."""
    if not text.strip():
        return dump({"events": list(events)})
    patch = Patch(text)
    last = patch.items(("events",))
    return _insert(patch, ("events",), [(last, event) for event in events], apart=True)


def insert_events(text: str, events: Iterable[tuple[int, Mapping[str, Dumpable]]]) -> str:
    """Insert each event before the one at its index; indexes refer to `text` before the change."""
    return _insert(Patch(text), ("events",), list(events), apart=True)


def revise_events(
    text: str,
    changed: Mapping[int, Mapping[str, Dumpable | None]],
    new: Iterable[tuple[int, Mapping[str, Dumpable]]],
    order: Sequence[str],
) -> str:
    """Set fields of the events at some indexes, None to remove one, and insert others like `insert_events`."""
    added = list(new)
    if added and not text.strip():
        return dump({"events": [data for _, data in added]})
    patch = Patch(text)
    wanted: Any = patch.data()
    for index, fields in changed.items():
        keys = ("events", index)
        event = {**wanted["events"][index], **fields}
        whole = {name: value for name, value in event.items() if value is not None}
        if len(whole) == len(event):
            for name in fields:
                patch.put(keys, name, whole[name], order)
        else:
            patch.change(keys, {name: whole[name] for name in order if name in whole})
        wanted["events"][index] = typed(whole)
    if added:
        patch.insert(("events",), added, apart=True)
        told = [(index, typed(item)) for index, item in _drained(added)]
        wanted["events"] = with_items(wanted["events"] or [], told)
    return _verified(patch, wanted)


def _drained(items: list[_Item]) -> Iterator[_Item]:
    """Yield the items of a list, which forgets each: those of a long list take as much memory as the text."""
    items.reverse()
    while items:
        yield items.pop()


def append_source(text: str, index: int, data: Mapping[str, Dumpable]) -> str:
    """Add a source after the last one of the event at `index`."""
    return append_items(text, ("events", index, "sources"), [data])


def append_items(text: str, keys: Keys, items: Sequence[Mapping[str, Dumpable]]) -> str:
    """Add items after the last one of the list that the keys lead to."""
    patch = Patch(text)
    last = patch.items(keys)
    return _insert(patch, keys, [(last, item) for item in items], apart=False)


def _insert(patch: Patch, keys: Keys, items: Sequence[tuple[int, Dumpable]], *, apart: bool) -> str:
    patch.insert(keys, items, apart=apart)
    wanted = patch.data()
    within = _holder(wanted, keys)
    within[keys[-1]] = with_items(within[keys[-1]] or [], [(index, typed(item)) for index, item in items])
    return _verified(patch, wanted)


def _holder(data: Data, keys: Keys) -> Any:  # noqa: ANN401 - a list or a mapping, depending on the last key
    """Return the collection that contains the last of the keys."""
    found: Any = data
    for key in keys[:-1]:
        found = found[key]
    return found


def _verified(patch: Patch, wanted: Data) -> str:
    """Return the patched text; RaidlineError if it does not read as intended, so that nothing is ever lost."""
    text = patch.result()
    document = loads(text, "")
    if document.problems or document.data != wanted:
        raise RaidlineError("the file's layout prevents this change; nothing was changed; run `raidline fmt` first")
    return text
