"""A workbook (.xlsx): a sheet of events and a sheet of their sources, all cells text, so that none is read otherwise.

A date such as "June 2009" or a code such as "08031" stays what it is, also when somebody edits it, and nothing is a
formula. The same timeline gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from raidline import inert
from raidline.errors import RaidlineError
from raidline.export.identity import permalink
from raidline.export.omission import every, kept, omitted
from raidline.interchange.sheets import EVENT_COLUMNS, EVENTS, SOURCE_COLUMNS, source_cells
from raidline.interchange.table import PERMALINK, SOURCES, cells_of

if TYPE_CHECKING:
    from openpyxl import Workbook

    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline

CHUNK = 1 << 20
MOST = 32_767  # UTF-16 units in a cell
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
_TEXT = "@"  # the format of cells that stay text when they are edited
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what programs would take for an escaped character
_UNIX = 3
_ROWS = "xl/worksheets/sheet{}.xml"
_END = b"</sheetData>"
_WIDE = {"title": 48, "date_text": 24, "places": 28, "summary": 48, "quote": 60, "url": 40, "publisher": 24}
_NARROW = 14  # digits


def write(timeline: Timeline, options: Options) -> Iterator[bytes]:
    """Yield the bytes of the workbook. RaidlineError without the extra `tables`, or if no temporary file can be."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra
        from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - as above
    except ImportError:
        raise RaidlineError("writing workbooks needs more: pip install 'raidline[tables]'") from None
    book = Workbook(write_only=True)
    moment = datetime(*_EPOCH)
    book.properties.creator, book.properties.created, book.properties.modified = "raidline", moment, moment
    try:
        with TemporaryFile(prefix="raidline-") as file:
            archive = _Archive(file, "w", ZIP_DEFLATED)
            archive.rows = _sheets(book, timeline, options)
            ExcelWriter(book, archive).save()
            file.seek(0)
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise RaidlineError(f"the workbook cannot be written: {(error.strerror or str(error)).lower()}") from None


def left_out(timeline: Timeline, options: Options) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that is not in the workbook, where ids join the sheets."""
    return omitted(timeline, every)


def altered(entry: Entry, options: Options) -> Iterator[str]:
    """Yield the columns that do not hold their text unchanged, for one event."""
    cells = cells_of(entry, sources=False)
    for name in (*EVENT_COLUMNS, "notes"):
        text = getattr(entry.event, name, None)
        if not _fits(cells[name]) or (isinstance(text, str) and inert.block(text) != text):
            yield name
    texts = [text for one in entry.citations for text in (one.quote, one.title, one.publisher, one.url, one.archived)]
    rows = [cell for one in entry.citations for cell in source_cells(entry.event.id, one)]
    if not all(map(_fits, rows)) or any(text and inert.block(text) != text for text in texts):
        yield SOURCES


def _sheets(book: Workbook, timeline: Timeline, options: Options) -> dict[str, Iterator[bytes]]:
    """Return the rows below the headings of each sheet, by the name of its file in the archive."""
    notes, pages = ("notes",) * options.with_notes, (PERMALINK,) * bool(options.base_url)
    names = (*EVENT_COLUMNS, *notes)

    def events() -> Iterator[list[str]]:
        for entry in kept(timeline, every):
            cells, page = cells_of(entry, sources=False), permalink(entry.event, options)
            yield [*(cells[name] for name in names), *([page] if page else ())]

    sources = (source_cells(entry.event.id, one) for entry in kept(timeline, every) for one in entry.citations)
    return {
        _ROWS.format(1): _rows(_headed(book, EVENTS, (*names, *pages)), events()),
        _ROWS.format(2): _rows(_headed(book, SOURCES, SOURCE_COLUMNS), sources),
    }


def _headed(book: Workbook, name: str, columns: Sequence[str]) -> tuple[list[str], int]:
    """Add a sheet with its headings; return the letters of its columns and the style of its cells."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    sheet: Any = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
    for letter, column in zip(letters, columns, strict=True):
        sheet.column_dimensions[letter].width = _WIDE.get(column, _NARROW)
    plain: Any = WriteOnlyCell(sheet)
    plain.number_format = _TEXT
    head: list[Any] = [WriteOnlyCell(sheet, column) for column in columns]
    for cell in head:
        cell.number_format, cell.font = _TEXT, Font(bold=True)
    sheet.append(head)
    return letters, plain.style_id


def _rows(laid_out: tuple[list[str], int], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield each row as XML, below the headings.

    openpyxl would make objects of each cell, and take three times as long.
    """
    letters, style = laid_out
    for number, row in enumerate(rows, 2):
        cells = "".join(
            f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_told(text)}</t></is></c>'
            for letter, text in zip(letters, row, strict=True)
            if text
        )
        yield f'<row r="{number}">{cells}</row>'.encode()


def _told(text: str) -> str:
    if text.isalnum() and text.isascii() and len(text) <= MOST:
        return text  # most cells: a word or a number
    shown = text if _fits(text) else _cut(text)
    return escape(_ESCAPE.sub("_x005F_", shown) if "_x" in shown else shown)


def _fits(text: str) -> bool:
    return len(text) <= MOST // 2 or len(text.encode("utf-16-le")) <= MOST * 2


def _cut(text: str) -> str:
    return text.encode("utf-16-le")[: MOST * 2].decode("utf-16-le", "ignore")


class _Archive(ZipFile):
    """A zip file without the moment at which it was made; `rows` go into the sheets that are written without them."""

    rows: Mapping[str, Iterator[bytes]]

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as in ZipFile
        """Write a text or bytes under a name."""
        super().writestr(_undated(zinfo_or_arcname), data, ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as in ZipFile
        """Write the file of a sheet, with its rows."""
        before, end, after = Path(filename).read_bytes().partition(_END)
        with self.open(_undated(arcname), "w") as target:
            target.write(before)
            for row in self.rows[arcname]:
                target.write(row)
            target.write(end + after)


def _undated(name: str) -> ZipInfo:
    info = ZipInfo(name, _EPOCH)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, 0o600 << 16
    return info
