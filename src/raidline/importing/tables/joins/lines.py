"""Parts of sheets for what joins two of them: where the headings are, rows by their first cells, wider rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from raidline.importing.tables.grid import Line
from raidline.importing.tables.layout import FIRST_ROWS, headings_at

if TYPE_CHECKING:
    from raidline.importing.tables.sheet import Sheet


def head_at(sheet: Sheet) -> int | None:
    """Return the position of the headings of a sheet; None if it is empty."""
    return headings_at([line.cells for line in sheet.lines[:FIRST_ROWS]]) if sheet.lines else None


def rows_by_key(lines: Sequence[Line]) -> dict[str, list[str]]:
    """Return the rows by their first cells; none if two have the same."""
    rows = [[cell.strip() for cell in line.cells] for line in lines if any(cell.strip() for cell in line.cells)]
    found = {row[0]: row for row in rows if row[0]}
    return found if len(found) == len(rows) else {}


def wider(line: Line, width: int, cells: Sequence[str]) -> Line:
    """Return a row with more cells behind those of the headings; what was there stands behind them."""
    own = [*line.cells[:width], *[""] * (width - len(line.cells))]
    return replace(line, cells=[*own, *cells, *line.cells[width:]])


def cell_at(line: Line, at: int) -> str:
    """Return the cell of a row in a column, "" behind its end."""
    return line.cells[at].strip() if at < len(line.cells) else ""
