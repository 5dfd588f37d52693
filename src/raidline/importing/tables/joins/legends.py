"""Legends: what the codes of a table mean, in another sheet or in the rows below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from raidline.importing.days.cell import read_date
from raidline.importing.tables.headings import plain_heading
from raidline.importing.tables.joins.lines import cell_at, head_at, wider

if TYPE_CHECKING:
    from raidline.importing.tables.grid import Line
    from raidline.importing.tables.sheet import Sheet

_MOST = 0.8  # of the cells of a column that a legend explains
_WIDEST = 3  # cells of a row of a legend: the column, the code and what it means
_WIDER = 2  # columns of a table beside those of its legend
_CODE = 12  # characters of a code
_FEWEST = 2  # codes that show more than a coincidence
_SHOWN = 120  # characters of a legend in a remark
_CALLED = re.compile(
    r"\W*(?:code ?book|codes?|legend|key|abbreviations|definitions|data dictionary|clave|leyenda|c[oó]digos)\b.*",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?P<code>[^\s=:]{1,12})\s*(?:=|:|–|—| - )\s*(?P<meaning>[^=]{2,120})")
_PARTED = re.compile(r"\s*[,;|]\s*(?=[^\s=:]{1,12}\s*=)|\n")
_OF_COLUMN = re.compile(r"(?P<column>[^=:]{2,40}):\s*(?P<rest>[^\s=:]{1,12}\s*=.+)", re.DOTALL)

Legend = Mapping[str, Mapping[str, str]]  # by the plain heading of a column, "" for any, what each code means


def with_legend(sheet: Sheet) -> tuple[Sheet, tuple[str, ...]]:
    """Return a sheet without the legend below its rows, with the words in place of the codes, and a remark on it.

    A legend is what stands below an empty row, in fewer columns than the table has, and explains codes of its columns
    or is called so. Any other block stays.
    """
    head = head_at(sheet)
    start = None if head is None else _start(sheet.lines, head)
    if head is None or start is None:
        return sheet, ()
    rows = [line.cells for line in sheet.lines[start:]]
    table = replace(sheet, lines=sheet.lines[:start])
    found = explained(table, legend_in(rows))
    texts = [" ".join(cell.strip() for cell in row if cell.strip()) for row in rows]
    if found is None and not any(map(_CALLED.fullmatch, texts[:1])):
        return sheet, ()
    said = "; ".join(filter(None, texts))
    what = "what it says stands in place of the codes" if found else "left out"
    first, last = sheet.lines[start].number, sheet.lines[-1].number
    return found or table, (f"a legend is below the table ({first}-{last}: {said[:_SHOWN]!r}); {what}",)


def legend_in(rows: Sequence[Sequence[str]]) -> Legend:
    """Return what the rows of a legend explain: a code and its meaning, perhaps behind the heading of its column.

    That heading may stand once, above the codes of its column. "R = raid" in one cell is read, too.
    """
    found: dict[str, dict[str, str]] = {}
    column = ""
    for row in rows:
        cells = [cell.strip() for cell in row]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            whole = _OF_COLUMN.fullmatch(filled[0])
            column = plain_heading(whole["column"]) if whole else column
            for part in _PARTED.split(whole["rest"] if whole else filled[0]):
                if match := _SAID.fullmatch(part.strip()):
                    found.setdefault(plain_heading(whole["column"]) if whole else "", {})[match["code"]] = match[
                        "meaning"
                    ]
        elif len(filled) == _WIDEST or (len(filled) == _FEWEST and cells and not cells[0]):
            column = plain_heading(cells[0]) or column
            found.setdefault(column, {})[filled[-2]] = filled[-1]
        elif len(filled) == _FEWEST:
            found.setdefault("", {})[filled[0]] = filled[1]
    return found


def explained(sheet: Sheet, legend: Legend) -> Sheet | None:
    """Return a sheet with words in place of the codes of a legend; a further column keeps the codes of each.

    None if no column has codes of it: those of a column that the legend names, otherwise of one with hardly any others.
    """
    head = head_at(sheet)
    if head is None:
        return None
    heading = sheet.lines[head].cells
    meant: dict[int, Mapping[str, str]] = {}
    for at, name in enumerate(heading):
        cells = [cell for line in sheet.lines[head + 1 :] if (cell := cell_at(line, at))]
        codes = legend.get(plain_heading(name), {})
        if codes and sum(cell in codes for cell in cells) >= _MOST * len(cells) > 0:
            meant[at] = codes
        elif _is_coded(cells, legend.get("", {})):
            meant[at] = legend[""]
    if not meant:
        return None
    lines = [*sheet.lines[:head], wider(sheet.lines[head], len(heading), [f"{heading[at]} (code)" for at in meant])]
    for line in sheet.lines[head + 1 :]:
        cells = [meant.get(at, {}).get(cell.strip(), cell) for at, cell in enumerate(line.cells)]
        lines.append(wider(replace(line, cells=cells), len(heading), [cell_at(line, at) for at in meant]))
    return replace(sheet, lines=lines)


def is_short(codes: Mapping[str, str]) -> bool:
    """Whether all that a sheet explains are codes rather than texts."""
    return bool(codes) and all(len(code) <= _CODE for code in codes)


def _is_coded(cells: Sequence[str], codes: Mapping[str, str]) -> bool:
    told = [cell for cell in cells if cell in codes]
    is_name = all(map(str.isdecimal, told))  # any number may be one of the numbers of a legend
    return len(set(told)) >= min(_FEWEST, len(cells)) and len(told) >= _MOST * len(cells) > 0 and not is_name


def _start(lines: Sequence[Line], head: int) -> int | None:
    """Return where the narrow rows below the last records begin, behind an empty row; None if there are none."""
    width = sum(bool(cell.strip()) for cell in lines[head].cells)
    start = None
    for at in range(len(lines) - 1, head, -1):
        cells = [cell.strip() for cell in lines[at].cells]
        if not any(cells):
            continue
        filled = [n for n, cell in enumerate(cells) if cell]
        if len(filled) > _WIDEST or filled[-1] >= width - _WIDER or any(_is_day(cell) for cell in cells):
            break
        if _is_apart(lines, at):
            start = at
    return start


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a row stands below an empty one, which a workbook leaves out."""
    above = lines[at - 1]
    return not any(cell.strip() for cell in above.cells) or lines[at].number > above.number + 1


def _is_day(cell: str) -> bool:
    return any(map(str.isdecimal, cell)) and not cell.isdecimal() and read_date(cell) is not None
