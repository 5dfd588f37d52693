"""Events and their sources as two sheets of a workbook, which the id of the event joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert
from raidline.interchange.cells import as_json
from raidline.interchange.citing import source
from raidline.interchange.table import COLUMNS, SOURCES

if TYPE_CHECKING:
    from raidline.timeline.build import Citation

EVENTS = "events"  # the names of the sheets: this and SOURCES
EVENT_COLUMNS = tuple(name for name in COLUMNS if name != SOURCES)
EVENT = "event"  # in the sheet of sources, the id of the event
SOURCE_COLUMNS = (
    EVENT,
    "publisher",
    "published",
    "title",
    "url",
    "archived",
    "article",
    "quote",
    "page",
    "says",
    "background",
)


def source_cells(event_id: str, citation: Citation) -> list[str]:
    """Return the row of a source; `says` is JSON."""
    told = source(citation)
    return [event_id, *(_cell(told[name]) for name in SOURCE_COLUMNS[1:])]


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, dict):
        return as_json(value)
    return "yes" if value is True else inert.block(str(value))
