"""CSV (RFC 4180): one event a row, UTF-8, CRLF, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from raidline import inert
from raidline.export.identity import permalink
from raidline.interchange.cells import guarded, unguarded
from raidline.interchange.sheets import SOURCE_COLUMNS, source_cells
from raidline.interchange.table import COLUMNS, PERMALINK, SOURCES, cells_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline


def write(
    timeline: Timeline,
    options: Options,
    columns: Sequence[str] = COLUMNS,
    *,
    line_of: Callable[[Entry, Options], str] | None = None,
) -> Iterator[str]:
    """Yield a header and a row for each event; `line_of` makes a row, for those who keep them: by default `line`.

    If the address of a site is known, the last column is each event's page there.
    """
    notes, pages = ("notes",) * options.with_notes, (PERMALINK,) * bool(options.base_url)
    yield _written((*columns, *notes, *pages))
    for entry in timeline.entries:
        yield line_of(entry, options) if line_of else line(entry, options, columns)


def line(entry: Entry, options: Options, columns: Sequence[str] = COLUMNS) -> str:
    """Return the row of an event."""
    guard = (lambda cell: cell) if options.raw else guarded
    cells = cells_of(entry, sources=SOURCES in columns)
    named = (*columns, *("notes",) * options.with_notes)
    page = permalink(entry.event, options)
    return _written([*(guard(cells[column]) for column in named), *([page] if page else ())])


def write_sources(
    timeline: Timeline, options: Options, *, lines_of: Callable[[Entry, Options], str] | None = None
) -> Iterator[str]:
    """Yield a header and a row for each source, with the id of its event; `lines_of` makes the rows of an event."""
    yield _written(SOURCE_COLUMNS)
    for entry in timeline.entries:
        yield (lines_of or source_lines)(entry, options)


def source_lines(entry: Entry, options: Options) -> str:
    """Return the rows of the sources of an event."""
    guard = (lambda cell: cell) if options.raw else guarded
    return "".join(_written(map(guard, source_cells(entry.event.id, citation))) for citation in entry.citations)


def _written(cells: Iterable[str]) -> str:
    return csv.writer(_Line(), lineterminator="\r\n").writerow(cells)  # type: ignore[no-any-return]


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
