"""Files of other programs as records: what each row, object or entry says, by heading."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from raidline import strictjson
from raidline.errors import Problem, RaidlineError
from raidline.importing import own
from raidline.importing.calendar import entry_of
from raidline.importing.ical import components
from raidline.importing.timelinejs import is_ours, is_slide, own_slide, slide_cells
from raidline.textfile import MEGABYTE, read_text

LARGEST = 32 * MEGABYTE
MOST = 100_000
MOST_CELLS = 1000  # of one record
LONGEST = 1_000_000  # characters of one cell
_DEEPEST = 4
_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'\n")


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its cells by heading; `data` is what of an event is already known as such.

    `remarks` tell what of the row was not read, or not as it is; `problem` says why nothing can be made of it, "" for
    what can be read.
    """

    where: str
    cells: Mapping[str, str]
    data: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    problem: str = ""


def read_records(path: Path) -> list[Record]:
    """Read spreadsheets, JSON, slides and calendars by their suffix; RaidlineError for what cannot be read."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise RaidlineError(f"{path}: cannot tell what it is; its name has to end in {', '.join(_READERS)}")
    text = read_text(path, most=LARGEST)
    if isinstance(text, Problem):
        raise RaidlineError(str(text))
    records = []
    try:
        for record in reader(text):
            records.append(record)
            if len(record.cells) > MOST_CELLS:
                raise RaidlineError(f"{path}: {record.where} has more than {MOST_CELLS} fields")
            if len(records) > MOST:
                raise RaidlineError(f"{path}: has more than {MOST} records")
    except json.JSONDecodeError as error:
        message = f"is not JSON: {_lowered(error.msg)}"
        raise RaidlineError(f"{path}:{error.lineno}:{error.colno}: {message}") from None
    except (ValueError, csv.Error) as error:
        raise RaidlineError(f"{path}: {str(error)[:200]}") from None
    except RecursionError:
        raise RaidlineError(f"{path}: is nested too deeply") from None
    if records and all(record.problem for record in records):
        raise RaidlineError(f"{path}: {records[0].where}: {records[0].problem}")
    if not records:
        raise RaidlineError(f"{path}: holds no records")
    return records


def _table(text: str) -> Iterator[Record]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t|", key=head.count)
    longest = csv.field_size_limit(LONGEST)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        headings = _headings(next(rows, []))
        ours = own.is_table(headings)
        for row in rows:
            if any(cell.strip() for cell in row):
                more = [f"column {n + 1}" for n in range(len(headings), len(row))]
                cells = {name: cell for name, cell in zip([*headings, *more], row, strict=False) if cell.strip()}
                where = f"line {rows.line_num}"
                if ours:
                    yield Record(where, *own.from_row(cells))
                else:
                    yield Record(where, {name: _cell(cell) for name, cell in cells.items()})
    finally:
        csv.field_size_limit(longest)


def _headings(row: list[str]) -> list[str]:
    """Return the headings, none of them empty and none twice."""
    seen: Counter[str] = Counter()
    headings = []
    for n, cell in enumerate(row, 1):
        name = cell.strip() or f"column {n}"
        seen[name] += 1
        headings.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return headings


def _cell(cell: str) -> str:
    """Return what a cell says, without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:].strip() if cell.startswith(_FORMULA) else cell.strip()


def _document(text: str) -> Iterator[Record]:
    data = strictjson.loads(text)
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        if isinstance(data.get("events"), list):
            data = data["events"]
        else:
            data = lists[0] if len(lists) == 1 and not own.is_event(data) else [data]
    if not isinstance(data, list):
        raise ValueError("is no list of objects")
    for number, item in enumerate(data, 1):
        yield _object(f"record {number}", item)


def _json_lines(text: str) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            item = strictjson.loads(line)
        except json.JSONDecodeError as error:
            yield Record(where, {}, problem=f"is not JSON (column {error.colno}): {_lowered(error.msg)}")
        except RecursionError:
            yield Record(where, {}, problem="is nested too deeply")
        except ValueError as error:
            yield Record(where, {}, problem=str(error)[:200])
        else:
            yield _object(where, item)


def _lowered(message: str) -> str:
    return f"{message[:1].lower()}{message[1:200]}"


def _object(where: str, item: object) -> Record:
    if not isinstance(item, dict):
        return Record(where, {}, problem="is no object")
    if own.is_event(item) or (is_slide(item) and is_ours(item)):
        cells, data, remarks = own.from_object(item) if own.is_event(item) else own_slide(item)
        return Record(where, dict(_flat(cells)), data, remarks)
    return Record(where, dict(_flat(slide_cells(item) if is_slide(item) else item)))


def _flat(data: Mapping[str, Any], prefix: str = "", depth: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the values of an object by their keys, those of objects in it as "place.city"."""
    for key, value in data.items():
        name = f"{prefix}{key}".strip() or "column"
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _flat(value, f"{name}.", depth + 1)
        elif isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
            yield name, "; ".join(map(_text, value))
        elif value is not None and value != "":
            yield name, _text(value)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _calendar(text: str) -> Iterator[Record]:
    for entry in components(text):
        where = f"line {entry.line}"
        if entry.kind != "VEVENT":
            yield Record(where, {}, problem=f"a {entry.kind} is no event")
        elif not entry.properties:
            yield Record(where, {}, problem="the entry is empty")
        else:
            yield Record(where, *entry_of(entry))


_READERS = {
    ".csv": _table,
    ".tsv": _table,
    ".json": _document,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".timelinejs": _document,
    ".ics": _calendar,
}
