"""The page of an event with its evidence, and the pages that lead to it from its former names."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from raidline import inert
from raidline.dates.words import in_words
from raidline.explain.passages import passage_for_readers
from raidline.export import Options
from raidline.export.addresses import event_folder
from raidline.export.citation import Source, bibtex, csl
from raidline.export.html.assets import inlined
from raidline.export.html.facets import agency_key
from raidline.export.jsonld import on_its_page
from raidline.interchange.headline import marked
from raidline.interchange.jsontext import dump
from raidline.publish.pages.frame import INDEX, crumb, crumbs, first_words, root_of, to_event
from raidline.publish.wording import reading_in_words

if TYPE_CHECKING:
    from raidline.publish.pages.frame import Frame, Link
    from raidline.timeline.build import Entry


def event_page(page: str, entry: Entry, frame: Frame) -> bytes:
    """Return the page of an event with its evidence."""
    contents = frame.contents
    places = [contents.areas[place] for place in entry.jurisdictions if place in contents.areas]
    options = Options(base_url=contents.base_url)
    return frame.page(
        "site_event.html.j2",
        page,
        entry=entry,
        reading=reading_in_words(entry.event.date),
        crumbs=[*crumbs(page, places[0]), [crumb(page, places[0].place)]] if places else crumbs(page, None),
        where=[crumb(page, area.place) for area in places],
        agencies=[_agency(page, name, frame) for name in entry.event.agencies],
        evidence=[
            (citation, passage_for_readers(citation, contents.articles, context=contents.context))
            for citation in entry.citations
        ],
        urls=contents.shown.urls,
        cited_as=_cited_as(entry, frame),
        **_cited_by_programs(entry, frame),
        related=[(to_event(page, other), other.event.title) for other in contents.related(entry)],
        # Search engines read it, and without an address its names lead nowhere. It escapes what ends a script.
        linked_data=Markup(on_its_page(entry, options)) if contents.base_url else "",  # noqa: S704
        description=first_words(entry.event.summary or entry.event.title),
        updated=frame.updated([entry]),
    )


def _agency(page: str, name: str, frame: Frame) -> Link:
    group = frame.contents.agencies.get(agency_key(name))
    return f"{root_of(page)}{group.folder}/{INDEX}" if group else "", name


def _cited_as(entry: Entry, frame: Frame) -> tuple[str, str, str]:
    """Return how a text refers to the page: who publishes it; what it is called; its dates and where it is.

    They are apart because each may be written from right to left.
    """
    site, base = frame.contents.site, frame.contents.base_url
    by = site.publisher or site.title
    updated = frame.updated([entry])
    parts = [
        f", {in_words(entry.event.date)}.",
        f"{site.title}." if site.title and site.title != by else "",
        f"Last updated {updated[1]}." if updated else "",
        f"{base}{event_folder(entry.event.id)}/" if base else f"Event {entry.event.id}.",
    ]
    return f"{by}. " if by else "", marked(entry), " ".join(part for part in parts if part)


def _cited_by_programs(entry: Entry, frame: Frame) -> dict[str, Markup]:
    """Return the same for programs that make bibliographies."""
    site, base = frame.contents.site, frame.contents.base_url
    url = f"{base}{event_folder(entry.event.id)}/" if base else None
    source = Source(site.publisher, site.title, url, site.language)
    return {"bibtex": _spelled(bibtex(entry, source)), "csl": _spelled(dump([csl(entry, source)]))}


def _spelled(text: str) -> Markup:
    """Return a text as HTML with its quotation marks as they are, since it has many of them."""
    return Markup(escape(inert.block(text), quote=False))  # noqa: S704 - escaped here


def moved_page(page: str, event_id: str, frame: Frame) -> bytes:
    """Return a page that leads from an alias to the page of the event that replaced it."""
    title = frame.contents.entries[event_id].event.title
    return frame.page("site_moved.html.j2", page, target=f"{event_folder(event_id)}/{INDEX}", heading=title)


def missing_page(page: str, frame: Frame) -> bytes:
    """Return the page a server sends for a missing address; it may appear anywhere, so it uses no other file."""
    return frame.page("site_missing.html.j2", page, assets=inlined())
