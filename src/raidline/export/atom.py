"""Atom (RFC 4287): a feed of what is new or corrected in a timeline, the newest revision first, as readers expect.

Nothing depends on the clock: an entry was updated at the newest moment that its record names. A retracted event stays
in the feed with a note in its title, and so does the id of a removed one with the reason, so that readers of an earlier
feed learn of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from raidline import inert

# We use Jinja2 rather than a feed library: feedgen needs lxml and keeps the whole feed in memory, feedgenerator demands
# links that a feed without a site does not have, and both read the clock if a date is missing.
from raidline.export.html.rendering import environment
from raidline.export.identity import event_uri, first_id, timeline_uri
from raidline.export.omission import every, kept, omitted
from raidline.interchange.headline import headline, subject
from raidline.interchange.links import links
from raidline.timeline.wording import citation_in_words, facts_in_words, remarks_in_words, removal_in_words

if TYPE_CHECKING:
    from datetime import date

    from raidline.export.options import Options
    from raidline.models import Removal
    from raidline.timeline.build import Entry, Timeline

GONE = "Removed from the record"  # the title of what a feed says instead of an event
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # the update of a timeline without events: a feed has to name some day


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of the feed; `link` is its page or its first source, if any."""

    entry: Entry
    updated: datetime
    link: str | None


@dataclass(frozen=True, slots=True)
class _Gone:
    """What the feed says instead of a removed event; `link` is the page that says the same, if there is one."""

    removal: Removal
    updated: datetime
    link: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """Where and by whom a feed is published, as far as known.

    Its own address is `address` (rel="self"); `page` (rel="alternate") shows the same; `page_of` returns the page of an
    event by its id. All are absolute, because readers store feeds elsewhere. `uri` and `title` are those of a feed that
    is not of a place.
    """

    address: str | None = None
    page: str | None = None
    page_of: Callable[[str], str] | None = None
    uri: str | None = None
    title: str | None = None
    author: str | None = None
    rights: str | None = None
    language: str = "en"


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield the feed, with entries that link to their first source."""
    return feed(timeline, options)


def feed(timeline: Timeline, options: Options, where: Published | None = None) -> Iterator[str]:
    """Yield the feed of a site, or of a timeline that nobody publishes."""
    where = where or Published()
    items = _items(timeline, options, where.page_of)
    gone = [_Gone(one, removed(one), _page(one.id, where.page_of)) for one in timeline.removals]
    newest = max([*(item.updated for item in items), *(one.updated for one in gone)], default=None)
    return (
        environment()
        .get_template("feed.atom.j2")
        .generate(
            id=where.uri or timeline_uri(timeline, options),
            title=where.title or subject(timeline, options.site),
            author=where.author or "raidline",
            rights=where.rights,
            language=where.language,
            updated=newest or _midnight(options.stamp) or NEVER,
            stamp=stamp,
            address=inert.web_link(where.address),
            page=inert.web_link(where.page),
            items=items,
            gone=sorted(gone, key=lambda one: one.updated, reverse=True),
            gone_title=GONE,
            why=removal_in_words,
            uri=partial(event_uri, options=options),
            headline=headline,
            facts=facts_in_words,
            remarks=remarks_in_words,
            cite=citation_in_words,
        )
    )


def left_out(timeline: Timeline, options: Options) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that is not in the feed."""
    return omitted(timeline, every, first_id)


def _items(timeline: Timeline, options: Options, page_of: Callable[[str], str] | None) -> list[_Item]:
    items = [
        _Item(
            entry,
            updated(entry, options),
            _page(entry.event.id, page_of) if page_of else next(iter(links(entry)), None),
        )
        for entry in reversed(list(kept(timeline, every, first_id)))
    ]
    return sorted(items, key=lambda item: item.updated, reverse=True)


def updated(entry: Entry, options: Options) -> datetime:
    """Return the newest moment that the record of an event names, or else its first day."""
    when = entry.event.date
    return entry.revised or _midnight(options.stamp or when.earliest or when.latest) or NEVER


def removed(removal: Removal) -> datetime:
    """Return the moment at which an event was taken out of the record: the midnight of the day, in UTC."""
    return _midnight(removal.day.latest) or NEVER


def _page(event_id: str, page_of: Callable[[str], str] | None) -> str | None:
    return inert.web_link(page_of(event_id)) if page_of else None


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None


def stamp(moment: datetime) -> str:
    """Return the moment in the format of RFC 3339."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
