"""The files beside the page of each jurisdiction that programs can follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import nlargest
from typing import TYPE_CHECKING

from raidline.export import atom, export_chunks
from raidline.export.addresses import event_folder, place_folder

if TYPE_CHECKING:
    from raidline.export import Options
    from raidline.publish.areas import Area

_NEWS = 200  # events in a news feed: readers load the whole feed again and again


@dataclass(frozen=True, slots=True)
class Feed:
    """A file beside each page of a jurisdiction: a format of raidline.export, and its label for readers."""

    file: str
    format: str
    media_type: str
    label: str


FEEDS = (
    Feed("calendar.ics", "ics", "text/calendar", "Calendar"),
    Feed("feed.atom", "atom", "application/atom+xml", "News feed"),
    Feed("events.csv", "csv", "text/csv", "Spreadsheet"),
    Feed("events.json", "json", "application/json", "JSON"),
)


def feed_bytes(feed: Feed, area: Area, options: Options) -> bytes:
    """Return the file; a news feed has the newest events only and links to their pages if they have one."""
    timeline = area.timeline()
    if feed.format != "atom":
        return b"".join(export_chunks(timeline, feed.format, options))
    newest = nlargest(_NEWS, timeline.entries, key=lambda entry: (entry.revised or atom.NEVER, entry.event.id))
    folder, base_url = place_folder(area.place), options.base_url
    parts = atom.feed(
        replace(timeline, entries=tuple(newest)),
        options,
        address=f"{base_url}{folder}/{feed.file}" if base_url else None,
        page=f"{base_url}{folder}/" if base_url else None,
        page_of=(lambda event_id: f"{base_url}{event_folder(event_id)}/") if base_url else None,
    )
    return "".join(parts).encode()
