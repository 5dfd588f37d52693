"""SQLite: tables to query, with full-text search; Datasette opens the file directly. The tables are defined in sql/."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from raidline import inert
from raidline.errors import RaidlineError
from raidline.export.omission import every, kept, omitted
from raidline.interchange.citing import conflict_record
from raidline.interchange.row import core
from raidline.places.containment import containers
from raidline.timeline.wording import place_names

if TYPE_CHECKING:
    from raidline.dates.value import Edtf
    from raidline.export.options import Options
    from raidline.interchange.row import Cell
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry, Timeline

APPLICATION_ID = int.from_bytes(b"raid")  # tells file(1) the format
VERSION = 2  # of the tables
CHUNK = 1 << 20

Rows = Iterator[tuple[str, tuple["Cell", ...]]]


def write(timeline: Timeline, options: Options) -> Iterator[bytes]:
    """Yield the bytes of the database; the same for the same data and the same version of SQLite.

    Texts keep line feeds as their only control characters. RaidlineError if no temporary file can be written.
    """
    with TemporaryDirectory(prefix="raidline-") as folder:
        path = Path(folder) / "timeline.sqlite"
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as database:
                _fill(database, timeline)
        except sqlite3.Error as error:
            raise RaidlineError(f"the database cannot be written: {error}") from None
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


def left_out(timeline: Timeline, options: Options) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that is not in the database, where ids are the key."""
    return omitted(timeline, every)


def _fill(database: sqlite3.Connection, timeline: Timeline) -> None:
    # Nobody else sees the file yet, and a crash leaves none: we skip the journal and do not wait for the disk.
    database.executescript(
        "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;"
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    )
    database.executescript(_script("tables.sql"))
    database.execute("BEGIN")
    for table, row in _rows(timeline):
        marks = ", ".join("?" * len(row))
        cells = [inert.block(cell) if isinstance(cell, str) else cell for cell in row]
        database.execute(f"INSERT INTO {table} VALUES ({marks})", cells)  # noqa: S608 - a table named below
    database.execute("COMMIT")
    database.executescript(_script("views.sql"))


def _script(name: str) -> str:
    return (files("raidline.export") / "sql" / name).read_text(encoding="utf-8")


def _rows(timeline: Timeline) -> Rows:
    """Yield (table, row) in an order in which every key exists before anything refers to it."""
    known: set[str] = set()
    for entry in kept(timeline, every):
        yield "events", _event(entry)
        event_id = entry.event.id
        for position, place in enumerate(entry.jurisdictions, 1):
            yield from _place(place, known)
            yield "event_places", (event_id, place.code, position)
        for citation in entry.citations:
            links = inert.web_link(citation.url), inert.web_link(citation.archived)
            published = _text(citation.published)
            told = (
                citation.publisher,
                published,
                citation.title,
                *links,
                citation.article,
                citation.quote,
                citation.page,
            )
            yield "sources", (None, event_id, *told)
        for what, count in entry.event.counts.items():
            yield "counts", (event_id, what, count.text, count.low, count.high)
        for correction in entry.event.corrections:
            yield "corrections", (event_id, str(correction.day), correction.text)
        for conflict in map(conflict_record, entry.conflicts):
            for claim in conflict["claims"]:
                yield (
                    "claims",
                    (None, event_id, conflict["about"], conflict["event_says"], claim["publisher"], claim["says"]),
                )


def _event(entry: Entry) -> tuple[Cell, ...]:
    event = entry.event
    return (
        *core(entry).values(),
        _list(place_names(entry)),
        _list(event.agencies),
        event.summary,
        "\n".join(citation.quote for citation in entry.citations if citation.quote) or None,
        len(entry.publishers),
        _list(event.aliases),
        _list(event.related),
        _text(event.updated),
    )


def _place(place: Jurisdiction, known: set[str]) -> Rows:
    """Yield the place and everything that contains it, except what is known already."""
    if place.code in known:
        return
    known.add(place.code)
    yield "places", (place.code, place.full_name, place.kind, place.state or None, place.latitude, place.longitude)
    around = containers(place)
    for wider, _ in around:
        yield from _place(wider, known)
    for wider, share in ((place, 1.0), *around):
        yield "place_within", (place.code, wider.code, share)


def _text(when: Edtf | None) -> str | None:
    return str(when) if when else None


def _list(values: Iterable[str]) -> str:
    return json.dumps([inert.block(value) for value in values], ensure_ascii=False)
