"""Workbooks of Excel (.xlsx, .xlsm): values as openpyxl reads them, and from the same file what it leaves out.

In its read-only mode openpyxl takes little memory, but knows neither links nor merged cells nor formulas. Nothing in a
workbook is run: of a formula, its stored result counts.
"""

from __future__ import annotations

import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree
from xml.parsers import expat

from raidline.errors import RaidlineError
from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.grid import Line
from raidline.importing.tables.sheet import Merged, Sheet
from raidline.importing.tables.shown import as_shown, parts_of
from raidline.importing.tables.workbook import MOST_COLUMNS, MOST_ROWS, linked, opened, records

_MOST_CELLS = 20_000_000  # read or skipped
_MOST_MERGED = 50_000
_BLOCK = 1_048_576  # bytes
_MARKS = re.compile(rb"[<:](?:f|hyperlink|mergeCell)[\s/>]|(?:hidden|zeroHeight)=.(?:1|true)\b")
_LONGEST_MARK = 20
_YES = ("1", "true")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_COMMENTS = re.compile(r"(?:^|/)comments?\d*\.xml$")
_THREADED = re.compile(r"^\[Threaded comment\].*?(?:Comment:|\Z)\s*", re.DOTALL)  # for programs that know none
_AUTHOR = re.compile(r"^[^:\n]{1,60}:\s*\n\s*")  # as Excel begins a comment
_NO_RESULT = "has a formula whose result is not in the file; open it in a spreadsheet program and save it"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class _Beside:
    """What openpyxl leaves out of a sheet: links and comments by row and column, merged cells, formulas to compute.

    And which rows and columns are hidden.
    """

    links: dict[int, dict[int, str]] = field(default_factory=dict)
    comments: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    empty: dict[int, list[str]] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def read_xlsx(path: Path, layout: Layout) -> Iterator[InputRow]:
    """Yield the records of a workbook; RaidlineError if it cannot be read, or needs the extra `tables`."""
    with opened(path) as packed:
        yield from records(path, _sheets(path, packed, layout), layout)


def _sheets(path: Path, packed: zipfile.ZipFile, layout: Layout) -> list[Sheet]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise RaidlineError(f"{path}: reading workbooks needs more: pip install 'raidline[tables]'") from None
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")  # of what a workbook contains beside its cells
            with closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book:
                places = _places(packed)
                return [_sheet(sheet, packed, places, layout.sheet) for sheet in book.worksheets]
    except RaidlineError as error:
        raise RaidlineError(f"{path}: {error}") from None
    except Exception as error:
        raise RaidlineError(f"{path}: is not a workbook, or is broken ({str(error)[:80]}); save it again") from None


def _sheet(sheet: Any, packed: zipfile.ZipFile, places: dict[str, str], wanted: str | None) -> Sheet:  # noqa: ANN401 - no stubs know it
    """Return a sheet; without its rows if another one is wanted."""
    name, hidden = sheet.title, sheet.sheet_state != "visible"
    if wanted is not None and wanted.strip().lower() != name.strip().lower():
        return Sheet(name, hidden=hidden)
    beside = _beside(packed, places.get(name, ""))
    remarks = {row: tuple(f"{cell} {_NO_RESULT}" for cell in cells) for row, cells in beside.empty.items()}
    return Sheet(name, list(_lines(sheet, beside)), beside.merged, hidden, remarks, beside.rows, beside.columns)


def _lines(sheet: Any, beside: _Beside) -> Iterator[Line]:  # noqa: ANN401 - no stubs know it
    """Yield the rows with contents; RaidlineError if there are too many."""
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    parts: dict[str, str] = {}
    read = rows = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        read += len(row)
        _bound(read, _MOST_CELLS, "cells")
        cells = [_text(cell, parts) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        rows += 1
        _bound(rows, MOST_ROWS, "rows")
        _bound(len(cells), MOST_COLUMNS, "columns")
        yield Line(number, cells, beside.links.get(number, {}), beside.comments.get(number, {}))


def _unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold and Excel writes as _x000D_."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _bound(number: int, most: int, what: str) -> None:
    if number > most:
        raise RaidlineError(f"has more than {most:,} {what}")


def _text(cell: Any, parts: dict[str, str]) -> str:  # noqa: ANN401 - cells of several classes, some with no value
    """Return what a cell contains; `parts` are those of the formats of dates known so far."""
    match cell.value:
        case None:
            return ""
        case str(text):
            return _unescaped(text) if "_x" in text else text
        case bool(yes):
            return str(yes).lower()
        case datetime() as when:
            shown = cell.number_format or ""
            return as_shown(when, parts.setdefault(shown, parts_of(shown)))
        case float(number) if number.is_integer():
            return str(int(number))
        case value:
            return str(value)


def _places(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return the file of each sheet in the workbook, by the name of the sheet."""
    targets = _targets(packed, "xl/_rels/workbook.xml.rels", "xl")
    book = ElementTree.fromstring(packed.read("xl/workbook.xml"))  # noqa: S314 - expat bounds entities
    return {
        element.get("name", ""): targets.get(element.get(_ID, ""), "")
        for element in book.iter()
        if _tag(element) == "sheet"
    }


def _targets(packed: zipfile.ZipFile, name: str, folder: str) -> dict[str, str]:
    """Return what the relations in a file lead to, by their ids; files as they are named in the workbook."""
    if name not in packed.namelist():
        return {}
    found = {}
    for element in ElementTree.fromstring(packed.read(name)).iter():  # noqa: S314 - as above
        target = element.get("Target", "")
        outside = element.get("TargetMode") == "External"
        inside = target[1:] if target.startswith("/") else f"{folder}/{target}"
        found[element.get("Id", "")] = target if outside else inside
    return found


def _beside(packed: zipfile.ZipFile, name: str) -> _Beside:
    found = _Beside()
    if name not in packed.namelist():
        return found
    folder, _, last = name.rpartition("/")
    targets = _targets(packed, f"{folder}/_rels/{last}.rels", folder)
    for target in targets.values():
        if _COMMENTS.search(target):
            _read_comments(packed, posixpath.normpath(target), found)
    with packed.open(name) as file:
        if not _has_any(file):
            return found
    reader = _Reader(found, targets)
    with packed.open(name) as file:
        reader.read(file)
    return found


def _read_comments(packed: zipfile.ZipFile, name: str, found: _Beside) -> None:
    """Add the comments of a sheet, by their cells; their authors' names are left out where a program wrote them."""
    if name not in packed.namelist():
        return
    told = 0
    for element in ElementTree.fromstring(packed.read(name)).iter():  # noqa: S314 - as above
        at = _span(element.get("ref", "")) if _tag(element) == "comment" else None
        text = "".join(part.text or "" for part in element.iter() if _tag(part) == "t").strip() if at else ""
        if at and text:
            told += 1
            _bound(told, _MOST_MERGED, "comments")
            found.comments.setdefault(at[0], {})[at[1]] = _AUTHOR.sub("", _THREADED.sub("", text))


def _has_any(file: IO[bytes]) -> bool:
    """Whether a sheet has any formula, link or merged cell: to look at each of its cells takes long."""
    behind = b""
    while block := file.read(_BLOCK):
        if _MARKS.search(behind + block) or b"\0" in block:  # in UTF-16 the marks look different
            return True
        behind = block[-_LONGEST_MARK:]
    return False


class _Reader:
    """Reads a sheet element by element, and keeps what openpyxl leaves out."""

    def __init__(self, found: _Beside, targets: dict[str, str]) -> None:
        self._found, self._targets = found, targets
        self._linking = 0
        self._cell = ""  # where the cell is that is being read
        self._formula: list[str] | None = None
        self._has_result = False
        self._inside = ""  # the element whose text is being read: f or v
        self._all_hidden = False

    def read(self, file: IO[bytes]) -> None:
        """Read a sheet; expat.ExpatError if it is broken."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.ParseFile(file)

    def _start(self, tag: str, told: dict[str, str]) -> None:
        match tag.rpartition("}")[2]:
            case "sheetFormatPr":
                self._all_hidden = told.get("zeroHeight") in _YES
            case "col" if told.get("hidden") in _YES:
                first, last = (_number(told.get(name, "")) for name in ("min", "max"))
                self._found.columns.update(range(first - 1, min(last, MOST_COLUMNS)))
            case "row" if told.get("hidden", str(self._all_hidden).lower()) in _YES:
                self._found.rows.add(_number(told.get("r", "")))
            case "c":
                self._cell, self._formula, self._has_result = told.get("r", ""), None, False
            case "f":
                self._formula, self._inside = [], "f"
            case "v":
                self._inside = "v"
            case "is":
                self._has_result = True
            case "hyperlink" if at := _span(told.get("ref", "")):
                self._add_link(at, self._targets.get(told.get(_ID[1:], ""), ""), told.get("location"))
            case "mergeCell" if (at := _span(told.get("ref", ""))) and at[2] > at[0]:
                self._found.merged.append(Merged(at[0], at[2], at[1]))
                _bound(len(self._found.merged), _MOST_MERGED, "merged cells")

    def _text(self, text: str) -> None:
        if self._inside == "f" and self._formula is not None:
            self._formula.append(text)
        elif self._inside == "v":
            self._has_result = True

    def _end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name in ("f", "v"):
            self._inside = ""
        elif name == "c" and self._formula is not None and (at := _span(self._cell)):
            if link := linked("".join(self._formula)):
                self._found.links.setdefault(at[0], {})[at[1]] = link
            elif not self._has_result:
                self._found.empty.setdefault(at[0], []).append(self._cell)

    def _add_link(self, at: tuple[int, int, int], link: str, place: str | None) -> None:
        end = min(at[2], at[0] + MOST_ROWS) if link else 0
        for row in range(at[0], end + 1):
            self._found.links.setdefault(row, {})[at[1]] = f"{link}#{place}" if place else link
        self._linking += max(0, end + 1 - at[0])
        _bound(self._linking, MOST_ROWS, "cells with links")


def _span(written: str) -> tuple[int, int, int] | None:
    """Return the first row and column, counted from 1 and 0, and the last row of "B2" or "B2:C9"."""
    first, _, last = written.partition(":")
    one, other = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    if not one or not other:
        return None
    column = 0
    for letter in one[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(one[2]), column - 1, int(other[2])


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else 0


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
