"""Select and order the events of a jurisdiction; say who reports each, and where the reports differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from raidline.article import publisher_key
from raidline.dates.moments import moment_of
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.models import Claim, Conflict, Removal
from raidline.places.containment import is_mostly_in, within
from raidline.places.lookup import read
from raidline.privacy.credentials import event_without_secrets, without_secrets
from raidline.timeline.order import BY_DATE, Order

if TYPE_CHECKING:
    from datetime import datetime

    from raidline.article import Article
    from raidline.counts.value import Count
    from raidline.models import Event, Kind, Says, Source, Stated, Status
    from raidline.places.jurisdiction import Jurisdiction


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of an event, completed with details from its stored article.

    `publisher` falls back to the article's id, so that it always names a source.
    """

    publisher: str
    published: Edtf | None
    title: str | None
    url: str | None
    archived: str | None
    article: str | None
    quote: str | None
    page: int | None
    says: Says | None
    background: bool = False

    @property
    def reference(self) -> str:
        """What it refers to: the id of a stored article, or else an address."""
        return self.article or self.url or ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with its place in a timeline.

    `places` says where it happened, each place once; a name that cannot be read stays as written.

    `share` is the part of it that lies in the requested place, by population: 1 for an event wholly in it, 0 for an
    event of a wider jurisdiction that is listed as context.
    """

    event: Event
    places: tuple[Jurisdiction | str, ...]
    share: float
    citations: tuple[Citation, ...]
    conflicts: tuple[Conflict, ...]

    def in_part(self, share: float) -> Entry:
        """Return the same with another share; several times faster than `replace`, for all places of a site."""
        return Entry(self.event, self.places, share, self.citations, self.conflicts)

    @property
    def partly(self) -> bool:
        """Whether only a small part of the event's place lies in the requested place."""
        return self.share > 0 and not is_mostly_in(self.share)

    @property
    def context(self) -> bool:
        """Whether the event belongs to a wider jurisdiction."""
        return self.share == 0

    @property
    def jurisdictions(self) -> tuple[Jurisdiction, ...]:
        """The places without the names that cannot be read."""
        return tuple([place for place in self.places if not isinstance(place, str)])

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who reports it, each once, in the order of the sources; their number is the corroboration."""
        if len(self.citations) == 1:
            return (self.citations[0].publisher,)
        seen: dict[str, str] = {}
        for citation in self.citations:
            seen.setdefault(publisher_key(citation.publisher), citation.publisher)
        return tuple(seen.values())

    @property
    def as_of(self) -> Edtf | None:
        """The publication date of the newest source."""
        return max((c.published for c in self.citations if c.published), default=None)

    @property
    def revised(self) -> datetime | None:
        """The newest moment, in UTC, that the event's own record names: its update or the publication of a source.

        A day counts as its midnight.
        """
        published = [moment_of(citation.published.text) for citation in self.citations if citation.published]
        return max([moment for moment in (self.touched, *published) if moment], default=None)

    @property
    def touched(self) -> datetime | None:
        """The moment, in UTC, at which its record was last changed, as it says itself; a day counts as its midnight."""
        event = self.event
        if not event.updated and not event.corrections:
            return None
        said = [*((event.updated,) if event.updated else ()), *[one.day for one in event.corrections]]
        return max([moment for when in said if (moment := moment_of(when.text))], default=None)


@dataclass(frozen=True, slots=True)
class Region:
    """Several places that one timeline is about, such as the counties of Chicagoland."""

    name: str
    places: tuple[Jurisdiction, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries of `place` or of all places, in the order that `order` names: by date, then id, if nobody asked.

    A timeline of several places has a `region` and no `place`.

    `unplaced` holds (event id, place as written) for each place that could not be read and so cannot be found;
    `left_out` is the number of entries that `top` left out. `removals` are what was taken out of the record.
    """

    place: Jurisdiction | None
    entries: tuple[Entry, ...]
    unplaced: tuple[tuple[str, str], ...] = ()
    left_out: int = 0
    order: Order = BY_DATE
    removals: tuple[Removal, ...] = ()
    region: Region | None = None

    @property
    def title(self) -> str:
        """The place's full name, such as "Travis County, Texas"."""
        return self.place.full_name if self.place else self.region.name if self.region else "All places"

    @property
    def scope(self) -> tuple[Jurisdiction, ...]:
        """The places that it is about; empty for all places."""
        return (self.place,) if self.place else self.region.places if self.region else ()


def build_timeline(  # noqa: PLR0913 - one parameter for each way to select
    events: Iterable[Event],
    articles: Mapping[str, Article],
    *,
    place: Jurisdiction | None = None,
    region: Region | None = None,
    since: date | None = None,
    until: date | None = None,
    kinds: Collection[Kind] = (),
    statuses: Collection[Status] = (),
    context: bool = False,
) -> Timeline:
    """Return the timeline of `place` or of the places of `region`: what happened in them and in the places within them.

    `since` and `until` are inclusive and keep whatever may have happened between them; empty `kinds` and `statuses`
    keep all; `context` adds the events of wider jurisdictions. `articles` gives the details of stored sources by id.
    """
    empty = Timeline(None if region else place, (), region=region)
    entries: list[Entry] = []
    unplaced: list[tuple[str, str]] = []
    where: dict[tuple[str, ...], tuple[tuple[Jurisdiction | str, ...], list[str], float | None]] = {}
    for event in events:
        if not (
            (not (since or until) or event.date.overlaps(since or date.min, until or date.max))
            and (not kinds or event.kind in kinds)
            and (not statuses or event.status in statuses)
        ):
            continue
        if event.places not in where:
            places = read(event.places)
            names = [name for name in places if isinstance(name, str)]
            where[event.places] = places, names, _share(places, empty.scope)
        places, names, share = where[event.places]
        unplaced += [(event.id, name) for name in names]
        if share or (share == 0 and context):
            entries.append(_entry(event, places, share, articles))
    entries.sort(key=lambda entry: (*entry.event.date.rank, entry.event.id))
    return replace(empty, entries=tuple(entries), unplaced=tuple(sorted(unplaced)))


def top(timeline: Timeline, number: int) -> Timeline:
    """Return the timeline with the `number` entries that most publishers report; among equals the earlier ones."""
    entries = timeline.entries
    ranked = sorted(range(len(entries)), key=lambda index: -len(entries[index].publishers))
    kept = tuple(entries[index] for index in sorted(ranked[:number]))
    return replace(timeline, entries=kept, left_out=timeline.left_out + len(entries) - len(kept))


def with_removals(timeline: Timeline, removals: Iterable[Removal]) -> Timeline:
    """Return the timeline with those of the removals that were in its places; all of them for all places."""
    own = (one for one in removals if _share(read(one.places), timeline.scope))
    return replace(timeline, removals=tuple(own))


def disputed(timeline: Timeline) -> Timeline:
    """Return the timeline with only the entries on which sources differ."""
    return replace(timeline, entries=tuple(entry for entry in timeline.entries if entry.conflicts))


def _share(places: Iterable[Jurisdiction | str], scope: Sequence[Jurisdiction]) -> float | None:
    """How much of the event lies in the scope; 0 if some of it lies in the event's places, None if neither holds."""
    if not scope:
        return 1.0
    found = [one for one in places if not isinstance(one, str)]
    share = max((sum(within(one, place) for place in scope) for one in found), default=0.0)
    if share:
        return min(share, 1.0)
    return 0.0 if any(within(place, one) for one in found for place in scope) else None


def _entry(
    event: Event, places: tuple[Jurisdiction | str, ...], share: float, articles: Mapping[str, Article]
) -> Entry:
    event = event_without_secrets(event)
    citations = tuple(_cite(source, articles) for source in event.sources)
    return Entry(event, places, share, citations, tuple(_conflicts(event, places, citations)))


def _cite(source: Source, articles: Mapping[str, Article]) -> Citation:
    stored = articles.get(source.article) if source.article else None
    published = Edtf.of(stored.published) if stored and stored.published else None
    return Citation(
        publisher=source.publisher or (stored and stored.publisher) or source.article or "unnamed source",
        published=source.published or published,
        title=source.title or (stored.title if stored else None),
        url=source.url or (without_secrets(stored.url) if stored and stored.url else None),
        archived=source.archived,
        article=source.article,
        quote=source.quote and without_secrets(source.quote),
        page=source.page,
        says=source.says,
        background=source.background,
    )


def _conflicts(
    event: Event, places: tuple[Jurisdiction | str, ...], citations: Iterable[Citation]
) -> Iterator[Conflict]:
    told = [(citation.publisher, citation.says) for citation in citations if citation.says]
    held = dict(_statements(event.date, event.kind, event.status, places, event.counts)) if told else {}
    claims: dict[str, list[Claim]] = {}
    for publisher, says in told:
        for about, value in _said(says):
            if not alike(value, held.get(about)):
                claims.setdefault(about, []).append(Claim(publisher, value))
    for about, said in claims.items():
        yield Conflict(about, held.get(about), tuple(said))


def alike(one: Stated, other: Stated | None) -> bool:
    """Return whether two values say the same; two spellings of a date do if readers see the same words."""
    if isinstance(one, Edtf) and isinstance(other, Edtf):
        return in_words(one) == in_words(other)
    return one == other


def _said(says: Says) -> Iterator[tuple[str, Stated]]:
    yield from _statements(says.date, says.kind, says.status, read(says.places), says.counts)
    if says.note:
        yield "note", says.note


def _statements(
    when: Edtf | None,
    kind: Kind | None,
    status: Status | None,
    places: tuple[Jurisdiction | str, ...],
    counts: Mapping[str, Count],
) -> Iterator[tuple[str, Stated]]:
    if when:
        yield "date", when
    if kind:
        yield "kind", kind
    if status:
        yield "status", status
    if places:
        yield "places", places
    yield from counts.items()
