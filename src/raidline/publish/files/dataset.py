"""The whole record as a data set: its files, and what they are for programs that collect data sets.

`datapackage.json` is a Data Package (datapackage.org, version 2), read by Frictionless, R and others; the same is told
to search engines as a Dataset of schema.org.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from functools import partial
from importlib.util import find_spec
from operator import is_
from typing import TYPE_CHECKING

from raidline.export import Options, export_chunks
from raidline.export.addresses import place_folder, slug
from raidline.interchange.jsontext import Json, dump
from raidline.interchange.sheets import EVENT_COLUMNS, SOURCE_COLUMNS
from raidline.interchange.table import PERMALINK
from raidline.models import Kind, Status
from raidline.publish.files.feeds import renewed_sources
from raidline.publish.files.tablefields import field

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from raidline.publish.contents import Contents
    from raidline.publish.files.feeds import Pieces
    from raidline.timeline.build import Timeline

FOLDER, PACKAGE = "data", "datapackage.json"
SLIDES = 200  # the newest events in the slide show; TimelineJS is slow with more
_TITLE = "Immigration enforcement, place by place"
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the whole record: where it is, and for readers what it is; `own` if no other page has it too."""

    name: str
    path: str
    media_type: str
    label: str
    purpose: str
    make: Callable[[], bytes]
    own: bool = True
    renew: Callable[[bytes, Container[str]], bytes] | None = None


def downloads(contents: Contents, pieces: Pieces) -> Iterator[Download]:
    """Yield the files with the whole record; the workbook only where the extra `tables` is installed.

    A large record is there as tables alone, unless all forms are asked for: tables are made of their earlier lines, the
    other forms anew for each change.
    """
    whole = contents.timeline
    shared = events_table(contents)
    yield Download(
        "events",
        shared or f"{FOLDER}/events.csv",
        "text/csv",
        "Events (CSV)",
        "one event a row",
        partial(_table, whole, pieces),
        own=shared is None,
    )
    yield Download(
        "sources",
        f"{FOLDER}/sources.csv",
        "text/csv",
        "Sources (CSV)",
        "one source a row, with its quote and the id of its event",
        partial(_sources, whole, pieces),
        renew=partial(renewed_sources, whole, pieces),
    )
    if contents.whole or not contents.is_large:
        yield from _other_forms(whole, pieces)
    newest = replace(whole, entries=whole.entries[-SLIDES:])
    yield Download(
        "slides",
        f"{FOLDER}/timelinejs.json",
        "application/json",
        "Slide show (TimelineJS)",
        f"the {min(SLIDES, len(whole.entries))} newest events",
        partial(_exported, newest, "timelinejs", pieces.options),
    )


def _other_forms(whole: Timeline, pieces: Pieces) -> Iterator[Download]:
    if has_workbook():
        yield Download(
            "workbook",
            f"{FOLDER}/timeline.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Workbook (XLSX)",
            "for spreadsheets: events and sources, dates and codes as they are",
            partial(_exported, whole, "xlsx", pieces.options),
        )
    yield Download(
        "database",
        f"{FOLDER}/timeline.sqlite",
        "application/vnd.sqlite3",
        "Database (SQLite)",
        "for questions in SQL and for Datasette: tables with full-text search",
        partial(_exported, whole, "sqlite", pieces.options),
    )


def has_workbook() -> bool:
    """Whether workbooks can be written here."""
    return find_spec("openpyxl") is not None


def events_table(contents: Contents) -> str | None:
    """Return the table of a jurisdiction that has every event of the site; None if none has."""
    entries = contents.timeline.entries
    for place, area in contents.areas.items():
        if len(area.entries) == len(entries) and all(map(is_, area.entries, entries)):
            return f"{place_folder(place)}/events.csv"
    return None


def datapackage(contents: Contents, files: list[Download]) -> bytes:
    """Return the description of the data set as a Data Package."""
    site, base, entries = contents.site, contents.base_url, contents.timeline.entries
    told: Json = {
        "$schema": _SCHEMA,
        "name": slug(site.title or "") or "raidline",
        "title": title(contents),
        "description": site.description,
        "homepage": base,
        "created": changed(contents),
        "licenses": _licences(contents),
        "contributors": [{"title": site.publisher, "roles": ["publisher"]}] if site.publisher else None,
        "keywords": ["immigration enforcement", "sanctuary policies", "timeline", "United States"],
        "sources": [{"title": name} for name in sorted({name for entry in entries for name in entry.publishers})],
        "resources": [_resource(one, contents) for one in files],
    }
    return (dump({name: value for name, value in told.items() if value}, indent=2) + "\n").encode()


def title(contents: Contents) -> str:
    """Return the name of the data set."""
    return contents.site.title or _TITLE


def changed(contents: Contents) -> str | None:
    """Return the newest moment that a record names, in UTC; None if none names any."""
    newest = max((moment for moment in contents.moments.values() if moment), default=None)
    return newest.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if newest else None


def schema_org(contents: Contents, files: list[Download]) -> str:
    """Return the description of the data set as JSON-LD for a page."""
    site, base, entries = contents.site, contents.base_url or "", contents.timeline.entries
    dates = [entry.event.date for entry in entries]
    first = min([when.earliest for when in dates if when.earliest], default=None)
    last = max([when.latest for when in dates if when.latest], default=None)
    licence = site.licence
    moment = changed(contents)
    publisher = {"@type": "Organization", "name": site.publisher} if site.publisher else None
    told: Json = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title(contents),
        "description": site.description
        or "Immigration enforcement and sanctuary policies: what happened, when and where, and who says so.",
        "url": f"{base}{FOLDER}/" if base else None,
        "license": (licence.url or licence.name) if licence else None,
        "creator": publisher,
        "publisher": publisher,
        "isAccessibleForFree": True,
        "dateModified": moment,
        "temporalCoverage": f"{first}/{last}" if first and last else None,
        "spatialCoverage": contents.timeline.title if contents.timeline.scope else "United States",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one.label,
                "encodingFormat": one.media_type,
                "contentUrl": f"{base}{one.path}" if base else f"../{one.path}",
            }
            for one in files
        ],
    }
    return dump({name: value for name, value in told.items() if value is not None}).replace("<", "\\u003c")


def _licences(contents: Contents) -> list[Json] | None:
    if not (licence := contents.site.licence):
        return None
    named = {"path": licence.url, "title": licence.name}
    if all(sign.isalnum() or sign in "-._" for sign in licence.name):
        named = {"name": licence.name, **named}
    return [{name: value for name, value in named.items() if value}]


def _resource(one: Download, contents: Contents) -> Json:
    told: Json = {"name": one.name, "path": one.path, "title": one.label, "description": one.purpose}
    told |= {"mediatype": one.media_type}
    if one.media_type != "text/csv":
        return told
    told |= {"type": "table", "format": "csv", "encoding": "utf-8", "dialect": {"delimiter": ","}}
    if one.name == "events":
        columns = (*EVENT_COLUMNS, *((PERMALINK,) if contents.base_url else ()))
        schema: Json = {"fields": [field(name) for name in columns], "primaryKey": ["id"]}
        words = {"kind": [*map(str, Kind)], "status": [*map(str, Status)]}
        for told_field in schema["fields"]:
            if told_field["name"] in words:
                told_field["constraints"] = {"enum": words[told_field["name"]]}
    else:
        reference = {"resource": "events", "fields": ["id"]}
        schema = {"fields": [field(name) for name in SOURCE_COLUMNS]}
        schema["foreignKeys"] = [{"fields": ["event"], "reference": reference}]
    return told | {"schema": schema}


def _table(whole: Timeline, pieces: Pieces) -> bytes:
    return "".join(pieces.table(whole)).encode()


def _sources(whole: Timeline, pieces: Pieces) -> bytes:
    return "".join(pieces.sources(whole)).encode()


def _exported(timeline: Timeline, name: str, options: Options) -> bytes:
    return b"".join(export_chunks(timeline, name, options))
