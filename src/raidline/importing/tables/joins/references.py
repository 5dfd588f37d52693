"""A sheet of numbered sources beside a list that cites their numbers: in a column, or as footnotes in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from raidline.importing.sources.links import has_link
from raidline.importing.tables.grid import Line
from raidline.importing.tables.headings import field_of, names_source
from raidline.importing.tables.joins.lines import cell_at, head_at, rows_by_key, wider

if TYPE_CHECKING:
    from raidline.importing.tables.sheet import Sheet

_KEY = 12  # characters of a number or a code
_MOST = 0.8  # of the cells of a column of numbers
_FEWEST = 2  # rows with footnotes
_SEVERAL = 20  # sources of one row
_PARTED = re.compile(r"[\s,;/&|]+|\band\b")
_NUMBERS = re.compile(r"\(e?s\)|[#№]|\b(?:no|nos|numbers?|ids?)\b\.?|^foot(?=note)", re.IGNORECASE)
_NOTE = re.compile(r"\s?\[(?P<key>[^\[\]\s]{1,12})\]")


def cited(sheet: Sheet, other: Sheet) -> Sheet | None:
    """Return a sheet with the sources of another one that its rows cite; None if it cites none of them.

    Each detail of a source becomes a column of its own, such as "Source 2 URL". Numbers that are found are left out of
    the cells; others stay.
    """
    head, keys = head_at(sheet), head_at(other)
    if head is None or keys is None:
        return None
    details = [cell.strip() for cell in other.lines[keys].cells][1:]
    rows = {key.strip("[]"): row[1:] for key, row in rows_by_key(other.lines[keys + 1 :]).items()}
    if not rows or any(len(key) > _KEY for key in rows) or not _links(rows.values()):
        return None
    headings, below = sheet.lines[head].cells, sheet.lines[head + 1 :]
    columns = [at for at in range(len(headings)) if _is_of_keys(headings[at], [cell_at(x, at) for x in below], rows)]
    texts = [at for at in range(len(headings)) if at not in columns and _has_notes(below, at, rows)]
    if not columns and not texts:
        return None
    parted = [_taken(line, columns, texts, rows) for line in below]
    most = min(_SEVERAL, max(len(found) for _, found in parted))
    names = [f"Source {number} {detail}" for number in range(1, most + 1) for detail in details]
    lines = [*sheet.lines[:head], wider(sheet.lines[head], len(headings), names)]
    for line, found in parted:
        cells = [cell for key in found[:most] for cell in _filled(rows[key], len(details))]
        lines.append(wider(line, len(headings), [*cells, *[""] * (len(names) - len(cells))]))
    return replace(sheet, lines=lines)


def _links(rows: Iterable[Sequence[str]]) -> bool:
    """Whether most rows lead somewhere."""
    linked = [any(map(has_link, row)) for row in rows]
    return sum(linked) >= _MOST * len(linked)


def _is_of_keys(heading: str, cells: Sequence[str], rows: Mapping[str, object]) -> bool:
    """Whether a column about sources has hardly anything but the numbers of sources."""
    plain = _NUMBERS.sub(" ", heading).strip()
    if not (names_source(plain) or field_of(plain) in ("cited", "url", "notes")):
        return False
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(all(key in rows for key in _keys(cell)) for cell in filled) >= _MOST * len(filled)


def _has_notes(lines: Sequence[Line], at: int, rows: Mapping[str, object]) -> bool:
    found = [[match["key"] for match in _NOTE.finditer(cell_at(line, at))] for line in lines]
    noted = [keys for keys in found if keys]
    return len(noted) >= _FEWEST and all(key in rows for keys in noted for key in keys)


def _taken(
    line: Line, columns: Sequence[int], texts: Sequence[int], rows: Mapping[str, object]
) -> tuple[Line, list[str]]:
    """Return a row without the numbers that it cites, and those numbers in their order."""
    cells, found = [*line.cells], []
    for at in (at for at in columns if at < len(cells)):
        keys = _keys(cells[at])
        found += [key for key in keys if key in rows]
        cells[at] = ", ".join(key for key in keys if key not in rows)
    for at in (at for at in texts if at < len(cells)):
        found += [match["key"] for match in _NOTE.finditer(cells[at])]
        cells[at] = _NOTE.sub("", cells[at])
    return replace(line, cells=cells), list(dict.fromkeys(found))


def _keys(cell: str) -> list[str]:
    return [key for part in _PARTED.split(cell.replace("][", "],[")) if (key := part.strip("[]().#"))]


def _filled(row: Sequence[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]
