"""The first page, and the page of all places."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from raidline.export.addresses import link, place_folder
from raidline.export.html.strips import strip
from raidline.places.lookup import nation
from raidline.publish.areamap import map_of
from raidline.publish.areas import by_state
from raidline.publish.files.feeds import area_feeds
from raidline.publish.pages.correcting import corrections
from raidline.publish.pages.frame import INDEX, root_of, to_event
from raidline.publish.pages.listings import row, years_of
from raidline.publish.sparkline import scale_of

if TYPE_CHECKING:
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.publish.pages.frame import Frame

NEWEST = 6  # events on the first page
_DRAWN = 12  # years; more are listed, so that the first page stays light


def front_page(page: str, frame: Frame) -> bytes:
    """Return the first page: what is new, where, and by whom."""
    contents = frame.contents
    entries = contents.timeline.entries
    whole = contents.areas.get(contents.timeline.place or nation())
    scale = scale_of(frame.monthly(range(len(entries))))
    root = root_of(page)
    latest = [entry for entry in reversed(entries) if entry.event.date.earliest][:NEWEST]
    kinds = ("county",) if contents.timeline.region else ("state", "country")
    states = [area for area in contents.areas.values() if area.place.kind in kinds]
    return frame.page(
        "site_front.html.j2",
        page,
        scope=_scope(contents),
        standfirst=frame.standfirst(entries),
        description=contents.site.description or frame.standfirst(entries),
        **_strip(page, whole, contents),
        latest=[frame.line(entry, root) for entry in latest],
        corrected=corrections(page, contents)[:NEWEST],
        drawn=map_of(nation(), contents.areas),
        states=[row(page, area, scale, frame) for area in states],
        agencies=nlargest(12, contents.agencies.values(), key=lambda group: len(group.entries)),
        kinds=contents.kinds.values(),
        number=len(contents.areas),
        events=len(entries),
        updated=frame.updated(entries),
        feeds=area_feeds(page, whole, contents) if whole else [],
        href=lambda area: link(f"{place_folder(area.place)}/{INDEX}", page),
        link=lambda folder: link(f"{folder}/{INDEX}", page),
    )


def _scope(contents: Contents) -> str:
    """Return the name of the places that the site is about; empty for all."""
    return contents.timeline.title if contents.timeline.scope else ""


def _strip(page: str, whole: Area | None, contents: Contents) -> dict[str, object]:
    """Return the strip of the widest place, whose page or its years' pages its months lead to."""
    if not whole:
        return {"strip": None, "by_year": []}
    folder = place_folder(whole.place)
    years = years_of(whole, folder, contents)
    links = {year.name: link(f"{year.folder}/{INDEX}", page) for year in years}
    if len(years) > _DRAWN:
        return {"strip": None, "by_year": [(links[one.name], one.name, len(one.entries)) for one in reversed(years)]}
    drawn = strip(whole.entries)
    return {"strip": drawn, "by_year": [], "year_links": links, "timeline": link(f"{folder}/{INDEX}", page)}


def places_page(page: str, frame: Frame) -> bytes:
    """Return the page of every jurisdiction in which something happened, by state."""
    contents = frame.contents
    entries = contents.timeline.entries
    scale = scale_of(frame.monthly(range(len(entries))))
    states = [
        (
            row(page, contents.areas[state], scale, frame) if state in contents.areas else None,
            [row(page, one, scale, frame) for one in inner],
        )
        for state, inner in by_state(contents.areas).items()
    ]
    whole = contents.areas.get(nation())
    return frame.page(
        "site_places.html.j2",
        page,
        scope=_scope(contents),
        standfirst=frame.standfirst(entries),
        nation=row(page, whole, scale, frame) if whole else None,
        states=states,
        number=len(contents.areas),
        unplaced=[(to_event(page, entry), entry) for entry in entries if not entry.jurisdictions],
        updated=frame.updated(entries),
    )
