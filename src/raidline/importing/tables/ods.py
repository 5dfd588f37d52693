"""Spreadsheets of LibreOffice and other programs (.ods), read from their XML in one pass."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse

from raidline.errors import RaidlineError
from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.grid import Line
from raidline.importing.tables.sheet import Merged, Sheet
from raidline.importing.tables.shown import as_shown
from raidline.importing.tables.workbook import MOST_COLUMNS, MOST_ROWS, linked, opened, records

_NAMES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number",
    "http://www.w3.org/1999/xlink": "xlink",
}
_SPACES = {prefix: space for space, prefix in _NAMES.items()}
_PARTS = {"year": "y", "month": "m", "day": "d", "hours": "h"}
_MOST_SIGNS = 1_000_000  # of a cell
_UNSEEN = ("collapse", "filter")
_CELLS = ("table:table-cell", "table:covered-table-cell")


@dataclass(slots=True)
class _Table:
    """A sheet while it is read; rows and columns count from 1 and 0."""

    name: str
    row: int = 0
    lines: list[Line] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    hidden: bool = False
    columns: list[str] = field(default_factory=list)  # the style of each column
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Styles:
    """Which parts of a date a style of cells shows."""

    shown: dict[str, str] = field(default_factory=dict)  # by the name of a data style
    used: dict[str, str] = field(default_factory=dict)  # by the name of a style of cells, that of its data style
    hidden: set[str] = field(default_factory=set)  # styles of tables that are not displayed

    def parts(self, name: str) -> str:
        return self.shown.get(self.used.get(name, ""), "")


def read_ods(path: Path, layout: Layout) -> Iterator[InputRow]:
    """Yield the records of a spreadsheet; RaidlineError if it cannot be read."""
    with opened(path) as packed:
        yield from records(path, _sheets(path, packed), layout)


def _sheets(path: Path, packed: zipfile.ZipFile) -> list[Sheet]:
    names = packed.namelist()
    try:
        if "META-INF/manifest.xml" in names and b"encryption-data" in packed.read("META-INF/manifest.xml"):
            raise RaidlineError(f"{path}: has a password; save it without one")
        if "content.xml" not in names:
            raise RaidlineError(f"{path}: is not a spreadsheet; it has no content")
        styles, tables = _Styles(), []
        for name in ("styles.xml", "content.xml"):
            if name in names:
                with packed.open(name) as file:
                    tables += _read(iterparse(file, ("start", "end")), styles)  # noqa: S314 - expat bounds entities
    except (ParseError, zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise RaidlineError(f"{path}: is broken ({str(error)[:80]}); open it and save it again") from None
    return [
        Sheet(
            table.name,
            table.lines,
            table.merged,
            table.hidden,
            hidden_rows=table.hidden_rows,
            hidden_columns=table.hidden_columns,
        )
        for table in tables
    ]


def _read(events: Iterator[tuple[str, Element]], styles: _Styles) -> list[_Table]:
    """Return the tables; each element is dropped once it is read."""
    tables: list[_Table] = []
    path: list[Element] = []
    for event, element in events:
        name = _name(element.tag)
        if event == "start":
            path.append(element)
            if name == "table:table" and not _inside_a_cell(path):
                tables.append(_Table(_of(element, "table:name")))
                tables[-1].hidden = _of(element, "table:style-name") in styles.hidden
            continue
        path.pop()
        if _inside_a_cell(path) or name in _CELLS:
            continue
        if name in ("number:date-style", "style:style"):
            _learn(element, name, styles)
        elif name == "table:table-column" and tables:
            repeated = min(_number(element, "table:number-columns-repeated"), MOST_COLUMNS)
            if _of(element, "table:visibility") in _UNSEEN:
                tables[-1].hidden_columns.update(range(len(tables[-1].columns), len(tables[-1].columns) + repeated))
            tables[-1].columns += [_of(element, "table:default-cell-style-name")] * repeated
            tables[-1].columns = tables[-1].columns[:MOST_COLUMNS]
        elif name == "table:table-row" and tables:
            _add(element, tables[-1], styles)
        if path and (name.startswith("table:") or name == "style:style"):
            path[-1].remove(element)
    return tables


def _inside_a_cell(path: list[Element]) -> bool:
    return any(_name(element.tag) in _CELLS for element in path)


def _learn(style: Element, name: str, styles: _Styles) -> None:
    written = _of(style, "style:name")
    if name == "number:date-style":
        kinds = (_name(part.tag).removeprefix("number:") for part in style)
        styles.shown[written] = "".join(_PARTS.get(kind, "") for kind in kinds)
        return
    parent = styles.used.get(_of(style, "style:parent-style-name"), "")
    styles.used[written] = _of(style, "style:data-style-name") or parent
    if any(_of(part, "table:display") == "false" for part in style):
        styles.hidden.add(written)


def _add(row: Element, table: _Table, styles: _Styles) -> None:
    """Add a row as often as it is repeated, if it contains anything."""
    repeated = _number(row, "table:number-rows-repeated")
    cells: list[str] = []
    links: dict[int, str] = {}
    comments: dict[int, str] = {}
    column = 0
    for cell in row:
        if _name(cell.tag) not in _CELLS:
            continue
        style = _of(cell, "table:style-name") or _of(row, "table:default-cell-style-name")
        style = style or (table.columns[column] if column < len(table.columns) else "")
        text, link = _text(cell, styles.parts(style)), _link(cell)
        times = _number(cell, "table:number-columns-repeated")
        if (comment := _comment(cell)) and column < MOST_COLUMNS:
            comments[column] = comment
        if text:
            if column + times > MOST_COLUMNS:
                raise ValueError(f"row {table.row + 1} has more than {MOST_COLUMNS:,} columns")
            cells += [""] * (column - len(cells)) + [text] * times
            links |= dict.fromkeys(range(column, column + times), link) if link else {}
            if (rows := _number(cell, "table:number-rows-spanned")) > 1:
                table.merged.append(Merged(table.row + 1, table.row + rows, column))
        column += times
    if cells:
        if len(table.lines) + repeated > MOST_ROWS:
            raise ValueError(f"has more than {MOST_ROWS:,} rows")
        if _of(row, "table:visibility") in _UNSEEN:
            table.hidden_rows.update(range(table.row + 1, table.row + repeated + 1))
        table.lines += [Line(table.row + n, cells, links, comments) for n in range(1, repeated + 1)]
    table.row += repeated


def _text(cell: Element, parts: str) -> str:
    kind, value = _of(cell, "office:value-type"), _of(cell, "office:value")
    if kind == "date" and (when := _day(_of(cell, "office:date-value"))):
        return as_shown(when, parts)
    if kind in ("float", "percentage", "currency") and value:
        return value.removesuffix(".0")
    if kind == "boolean":
        return _of(cell, "office:boolean-value")
    return "\n".join(_words(part) for part in cell if _name(part.tag) == "text:p")[:_MOST_SIGNS]


def _comment(cell: Element) -> str:
    """Return what somebody wrote beside a cell."""
    notes = (part for part in cell if _name(part.tag) == "office:annotation")
    said = (_words(part) for note in notes for part in note if _name(part.tag) == "text:p")
    return "\n".join(said)[:_MOST_SIGNS]


def _day(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written[:19])
    except ValueError:
        return None


def _words(part: Element) -> str:
    """Return the text of a paragraph, without the comments in it."""
    name = _name(part.tag)
    if name == "text:s":
        return " " * min(_number(part, "text:c"), 100)
    if name in ("text:tab", "text:line-break"):
        return " "
    if name == "office:annotation":
        return ""
    return (part.text or "") + "".join(_words(inner) + (inner.tail or "") for inner in part)


def _link(cell: Element) -> str:
    if link := linked(_of(cell, "table:formula")):
        return link
    links = (_of(part, "xlink:href") for part in cell.iter() if _name(part.tag) == "text:a")
    return next((link for link in links if link and not link.startswith("#")), "")


@lru_cache(maxsize=1_000)
def _name(tag: str) -> str:
    space, _, name = tag[1:].partition("}") if tag[:1] == "{" else ("", "", tag)
    return f"{_NAMES.get(space, space)}:{name}"


def _of(element: Element, name: str) -> str:
    prefix, _, rest = name.partition(":")
    return element.get(f"{{{_SPACES[prefix]}}}{rest}", "")


def _number(element: Element, name: str) -> int:
    """Return a number of repetitions, at least 1."""
    written = _of(element, name)
    return max(1, int(written)) if written.isascii() and written.isdecimal() and len(written) < 10 else 1
