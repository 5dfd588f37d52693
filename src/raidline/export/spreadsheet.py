"""CSV (RFC 4180): one event a row, UTF-8, CRLF, nothing that a spreadsheet would run.

Every value of an event has a column that holds it completely, so that `raidline import` reads back what was written;
the other columns are derived from these, for people.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from raidline import inert
from raidline.export.cells import as_json, guarded, joined, joined_counts, unguarded
from raidline.export.citing import source
from raidline.export.row import row
from raidline.timeline.wording import place_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.jsontext import Json
    from raidline.export.options import Options
    from raidline.export.row import Cell, Row
    from raidline.timeline.build import Citation, Entry, Timeline


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
        if unguarded(guard(_cell(text))) != text:
            yield name


def cells_of(entry: Entry) -> dict[str, str]:
    """Return the content of each column, including `notes`."""
    event = entry.event
    exact: Row = {
        "places": joined(place_names(entry)),
        "agencies": joined(event.agencies),
        "counts": joined_counts(event.counts),
        "aliases": joined(event.aliases),
        "related": joined(event.related),
        "updated": str(event.updated) if event.updated else None,
        "sources": as_json([_told(citation) for citation in entry.citations]),
        "notes": event.notes,
    }
    return {name: _cell(value) for name, value in (row(entry) | exact).items()}


def _told(citation: Citation) -> Json:
    return {name: value for name, value in source(citation).items() if value is not None}


class _Line:
    """The target for csv to write a row to; `writerow` returns the row."""

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
    "aliases",
    "related",
    "updated",
    "sources",
)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else inert.block(value)
