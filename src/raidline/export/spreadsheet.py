"""CSV (RFC 4180): one event a row, UTF-8, CRLF, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from raidline import inert
from raidline.export.row import row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.export.row import Cell
    from raidline.timeline import Timeline

# Where a spreadsheet begins to read a formula: at the start of a cell, behind white space too, and after a semicolon or
# a line end, at which one set to semicolons (as most of Europe's are) begins another cell, quotation marks or not.
# East Asian ones take the wide signs for the narrow.
_FORMULA = re.compile(r"(?:^|[;\n])(?=[\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠])")


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield a header and a row for each event; several values in one cell are joined by "; "."""
    line = csv.writer(_Line(), lineterminator="\r\n").writerow
    columns = (*COLUMNS, "notes") if options.with_notes else COLUMNS
    yield line(columns)
    guard = (lambda cell: cell) if options.raw else _not_a_formula
    for entry in timeline.entries:
        cells = row(entry) | {"notes": entry.event.notes}
        yield line([guard(_cell(cells[column])) for column in columns])


class _Line:
    """What csv writes a row to; the row comes back from `writerow`."""

    def write(self, row: str) -> str:
        return row


COLUMNS = (
    "id",
    "title",
    "date_edtf",
    "date_text",
    "earliest",
    "latest",
    "precision",
    "approximate",
    "uncertain",
    "kind",
    "status",
    "as_of",
    "places",
    "place_codes",
    "share",
    "agencies",
    "counts",
    "summary",
    "publishers",
    "conflicts",
    "source_urls",
)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else inert.block(value)


def _not_a_formula(cell: str) -> str:
    return _FORMULA.sub(r"\g<0>'", cell)
