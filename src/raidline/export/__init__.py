"""A timeline in other programs' formats: one pure function for each format, byte-identical for the same data.

Outputs that are not timelines have modules outside the table: the candidates of a machine, changes between two
versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from raidline.errors import RaidlineError
from raidline.export.omission import REPEATED
from raidline.export.options import Coarse, Options
from raidline.models import Event
from raidline.timeline.boundary import for_readers

if TYPE_CHECKING:
    from raidline.timeline.build import Entry, Timeline

__all__ = [
    "FORMATS",
    "REPEATED",
    "Coarse",
    "Format",
    "Options",
    "export_chunks",
    "export_timeline",
    "format_of",
    "left_out",
    "not_kept",
]

WITHHELD = "for curators alone"
LOCAL = "paths of files as their addresses"
ALTERED = "characters that cannot stand in it"


class _Write(Protocol):
    """The whole output as one text, or its parts in order, so that a long timeline need not be held as text."""

    def __call__(self, timeline: Timeline, options: Options) -> str | Iterable[str] | Iterable[bytes]: ...


class _LeftOut(Protocol):
    def __call__(self, timeline: Timeline, options: Options) -> list[tuple[str, str]]: ...


class _Altered(Protocol):
    def __call__(self, entry: Entry, options: Options) -> Iterable[str]: ...


@dataclass(frozen=True, slots=True)
class Format:
    """The purpose of a format, and the function that writes it, by name: the table itself imports nothing.

    The module of a `partial` format, which cannot hold every event, has a function `left_out`. The module of an
    `altering` format, which `raidline import` reads but which cannot hold every text unchanged, has a function
    `altered`. `suffixes` are the file suffixes besides the format's name; `notes` says whether it can hold the notes of
    curators, `shows` whether it is for reading and tells more of an event if asked.
    """

    purpose: str
    module: str
    write: str = "write"
    partial: bool = False
    binary: bool = False
    suffixes: tuple[str, ...] = ()
    notes: bool = False
    altering: bool = False
    shows: bool = False


FORMATS: dict[str, Format] = {
    "ics": Format("calendars: Google, Apple, Outlook, Thunderbird", "ics", partial=True, altering=True),
    "json": Format("programs: one document with every detail", "records", notes=True),
    "jsonl": Format(
        "programs and jq: one event a line", "records", write="write_lines", suffixes=(".ndjson",), notes=True
    ),
    "csv": Format("spreadsheets and data frames: one event a row", "spreadsheet", notes=True, altering=True),
    "xlsx": Format(
        "Excel, LibreOffice, Google Sheets: a sheet of events, one of sources",
        "workbook",
        partial=True,
        binary=True,
        notes=True,
        altering=True,
    ),
    "geojson": Format("maps: QGIS, geojson.io, Leaflet", "geojson"),
    "jsonld": Format("search engines and linked data: schema.org events", "jsonld", partial=True),
    "sqlite": Format(
        "questions in SQL, Datasette: tables with full-text search",
        "database",
        partial=True,
        binary=True,
        suffixes=(".db", ".sqlite3"),
    ),
    "atom": Format("feed readers: what is new or corrected, newest first", "atom", partial=True),
    "md": Format("reading, wikis, README files", "markdown", suffixes=(".markdown",), shows=True),
    "html": Format(
        "readers: one page that holds everything, to open, send or put on the web",
        "html.page",
        suffixes=(".htm",),
        shows=True,
    ),
    "timelinejs": Format("a slide show in TimelineJS", "timelinejs", partial=True, altering=True),
    "markwhen": Format("a timeline as text for markwhen", "markwhen", partial=True, suffixes=(".mw",)),
}


def format_of(path: Path) -> str:
    """Return the format of a file with this name; RaidlineError if no format has its suffix."""
    suffix = path.suffix.lower()
    for name, chosen in FORMATS.items():
        if suffix in (f".{name}", *chosen.suffixes):
            return name
    raise RaidlineError(f"{path}: no format has this suffix; give --format, one of {', '.join(FORMATS)}")


def export_chunks(timeline: Timeline, format_name: str, options: Options | None = None) -> Iterator[bytes]:
    """Yield the file that a format of FORMATS makes from `timeline`, part by part; texts are UTF-8.

    No format contains what is for curators alone; notes are included only if `options` asks for them. RaidlineError for
    an unknown format name, and for a format that cannot hold the notes, or tell more of an event, as it is asked to.
    """
    chosen = _format(format_name)
    options = options or Options()
    if options.with_notes and not chosen.notes:
        able = ", ".join(name for name, other in FORMATS.items() if other.notes)
        raise RaidlineError(f"{format_name} cannot hold notes; choose from {able}")
    if options.shown.more and not chosen.shows:
        able = " and ".join(name for name, other in FORMATS.items() if other.shows)
        raise RaidlineError(f"--ids, --quotes and --urls add to {able}; {format_name} always has what it can hold")
    write = cast(_Write, _function(chosen, chosen.write))
    written = write(for_readers(timeline, with_notes=options.with_notes), options)
    parts = (written,) if isinstance(written, str) else written
    return (part.encode() if isinstance(part, str) else part for part in parts)


def export_timeline(timeline: Timeline, format_name: str, options: Options | None = None) -> str:
    """Return `timeline` written in a text format of FORMATS, with the line ends of that format.

    RaidlineError for an unknown format name, and for a format that is not text.
    """
    if _format(format_name).binary:
        raise RaidlineError(f"{format_name} is not a text format; write the bytes of export_chunks to a file")
    return b"".join(export_chunks(timeline, format_name, options)).decode()


def left_out(timeline: Timeline, format_name: str, options: Options | None = None) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that the format cannot hold; REPEATED is an error in the data."""
    chosen = _format(format_name)
    if not chosen.partial:
        return []
    return cast(_LeftOut, _function(chosen, "left_out"))(timeline, options or Options())


def not_kept(timeline: Timeline, format_name: str, options: Options | None = None) -> list[tuple[str, str, str]]:
    """Return (event id, key, reason) for each value that is lost when the file is read again.

    For formats meant for readers, only values that such a format normally holds.
    """
    chosen, options = _format(format_name), options or Options()
    shown = for_readers(timeline, with_notes=options.with_notes)
    lost = []
    for entry, told in zip(timeline.entries, shown.entries, strict=True):
        if chosen.notes and entry is not told:
            withheld = (key for key in Event.model_fields if getattr(entry.event, key) != getattr(told.event, key))
            lost += [(entry.event.id, key, WITHHELD) for key in withheld]
            lost += [(entry.event.id, "sources", LOCAL)] if entry.citations != told.citations else []
        if chosen.altering:
            altered = cast(_Altered, _function(chosen, "altered"))(told, options)
            lost += [(entry.event.id, key, ALTERED) for key in altered]
    return lost


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise RaidlineError(f"there is no export format {name!r}; choose from {', '.join(FORMATS)}")
    return FORMATS[name]


def _function(chosen: Format, name: str) -> object:
    return getattr(import_module(f"raidline.export.{chosen.module}"), name)
