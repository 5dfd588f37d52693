"""Entries of a calendar (RFC 5545) as cells; those that raidline wrote, as what they were written from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from raidline.dates import Edtf, EdtfError
from raidline.datewords import in_words
from raidline.errors import RaidlineError
from raidline.export.headline import MARKS
from raidline.export.identity import uid
from raidline.models import Kind
from raidline.places import resolve

_OURS = uid("")  # how the ids of our own entries end
_DAY = timedelta(days=1)
_OF_THE_FILE = {"DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "TRANSP", "GEO", "X-MICROSOFT-CDO-BUSYSTATUS"}
_CELLS = {"SUMMARY": "title", "DESCRIPTION": "summary", "LOCATION": "places", "URL": "url", "UID": "uid"}


def entries_of(text: str) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """Yield the cells of each entry, and what of an event is known as such; ValueError for what is no calendar."""
    from icalendar import Calendar  # noqa: PLC0415 - only for calendars

    try:
        yield from (_entry(component) for component in Calendar.from_ical(text).walk("VEVENT"))
    except (AttributeError, IndexError, KeyError, TypeError):  # what broken parameters do to icalendar
        raise ValueError("is no calendar that can be read") from None


def _entry(component: Any) -> tuple[dict[str, str], dict[str, Any]]:  # noqa: ANN401 - icalendar's own types
    values: dict[str, list[Any]] = {}
    for name, value in component.property_items(recursive=False):
        if name not in ("BEGIN", "END"):
            values.setdefault(name, []).append(value)
    date_cells = _days(values)
    cells = {
        _CELLS.get(name, name.lower()): "; ".join(map(str, found))
        for name, found in values.items()
        if name not in _OF_THE_FILE and name not in ("CATEGORIES", "STATUS")
    }
    cells |= date_cells
    categories = [str(name) for found in values.get("CATEGORIES", []) for name in getattr(found, "cats", [found])]
    if cells.get("uid", "").endswith(_OURS):
        return _own(cells, categories)
    cells |= {"categories": "; ".join(categories), "status": "; ".join(map(str, values.get("STATUS", [])))}
    return {name: cell for name, cell in cells.items() if cell}, {}


def _days(values: dict[str, list[Any]]) -> dict[str, str]:
    """Take the days of an entry as a date; the end of an all-day entry is the day after. What is none stays."""
    start, end = _day(values, "DTSTART"), _day(values, "DTEND")
    if start is None:
        return {}
    del values["DTSTART"]
    first = start.date() if isinstance(start, datetime) else start
    if end is None:
        return {"date": first.isoformat()}
    del values["DTEND"]
    last = end.date() if isinstance(end, datetime) else end - _DAY
    return {"date": Edtf.of(first, last).text if last >= first else first.isoformat()}


def _day(values: dict[str, list[Any]], name: str) -> date | None:
    try:
        day = values[name][0].dt
    except (KeyError, ValueError, AttributeError):
        return None
    return day if isinstance(day, date) and day > date.min else None


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
