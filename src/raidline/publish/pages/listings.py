"""The pages that list events: of a jurisdiction, a year of it, a public body, a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from raidline.export.addresses import link, place_folder
from raidline.export.html.facets import agency_key, facets
from raidline.export.html.sections import sections
from raidline.export.html.strips import strip
from raidline.places.lookup import local_name, nation
from raidline.publish.areamap import map_of
from raidline.publish.files.feeds import area_feeds, group_feeds
from raidline.publish.pages.frame import INDEX, crumb, crumbs, root_of
from raidline.publish.sparkline import Scale, Sparkline, scale_of
from raidline.publish.wording import lies_in, number_in_words
from raidline.timeline.order import Order, Sort

if TYPE_CHECKING:
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.publish.groups import Group
    from raidline.publish.pages.frame import Feeds, Frame
    from raidline.timeline.build import Entry

AT_MOST = 500  # events on a page; if there are more, each year has its own page
RECENT = 30  # events on a page whose years have pages of their own
# Events on a page that shows the quotes of each; a longer page has two lines for each: of a record, and of a large one.
_QUOTED, _QUOTED_OF_MANY = 50, 10
NEWEST_FIRST = Order(Sort.NEWEST)
UNDATED = "beginning-unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """A jurisdiction in a list; `number` says how many events it has."""

    href: str
    name: str
    full_name: str
    number: str
    spark: Sparkline


@dataclass(frozen=True, slots=True)
class Years:
    """The events of one year, or those whose beginning is unknown; `query` chooses them on a page with others.

    `numbers` is their place among all events.
    """

    folder: str
    name: str
    numbers: tuple[int, ...]
    entries: tuple[Entry, ...]
    query: str = ""

    def link_from(self, page: str) -> str:
        """Return the link to the page of the year."""
        return link(f"{self.folder}/{INDEX}", page) + self.query


@dataclass(frozen=True, slots=True)
class Yearly:
    """The pages of the years of the widest jurisdiction, by the name of the year; `entries` are the ids of objects."""

    folders: Mapping[str, str]
    entries: frozenset[int]


def years_of(one: Area | Group, folder: str, contents: Contents) -> list[Years]:
    """Return the years of the events on a page that has too many of them; none if it can show them all."""
    if len(one.entries) <= AT_MOST:
        return []
    found: defaultdict[int, list[int]] = defaultdict(list)
    for position, number in enumerate(one.numbers):
        found[contents.years[number]].append(position)
    return [
        Years(
            f"{folder}/{f'{year:04}' if year else UNDATED}",
            str(year) if year else "beginning unknown",
            tuple(map(one.numbers.__getitem__, found[year])),
            tuple(map(one.entries.__getitem__, found[year])),
        )
        for year in sorted(found)
    ]


def yearly_of(contents: Contents) -> Yearly:
    """Return the years of the widest jurisdiction, and which events they have."""
    whole = contents.areas.get(contents.timeline.place or nation())
    if not whole:
        return Yearly({}, frozenset())
    folders = {year.name: year.folder for year in years_of(whole, place_folder(whole.place), contents)}
    return Yearly(folders, frozenset(id(entry) for entry, _ in whole.members))


def years_of_group(group: Group, yearly: Yearly, contents: Contents) -> list[Years]:
    """Return the years of a public body or a kind that has too many events for its page.

    They are on the pages of the years of the widest jurisdiction, if that has all of them, so that no page repeats
    another: a script there chooses the events of the group.
    """
    years = years_of(group, group.folder, contents)
    if not years or not yearly.entries.issuperset(map(id, group.entries)):
        return years
    key = quote(agency_key(group.name), safe="") if group.what == "agency" else group.name
    query = f"?{urlencode({group.what: key})}"
    return [replace(year, folder=yearly.folders[year.name], query=query) for year in years]


def area_page(page: str, area: Area, years: Sequence[Years], frame: Frame) -> bytes:
    """Return the page of a jurisdiction: all its events, or the newest ones if `years` have their own pages."""
    entries = area.timeline().entries
    scale = scale_of(frame.monthly(area.numbers))
    areas = frame.contents.areas
    kinds = ("state",) if area.place.kind == "nation" else ("county", "place")
    inner = [(kind, [row(page, areas[one], scale, frame) for one in area.inner if one.kind == kind]) for kind in kinds]
    return _listing(
        page,
        entries,
        years,
        frame,
        heading=area.place.full_name,
        crumbs=crumbs(page, area),
        here=area.place.name,
        lies=lies_in(area),
        inner=[(kind, rows) for kind, rows in inner if rows],
        drawn=map_of(area.place, areas),
        href=lambda one: link(f"{place_folder(one.place)}/{INDEX}", page),
        feeds=area_feeds(page, area, frame.contents),
        scope=f"place={area.place.code}",
    )


def area_year_page(page: str, area: Area, year: Years, frame: Frame) -> bytes:
    """Return the page of a year of a jurisdiction that has too many events for one page."""
    return _listing(
        page,
        year.entries,
        (),
        frame,
        brief=True,
        heading=f"{area.place.full_name}, {year.name}",
        crumbs=[*crumbs(page, area), [crumb(page, area.place)]],
        here=year.name,
        feeds=area_feeds(page, area, frame.contents),
    )


def group_page(page: str, group: Group, years: Sequence[Years], frame: Frame) -> bytes:
    """Return the page of a public body or a kind, with each event in two lines."""
    return _listing(
        page,
        group.entries,
        years,
        frame,
        brief=True,
        heading=_heading(group),
        crumbs=crumbs(page, None),
        here=group.name,
        feeds=group_feeds(page, group.folder),
        scope=f"{group.what}={group.name}",
    )


def group_year_page(page: str, group: Group, year: Years, frame: Frame) -> bytes:
    """Return the page of a year of a public body or a kind."""
    return _listing(
        page,
        year.entries,
        (),
        frame,
        brief=True,
        heading=f"{_heading(group)}, {year.name}",
        crumbs=[*crumbs(page, None), [(link(f"{group.folder}/{INDEX}", page), group.name)]],
        here=year.name,
        feeds=group_feeds(page, group.folder),
    )


def _heading(group: Group) -> str:
    return group.name if group.what == "agency" else f"Events of the kind “{group.name}”"


def _listing(
    page: str, entries: Sequence[Entry], years: Sequence[Years], frame: Frame, *, feeds: Feeds, **more: object
) -> bytes:
    drawn = strip(entries)
    told = entries[-RECENT:] if years else entries
    most = _QUOTED_OF_MANY if frame.contents.is_large else _QUOTED
    brief = bool(more.pop("brief", False)) or (len(told) > most and not years)
    root, order = root_of(page), NEWEST_FIRST if years else frame.contents.order
    summary = frame.standfirst(entries)
    return frame.page(
        "site_list.html.j2",
        page,
        **{"lies": "", "inner": [], "drawn": None, "scope": ""} | more,
        number=len(entries),
        facets=facets(entries),
        sections=sections(told, frame.card_of, order),
        shown=(lambda card: frame.line(card.entry, root)) if brief else (lambda card: frame.card(card, root)),
        brief=brief,
        told=len(told),
        order="date"
        if years
        else order.by.value
        if order.by is Sort.SOURCES
        else "newest"
        if order.backwards
        else "date",
        standfirst=summary,
        description=f"{more['heading']}: {summary}",
        strip=drawn,
        years=[(one.link_from(page), one.name, len(one.entries)) for one in years],
        year_links={one.name: one.link_from(page) for one in years},
        updated=frame.updated(entries),
        feeds=feeds,
    )


def row(page: str, area: Area, scale: Scale, frame: Frame) -> Row:
    """Return a jurisdiction as a row of a list, its bars drawn over the months of `scale`."""
    place = area.place
    href = link(f"{place_folder(place)}/{INDEX}", page)
    return Row(href, local_name(place), place.full_name, number_in_words(area), frame.spark(area, scale))
