"""The plan of a site: every file by its address, made only on demand, and a hash of what it is made from."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from raidline.dates.regional import AMERICAN, dates_in
from raidline.export.addresses import event_folder, place_folder
from raidline.export.html.assets import files
from raidline.export.html.rendering import STYLE
from raidline.publish.contents import digest, marks_of, program
from raidline.publish.files.dataset import PACKAGE, datapackage, downloads
from raidline.publish.files.feeds import (
    CORRECTIONS,
    FEEDS,
    Pieces,
    area_file,
    corrections_file,
    emptied,
    emptied_file,
    feeds_of,
    group_file,
    holder_of_tables,
    renewed_table,
)
from raidline.publish.files.following import opml, robots
from raidline.publish.files.searching import index_files
from raidline.publish.files.sitemap import sitemaps
from raidline.publish.making import Page
from raidline.publish.pages import correcting, event, front, listings, sharing, standing
from raidline.publish.pages.frame import INDEX, MISSING, PAGES, Frame
from raidline.timeline.build import with_removals

if TYPE_CHECKING:
    from raidline.export import Options
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.publish.groups import Group

ASSETS = Path(__file__).parent / "assets"
SCRIPTS = ("rows.js", "find.js", "places.js")  # beside that of raidline.export.html.assets
ADDED = "site.css"  # to the style there
Planned = Iterator[tuple[str, Page]]


def plan_site(contents: Contents, options: Options) -> dict[str, Page]:
    """Return every file of the site by its address; `options` are those of the feeds, with the site's address."""
    site: dict[str, Page] = {}
    plan = _Plan(contents, replace(options, base_url=contents.base_url, site=contents.site.title))
    language = contents.site.language
    for path, planned in plan.all():
        page = planned if language == AMERICAN else _told_in(language, planned)
        if site.setdefault(path, page) is not page:
            raise ValueError(f"two pages at one address: {path}")
    if contents.base_url:
        for name, text in sitemaps(plan.addresses(site), contents.base_url):
            site[name] = Page(digest(text), text.encode)
    return site


def _told_in(language: str, page: Page) -> Page:
    """Return a page whose dates are all as that language writes them."""

    def make() -> bytes:
        with dates_in(language):
            return page.make()

    def renew(before: bytes, same: Container[str]) -> bytes:
        with dates_in(language):
            return page.renew(before, same) if page.renew else page.make()

    return Page(page.inputs, make, renew if page.renew else None)


def _assets() -> dict[str, str]:
    """Return the style and the scripts by file name."""
    own = files()
    style = own[STYLE] + (ASSETS / ADDED).read_text("utf-8")
    return own | {STYLE: style} | {name: (ASSETS / name).read_text("utf-8") for name in SCRIPTS}


class _Plan:
    """The files of a site, of one sort after the other."""

    def __init__(self, contents: Contents, options: Options) -> None:
        self.contents = contents
        self.frame = Frame(contents)
        self.pieces = Pieces(contents, options)
        scope = contents.timeline.title, *(place.code for place in contents.timeline.scope)
        chosen = *scope, *map(repr, (options, contents.order, contents.site, contents.shown))
        self.made_by = digest(program(), contents.base_url or "", str(contents.is_large), str(contents.whole), *chosen)
        gone = repr(contents.timeline.removals)
        self.everything = digest(self.made_by, gone, marks_of(contents.entries.values(), contents))
        self.yearly = listings.yearly_of(contents)
        self._marks = [*contents.marks.values()]

    def _told(self, numbers: Sequence[int]) -> str:
        """Return what `marks_of` does, by the numbers of events: a hundred thousand times without looking into them."""
        return digest(*map(self._marks.__getitem__, numbers))

    def _listed(self) -> str:
        """Return a hash of what there is to follow; in a large record it is not the events that tell who has tables."""
        contents = self.contents
        if not contents.is_large:
            return self.everything
        folders = (one.folder for groups in (contents.agencies, contents.kinds) for one in groups.values())
        names = (one.name for one in contents.agencies.values())
        updated = repr(self.frame.updated(contents.timeline.entries))
        return digest(self.made_by, updated, *(place.code for place in contents.areas), *folders, *names)

    def all(self) -> Planned:
        """Yield every file but the sitemap."""
        contents, frame = self.contents, self.frame
        yield INDEX, Page(self.everything, partial(front.front_page, INDEX, frame))
        yield PAGES["places"], Page(self.everything, partial(front.places_page, PAGES["places"], frame))
        yield PAGES["follow"], Page(self._listed(), partial(standing.follow_page, PAGES["follow"], frame))
        dated = digest(self.made_by, repr(frame.updated(contents.timeline.entries)))
        yield PAGES["about"], Page(dated, partial(standing.about_page, PAGES["about"], frame))
        yield from self._data()
        yield from self._corrections()
        yield MISSING, Page(self.made_by, partial(event.missing_page, MISSING, frame))
        for name, text in _assets().items():
            yield name, Page(digest(text), text.encode)
        for one in index_files(contents):
            inputs = self.everything if one.inputs is None else digest(self.made_by, *one.inputs)
            yield one.path, Page(inputs, one.make, one.renew)
        if contents.base_url:
            yield "feeds.opml", Page(self.everything, partial(opml, contents))
            yield "robots.txt", Page(self.made_by, partial(robots, contents.base_url))
        yield from self._areas()
        for group in (*contents.agencies.values(), *contents.kinds.values()):
            yield from self._group(group)
        for event_id, entry in contents.entries.items():
            path = f"{event_folder(event_id)}/{INDEX}"
            inputs = digest(self.made_by, contents.marks[event_id])
            yield path, Page(inputs, partial(event.event_page, path, entry, frame))
        for removal in contents.timeline.removals:
            for name in dict.fromkeys((removal.id, *removal.aliases)):
                path = f"{event_folder(name)}/{INDEX}"
                inputs = digest(self.made_by, removal.model_dump_json())
                yield path, Page(inputs, partial(correcting.gone_page, path, removal, frame))
        for alias, event_id in contents.moved.items():
            path = f"{event_folder(alias)}/{INDEX}"
            inputs = digest(self.made_by, event_id, contents.entries[event_id].event.title)
            yield path, Page(inputs, partial(event.moved_page, path, event_id, frame))

    def _data(self) -> Planned:
        """Yield the whole record in several forms with its page, and the pages to embed."""
        contents, frame, path = self.contents, self.frame, PAGES["data"]
        files = list(downloads(contents, self.pieces))
        inputs = digest(self.everything, *(one.path for one in files))
        yield path, Page(inputs, partial(sharing.data_page, path, frame, self.pieces))
        yield PACKAGE, Page(inputs, partial(datapackage, contents, files))
        yield from ((one.path, Page(self.everything, one.make, one.renew)) for one in files if one.own)
        for place in (None, *sharing.embedded_places(contents)):
            path, area = sharing.embedded(place), contents.areas[place] if place else None
            entries = sharing.newest(area.entries if area else contents.timeline.entries)
            inputs = digest(self.made_by, marks_of(entries, contents))
            yield path, Page(inputs, partial(sharing.embed_page, path, area, frame))

    def _corrections(self) -> Planned:
        """Yield the page of corrections and its news feeds."""
        path, whole = PAGES["corrections"], self.contents.timeline
        told = marks_of((entry for entry in whole.entries if entry.event.corrections), self.contents)
        inputs = digest(self.made_by, repr(whole.removals), told)
        dated = digest(inputs, repr(self.frame.updated(whole.entries)))
        yield path, Page(dated, partial(correcting.corrections_page, path, self.frame))
        for feed in FEEDS:
            if feed.everywhere:
                make = partial(corrections_file, feed, self.pieces)
                yield f"{CORRECTIONS}/{feed.file}", Page(inputs, make)
        for place, feeds in emptied(self.contents):
            mark = digest(self.made_by, place.code, repr(whole.removals))
            for feed in feeds:
                yield f"{place_folder(place)}/{feed.file}", Page(mark, partial(emptied_file, feed, place, self.pieces))

    def _areas(self) -> Planned:
        contents = self.contents
        marks = {place: digest(self.made_by, self._told(area.numbers)) for place, area in contents.areas.items()}
        for place, area in contents.areas.items():
            gone = repr(with_removals(area.timeline(), contents.timeline.removals).removals)
            holder = holder_of_tables(area, contents).place.code
            inner = digest(marks[place], gone, holder, *(f"{one.code} {marks[one]}" for one in area.inner))
            yield from self._area(area, inner, digest(self.made_by, place.code))

    def _area(self, area: Area, inputs: str, made_by: str) -> Planned:
        """Yield the page of a jurisdiction, the pages of its years if it has many events, and its feeds."""
        folder = place_folder(area.place)
        path = f"{folder}/{INDEX}"
        years = listings.years_of(area, folder, self.contents)
        yield path, Page(inputs, partial(listings.area_page, path, area, years, self.frame))
        for year in years:
            path = f"{year.folder}/{INDEX}"
            mark = digest(made_by, year.name, self._told(year.numbers))
            yield path, Page(mark, partial(listings.area_year_page, path, area, year, self.frame))
        for feed in feeds_of(area, self.contents):
            if not feed.table or holder_of_tables(area, self.contents) is area:
                make, renew = (partial(function, feed, area, self.pieces) for function in (area_file, renewed_table))
                yield f"{folder}/{feed.file}", Page(inputs, make, renew if feed.table else None)

    def _group(self, group: Group) -> Planned:
        """Yield the page of a public body or a kind, the pages of its years, and its news."""
        path = f"{group.folder}/{INDEX}"
        inputs = digest(self.made_by, group.name, self._told(group.numbers))
        years = listings.years_of_group(group, self.yearly, self.contents)
        yield path, Page(inputs, partial(listings.group_page, path, group, years, self.frame))
        for year in () if any(year.query for year in years) else years:
            path = f"{year.folder}/{INDEX}"
            mark = digest(self.made_by, group.name, year.name, self._told(year.numbers))
            yield path, Page(mark, partial(listings.group_year_page, path, group, year, self.frame))
        for feed in FEEDS:
            if feed.everywhere:
                yield f"{group.folder}/{feed.file}", Page(inputs, partial(group_file, feed, group, self.pieces))

    def addresses(self, site: dict[str, Page]) -> list[tuple[str, str | None]]:
        """Return the address of each page and the newest day that an event of its names, for the sitemap."""
        contents = self.contents
        revised = contents.moments
        gone = (name for one in contents.timeline.removals for name in (one.id, *one.aliases))
        hidden = {f"{event_folder(name)}/{INDEX}" for name in (*contents.moved, *gone)}
        hidden |= {sharing.embedded(place) for place in (None, *sharing.embedded_places(contents))}
        days = {
            f"{event_folder(name)}/{INDEX}": moment.date().isoformat() for name, moment in revised.items() if moment
        }
        newest = max(days.values(), default=None)
        for area in contents.areas.values():
            own = [moment for entry, _ in area.members if (moment := revised[entry.event.id])]
            if own:
                days[f"{place_folder(area.place)}/{INDEX}"] = max(own).date().isoformat()
        shown = sorted(path for path in site if path.endswith(f"/{INDEX}") and path not in hidden)
        found = [("", newest)] if newest else [("", None)]
        return [*found, *((path.removesuffix(INDEX), days.get(path)) for path in shown)]
