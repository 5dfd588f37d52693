"""The plan of a site: every file by its address, made only on demand, and a hash of what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from raidline.export.addresses import event_folder, place_folder
from raidline.export.html.assets import files
from raidline.publish import pages
from raidline.publish.contents import digest, marks_of, program
from raidline.publish.feeds import FEEDS, feed_bytes
from raidline.publish.folder import Page
from raidline.publish.sitemap import sitemaps
from raidline.timeline.months import month_of

if TYPE_CHECKING:
    from raidline.export import Options
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.timeline.build import Entry

AT_MOST = 200  # events on the page of a jurisdiction; if there are more, each year has its own page
UNDATED = "beginning-unknown"


def plan_site(contents: Contents, options: Options) -> dict[str, Page]:
    """Return every file of the site by its address; `options` are those of the feeds, with the site's address."""
    options = replace(options, base_url=contents.base_url)
    site: dict[str, Page] = {}
    for path, page in _planned(contents, options):
        if site.setdefault(path, page) is not page:
            raise ValueError(f"two pages at one address: {path}")
    if contents.base_url:
        moved = {f"{event_folder(alias)}/{pages.INDEX}" for alias in contents.moved}
        shown = sorted(path for path in site if path.endswith(f"/{pages.INDEX}") and path not in moved)
        addresses = [path.removesuffix(pages.INDEX) for path in (pages.INDEX, *shown)]
        for name, text in sitemaps(addresses, contents.base_url):
            site[name] = Page(digest(text), text.encode)
    return site


def _planned(contents: Contents, options: Options) -> Iterator[tuple[str, Page]]:
    scope = contents.timeline.place
    chosen = scope.code if scope else "", repr(options), repr(contents.order)
    made_by = digest(program(), contents.base_url or "", *chosen)
    everything = digest(made_by, marks_of(contents.entries.values(), contents))
    yield pages.INDEX, Page(everything, partial(pages.index_page, pages.INDEX, contents))
    yield pages.MISSING, Page(made_by, partial(pages.missing_page, pages.MISSING, contents))
    own = {name: (pages.TEMPLATES / name).read_text("utf-8") for name in pages.ASSETS}
    for name, text in (files() | own).items():
        yield name, Page(digest(text), text.encode)
    marks = {
        place: digest(made_by, marks_of((entry for entry, _ in area.members), contents))
        for place, area in contents.areas.items()
    }
    for place, area in contents.areas.items():
        inner = digest(marks[place], *(f"{one.code} {marks[one]}" for one in area.inner))
        yield from _of_area(area, inner, digest(made_by, place.code), contents, options)
    for event_id, entry in contents.entries.items():
        path = f"{event_folder(event_id)}/{pages.INDEX}"
        inputs = digest(made_by, contents.marks[event_id])
        yield path, Page(inputs, partial(pages.event_page, path, entry, contents))
    for alias, event_id in contents.moved.items():
        path = f"{event_folder(alias)}/{pages.INDEX}"
        inputs = digest(made_by, event_id, contents.entries[event_id].event.title)
        yield path, Page(inputs, partial(pages.moved_page, path, event_id, contents))


def _of_area(area: Area, inputs: str, made_by: str, contents: Contents, options: Options) -> Iterator[tuple[str, Page]]:
    """Yield the page of a jurisdiction, the pages of its years if it has many events, and its feeds."""
    folder = place_folder(area.place)
    path = f"{folder}/{pages.INDEX}"
    years = _years(area, folder) if len(area.members) > AT_MOST else []
    yield path, Page(inputs, partial(pages.area_page, path, area, years, contents))
    for year in years:
        path = f"{year.folder}/{pages.INDEX}"
        mark = digest(made_by, year.name, marks_of(year.entries, contents))
        yield path, Page(mark, partial(pages.year_page, path, area, year, contents))
    for feed in FEEDS:
        yield f"{folder}/{feed.file}", Page(inputs, partial(feed_bytes, feed, area, options))


def _years(area: Area, folder: str) -> list[pages.Years]:
    def year_of(entry: Entry) -> int:
        return month_of(entry.event.date)[0] if entry.event.date.earliest else 0

    found = groupby(sorted(area.timeline().entries, key=year_of), key=year_of)
    return [
        pages.Years(f"{folder}/{year:04}", str(year), tuple(entries))
        if year
        else pages.Years(f"{folder}/{UNDATED}", "beginning unknown", tuple(entries))
        for year, entries in found
    ]
