"""JSON Feed (version 1.1): the same news as the Atom feed, for programs that prefer JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.words import in_words
from raidline.export import atom
from raidline.export.atom import stamp, updated
from raidline.export.identity import event_uri, first_id
from raidline.export.omission import every, kept
from raidline.interchange.headline import headline, subject
from raidline.interchange.jsontext import Json, stream
from raidline.interchange.links import links
from raidline.timeline.wording import citation_in_words, facts_in_words, remarks_in_words, removal_in_words

if TYPE_CHECKING:
    from raidline.export.atom import Published
    from raidline.export.options import Options
    from raidline.models import Removal
    from raidline.timeline.build import Entry, Timeline

VERSION = "https://jsonfeed.org/version/1.1"


def feed(timeline: Timeline, options: Options, where: Published) -> Iterator[str]:
    """Yield the feed, the newest revision first."""
    head: Json = {
        "version": VERSION,
        "title": where.title or subject(timeline, options.site),
        "language": where.language,
    }
    addresses = {"home_page_url": where.page, "feed_url": where.address}
    head |= {name: address for name, address in addresses.items() if address}
    if where.author:
        head["authors"] = [{"name": where.author}]
    newest = sorted(kept(timeline, every, first_id), key=lambda entry: updated(entry, options), reverse=True)
    gone = (_gone(one, options, where) for one in sorted(timeline.removals, key=lambda one: one.day, reverse=True))
    return stream(head | {"items": []}, chain(gone, (_item(entry, options, where) for entry in newest)))


def _gone(removal: Removal, options: Options, where: Published) -> Json:
    """Return what the feed says instead of an event that was taken out of the record."""
    page = inert.web_link(where.page_of(removal.id)) if where.page_of else None
    return {
        "id": event_uri(removal, options),
        "title": atom.GONE,
        **({"url": page} if page else {}),
        "content_text": inert.block(removal_in_words(removal)),
        "date_modified": stamp(atom.removed(removal)),
    }


def _item(entry: Entry, options: Options, where: Published) -> Json:
    page = where.page_of(entry.event.id) if where.page_of else None
    item: Json = {"id": event_uri(entry.event, options), "title": headline(entry)}
    if address := inert.web_link(page) or next(iter(links(entry)), None):
        item["url"] = address
    return item | {
        "content_text": _text(entry),
        "date_modified": stamp(updated(entry, options)),
        "tags": [entry.event.kind.value, *(place.full_name for place in entry.jurisdictions)],
    }


def _text(entry: Entry) -> str:
    lines = [f"{in_words(entry.event.date)}: {'; '.join(facts_in_words(entry))}"]
    if entry.event.summary:
        lines.append(entry.event.summary)
    lines += remarks_in_words(entry)
    lines += [f"{number}. {citation_in_words(one)}" for number, one in enumerate(entry.citations, 1)]
    return inert.block("\n".join(lines))
