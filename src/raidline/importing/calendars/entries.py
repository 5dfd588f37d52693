"""Entries of a calendar (RFC 5545) as cells; those that raidline wrote become the data they were written from."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache

from raidline import inert, lexicon
from raidline.dates.value import Edtf, EdtfError
from raidline.importing import own
from raidline.importing.calendars.ical import Component, Property
from raidline.importing.calendars.series import series_in_words
from raidline.importing.calendars.times import days_of, hours_of
from raidline.importing.own import Own
from raidline.interchange.cells import parted
from raidline.interchange.headline import dating

_OF_THE_FILE = {"DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "TRANSP", "GEO", "CLASS"}
_OF_THE_FILE |= {"X-MICROSOFT-CDO-BUSYSTATUS"}
_CELLS = {"SUMMARY": "title", "DESCRIPTION": "summary", "LOCATION": "places", "URL": "url", "UID": "uid"}
_CELLS |= {"DTSTART": "date"}  # used if the date cannot be read
_LINES = re.compile(r"[\s,]*[\r\n][\s,]*")
_KNOWN = ("uid", "title", "x-raidline-id", "x-raidline-edtf", "x-raidline-status")


def problem_of(entry: Component) -> str:
    """Return why an entry cannot become an event, "" if it can.

    An unknown CLASS counts as private (RFC 5545, 3.8.1.3).
    """
    if entry.problem:
        return entry.problem
    if entry.kind != "VEVENT":
        title = inert.line(entry.text("SUMMARY"))[:60]
        return f"is a {entry.kind}, not an event{f' ({title!r})' if title and not _closed(entry) else ''}"
    if not entry.properties:
        return "the entry is empty"
    closed = _closed(entry)
    return f"is not public (CLASS:{closed[:60]}); remove that line to import it" if closed else ""


def _closed(entry: Component) -> str:
    """Return the class of an entry that is not public, "" if it is."""
    classes = (inert.line(one.text).strip() for one in entry.properties.get("CLASS", ()))
    return next((name for name in classes if name and name.upper() != "PUBLIC"), "")


def entry_of(entry: Component) -> Own:
    """Return the content of an entry."""
    when, said = days_of(entry)
    files = {name for name, found in entry.properties.items() if any(map(_is_file, found))}
    left_out = {*_OF_THE_FILE, *said, *files, "CATEGORIES", "STATUS"}
    cells = {
        _CELLS.get(name, name.lower()): "; ".join(one.value if name == "URL" else one.text for one in found)
        for name, found in entry.properties.items()
        if name not in left_out
    }
    if "places" in cells and "x-raidline-edtf" not in cells:
        cells["places"] = _LINES.sub(", ", cells["places"])  # of one place: a venue, a street, a town
    if when:
        cells["date"] = when.text
    categories = [name for found in entry.properties.get("CATEGORIES", []) for name in found.members]
    if "x-raidline-edtf" in cells:
        found = _own(cells, categories)
        return found._replace(remarks=(*found.remarks, *entry.remarks))
    status = "; ".join(found.text for found in entry.properties.get("STATUS", []))
    remarks = [f"{name.lower()} contains a file; left out" for name in sorted(files)]
    written = cells.get("title", "")
    if title := _without_cancellation(written):
        removed = (word for word in lexicon.load("calling_off")["postponed"] if word not in title.lower())
        is_postponed = any(word in written.lower() for word in removed)
        says = f"its title says that it is {'postponed' if is_postponed else 'cancelled'}"
        if status and not _is_cancelled(status):
            remarks.append(f"{says}, its STATUS is {status[:40]}; entered as cancelled")
        elif is_postponed:
            remarks.append(f"{says}; entered as cancelled")
        cells["title"], status = title, "cancelled"
    cells |= {"categories": "; ".join(categories), "status": status, "time": hours_of(entry)}
    rule = cells.pop("rrule", "")
    if rule:
        words = series_in_words(rule)
        cells["repeats" if words else "rrule"] = f"{words} ({rule})" if words else rule
    return Own({name: cell for name, cell in cells.items() if cell}, {}, (*entry.remarks, *remarks))


def _without_cancellation(title: str) -> str:
    """Return a title without the words that say its entry is cancelled; "" if none of it says so."""
    for pattern in _cancellations():
        if (found := pattern.search(title)) and (rest := f"{title[: found.start()]}{title[found.end() :]}".strip()):
            return rest
    return ""


def _is_cancelled(status: str) -> bool:
    return any(word in status.lower() for word in _words())


def _words() -> list[str]:
    return [*lexicon.load("calling_off")["words"], *lexicon.load("calling_off")["postponed"]]


@cache
def _cancellations() -> tuple[re.Pattern[str], ...]:
    words = "|".join(map(re.escape, _words()))
    shouted = "|".join(re.escape(word.upper()) for word in _words())
    return (
        re.compile(rf"\s*[\[(*]+\s*(?:{words})\s*[\])*]+[:\s]*", re.IGNORECASE),
        re.compile(rf"^\s*(?:{words})\s*[:!–—-]+\s*", re.IGNORECASE),
        re.compile(rf"\s*[:–—-]+\s*(?:{words})\s*[.!]*$", re.IGNORECASE),
        re.compile(rf"^(?:{shouted})\s+|\s+(?:{shouted})[.!]*$"),
    )


def _is_file(one: Property) -> bool:
    """Whether a property contains a file, such as a picture, encoded as letters that nobody reads."""
    return "BINARY" in one.parameters.get("VALUE", "").upper() or "BASE64" in one.parameters.get("ENCODING", "").upper()


def _own(cells: dict[str, str], categories: list[str]) -> Own:
    """Read an entry that raidline wrote; its description is prose, and so belongs in the notes."""
    known = {name: cells.pop(name, "") for name in _KNOWN}
    when, title = known["x-raidline-edtf"], known["title"]
    with suppress(EdtfError):
        title = title.removesuffix(dating(Edtf.parse(when)))
    data = {
        "id": known["x-raidline-id"] or known["uid"].partition("@")[0],
        "date": when,
        "title": title,
        "kind": categories[0] if categories else "",
        "status": known["x-raidline-status"],
        "places": parted(cells.pop("x-raidline-places", "")),
    }
    rest = {
        "notes" if name == "summary" else name: cell for name, cell in cells.items() if name not in ("places", "date")
    }
    return own.from_words(data, rest, "a calendar")
