"""Workbooks of Excel (.xlsx, .xlsm): values as openpyxl reads them, and from the same file what it leaves out.

In its read-only mode openpyxl takes little memory, but knows neither links nor merged cells nor formulas. Nothing in a
workbook is run: of a formula, its stored result counts.
"""

from __future__ import annotations

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

from raidline.errors import RaidlineError
from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.grid import Line
from raidline.importing.tables.shown import as_shown, parts_of
from raidline.importing.tables.workbook import MOST_COLUMNS, MOST_ROWS, Merged, Sheet, linked, opened, records

_MOST_CELLS = 20_000_000  # read or skipped
_MOST_MERGED = 50_000
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_RESULT = "has a formula whose result is not in the file; open it in a spreadsheet program and save it"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class _Beside:
    """What openpyxl leaves out of a sheet: links by row and column, merged cells, formulas without a result."""

    links: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    empty: dict[int, list[str]] = field(default_factory=dict)


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
    return Sheet(name, list(_lines(sheet, beside)), beside.merged, hidden, remarks)


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
        yield Line(number, cells, beside.links.get(number, {}))


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
    linking = 0
    with packed.open(name) as file:
        for element in _elements(file):
            match _tag(element):
                case "c":
                    _formula(element, found)
                case "hyperlink" if at := _span(element.get("ref", "")):
                    link = targets.get(element.get(_ID, ""), "")
                    place = element.get("location")
                    end = min(at[2], at[0] + MOST_ROWS) if link else 0
                    for row in range(at[0], end + 1):
                        found.links.setdefault(row, {})[at[1]] = f"{link}#{place}" if place else link
                    linking += max(0, end + 1 - at[0])
                    _bound(linking, MOST_ROWS, "cells with links")
                case "mergeCell" if (at := _span(element.get("ref", ""))) and at[2] > at[0]:
                    found.merged.append(Merged(at[0], at[2], at[1]))
                    _bound(len(found.merged), _MOST_MERGED, "merged cells")
    return found


def _elements(file: IO[bytes]) -> Iterator[ElementTree.Element]:
    """Yield the elements of a sheet that matter here; the rows are dropped once they are read."""
    path: list[ElementTree.Element] = []
    for event, element in ElementTree.iterparse(file, ("start", "end")):  # noqa: S314 - as above
        if event == "start":
            path.append(element)
            continue
        path.pop()
        if _tag(element) in ("c", "hyperlink", "mergeCell"):
            yield element
        if path and _tag(element) in ("row", "c", "hyperlink", "mergeCell"):
            path[-1].remove(element)


def _formula(cell: ElementTree.Element, found: _Beside) -> None:
    """Note the link in a formula, and a formula without a result."""
    formula = next((one for one in cell if _tag(one) == "f"), None)
    at = _span(cell.get("r", ""))
    if formula is None or at is None:
        return
    if link := linked(formula.text or ""):
        found.links.setdefault(at[0], {})[at[1]] = link
    elif not any(_tag(one) == "is" or (_tag(one) == "v" and one.text) for one in cell):
        found.empty.setdefault(at[0], []).append(cell.get("r", ""))


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


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
