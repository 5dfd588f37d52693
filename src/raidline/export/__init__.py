"""A timeline in other programs' formats: one pure function a format, byte-identical for the same data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.errors import RaidlineError
from raidline.export import ics, markdown, records, spreadsheet
from raidline.export.options import Options

if TYPE_CHECKING:
    from raidline.timeline import Timeline

__all__ = ["FORMATS", "Format", "Options", "export_timeline", "left_out"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written, and what it is for."""

    write: Callable[[Timeline, Options], str]
    purpose: str
    left_out: Callable[[Timeline, Options], list[tuple[str, str]]] = lambda timeline, options: []


FORMATS: dict[str, Format] = {
    "ics": Format(ics.write, "calendars: Google, Apple, Outlook, Thunderbird", ics.left_out),
    "json": Format(records.write, "programs: one document with every detail"),
    "jsonl": Format(records.write_lines, "programs and jq: one event a line"),
    "csv": Format(spreadsheet.write, "spreadsheets and data frames: one event a row"),
    "md": Format(markdown.write, "reading, wikis, README files"),
}


def export_timeline(timeline: Timeline, format_name: str, options: Options | None = None) -> str:
    """Return `timeline` written in a format of FORMATS; RaidlineError for a name that is not among them."""
    return _format(format_name).write(timeline, options or Options())


def left_out(timeline: Timeline, format_name: str, options: Options | None = None) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that the format cannot hold."""
    return _format(format_name).left_out(timeline, options or Options())


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise RaidlineError(f"there is no export format {name!r}; choose from {', '.join(FORMATS)}")
    return FORMATS[name]
