"""What stands beside the pages for programs: feeds of each jurisdiction, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from raidline.export import atom, export_chunks
from raidline.publish.addresses import event_folder, place_folder

if TYPE_CHECKING:
    from raidline.export import Options
    from raidline.publish.areas import Area

_NEWS = 200  # events in a news feed: readers load all of it again and again
_SITEMAP_HOLDS = 50_000  # addresses in one file (sitemaps.org)
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


@dataclass(frozen=True, slots=True)
class Feed:
    """A file beside each page of a jurisdiction: a format of raidline.export, and what readers know it as."""

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


def feed_bytes(feed: Feed, area: Area, options: Options, base_url: str | None) -> bytes:
    """Return the file; a news feed tells of the newest events only and links to their pages where they have one."""
    timeline = area.timeline()
    if feed.format != "atom":
        return b"".join(export_chunks(timeline, feed.format, options))
    newest = nlargest(_NEWS, timeline.entries, key=lambda entry: (entry.revised or date.min, entry.event.id))
    folder = place_folder(area.place)
    parts = atom.feed(
        replace(timeline, entries=tuple(newest)),
        options,
        address=f"{base_url}{folder}/{feed.file}" if base_url else None,
        page=f"{base_url}{folder}/" if base_url else None,
        page_of=(lambda entry: f"{base_url}{event_folder(entry.event.id)}/") if base_url else None,
    )
    return "".join(parts).encode()


def sitemaps(addresses: Sequence[str], base_url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of the sitemap: one, or an index and its parts where one is too few."""
    parts = [addresses[start : start + _SITEMAP_HOLDS] for start in range(0, len(addresses), _SITEMAP_HOLDS)]
    if len(parts) <= 1:
        yield "sitemap.xml", _sitemap("urlset", "url", addresses, base_url)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _sitemap("sitemapindex", "sitemap", names, base_url)
    for name, part in zip(names, parts, strict=True):
        yield name, _sitemap("urlset", "url", part, base_url)


def _sitemap(whole: str, item: str, addresses: Sequence[str], base_url: str) -> str:
    rows = (f"<{item}><loc>{escape(base_url + address)}</loc></{item}>\n" for address in addresses)
    return f"{_OPEN.format(whole)}{''.join(rows)}</{whole}>\n"
