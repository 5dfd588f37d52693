"""JSON as records: a list, a list under some key, objects under their ids, one object, or an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from raidline import lexicon
from raidline.files import strictjson
from raidline.files.textfile import bytes_that_are_none
from raidline.importing import own
from raidline.importing.objects.envelopes import of_members, unwrapped
from raidline.importing.objects.features import feature_cells, is_feature, is_map
from raidline.importing.objects.timelinejs import (
    is_old_show,
    is_old_slide,
    is_ours,
    is_slide,
    old_slide_cells,
    own_slide,
    slide_cells,
)
from raidline.importing.records import InputRow
from raidline.importing.sources.copies import with_copies
from raidline.importing.sources.nested import are_sources_by_name, is_list_of_sources, is_one_source, named
from raidline.importing.tables.headings import field_of, plain_heading

_DEEPEST = 4
_SEVERAL = 2  # lists of records of one kind
_YEAR = "year"
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_GROUP = "group"
_ABOUT_OURS = {"title", "place"}  # what our own export says of the timeline as a whole


class _Listed(NamedTuple):
    """Records, and the names of what stands beside them."""

    items: Sequence[object]
    beside: Sequence[str] = ()


def read_document(text: str) -> Iterator[InputRow]:
    """Yield the records of a JSON document; json.JSONDecodeError or ValueError if it has none."""
    yield from records_in(strictjson.loads(text))


def records_in(data: object) -> Iterator[InputRow]:
    """Yield the records of a value; the first one says what stands beside them. ValueError if there are none."""
    listed = _listed(data)
    remarks = (f"not read: {', '.join(listed.beside)}",) if listed.beside else ()
    for number, item in enumerate(listed.items, 1):
        record = _object(f"record {number}", item)
        yield replace(record, remarks=(*remarks, *record.remarks))
        remarks = ()


def read_lines(text: str) -> Iterator[InputRow]:
    """Yield a record for each line; a broken one does not affect the others."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"line {number}"
        if problem := bytes_that_are_none(line):
            yield InputRow(where, {}, problem=problem)
            continue
        try:
            item = strictjson.loads(line)
        except json.JSONDecodeError as error:
            yield InputRow(where, {}, problem=f"is not JSON (column {error.colno}): {lowered(error.msg)}")
        except RecursionError:
            yield InputRow(where, {}, problem="is nested too deeply")
        except ValueError as error:
            yield InputRow(where, {}, problem=str(error)[:200])
        else:
            yield _object(where, item)


def lowered(message: str) -> str:
    """Return a message as part of a sentence."""
    return f"{message[:1].lower()}{message[1:200]}"


def _listed(data: object) -> _Listed:
    if isinstance(data, list):
        return _Listed(data)
    if not isinstance(data, dict):
        raise ValueError("is not a list of objects")
    if own.is_event(data) or is_feature(data) or _is_dated(data):
        return _Listed([data])
    if grouped := _grouped(data):
        return grouped
    if path := _path(data):
        items: Any = data
        for key in path:
            items = items[key]
        if _IS_YEAR.fullmatch(path[-1]):
            items = [{_YEAR: path[-1], **item} if isinstance(item, dict) else item for item in items]
        known = {path[0], "type"} | (
            _ABOUT_OURS if items and isinstance(items[0], dict) and own.is_event(items[0]) else set()
        )
        return _Listed(items, [key for key in data if key not in known])
    if len(data) > 1 and all(isinstance(value, dict) and value for value in data.values()):
        return _Listed([{"id": key, **value} for key, value in data.items()])
    return _Listed([data])


def _grouped(data: Mapping[str, Any]) -> _Listed | None:
    """Return the records of several lists side by side, each with the key of its list; None for any other object.

    Such lists are those of states or years: their records have most of their keys in common.
    """
    lists: dict[str, list[Any]] = {key: value for key, value in data.items() if _holds_records(value)}
    first = [items[0] for items in lists.values()]
    if len(lists) < _SEVERAL or "events" in lists or own.is_event(first[0]):
        return None
    if not all(_alike(first[0], one) for one in first):
        return None
    name = _YEAR if all(map(_IS_YEAR.fullmatch, lists)) else _GROUP
    items = [item if name in item else {**item, name: key} for key, value in lists.items() for item in value]
    return _Listed(items, [key for key in data if key not in lists])


def _holds_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) and item for item in value)


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two records have at least half of their keys in common."""
    return 2 * len(one.keys() & other.keys()) >= len(one.keys() | other.keys())


def _path(data: Mapping[str, Any]) -> Sequence[str]:
    """Return the keys that lead to the list of records; none if there is no list."""
    if is_map(data):
        return ("features",)
    if is_old_show(data):
        return ("timeline", "date")
    if isinstance(data.get("events"), list):
        return ("events",)
    lists = dict(_lists(data))
    return max(lists, key=lambda path: len(lists[path]), default=())


def _is_dated(data: Mapping[str, Any]) -> bool:
    """Whether an object is itself a record: it has a day."""
    words = lexicon.load("headings")["date"]
    return any(plain_heading(key) in words and isinstance(value, str | int) for key, value in data.items())


def _lists(
    data: Mapping[str, Any], outer: tuple[str, ...] = (), depth: int = 1
) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Yield the lists in an object by their keys; below its own, only those of objects."""
    for key, value in data.items():
        if isinstance(value, list) and value and (depth == 1 or all(isinstance(one, dict) for one in value)):
            yield (*outer, key), value
        elif isinstance(value, dict) and depth < _DEEPEST:
            yield from _lists(value, (*outer, key), depth + 1)


def _object(where: str, item: object) -> InputRow:
    if not isinstance(item, dict):
        return InputRow(where, {}, problem="is not an object")
    if own.is_event(item) or (is_slide(item) and is_ours(item)):
        found = own.from_object(item) if own.is_event(item) else own_slide(item)
        return InputRow(where, dict(_flat(found.cells)), *found[1:])
    if is_slide(item):
        cells = slide_cells(item)
    elif is_old_slide(item):
        cells = old_slide_cells(item)
    else:
        cells, left = (feature_cells(item), ()) if is_feature(item) else unwrapped(item)
        told = (f"not read, as it is about the interface: {', '.join(left)}",) if left else ()
        return InputRow(where, dict(_flat(cells)), remarks=told)
    return InputRow(where, dict(_flat(cells)))


def _flat(data: Mapping[str, Any], prefix: str = "", depth: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the values of an object by their keys; nested objects give keys such as "place.city"."""
    for key, value in data.items():
        name = f"{prefix}{key}".strip() or "column"
        if isinstance(value, dict) and are_sources_by_name(name, value):
            value = [*value.values()]  # noqa: PLW2901 - {"watch": {"url": ...}, "post": {"url": ...}}
        if isinstance(value, dict) and depth < _DEEPEST and not (depth == 1 and is_one_source(name, value)):
            yield from _flat(value, f"{name}.", depth + 1)
        elif isinstance(value, dict) and depth < _DEEPEST:
            yield from _flat(named(value), "source 1 ", depth + 1)
        elif value and isinstance(value, list) and is_list_of_sources(name, value):
            sources = [named(source) if isinstance(source, Mapping) else {"": source} for source in value]
            for number, told in enumerate(with_copies(sources), 1):
                yield from _flat(told, f"source {number} ", depth + 1)
        elif isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and not of_members(value):
            yield from _flat(value[0], f"{name}.", depth + 1)
        elif isinstance(value, list) and (told := of_members(value)):
            yield from ((f"{name}.{key}" if key else name, text) for key, text in told.items())
        elif isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
            mark = "\n" if _is_of_sources(name) else "; "  # a headline may have a semicolon
            yield name, mark.join(map(_text, value))
        elif value is not None and value != "":
            yield name, _text(value)


def _is_of_sources(name: str) -> bool:
    return field_of(name) in ("url", "source_title", "publisher", "published", "archived")


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
