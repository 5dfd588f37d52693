"""The two sheets of a workbook of ours as one table: the sources of an event become a cell of its row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from raidline.importing import own
from raidline.importing.tables.grid import Line
from raidline.interchange.cells import as_json, guarded
from raidline.interchange.sheets import EVENT, EVENTS, SOURCE_COLUMNS
from raidline.interchange.table import SOURCES

if TYPE_CHECKING:
    from raidline.importing.tables.sheet import Sheet


def joined_sheets(sheets: Sequence[Sheet]) -> Sheet | None:
    """Return a sheet with the events and their sources, in cells as a csv has them; None for other workbooks.

    A source whose event is not there is told with the first event.
    """
    named = {sheet.name: sheet for sheet in sheets if sheet.lines}
    if set(named) != {EVENTS, SOURCES}:
        return None
    events, sources = named[EVENTS], named[SOURCES]
    head, keys = events.lines[0].cells, sources.lines[0].cells
    if not own.is_table(head) or SOURCES in head or not {EVENT, "publisher"} <= set(keys) <= set(SOURCE_COLUMNS):
        return None
    at = list(head).index("id") if "id" in head else len(head)
    found: dict[str, list[dict[str, Any]]] = {}
    ids = {line.cells[at] for line in events.lines[1:] if len(line.cells) > at}
    lost: list[str] = []
    for line in sources.lines[1:]:
        told = {key: cell for key, cell in zip(keys, line.cells, strict=False) if cell}
        event = told.pop(EVENT, "")
        if event not in ids:
            lost.append(f"row {line.number} of {SOURCES!r} names no event of the other sheet: {event[:60]!r}; left out")
        found.setdefault(event, []).append({key: _value(key, cell) for key, cell in told.items()})
    lines = [Line(events.lines[0].number, [*head, SOURCES]), *_rows(events.lines[1:], len(head), at, found)]
    remarks = {**events.remarks}
    if lost and len(lines) > 1:
        remarks[lines[1].number] = (*lost, *remarks.get(lines[1].number, ()))
    return replace(events, lines=lines, remarks=remarks)


def _rows(lines: Sequence[Line], width: int, at: int, found: dict[str, list[dict[str, Any]]]) -> Iterator[Line]:
    for line in lines:
        cells = [guarded(cell) for cell in line.cells[:width]]
        cells += [""] * (width - len(cells))
        sources = found.get(line.cells[at] if at < len(line.cells) else "", [])
        yield replace(line, cells=[*cells, guarded(as_json(sources)) if sources else ""])


def _value(key: str, cell: str) -> object:
    """Return what a cell holds; `says` as an object, or as it is written if it is none."""
    if key != "says":
        return cell
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell
