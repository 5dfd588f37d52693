"""Files of other programs as records: the content of each row, object or entry, by heading."""

from __future__ import annotations

import csv
import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from raidline.errors import RaidlineError
from raidline.files.textfile import MEGABYTE, marked_encoding, read_text
from raidline.importing.calendars.entries import entry_of, problem_of
from raidline.importing.calendars.ical import components
from raidline.importing.calendars.versions import standing
from raidline.importing.conventions.footnotes import with_footnotes
from raidline.importing.markdown.cards import ABOUT, SUFFIXES, cards_in
from raidline.importing.markdown.lists import read_markdown, text_with_list
from raidline.importing.objects.documents import lowered, read_document, read_lines, records_in
from raidline.importing.objects.scripts import read_script
from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.delimited import LONGEST, read_delimited
from raidline.importing.tables.encodings import decoded, in_an_old_encoding, named
from raidline.importing.tables.ods import read_ods
from raidline.importing.tables.xlsx import read_xlsx
from raidline.store.eventfiles import SUFFIXES as _EVENTS

LARGEST = 32 * MEGABYTE
MOST = 100_000
MOST_CELLS = 1000  # in one record
_WHOLE = (".json", ".geojson", ".js", ".timelinejs")  # one value; the others are read record by record
_LISTS = (".ics", ".json", ".geojson", ".jsonl", ".ndjson")  # which say themselves that they contain nothing
_OLD = (".csv", ".tsv", ".ics")  # which old programs write
_FOLDED = re.compile(rb"\r?\n[ \t]")  # a line of a calendar may go on within a character
_AS_FOUND = Layout()


def read_records(path: Path, layout: Layout = _AS_FOUND) -> list[InputRow]:
    """Read tables, workbooks, JSON, slides and calendars by their suffix; RaidlineError for an unreadable file.

    A calendar or a list in JSON may have no records, and a calendar none that become events; elsewhere that is a
    mistake.
    """
    records = []
    try:
        found, remarks = _found(path, layout)
        for record in found:
            records.append(_bounded(record))
            if len(record.cells) > MOST_CELLS:
                raise RaidlineError(f"{path}: {record.where} has more than {MOST_CELLS} fields")
            if len(records) > MOST:
                raise RaidlineError(f"{path}: has more than {MOST} records")
    except json.JSONDecodeError as error:
        message = f"is not JSON: {lowered(error.msg)}"
        raise RaidlineError(f"{path}:{error.lineno}:{error.colno}: {message}") from None
    except (ValueError, csv.Error) as error:
        raise RaidlineError(f"{path}: {str(error)[:200]}") from None
    except RecursionError:
        raise RaidlineError(f"{path}: is nested too deeply") from None
    records, said = with_footnotes(records)
    suffix = path.suffix.lower()
    if records and suffix != ".ics" and all(record.problem for record in records):
        where = "" if path.is_file() and records[0].where == path.name else f"{records[0].where}: "
        raise RaidlineError(f"{path}: {where}{records[0].problem}")
    if not records and suffix not in _LISTS:
        raise RaidlineError(f"{path}: contains no records")
    if records:
        first = records[0]
        records[0] = replace(first, remarks=(*remarks, *said, *first.remarks), above=(*first.above, path.stem))
    return records


def _found(path: Path, layout: Layout) -> tuple[Iterator[InputRow], tuple[str, ...]]:
    """Return the records of a file and remarks on its text; RaidlineError for an option that does not go with it."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES and path.is_file() and (text := text_with_list(path)):
        return read_markdown(text, layout), ()
    if path.is_dir() or suffix in SUFFIXES:
        return _cards(path, layout), ()
    known = (*_TABLES, *_BOOKS, *_READERS)
    if suffix in _EVENTS:
        message = "is YAML; events files need no import: --data names one, or a folder of several"
        raise RaidlineError(f"{path}: {message}")
    if suffix not in known:
        raise RaidlineError(f"{path}: cannot tell its format; the name has to end in {', '.join((*known, *SUFFIXES))}")
    if layout.header is not None and suffix in _READERS:
        raise RaidlineError(f"{path}: has no row of headings; --header is for tables")
    if layout.sheet is not None and suffix not in _BOOKS:
        raise RaidlineError(f"{path}: has no sheets; --sheet is for workbooks")
    if suffix in _BOOKS:
        if layout.encoding is not None:
            raise RaidlineError(f"{path}: says itself how it is encoded; --encoding is for text")
        return _BOOKS[suffix](path, layout), ()
    text, remarks = _text_of(path, layout.encoding)
    return _TABLES[suffix](text, layout) if suffix in _TABLES else _READERS[suffix](text), remarks


def _cards(path: Path, layout: Layout) -> Iterator[InputRow]:
    if layout != _AS_FOUND:
        raise RaidlineError(f"{path}: --sheet, --header and --encoding are for tables")
    cards = [*cards_in(path)]
    about = tuple(f"{where} {ABOUT}; left out" for where, found in cards if found == ABOUT)
    for where, found in cards:
        if isinstance(found, str) and found != ABOUT:
            yield InputRow(where, {}, problem=found)
        elif not isinstance(found, str):
            record = next(records_in([found]))
            yield replace(record, where=where, remarks=(*about, *record.remarks))
            about = ()


def _bounded(record: InputRow) -> InputRow:
    """Return the record, or one with a problem in its place if a cell is too long."""
    if long := next((name for name, cell in record.cells.items() if len(cell) > LONGEST), None):
        return InputRow(record.where, {}, problem=f"{long[:60]!r} has more than {LONGEST:,} characters")
    return record


def _text_of(path: Path, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file; a sheet may also use the encodings of Excel, and then a remark names the encoding.

    In a file that is read record by record, invalid bytes affect only their own record.
    """
    name = named(encoding) if encoding is not None else ""
    text = read_text(path, most=LARGEST)
    if name and (isinstance(text, str) or text.rule in ("encoding", "binary")) and path.is_file():
        try:
            return decoded(path.read_bytes(), name), ()
        except ValueError as error:
            raise RaidlineError(f"{path}: {error}") from None
    if isinstance(text, str):
        return text, ()
    suffix = path.suffix.lower()
    if text.rule in ("encoding", "binary") and suffix not in _WHOLE and path.is_file():
        raw = path.read_bytes()
        found = in_an_old_encoding(_FOLDED.sub(b"", raw) if suffix == ".ics" else raw) if suffix in _OLD else None
        if found and suffix == ".ics":
            found = in_an_old_encoding(raw) or found
        if found:
            return found[0], (f"the file is not UTF-8; read as {found[1]}",)
        if not marked_encoding(raw):
            return raw.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape"), ()
    raise RaidlineError(text.as_message())


def _calendar(text: str) -> Iterator[InputRow]:
    for entry in standing(components(text)):
        where = f"line {entry.line}"
        if problem := problem_of(entry):
            yield InputRow(where, {}, problem=problem)
        else:
            yield InputRow(where, *entry_of(entry))


_TABLES: dict[str, Callable[[str, Layout], Iterator[InputRow]]] = {".csv": read_delimited, ".tsv": read_delimited}
_BOOKS = {".xlsx": read_xlsx, ".xlsm": read_xlsx, ".ods": read_ods}
_READERS = {
    ".json": read_document,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".geojson": read_document,
    ".js": read_script,
    ".timelinejs": read_document,
    ".ics": _calendar,
}
