"""CSV (RFC 4180): one event a row, UTF-8, CRLF, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from raidline import inert
from raidline.interchange.cells import guarded, unguarded
from raidline.interchange.table import COLUMNS, cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield a header and a row for each event."""
    line = csv.writer(_Line(), lineterminator="\r\n").writerow
    columns = (*COLUMNS, "notes") if options.with_notes else COLUMNS
    yield line(columns)
    guard = (lambda cell: cell) if options.raw else guarded
    for entry in timeline.entries:
        cells = cells_of(entry)
        yield line([guard(cells[column]) for column in columns])


def altered(entry: Entry, options: Options) -> Iterator[str]:
    """Yield the columns that do not hold their text unchanged, for one event."""
    guard = (lambda cell: cell) if options.raw else guarded
    for name in ("title", "summary", "notes"):
        text = getattr(entry.event, name) or ""
        if unguarded(guard(inert.block(text))) != text:
            yield name


class _Line:
    """The target for csv to write a row to; `writerow` returns the row."""

    def write(self, row: str) -> str:
        return row
