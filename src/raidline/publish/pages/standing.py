"""The pages that every site has: how to follow it, and what it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from raidline import inert
from raidline.export.addresses import link, place_folder
from raidline.publish.files.feeds import CORRECTIONS, area_feeds, group_feeds
from raidline.publish.pages.frame import INDEX, crumbs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from raidline.publish.pages.frame import Feeds, Frame

Followed = tuple[str, str, "Feeds"]  # name, address of the page, files


def about_page(page: str, frame: Frame) -> bytes:
    """Return the page about the site: the publisher's own text, how pages are to be read, licence and contact."""
    contents = frame.contents
    return frame.page(
        "site_about.html.j2",
        page,
        crumbs=crumbs(page, None),
        about=as_html(contents.site.about) if contents.site.about else "",
        updated=frame.updated(contents.timeline.entries),
    )


def follow_page(page: str, frame: Frame) -> bytes:
    """Return the page of everything that programs can follow: calendars, news feeds and tables, by place and group."""
    contents = frame.contents
    groups = [
        (
            "Places",
            [
                (place.full_name, link(f"{place_folder(place)}/{INDEX}", page), area_feeds(page, area, contents))
                for place, area in contents.areas.items()
            ],
        ),
        ("Public bodies", [_followed(page, one.name, one.folder) for one in contents.agencies.values()]),
        ("Corrections", [_followed(page, "What was corrected or removed", CORRECTIONS)]),
        ("Kinds of events", [_followed(page, one.name, one.folder) for one in contents.kinds.values()]),
    ]
    base = contents.base_url
    return frame.page(
        "site_follow.html.j2",
        page,
        crumbs=crumbs(page, None),
        groups=[(heading, rows) for heading, rows in groups if rows],
        subscribed=f"webcal://{base.partition('://')[2]}" if base else None,
        updated=frame.updated(contents.timeline.entries),
    )


def _followed(page: str, name: str, folder: str) -> Followed:
    return name, link(f"{folder}/{INDEX}", page), group_feeds(page, folder)


def as_html(markdown: str) -> Markup:
    """Return Markdown as HTML, with headings below that of the page; no HTML of its own, no pictures, no scripts."""
    tokens = _reader().parse(inert.block(markdown))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + 1, 6)}"
    return Markup(_reader().renderer.render(tokens, _reader().options, {}))  # noqa: S704 - without the HTML of others


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - for one page

    return MarkdownIt("commonmark", {"html": False}).disable("image")
