"""The files beside the page of each jurisdiction, public body and kind that programs can follow."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from operator import is_
from types import MappingProxyType
from typing import TYPE_CHECKING

from raidline.export import atom, ics, spreadsheet
from raidline.export.addresses import event_folder, link, place_folder
from raidline.export.identity import group_uri
from raidline.interchange.jsontext import Json, dump
from raidline.interchange.record import place_record, record
from raidline.interchange.table import COLUMNS, SOURCES
from raidline.places.containment import containers, within
from raidline.places.gazetteer import POINTS_FROM
from raidline.places.lookup import local_name, read
from raidline.publish.areas import Area
from raidline.publish.files import jsonfeed
from raidline.timeline.build import Timeline, with_removals

if TYPE_CHECKING:
    from raidline.export import Options
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.publish.contents import Contents
    from raidline.publish.groups import Group
    from raidline.timeline.build import Entry

    _Make = Callable[[Entry, Options], str]

CORRECTIONS = "corrections"  # the folder of their page
Known = Mapping[str, str]
_NOTHING: Known = MappingProxyType({})
_ID = '{"id": '  # how the record of an event begins
# Events in a news feed and in a calendar, which programs load whole, again and again: of a record, and of a large one.
_NEWS, _NEWS_OF_MANY = 40, 10
_DAYS, _DAYS_OF_MANY = 500, 30


@dataclass(frozen=True, slots=True)
class Feed:
    """A file beside a page, and its label for readers.

    `everywhere` also beside the pages of public bodies and kinds; `local` also beside those of counties and places in a
    large record. A `table` has every event and says nothing of the place that it is for: places with the same events
    share one, and in a large record all places do.
    """

    file: str
    media_type: str
    label: str
    everywhere: bool = False
    local: bool = True
    table: bool = False


FEEDS = (
    Feed("calendar.ics", "text/calendar", "Calendar"),
    Feed("feed.atom", "application/atom+xml", "News feed", everywhere=True),
    Feed("feed.json", "application/feed+json", "JSON Feed", everywhere=True, local=False),
    Feed("events.csv", "text/csv", "CSV", table=True),
    (_RECORDS := Feed("events.json", "application/json", "JSON", table=True)),
)


def area_feeds(page: str, area: Area, contents: Contents) -> list[tuple[str, str, str]]:
    """Return address, media type and label of each file for a jurisdiction."""
    holder = holder_of_tables(area, contents)
    elsewhere = "" if _have_same_events(holder, area) else f" ({local_name(holder.place)})"
    return [
        (link(f"{place_folder(holder.place)}/{feed.file}", page), feed.media_type, f"{feed.label}{elsewhere}")
        if feed.table
        else (link(f"{place_folder(area.place)}/{feed.file}", page), feed.media_type, feed.label)
        for feed in feeds_of(area, contents)
    ]


def feeds_of(area: Area, contents: Contents) -> list[Feed]:
    """Return the files for a jurisdiction; the tables may be those of a wider one."""
    if not contents.is_large:
        return [*FEEDS]
    is_wide = area.place.kind in ("nation", "state", "country")
    return [feed for feed in FEEDS if (feed.local or is_wide) and feed is not _RECORDS]


def group_feeds(page: str, folder: str) -> list[tuple[str, str, str]]:
    """Return address, media type and label of each file for a public body or a kind."""
    return [(link(f"{folder}/{feed.file}", page), feed.media_type, feed.label) for feed in FEEDS if feed.everywhere]


def holder_of_tables(area: Area, contents: Contents) -> Area:
    """Return the jurisdiction beside whose page the tables are: the widest around it with the same events.

    In a large record it is the widest, whatever its events.
    """
    for place, _ in area.wider[::-1]:
        wider = contents.areas[place]
        if contents.is_large or _have_same_events(wider, area):
            return wider
    return area


def _have_same_events(one: Area, other: Area) -> bool:
    return len(one.entries) == len(other.entries) and all(map(is_, one.entries, other.entries))


class Pieces:
    """What files say of an event; each is made once in a process, however many files contain it.

    Whoever knows what a file says of some events, by their ids, passes it on as `known`.
    """

    def __init__(self, contents: Contents, options: Options) -> None:
        self.contents, self.options = contents, options
        self._kept: defaultdict[str, dict[int, str]] = defaultdict(dict)  # by form and by the id of the object
        self._newest: dict[int, tuple[Sequence[Entry], list[Entry]]] = {}
        self._same: tuple[Container[str], list[str]] = (), [*contents.entries]

    def _once(self, what: str, entry: Entry, make: _Make) -> str:
        kept, key = self._kept[what], id(entry)
        if key not in kept:
            kept[key] = make(entry, self.options)
        return kept[key]

    def _knowing(self, known: Known, what: str, make: _Make) -> _Make:
        return lambda entry, _: known.get(entry.event.id) or self._once(what, entry, make)

    def known(self, before: dict[str, str], same: Container[str]) -> dict[str, str]:
        """Return what a file said of events, by their ids, without those whose pages are not among the `same` files."""
        if self._same[0] is not same:  # once for all tables
            pages = ((name, f"{event_folder(name)}/index.html") for name in self.contents.entries)
            self._same = same, [name for name, page in pages if page not in same]
        for name in self._same[1]:
            before.pop(name, None)
        return before

    def newest(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return the events of a news feed of these, found once for both forms of it."""
        key = id(entries)
        if key not in self._newest:
            moments, most = self.contents.moments, _NEWS_OF_MANY if self.contents.is_large else _NEWS
            found = nlargest(most, entries, key=lambda one: (moments[one.event.id] or atom.NEVER, one.event.id))
            self._newest[key] = entries, found
        return self._newest[key][1]

    def calendar(self, timeline: Timeline) -> Iterator[str]:
        """Yield the calendar of a timeline."""

        def made(entry: Entry, options: Options) -> str:
            return ics.event_text(entry, options) or ""

        return ics.write(timeline, self.options, text_of=self._knowing(_NOTHING, "ics", made))

    def table(self, timeline: Timeline, known: Known = _NOTHING) -> Iterator[str]:
        """Yield the rows of a timeline as CSV."""

        def made(entry: Entry, options: Options) -> str:
            return spreadsheet.line(entry, options, columns)

        columns = tuple(name for name in COLUMNS if name != SOURCES)  # the other table has the quotes
        return spreadsheet.write(timeline, self.options, columns, line_of=self._knowing(known, "csv", made))

    def sources(self, timeline: Timeline, known: Known = _NOTHING) -> Iterator[str]:
        """Yield the rows of the sources of a timeline as CSV."""
        lines_of = self._knowing(known, "sources", spreadsheet.source_lines)
        return spreadsheet.write_sources(timeline, self.options, lines_of=lines_of)

    def records(self, timeline: Timeline, known: Known = _NOTHING) -> Iterator[str]:
        """Yield a timeline as JSON, with an event on each line; where its points are from stands once."""
        place = _unattributed(place_record(timeline.place)) if timeline.place else None
        opening, closing = dump(
            {"title": timeline.title, "place": place, "attribution": POINTS_FROM, "events": []}
        ).rsplit("[]", 1)
        line_of = self._knowing(known, "json", lambda entry, _: _record_text(entry))
        yield f"{opening}["
        between = "\n"
        for entry in timeline.entries:
            yield between + line_of(entry, self.options)
            between = ",\n"
        yield f"\n]{closing}\n"


def _record_text(entry: Entry) -> str:
    told = record(entry)
    return dump(_spoken(told | {"places": [_unattributed(place) for place in told["places"]]}))


def _spoken(value: Json) -> Json:
    """Return what says something: without what is null, false or empty, at any depth."""
    told = {name: _spoken_in(one) for name, one in value.items()}
    return {name: one for name, one in told.items() if one not in (None, False, [], {})}


def _spoken_in(value: object) -> object:
    if isinstance(value, dict):
        return _spoken(value)
    return [*map(_spoken_in, value)] if isinstance(value, list) else value


def _unattributed(place: Json) -> Json:
    return {name: value for name, value in place.items() if name != "attribution"}


def renewed_table(feed: Feed, area: Area, pieces: Pieces, before: bytes, same: Container[str]) -> bytes:
    """Return a table, made from its earlier state: an event whose page is the same has the same line."""
    lines = _rows_of(before) if feed.file == "events.csv" else _records_of(before)
    return area_file(feed, area, pieces, pieces.known(dict(lines), same))


def renewed_sources(whole: Timeline, pieces: Pieces, before: bytes, same: Container[str]) -> bytes:
    """Return the table of all sources, made from its earlier state like `renewed_table`."""
    rows: dict[str, str] = {}
    for name, row in _rows_of(before):
        rows[name] = rows.get(name, "") + row
    return "".join(pieces.sources(whole, pieces.known(rows, same))).encode()


def _rows_of(table: bytes) -> Iterator[tuple[str, str]]:
    """Yield the id and the row of each event of a table: a cell never contains the end of a row."""
    for row in table.decode().split("\r\n")[1:-1]:
        name, comma, _ = row.partition(",")
        yield (name if comma and '"' not in name else next(csv.reader([row]))[0]), f"{row}\r\n"


def _records_of(table: bytes) -> Iterator[tuple[str, str]]:
    """Yield the id and the record of each event of a table, which are on lines of their own."""
    for row in table.decode().split("\n")[1:-2]:
        if row.startswith(_ID):
            yield json.JSONDecoder().raw_decode(row, len(_ID))[0], row.removesuffix(",")


def area_file(feed: Feed, area: Area, pieces: Pieces, known: Known = _NOTHING) -> bytes:
    """Return a file beside the page of a jurisdiction."""
    timeline = with_removals(area.timeline(), pieces.contents.timeline.removals)
    if feed.file == "events.csv":
        return "".join(pieces.table(timeline, known)).encode()
    if feed.file == "events.json":
        return "".join(pieces.records(timeline, known)).encode()
    return _file(feed, timeline, place_folder(area.place), None, pieces)


def emptied(contents: Contents) -> Iterator[tuple[Jurisdiction, list[Feed]]]:
    """Yield the places whose only events were taken out of the record, and the files that readers may follow still."""
    scope = contents.timeline.scope
    own = (place for one in contents.timeline.removals for place in read(one.places) if not isinstance(place, str))
    around = (place for inner in own for place in (inner, *(outer for outer, _ in containers(inner))))
    for place in dict.fromkeys(around):
        if place not in contents.areas and (not scope or any(within(place, one) for one in scope)):
            yield place, [feed for feed in feeds_of(Area(place, (), (), (), (), ()), contents) if not feed.table]


def emptied_file(feed: Feed, place: Jurisdiction, pieces: Pieces) -> bytes:
    """Return a file of a place without events, which says what was taken out; its page is that of corrections."""
    timeline = with_removals(Timeline(place, ()), pieces.contents.timeline.removals)
    return _file(feed, timeline, place_folder(place), None, pieces, page=CORRECTIONS)


def corrections_file(feed: Feed, pieces: Pieces) -> bytes:
    """Return the news of what was corrected or taken out of the record, in whatever place."""
    whole = pieces.contents.timeline
    corrected = tuple(entry for entry in whole.entries if entry.event.corrections)
    return _file(feed, Timeline(None, corrected, removals=whole.removals), CORRECTIONS, "corrections", pieces)


def group_file(feed: Feed, group: Group, pieces: Pieces) -> bytes:
    """Return a file beside the page of a public body or a kind."""
    return _file(feed, Timeline(None, group.entries), group.folder, group.name, pieces)


def _file(  # noqa: PLR0913 - one parameter for each part of a feed
    feed: Feed, timeline: Timeline, folder: str, name: str | None, pieces: Pieces, *, page: str | None = None
) -> bytes:
    is_large = pieces.contents.is_large
    if feed.file == "calendar.ics":
        latest = replace(timeline, entries=timeline.entries[-(_DAYS_OF_MANY if is_large else _DAYS) :])
        return "".join(pieces.calendar(latest)).encode()
    news = replace(timeline, entries=tuple(pieces.newest(timeline.entries)))
    site, base = pieces.contents.site, pieces.contents.base_url
    where = atom.Published(
        address=f"{base}{folder}/{feed.file}" if base else None,
        page=f"{base}{page or folder}/" if base else None,
        page_of=(lambda event_id: f"{base}{event_folder(event_id)}/") if base else None,
        uri=group_uri(folder, pieces.options) if name else None,
        title=f"{site.title or 'Immigration enforcement'}: {name}" if name else None,
        author=site.publisher,
        rights=site.licence.name if site.licence else None,
        language=site.language,
    )
    write = atom.feed if feed.file == "feed.atom" else jsonfeed.feed
    return "".join(write(news, pieces.options, where)).encode()
