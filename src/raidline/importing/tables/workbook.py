"""A workbook: its sheets, which of them is meant, and cells that are merged over several rows."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from raidline.errors import RaidlineError
from raidline.importing.records import InputRow, Layout
from raidline.importing.tables.grid import Line, records_of
from raidline.importing.tables.headings import plain_heading
from raidline.importing.tables.joins.legends import with_legend
from raidline.importing.tables.joins.lookups import has_days, with_lookups
from raidline.importing.tables.joins.references import cited
from raidline.importing.tables.joins.related import joined_sheets
from raidline.importing.tables.layout import FIRST_ROWS, head_of, headings_known
from raidline.importing.tables.sheet import Merged, Sheet, of_sheet

MOST_ROWS = 150_000  # of a sheet, with those that are no records
MOST_COLUMNS = 1_000
LARGEST = 128_000_000  # bytes of a workbook when unpacked
_SHARED = 0.6  # of the headings of two sheets that are parts of one table
_LINKING = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # how old .xls files begin, and those with a password


def opened(path: Path) -> zipfile.ZipFile:
    """Open a packed workbook; RaidlineError if it is none, has a password, or is too large when unpacked."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLD))
        if start == _OLD:
            raise RaidlineError(f"{path}: has a password, or is an old .xls file; save it as .xlsx without a password")
        book = zipfile.ZipFile(path)
    except OSError as error:
        raise RaidlineError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise RaidlineError(f"{path}: is not a workbook, or is broken; open it and save it again") from None
    size = sum(entry.file_size for entry in book.infolist())
    if size > LARGEST:
        book.close()
        raise RaidlineError(
            f"{path}: is too large when unpacked ({size / 1e6:,.0f} MB); at most {LARGEST // 1_000_000} MB are read"
        )
    if any(entry.flag_bits & 1 for entry in book.infolist()):
        book.close()
        raise RaidlineError(f"{path}: has a password; save it without one")
    return book


def linked(formula: str) -> str:
    """Return the address of the link that a formula makes, "" for any other formula."""
    found = _LINKING.search(formula)
    return found[1] if found else ""


def records(path: Path, sheets: Sequence[Sheet], layout: Layout) -> Iterator[InputRow]:
    """Yield the records of the sheets that are meant; RaidlineError if that is not clear.

    Those are the sheet of a name, otherwise the only one with contents or with headings, or all that have the same
    headings. What the user of the sheet does not see is read, too, and that is said: a filter is a view.
    """
    ours = joined_sheets(sheets) if layout.sheet is None else None
    chosen, told = ([ours], ()) if ours else _chosen(path, sheets, layout.sheet)
    for sheet in chosen:
        for record in _records(sheet, layout, several=len(chosen) > 1):
            yield record if record.problem else replace(record, remarks=(*told, *record.remarks))
            told = told if record.problem else ()


def _records(sheet: Sheet, layout: Layout, *, several: bool) -> Iterator[InputRow]:
    first = True
    sheet, told = with_legend(sheet)
    for record in records_of(_filled(sheet), layout.header, "row"):
        row = int(record.where.removeprefix("row "))
        where = f"{record.where} of {sheet.name!r}" if several else record.where
        if record.problem:
            yield replace(record, where=where)
            continue
        unseen = (*told, *_columns_unseen(sheet, record.headings)) if first else ()
        remarks = [*unseen, *sheet.remarks.get(row, ())]
        if row in sheet.hidden_rows:
            remarks.append(f"is hidden in the sheet {sheet.name!r}, by hand or by a filter; read all the same")
        above = (*record.above, sheet.name) if first else ()
        cells, said = of_sheet(record.cells, record.headings, sheet.name, several=several)
        first = False
        headings = [*record.headings, *(name for name in cells if name not in record.headings)]
        yield replace(
            record, where=where, cells=cells, headings=headings, remarks=(*remarks, *said, *record.remarks), above=above
        )


def _columns_unseen(sheet: Sheet, headings: Sequence[str]) -> Iterator[str]:
    for name in (headings[at] for at in sorted(sheet.hidden_columns) if at < len(headings)):
        yield f"the column {name!r} is hidden in the sheet {sheet.name!r}; read all the same"


def _chosen(path: Path, sheets: Sequence[Sheet], name: str | None) -> tuple[list[Sheet], tuple[str, ...]]:
    """Return the sheets that are meant, and what is said about the others."""
    if name is not None:
        return [_named(path, sheets, name)], ()
    filled = [sheet for sheet in sheets if sheet.lines and not sheet.hidden] or [
        sheet for sheet in sheets if sheet.lines
    ]
    if not filled:
        raise RaidlineError(f"{path}: contains no records")
    headed = [sheet for sheet in filled if headings_known([line.cells for line in sheet.lines[:FIRST_ROWS]])]
    likely = filled if len(filled) == 1 else headed
    if len(likely) != 1 and not _alike(likely):
        likely = [sheet for sheet in filled if has_days(sheet)] or likely
    if len(likely) > 1 and not _alike(likely):  # a list, and the sources that it cites by their numbers
        lists = [one for one in likely if all(cited(one, other) for other in likely if other is not one)]
        likely = lists if len(lists) == 1 else likely
    unclear = f"{path}: has the sheets {_listed([sheet.name for sheet in filled])}; say which with --sheet"
    if len(likely) != 1 and not _alike(likely):
        raise RaidlineError(unclear)
    joined: list[str] = []
    if len(likely) == 1:
        sheet, joined = with_lookups(likely[0], [one for one in filled if one is not likely[0]])
        if any(one.name not in joined for one in headed if one is not likely[0]):
            raise RaidlineError(unclear)  # the other one is a list too, and would be lost
        sheets, likely = [sheet if one is likely[0] else one for one in sheets], [sheet]
    others = [sheet.name for sheet in sheets if sheet not in likely and sheet.lines and sheet.name not in joined]
    which = f"the sheet {likely[0].name!r} is" if len(likely) == 1 else "the sheets with the same headings are"
    read = "" if len(likely) == 1 else f" ({_listed([sheet.name for sheet in likely])})"
    left_out = f"; left out: {_listed(others)}" if others else ""
    told = (f"{which} read{read}{left_out}",) if others or len(likely) > 1 else ()
    return likely, (*told, *([f"what numbers and codes mean is taken from {_listed(joined)}"] if joined else ()))


def _named(path: Path, sheets: Sequence[Sheet], name: str) -> Sheet:
    names = [sheet.name for sheet in sheets]
    found = next((sheet for sheet in sheets if sheet.name == name), None)
    found = found or next((sheet for sheet in sheets if sheet.name.strip().lower() == name.strip().lower()), None)
    if found is None:
        close = get_close_matches(name, names, 1)
        better = f"did you mean {close[0]!r}?" if close else f"it has {_listed(names)}"
        raise RaidlineError(f"{path}: has no sheet {name!r} - {better}")
    return found


def _alike(sheets: Sequence[Sheet]) -> bool:
    """Whether all sheets are parts of one table: most headings of each are those of the first, and none is a copy."""
    heads = [{plain_heading(cell) for cell in head_of([line.cells for line in sheet.lines])} - {""} for sheet in sheets]
    if not heads or any(len(head & heads[0]) <= _SHARED * len(head | heads[0]) for head in heads):
        return False
    seen: set[tuple[str, ...]] = set()
    for sheet in sheets:
        rows = {tuple(line.cells) for line in sheet.lines[1:]}
        if len(rows & seen) * 2 > len(rows):
            return False
        seen |= rows
    return True


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:60]) for name in names[:20])
    return f"{shown} and {len(names) - 20} more" if len(names) > 20 else shown


def _filled(sheet: Sheet) -> Iterator[Line]:
    """Yield the rows, each with the cells that are merged with those of rows above."""
    starting: dict[int, list[Merged]] = {}
    for merged in sheet.merged:
        starting.setdefault(merged.first, []).append(merged)
    open_: dict[int, tuple[int, str, str]] = {}  # by column: the last row, the text and the link
    for line in sheet.lines:
        cells, links = [*line.cells], {**line.links}
        for column, (last, text, link) in [*open_.items()]:
            if line.number > last:
                del open_[column]
            elif column < len(cells) and not cells[column].strip():
                cells[column] = text
                links |= {column: link} if link else {}
            elif column >= len(cells):
                cells += [""] * (column - len(cells)) + [text]
                links |= {column: link} if link else {}
        for merged in starting.get(line.number, ()):
            if merged.column < len(line.cells) and line.cells[merged.column].strip():
                open_[merged.column] = merged.last, line.cells[merged.column], line.links.get(merged.column, "")
        yield replace(line, cells=cells, links=links)
