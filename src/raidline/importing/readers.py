"""Files of other programs as records: the content of each row, object or entry, by heading."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from raidline.errors import RaidlineError
from raidline.files import strictjson
from raidline.files.textfile import MEGABYTE, bytes_that_are_none, is_utf_16, read_text
from raidline.importing import own
from raidline.importing.calendars.entries import entry_of, problem_of
from raidline.importing.calendars.ical import components
from raidline.importing.calendars.versions import standing
from raidline.importing.sheets import FIRST_ROWS, delimiter_of, headings_at, in_an_old_encoding, is_separator, is_total
from raidline.importing.timelinejs import is_ours, is_slide, own_slide, slide_cells

LARGEST = 32 * MEGABYTE
MOST = 100_000
MOST_CELLS = 1000  # in one record
LONGEST = 1_000_000  # characters in one cell
_DEEPEST = 4
_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'\n")


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row: its cells by heading; `data` is the part of an event that is already known as such.

    `remarks` say what was not read or was changed; `exported` whether raidline wrote it. `problem` says why it cannot
    become an event, "" if it can.
    """

    where: str
    cells: Mapping[str, str]
    data: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    exported: bool = False
    problem: str = ""


def read_records(path: Path) -> list[InputRow]:
    """Read spreadsheets, JSON, slides and calendars by their suffix; RaidlineError for an unreadable file."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise RaidlineError(f"{path}: cannot tell its format; the name has to end in {', '.join(_READERS)}")
    text, remarks = _text_of(path)
    records = []
    try:
        for record in reader(text):
            records.append(_bounded(record))
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
        raise RaidlineError(f"{path}: contains no records")
    records[0] = replace(records[0], remarks=(*remarks, *records[0].remarks))
    return records


def _bounded(record: InputRow) -> InputRow:
    """Return the record, or one with a problem in its place if a cell is too long."""
    if long := next((name for name, cell in record.cells.items() if len(cell) > LONGEST), None):
        return InputRow(record.where, {}, problem=f"{long[:60]!r} has more than {LONGEST:,} characters")
    return record


def _text_of(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file; a sheet may also use the encodings of Excel, and then a remark names the encoding.

    In a file that is read record by record, invalid bytes affect only their own record.
    """
    text = read_text(path, most=LARGEST)
    if isinstance(text, str):
        return text, ()
    suffix = path.suffix.lower()
    if text.rule in ("encoding", "binary") and suffix != ".json" and path.is_file():
        raw = path.read_bytes()
        found = in_an_old_encoding(raw) if suffix in (".csv", ".tsv") else None
        if found:
            return found[0], (f"the file is not UTF-8; read as {found[1]}",)
        if not is_utf_16(raw):
            return raw.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape"), ()
    raise RaidlineError(str(text))


def _table(text: str) -> Iterator[InputRow]:
    longest = csv.field_size_limit(LONGEST)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        rows = ((reader.line_num, row) for row in reader)
        first = list(islice(rows, FIRST_ROWS))
        at = headings_at([row for _, row in first])
        headings = _headings(first[at][1] if first else [])
        if problem := bytes_that_are_none("".join(headings)):
            raise ValueError(f"the row of headings {problem}")
        ours = own.is_table(headings)
        above = (" ".join(filter(None, row)).strip() for _, row in first[:at] if not is_separator(row))
        remarks = tuple(f"{line[:60]!r} is above the headings; left out" for line in above if line)
        for number, row in chain(first[at + 1 :], rows):
            if any(cell.strip() for cell in row):
                more = [f"column {n + 1}" for n in range(len(headings), len(row))]
                cells = {name: cell for name, cell in zip([*headings, *more], row, strict=False) if cell.strip()}
                where = f"line {number}"
                if problem := bytes_that_are_none("".join(row)):
                    yield InputRow(where, {}, problem=problem)
                elif ours:
                    yield InputRow(where, *own.from_row(cells))
                elif is_total(cells):
                    yield InputRow(where, {}, problem=f"is a row of totals ({'; '.join(cells.values())[:60]})")
                else:
                    yield InputRow(where, {name: _cell(cell) for name, cell in cells.items()}, remarks=remarks)
                    remarks = ()
    finally:
        csv.field_size_limit(longest)


def _headings(row: list[str]) -> list[str]:
    """Return the headings; none is empty and none is repeated."""
    seen: Counter[str] = Counter()
    headings = []
    for n, cell in enumerate(row, 1):
        name = cell.strip() or f"column {n}"
        seen[name] += 1
        headings.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return headings


def _cell(cell: str) -> str:
    """Return the content of a cell, without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:].strip() if cell.startswith(_FORMULA) else cell.strip()


def _document(text: str) -> Iterator[InputRow]:
    data = strictjson.loads(text)
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        if isinstance(data.get("events"), list):
            data = data["events"]
        else:
            data = lists[0] if len(lists) == 1 and not own.is_event(data) else [data]
    if not isinstance(data, list):
        raise ValueError("is not a list of objects")
    for number, item in enumerate(data, 1):
        yield _object(f"record {number}", item)


def _json_lines(text: str) -> Iterator[InputRow]:
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
            yield InputRow(where, {}, problem=f"is not JSON (column {error.colno}): {_lowered(error.msg)}")
        except RecursionError:
            yield InputRow(where, {}, problem="is nested too deeply")
        except ValueError as error:
            yield InputRow(where, {}, problem=str(error)[:200])
        else:
            yield _object(where, item)


def _lowered(message: str) -> str:
    return f"{message[:1].lower()}{message[1:200]}"


def _object(where: str, item: object) -> InputRow:
    if not isinstance(item, dict):
        return InputRow(where, {}, problem="is not an object")
    if own.is_event(item) or (is_slide(item) and is_ours(item)):
        found = own.from_object(item) if own.is_event(item) else own_slide(item)
        return InputRow(where, dict(_flat(found.cells)), *found[1:])
    return InputRow(where, dict(_flat(slide_cells(item) if is_slide(item) else item)))


def _flat(data: Mapping[str, Any], prefix: str = "", depth: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the values of an object by their keys; nested objects give keys such as "place.city"."""
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


def _calendar(text: str) -> Iterator[InputRow]:
    for entry in standing(components(text)):
        where = f"line {entry.line}"
        if problem := problem_of(entry):
            yield InputRow(where, {}, problem=problem)
        else:
            yield InputRow(where, *entry_of(entry))


_READERS = {
    ".csv": _table,
    ".tsv": _table,
    ".json": _document,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".timelinejs": _document,
    ".ics": _calendar,
}
