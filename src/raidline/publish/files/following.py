"""What leads programs to the feeds and the pages: OPML for feed readers, robots.txt for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from raidline import inert
from raidline.export.addresses import place_folder
from raidline.publish.files.feeds import CORRECTIONS

if TYPE_CHECKING:
    from raidline.publish.contents import Contents


def opml(contents: Contents) -> bytes:
    """Return every news feed of the site as an OPML 2.0 list, grouped by places, public bodies and kinds."""
    title = contents.site.title or "Immigration enforcement, place by place"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_escaped(title)}</title></head>",
        "<body>",
        *_outlines("Places", ((place.full_name, place_folder(place)) for place in contents.areas), contents),
        *_outlines("Public bodies", ((one.name, one.folder) for one in contents.agencies.values()), contents),
        *_outlines("Corrections", iter([("What was corrected or removed", CORRECTIONS)]), contents),
        *_outlines("Kinds of events", ((one.name, one.folder) for one in contents.kinds.values()), contents),
        "</body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode()


def _outlines(heading: str, feeds: Iterator[tuple[str, str]], contents: Contents) -> Iterator[str]:
    yield f"<outline text={_quoted(heading)}>"
    for name, folder in feeds:
        address = _quoted(f"{contents.base_url}{folder}/feed.atom")
        page = _quoted(f"{contents.base_url}{folder}/")
        yield f'<outline type="rss" text={_quoted(name)} title={_quoted(name)} xmlUrl={address} htmlUrl={page}/>'
    yield "</outline>"


def _quoted(text: str) -> str:
    return f'"{escape(inert.line(text))}"'


def _escaped(text: str) -> str:
    return inert.line(text).replace("&", "&amp;").replace("<", "&lt;")


def robots(base_url: str) -> bytes:
    """Return a robots.txt that allows everything and names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()
