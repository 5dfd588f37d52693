"""What a site shows: events, jurisdictions, and the data of each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from raidline.export.omission import every, kept, omitted
from raidline.publish.areas import Area, areas_of
from raidline.publish.groups import Group, by_agency, by_kind
from raidline.store.site import SiteInfo
from raidline.timeline.boundary import for_readers
from raidline.timeline.months import ordered
from raidline.timeline.order import BY_DATE
from raidline.timeline.shown import USUAL

if TYPE_CHECKING:
    from datetime import datetime

    from raidline.article import Article
    from raidline.models import Event
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry, Timeline
    from raidline.timeline.order import Order
    from raidline.timeline.shown import Shown

_LARGE = 3_000  # events; of more, all files for all places would be a hundred megabytes
_PACKAGE = Path(__file__).parents[1]
_ID = attrgetter("event.id")
_LENGTH = 32  # of a hash here, in hexadecimal digits


@dataclass(frozen=True, slots=True)
class Contents:
    """The data for all pages.

    `entries` holds the events by id, `moved` the id that replaced each alias. `marks` holds, by id, a hash of
    everything that any page shows of an event, `moments` the newest moment that its record names; `years` has, for each
    event, the first in which it can have begun, or 0. `base_url` ends with
    a slash. `left_out` has (event id, reason) for each event or alias without a page. `context` says whether pages show
    the sentences around a quote, masked; `order` is that of the events on pages, which all files have by date. `site`
    is what the project says about itself, `agencies` and `kinds` the events of each public body and each kind, by its
    key, and `shown` what lists tell of each event besides the usual. `whole` says whether a large record is there in
    every form too.
    """

    timeline: Timeline
    articles: Mapping[str, Article]
    base_url: str | None
    areas: Mapping[Jurisdiction, Area]
    entries: Mapping[str, Entry]
    moved: Mapping[str, str]
    marks: Mapping[str, str]
    moments: Mapping[str, datetime | None]
    years: Sequence[int]
    left_out: tuple[tuple[str, str], ...]
    context: bool
    order: Order
    site: SiteInfo
    shown: Shown
    agencies: Mapping[str, Group]
    kinds: Mapping[str, Group]
    whole: bool

    @property
    def is_large(self) -> bool:
        """Whether the record is so large that a site has it in one form only, and is not made whole again each time."""
        return len(self.entries) > _LARGE

    def related(self, entry: Entry) -> list[Entry]:
        """Return the events of the site that belong with an event."""
        ids = dict.fromkeys(self.moved.get(name, name) for name in entry.event.related)
        return [self.entries[name] for name in ids if name in self.entries and name != entry.event.id]


def contents_of(  # noqa: PLR0913 - one parameter for each choice
    timeline: Timeline,
    articles: Mapping[str, Article],
    base_url: str | None,
    *,
    context: bool = False,
    site: SiteInfo | None = None,
    shown: Shown = USUAL,
    whole: bool = False,
    data: Mapping[int, bytes] = MappingProxyType({}),
) -> Contents:
    """Return the contents of the site of a timeline; of several events with one id, only the first is included.

    `data` says what events were read from, by the `id` of the object: to hash it takes less than to write it again.
    """
    order = timeline.order
    if order != BY_DATE:
        timeline = replace(timeline, entries=ordered(timeline.entries, BY_DATE), order=BY_DATE)
    timeline = for_readers(timeline)
    entries = {entry.event.id: entry for entry in kept(timeline, every)}
    moved: dict[str, str] = {}
    left_out = omitted(timeline, every) if len(entries) < len(timeline.entries) else []
    for event_id, entry in entries.items():
        for alias in entry.event.aliases:
            if alias in entries:
                left_out.append((alias, f"it is an alias of {event_id}, but the id of another event"))
            elif moved.setdefault(alias, event_id) != event_id:
                left_out.append((alias, f"it is an alias of {event_id}, but {moved[alias]} had it before"))
    taken = [name for one in timeline.removals for name in (one.id, *one.aliases) if name in entries or name in moved]
    left_out += [(name, "it was taken out of the record, but an event has its name") for name in taken]
    timeline = replace(timeline, entries=tuple(entries.values()))
    contents = Contents(
        timeline=timeline,
        articles=articles,
        base_url=base_url,
        areas=areas_of(timeline),
        entries=entries,
        moved=moved,
        marks={},
        moments={name: entry.revised for name, entry in entries.items()},
        years=[day.year if (day := entry.event.date.earliest) else 0 for entry in timeline.entries],
        left_out=tuple(left_out),
        context=context,
        order=order,
        site=site or SiteInfo(),
        shown=shown,
        agencies=by_agency(timeline.entries),
        kinds=by_kind(timeline.entries),
        whole=whole,
    )
    return replace(contents, marks={name: _mark(entry, contents, data) for name, entry in entries.items()})


def digest(*parts: str) -> str:
    """Return half of a SHA-256 of several texts; the boundaries between them count."""
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:_LENGTH]


def marks_of(entries: Iterable[Entry], contents: Contents) -> str:
    """Return a hash of everything that a page shows of these events."""
    return digest(*map(contents.marks.__getitem__, map(_ID, entries)))


@cache
def program() -> str:
    """Return a hash of this program with its templates and words; a page from a different version is made again."""
    made = sha256()
    for name, path in sorted((path.replace(os.sep, "/"), path) for path in _files_below(str(_PACKAGE))):
        made.update(f"{name[len(str(_PACKAGE)) :]}\0".encode())
        with open(path, "rb") as file:  # noqa: PTH123 - faster than a Path, for hundreds of files
            made.update(sha256(file.read()).digest())
    return made.hexdigest()


def _files_below(folder: str) -> Iterator[str]:
    """Yield the paths of all files but compiled ones."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _files_below(entry.path)
        elif not entry.name.endswith(".pyc"):
            yield entry.path


def _mark(entry: Entry, contents: Contents, data: Mapping[int, bytes]) -> str:
    """Return a hash of an event and what it refers to: where its places lie, the program says."""
    event, articles = entry.event, contents.articles
    own = data.get(id(event)) or _written(event)  # with its sources
    stored = [found for one in entry.citations if one.article and (found := articles.get(one.article))]
    if not stored and not event.related:  # as most
        return sha256(own).hexdigest()[:_LENGTH]
    return digest(
        own.decode(errors="surrogatepass"),
        *[repr((one.id, one.title, one.publisher, one.published, one.url)) for one in stored],
        *[_text_mark(article.text) for article in stored if contents.context],
        *[part for other in contents.related(entry) for part in (other.event.id, other.event.title)],
    )


def _written(event: Event) -> bytes:
    try:
        return event.model_dump_json().encode()
    except ValueError:  # a lone surrogate, which JSON does not take
        return repr(event.model_dump(mode="json")).encode(errors="surrogatepass")


@cache
def _text_mark(text: str) -> str:
    return digest(text)
