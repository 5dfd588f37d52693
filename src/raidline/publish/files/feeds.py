"""The files beside the page of each jurisdiction, public body and kind that programs can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from heapq import nlargest
from operator import is_
from typing import TYPE_CHECKING

from raidline.export import atom, ics, spreadsheet
from raidline.export.addresses import event_folder, link, place_folder
from raidline.export.identity import group_uri
from raidline.interchange.jsontext import Json, dump
from raidline.interchange.record import place_record, record
from raidline.places.gazetteer import POINTS_FROM
from raidline.publish.files import jsonfeed
from raidline.timeline.build import Timeline, with_removals

if TYPE_CHECKING:
    from raidline.export import Options
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.publish.groups import Group
    from raidline.timeline.build import Entry

CORRECTIONS = "corrections"  # the folder of their page
_NEWS = 40  # events in a news feed: readers load the whole feed again and again


@dataclass(frozen=True, slots=True)
class Feed:
    """A file beside a page, and its label for readers; `everywhere` also beside those of public bodies and kinds.

    A `table` has every event and says nothing of the place that it is for: places with the same events share one.
    """

    file: str
    media_type: str
    label: str
    everywhere: bool = False
    table: bool = False


FEEDS = (
    Feed("calendar.ics", "text/calendar", "Calendar"),
    Feed("feed.atom", "application/atom+xml", "News feed", everywhere=True),
    Feed("feed.json", "application/feed+json", "JSON Feed", everywhere=True),
    Feed("events.csv", "text/csv", "CSV", table=True),
    Feed("events.json", "application/json", "JSON", table=True),
)


def area_feeds(page: str, area: Area, contents: Contents) -> list[tuple[str, str, str]]:
    """Return address, media type and label of each file for a jurisdiction."""
    folder, tables = place_folder(area.place), place_folder(same_events(area, contents).place)
    return [
        (link(f"{tables if feed.table else folder}/{feed.file}", page), feed.media_type, feed.label) for feed in FEEDS
    ]


def group_feeds(page: str, folder: str) -> list[tuple[str, str, str]]:
    """Return address, media type and label of each file for a public body or a kind."""
    return [(link(f"{folder}/{feed.file}", page), feed.media_type, feed.label) for feed in FEEDS if feed.everywhere]


def same_events(area: Area, contents: Contents) -> Area:
    """Return the widest jurisdiction around one that has the same events and no others; itself if there is none."""
    for place, _ in area.wider[::-1]:
        wider = contents.areas[place]
        if len(wider.entries) == len(area.entries) and all(map(is_, wider.entries, area.entries)):
            return wider
    return area


class Pieces:
    """What files say of an event; each is made once in a process, however many files contain it."""

    def __init__(self, contents: Contents, options: Options) -> None:
        self.contents, self.options = contents, options
        self._kept: dict[tuple[str, int], str] = {}

    def _once(self, what: str, entry: Entry, make: Callable[[], str]) -> str:
        key = what, id(entry)
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def calendar(self, timeline: Timeline) -> Iterator[str]:
        """Yield the calendar of a timeline."""

        def text_of(entry: Entry, options: Options) -> str:
            return self._once("ics", entry, lambda: ics.event_text(entry, options) or "")

        return ics.write(timeline, self.options, text_of=text_of)

    def table(self, timeline: Timeline) -> Iterator[str]:
        """Yield the rows of a timeline as CSV."""

        def line_of(entry: Entry, options: Options) -> str:
            return self._once("csv", entry, lambda: spreadsheet.line(entry, options))

        return spreadsheet.write(timeline, self.options, line_of=line_of)

    def records(self, timeline: Timeline) -> Iterator[str]:
        """Yield a timeline as JSON, with an event on each line; where its points are from stands once."""
        place = _unattributed(place_record(timeline.place)) if timeline.place else None
        opening, closing = dump(
            {"title": timeline.title, "place": place, "attribution": POINTS_FROM, "events": []}
        ).rsplit("[]", 1)
        yield f"{opening}["
        between = "\n"
        for entry in timeline.entries:
            yield between + self._once("json", entry, partial(_record_text, entry))
            between = ",\n"
        yield f"\n]{closing}\n"


def _record_text(entry: Entry) -> str:
    told = record(entry)
    return dump(told | {"places": [_unattributed(place) for place in told["places"]]})


def _unattributed(place: Json) -> Json:
    return {name: value for name, value in place.items() if name != "attribution"}


def area_file(feed: Feed, area: Area, pieces: Pieces) -> bytes:
    """Return a file beside the page of a jurisdiction."""
    timeline = with_removals(area.timeline(), pieces.contents.timeline.removals)
    return _file(feed, timeline, place_folder(area.place), None, pieces)


def corrections_file(feed: Feed, pieces: Pieces) -> bytes:
    """Return the news of what was corrected or taken out of the record, in whatever place."""
    whole = pieces.contents.timeline
    corrected = tuple(entry for entry in whole.entries if entry.event.corrections)
    return _file(feed, Timeline(None, corrected, removals=whole.removals), CORRECTIONS, "corrections", pieces)


def group_file(feed: Feed, group: Group, pieces: Pieces) -> bytes:
    """Return a file beside the page of a public body or a kind."""
    return _file(feed, Timeline(None, group.entries), group.folder, group.name, pieces)


def _file(feed: Feed, timeline: Timeline, folder: str, name: str | None, pieces: Pieces) -> bytes:
    if feed.file == "calendar.ics":
        return "".join(pieces.calendar(timeline)).encode()
    if feed.file == "events.csv":
        return "".join(pieces.table(timeline)).encode()
    if feed.file == "events.json":
        return "".join(pieces.records(timeline)).encode()
    newest = nlargest(_NEWS, timeline.entries, key=lambda entry: (entry.revised or atom.NEVER, entry.event.id))
    news = replace(timeline, entries=tuple(newest))
    site, base = pieces.contents.site, pieces.contents.base_url
    where = atom.Published(
        address=f"{base}{folder}/{feed.file}" if base else None,
        page=f"{base}{folder}/" if base else None,
        page_of=(lambda event_id: f"{base}{event_folder(event_id)}/") if base else None,
        uri=group_uri(folder, pieces.options) if name else None,
        title=f"Immigration enforcement: {name}" if name else None,
        author=site.publisher,
        rights=site.licence.name if site.licence else None,
    )
    write = atom.feed if feed.file == "feed.atom" else jsonfeed.feed
    return "".join(write(news, pieces.options, where)).encode()
