"""The pages of a site as HTML: the data for each template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from raidline.explain.passages import passage_for_readers
from raidline.export import export_chunks
from raidline.export.addresses import event_folder, link, place_folder
from raidline.export.html.assets import inlined, linked
from raidline.export.html.facets import facets, place_keys
from raidline.export.html.rendering import environment
from raidline.export.html.sections import Card, sections
from raidline.export.html.standfirst import standfirst
from raidline.export.html.strips import strip
from raidline.places.gazetteer import POINTS_FROM
from raidline.places.lookup import local_name, nation
from raidline.publish.areas import by_state
from raidline.publish.feeds import FEEDS
from raidline.publish.sparkline import Sparkline, scale_of, sparkline
from raidline.publish.wording import lies_in, number_in_words, reading_in_words
from raidline.timeline.build import Timeline

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.timeline.build import Entry

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = ("site.css", "search.js")  # beside those of raidline.export.html.assets
INDEX, MISSING = "index.html", "404.html"
RECENT = 30  # events on the page of a jurisdiction that has separate pages for its years
Scale = tuple[int, int]
Link = tuple[str, str]  # address and words


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
    """The events of a jurisdiction in one year, or those whose beginning is unknown."""

    folder: str
    name: str
    entries: tuple[Entry, ...]


def index_page(page: str, contents: Contents) -> bytes:
    """Return the first page: every jurisdiction in which something happened, by state."""
    entries = contents.timeline.entries
    scale = scale_of(entries)
    states = [
        (
            _row(page, contents.areas[state], scale) if state in contents.areas else None,
            [_row(page, one, scale) for one in inner],
        )
        for state, inner in by_state(contents.areas).items()
    ]
    whole = contents.areas.get(nation())
    return _rendered(
        "site_index.html.j2",
        page,
        contents,
        scope=contents.timeline.place,
        standfirst=standfirst(entries),
        strip=strip(entries),
        nation=_row(page, whole, scale) if whole else None,
        states=states,
        number=len(contents.areas),
        unplaced=[(_to_event(page, entry), entry) for entry in entries if not entry.jurisdictions],
        feeds=_feeds(page, whole.place) if whole else [],
    )


def area_page(page: str, area: Area, years: Sequence[Years], contents: Contents) -> bytes:
    """Return the page of a jurisdiction: all its events, or the newest ones if `years` have their own pages."""
    entries = area.timeline().entries
    scale = scale_of(entries)
    drawn = strip(entries)
    blocks = {str(block.year): block for block in drawn.years}
    kinds = ("state",) if area.place.kind == "nation" else ("county", "place")
    inner = [
        (kind, [_row(page, contents.areas[one], scale) for one in area.inner if one.kind == kind]) for kind in kinds
    ]
    return _listing(
        page,
        area.place,
        entries[-RECENT:] if years else entries,
        contents,
        heading=area.place.full_name,
        crumbs=_crumbs(page, area),
        here=area.place.name,
        lies=lies_in(area),
        standfirst=standfirst(entries),
        strip=drawn,
        inner=[(kind, rows) for kind, rows in inner if rows],
        years=[
            (link(f"{one.folder}/{INDEX}", page), one.name, len(one.entries), blocks.get(one.name)) for one in years
        ],
    )


def year_page(page: str, area: Area, year: Years, contents: Contents) -> bytes:
    """Return the page of a year of a jurisdiction that has too many events for one page."""
    return _listing(
        page,
        area.place,
        year.entries,
        contents,
        heading=f"{area.place.full_name}, {year.name}",
        crumbs=[*_crumbs(page, area), [_crumb(page, area.place)]],
        here=year.name,
        lies="",
        standfirst=standfirst(year.entries),
        strip=strip(year.entries),
        inner=[],
        years=[],
    )


def event_page(page: str, entry: Entry, contents: Contents) -> bytes:
    """Return the page of an event with its evidence."""
    places = [contents.areas[place] for place in entry.jurisdictions if place in contents.areas]
    linked_data = b"".join(export_chunks(Timeline(None, (entry,)), "jsonld")).decode()
    return _rendered(
        "site_event.html.j2",
        page,
        contents,
        entry=entry,
        reading=reading_in_words(entry.event.date),
        crumbs=[*_crumbs(page, places[0]), [_crumb(page, places[0].place)]] if places else _crumbs(page, None),
        where=[_crumb(page, area.place) for area in places],
        evidence=[
            (citation, passage_for_readers(citation, contents.articles, context=contents.context))
            for citation in entry.citations
        ],
        related=[(_to_event(page, other), other.event.title) for other in contents.related(entry)],
        linked_data=Markup(linked_data.strip()),  # noqa: S704 - the format escapes what ends a script
        feeds=[],
    )


def moved_page(page: str, event_id: str, contents: Contents) -> bytes:
    """Return a page that leads from an alias to the page of the event that replaced it."""
    title = contents.entries[event_id].event.title
    return _rendered("site_moved.html.j2", page, contents, target=f"{event_folder(event_id)}/{INDEX}", heading=title)


def missing_page(page: str, contents: Contents) -> bytes:
    """Return the page a server sends for a missing address; it may appear anywhere, so it uses no other file."""
    return _rendered("site_missing.html.j2", page, contents, assets=inlined(), feeds=[])


def _listing(page: str, place: Jurisdiction, entries: Sequence[Entry], contents: Contents, **more: object) -> bytes:

    def card(entry: Entry) -> Card:
        related = tuple((_to_event(page, other), other.event.title) for other in contents.related(entry))
        return Card(entry, entry.event.id, _to_event(page, entry), place_keys(entry), related)

    return _rendered(
        "site_area.html.j2",
        page,
        contents,
        number=len(entries),
        facets=facets(entries),
        sections=sections(entries, card, contents.order),
        feeds=_feeds(page, place),
        **more,
    )


def _rendered(template: str, page: str, contents: Contents, **context: object) -> bytes:
    root = "../" * page.count("/")
    base = contents.base_url
    common = {
        "assets": linked(root),
        "root": root,
        "base_url": base,
        "points_from": POINTS_FROM,
        "canonical": base + page.removesuffix(INDEX) if base else None,
        "to": lambda target: link(target, page),
    }
    found = environment(TEMPLATES).get_template(template)
    return "".join(found.generate(common | context)).encode()


def _row(page: str, area: Area, scale: Scale) -> Row:
    place = area.place
    href = link(f"{place_folder(place)}/{INDEX}", page)
    spark = sparkline([entry for entry, _ in area.members], scale)
    return Row(href, local_name(place), place.full_name, number_in_words(area), spark)


def _crumbs(page: str, area: Area | None) -> list[list[Link]]:
    """Return what contains a jurisdiction, the widest first; several links on one level if several contain it."""
    levels: dict[str, list[Link]] = {"nation": [], "state": [], "country": [], "county": [], "place": []}
    for outer, _ in area.wider if area else ():
        levels[outer.kind].append(_crumb(page, outer))
    return [[(link(INDEX, page), "All places")], *filter(None, levels.values())]


def _crumb(page: str, place: Jurisdiction) -> Link:
    return link(f"{place_folder(place)}/{INDEX}", page), place.name


def _feeds(page: str, place: Jurisdiction) -> list[tuple[str, str, str]]:
    """Return the address, media type and label of each file that programs can follow."""
    folder = place_folder(place)
    return [(link(f"{folder}/{feed.file}", page), feed.media_type, feed.label) for feed in FEEDS]


def _to_event(page: str, entry: Entry) -> str:
    return link(f"{event_folder(entry.event.id)}/{INDEX}", page)
