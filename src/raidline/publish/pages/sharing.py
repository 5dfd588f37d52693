"""The page of the whole record for programs, and small pages that other sites embed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from raidline.export.addresses import link, place_folder
from raidline.phrasing import plural
from raidline.publish.files.dataset import FOLDER, PACKAGE, downloads, schema_org, title
from raidline.publish.pages.frame import INDEX, crumbs, root_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raidline.places.jurisdiction import Jurisdiction
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.publish.files.feeds import Pieces
    from raidline.publish.pages.frame import Frame
    from raidline.timeline.build import Entry

EMBEDDED = "embed"
_NEWEST = 10  # events
# A page that shows the file for TimelineJS; without `font: null` it would load letters from another host.
_SHOW = """\
<!DOCTYPE html>
<html lang="{language}">
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="css/timeline.css">
<script src="js/timeline.js"></script>
<div id="timeline" style="height: 90vh"></div>
<script>new TL.Timeline("timeline", "timelinejs.json", {{ font: null }})</script>
</html>"""
_WIDE = ("nation", "state", "country")  # of the many smaller places nobody asked for


def data_page(page: str, frame: Frame, pieces: Pieces) -> bytes:
    """Return the page of the whole record: its files, how to use and how to embed it."""
    contents = frame.contents
    entries = contents.timeline.entries
    files = list(downloads(contents, pieces))
    number = sum(len(entry.citations) for entry in entries)
    return frame.page(
        "sharing/data.html.j2",
        page,
        crumbs=crumbs(page, None),
        total=f"{plural(len(entries), 'event')} from {plural(number, 'source')}",
        files=[(link(one.path, page), one.media_type, one.label, one.purpose) for one in files],
        package=link(PACKAGE, page),
        is_large=contents.is_large,
        in_one_form=contents.is_large and not contents.whole,
        linked_data=Markup(schema_org(contents, files)),  # noqa: S704 - it escapes what ends a script
        snippet=_snippet(contents),
        embedded=[(f"{root_of(page)}{embedded(place)}", place.full_name) for place in embedded_places(contents)],
        whole=f"{root_of(page)}{embedded(None)}",
        slides=f"{root_of(page)}{FOLDER}/timelinejs.json",
        show=_SHOW.format(language=contents.site.language, title=escape(title(contents))),
        description=f"The whole record of {title(contents)} for programs: tables, a database, a data package.",
        updated=frame.updated(entries),
    )


def embedded(place: Jurisdiction | None) -> str:
    """Return the address of the page to embed for a place, or for the whole record."""
    return f"{place_folder(place)}/{EMBEDDED}/{INDEX}" if place else f"{EMBEDDED}/{INDEX}"


def embedded_places(contents: Contents) -> list[Jurisdiction]:
    """Return the places that have a page to embed."""
    return [place for place in contents.areas if place.kind in _WIDE]


def newest(entries: Sequence[Entry]) -> list[Entry]:
    """Return the events of a page to embed, the newest first."""
    return [*islice((entry for entry in reversed(entries) if entry.event.date.earliest), _NEWEST)]


def embed_page(page: str, area: Area | None, frame: Frame) -> bytes:
    """Return a small page of the newest events, for a frame in a page of another site."""
    contents = frame.contents
    root = root_of(page)
    entries = newest(area.entries if area else contents.timeline.entries)
    return frame.page(
        "sharing/embed.html.j2",
        page,
        heading=area.place.full_name if area else title(contents),
        more=f"{root}{place_folder(area.place)}/{INDEX}" if area else f"{root}{INDEX}",
        lines=[frame.line(entry, root) for entry in entries],
        canonical=None,
        description=None,
    )


def _snippet(contents: Contents) -> str:
    address = f"{contents.base_url or 'https://YOUR-SITE/'}{EMBEDDED}/"
    label = escape(title(contents))
    return f'<iframe src="{address}" title="{label}" width="100%" height="480" loading="lazy"></iframe>'
