"""Sheets that say what the numbers and codes of another one mean: as databases are exported, and legends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from raidline.importing.tables.headings import field_of, plain_heading
from raidline.importing.tables.joins.legends import explained, is_short, legend_in
from raidline.importing.tables.joins.lines import cell_at, head_at, rows_by_key, wider
from raidline.importing.tables.joins.references import cited

if TYPE_CHECKING:
    from raidline.importing.tables.sheet import Sheet

_DATES = ("date", "date_year", "displayed")
_MOST = 0.8  # of the cells of a column that a sheet explains
_LEGEND = 2  # columns
_OF_COLUMNS = 3  # columns of a legend that names those whose codes it explains


def has_days(sheet: Sheet) -> bool:
    """Whether a heading of a sheet is that of a date: the others of its workbook belong to it."""
    at = head_at(sheet)
    return at is not None and any(field_of(cell) in _DATES for cell in sheet.lines[at].cells)


def with_lookups(sheet: Sheet, others: Sequence[Sheet]) -> tuple[Sheet, list[str]]:
    """Return a sheet with what other sheets say about its cells, and the names of those sheets.

    A sheet whose first column has the heading of a column here, and different cells, adds its other columns. One of two
    columns, codes and words, puts the words in place of the codes of each column that has hardly anything else; one
    of three says first of which column. A further column keeps the codes. One of numbered sources adds the details of
    those that a row cites.
    """
    used = []
    for other in others:
        found = _joined(sheet, other) or cited(sheet, other) or _explained(sheet, other)
        if found:
            sheet = found
            used.append(other.name)
    return sheet, used


def _joined(sheet: Sheet, other: Sheet) -> Sheet | None:
    head, keys = head_at(sheet), head_at(other)
    if head is None or keys is None:
        return None
    names = [plain_heading(cell) for cell in sheet.lines[head].cells]
    added = [cell.strip() for cell in other.lines[keys].cells]
    rows = rows_by_key(other.lines[keys + 1 :])
    if len(added) < _LEGEND or not rows or plain_heading(added[0]) not in names or field_of(added[0]) in _DATES:
        return None
    at = names.index(plain_heading(added[0]))
    cells = [cell for line in sheet.lines[head + 1 :] if (cell := cell_at(line, at))]
    if not cells or sum(cell in rows for cell in cells) < _MOST * len(cells):
        return None
    width = len(sheet.lines[head].cells)
    lines = [*sheet.lines[:head], wider(sheet.lines[head], width, added[1:])]
    lines += [wider(line, width, rows.get(cell_at(line, at), [""])[1:]) for line in sheet.lines[head + 1 :]]
    return replace(sheet, lines=lines)


def _explained(sheet: Sheet, other: Sheet) -> Sheet | None:
    """Return a sheet with the words of a legend: codes and words, or the heading of a column before both."""
    keys = head_at(other)
    if keys is None:
        return None
    rows = [[cell.strip() for cell in line.cells] for line in other.lines[keys:] if any(map(str.strip, line.cells))]
    codes = {code: row[1] for code, row in rows_by_key(other.lines[keys:]).items() if len(row) == _LEGEND}
    if len(codes) == len(rows) and is_short(codes):
        return explained(sheet, {"": codes})
    if any(len(row) != _OF_COLUMNS for row in rows) or head_at(sheet) is None:
        return None
    return explained(sheet, {name: codes for name, codes in legend_in(rows).items() if name and is_short(codes)})
