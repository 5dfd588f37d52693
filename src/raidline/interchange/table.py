"""An event as a row of a table, each cell by its column.

Every value of an event has a column that holds it completely, so that it can be read back as it was; the other columns
are derived from these, for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert
from raidline.interchange.cells import as_json, joined, joined_counts
from raidline.interchange.citing import source
from raidline.interchange.row import row
from raidline.timeline.wording import place_names

if TYPE_CHECKING:
    from raidline.interchange.jsontext import Json
    from raidline.interchange.row import Cell, Row
    from raidline.timeline.build import Citation, Entry

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
    "corrections",
    (SOURCES := "sources"),
)
PERMALINK = (
    "permalink"  # where a site publishes the row: the last column, if that is known; nothing of the event itself
)


def cells_of(entry: Entry, *, sources: bool = True) -> dict[str, str]:
    """Return the content of each column, including `notes`; that of the sources is long, and empty if not wanted."""
    event = entry.event
    exact: Row = {
        "places": joined(place_names(entry)),
        "agencies": joined(event.agencies),
        "counts": joined_counts(event.counts),
        "aliases": joined(event.aliases),
        "related": joined(event.related),
        "updated": str(event.updated) if event.updated else None,
        "corrections": as_json([one.model_dump(mode="json") for one in event.corrections]) if event.corrections else "",
        "sources": as_json([_told(citation) for citation in entry.citations]) if sources else "",
        "notes": event.notes,
    }
    return {name: _cell(value) for name, value in (row(entry) | exact).items()}


def _told(citation: Citation) -> Json:
    return {name: value for name, value in source(citation).items() if value not in (None, False)}


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else inert.block(value)
