"""Entries of a calendar (RFC 5545) as cells; those that raidline wrote, as what they were written from."""

from __future__ import annotations

from typing import Any

from raidline.dates import Edtf, EdtfError
from raidline.datewords import in_words
from raidline.errors import RaidlineError
from raidline.export.headline import MARKS
from raidline.export.identity import uid
from raidline.importing.calendartimes import days_of, hours_of
from raidline.importing.ical import Component
from raidline.models import Kind
from raidline.places import resolve

_OURS = uid("")  # how the ids of our own entries end
_OF_THE_FILE = {"DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "TRANSP", "GEO", "X-MICROSOFT-CDO-BUSYSTATUS"}
_CELLS = {"SUMMARY": "title", "DESCRIPTION": "summary", "LOCATION": "places", "URL": "url", "UID": "uid"}
_CELLS |= {"DTSTART": "date"}  # one that cannot be read


def entry_of(entry: Component) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the cells of an entry, and what of an event is known as such."""
    when, said = days_of(entry)
    left_out = {*_OF_THE_FILE, *said, "CATEGORIES", "STATUS"}
    cells = {
        _CELLS.get(name, name.lower()): "; ".join(one.value if name == "URL" else one.text for one in found)
        for name, found in entry.properties.items()
        if name not in left_out
    }
    if when:
        cells["date"] = when.text
    categories = [name for found in entry.properties.get("CATEGORIES", []) for name in found.members]
    if cells.get("uid", "").endswith(_OURS):
        return _own(cells, categories)
    status = [found.text for found in entry.properties.get("STATUS", [])]
    cells |= {"categories": "; ".join(categories), "status": "; ".join(status), "time": hours_of(entry)}
    return {name: cell for name, cell in cells.items() if cell}, {}


def _own(cells: dict[str, str], categories: list[str]) -> tuple[dict[str, str], dict[str, Any]]:
    title = cells.pop("title", "")
    data: dict[str, Any] = {"id": cells.pop("uid").removesuffix(_OURS)}
    for status, mark in MARKS.items():
        if title.startswith(mark):
            title, data["status"] = title.removeprefix(mark), status
    written = cells.pop("x-raidline-edtf", "")
    try:
        title = title.removesuffix(f" ({in_words(Edtf.parse(written))})")
        cells["date"] = written
    except EdtfError:
        pass
    kind, *places = categories or [""]
    if kind in list(Kind):
        data["kind"] = kind
    first = cells.pop("places", "")
    named = [first, *(_place(name) for name in places)]
    data |= {"title": title, "places": [name for name in dict.fromkeys(named) if name]}
    return {"notes" if name == "summary" else name: cell for name, cell in cells.items() if cell}, data


def _place(name: str) -> str:
    try:
        return resolve(name).full_name
    except RaidlineError:
        return name
