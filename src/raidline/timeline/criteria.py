"""Which events of a timeline are told: what a person asks for, as a value, and the timeline that answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from raidline.article import publisher_key
from raidline.timeline.build import Timeline, build_timeline, disputed, top
from raidline.timeline.months import ordered
from raidline.timeline.order import BY_DATE, Order

if TYPE_CHECKING:
    from datetime import date

    from raidline.article import Article
    from raidline.models import Event, Kind, Status
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry, Region
    from raidline.timeline.query import Query

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Criteria:
    """What an event must be to be told; whatever is empty or None admits all events.

    `since` and `until` are inclusive. Of `kinds`, `statuses`, `agencies` and `publishers`, one must hold; a name holds
    for every name that contains its words: "ICE" for "ICE Dallas". `top` counts after everything else,
    and `order` is that of what remains.
    """

    since: date | None = None
    until: date | None = None
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    agencies: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    search: Query | None = None
    conflicts: bool = False
    top: int | None = None
    order: Order = BY_DATE


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An agency or publisher asked for that no event has, and the name most like it, if one is."""

    what: str
    name: str
    close: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The timeline that answers, and the names asked for that nothing there has."""

    timeline: Timeline
    unmatched: tuple[Unmatched, ...]


def choose(  # noqa: PLR0913 - one parameter for each choice
    events: Iterable[Event],
    articles: Mapping[str, Article],
    criteria: Criteria,
    *,
    place: Jurisdiction | None = None,
    region: Region | None = None,
    context: bool = False,
) -> Chosen:
    """Return the timeline of a place or region with what meets the criteria; `context` as for `build_timeline`."""
    timeline = build_timeline(
        events,
        articles,
        place=place,
        region=region,
        since=criteria.since,
        until=criteria.until,
        kinds=criteria.kinds,
        statuses=criteria.statuses,
        context=context,
    )
    unmatched = (
        *_unmatched("agency", criteria.agencies, timeline, lambda entry: entry.event.agencies),
        *_unmatched("publisher", criteria.publishers, timeline, lambda entry: entry.publishers),
    )
    timeline = replace(timeline, entries=tuple(entry for entry in timeline.entries if _meets(entry, criteria)))
    timeline = disputed(timeline) if criteria.conflicts else timeline
    timeline = top(timeline, criteria.top) if criteria.top else timeline
    if criteria.order != timeline.order:
        entries = ordered(timeline.entries, criteria.order)
        timeline = replace(timeline, entries=entries, order=criteria.order)
    return Chosen(timeline, unmatched)


def searched_texts(entry: Entry) -> Iterator[str]:
    """Yield what a search looks at: title, summary and quotes."""
    yield entry.event.title
    if entry.event.summary:
        yield entry.event.summary
    yield from (citation.quote for citation in entry.citations if citation.quote)


def _meets(entry: Entry, criteria: Criteria) -> bool:
    return (
        (not criteria.agencies or _any_named(criteria.agencies, entry.event.agencies))
        and (not criteria.publishers or _any_named(criteria.publishers, entry.publishers))
        and (criteria.search is None or criteria.search.matches(searched_texts(entry)))
    )


def _any_named(asked: Iterable[str], names: Iterable[str]) -> bool:
    padded = [_padded(name) for name in names]
    return any(_padded(one) in name for one in asked for name in padded)


def _padded(name: str) -> str:
    """Return the words of a name between spaces, so that one name contains another only in whole words.

    "Sheriff's" is a sheriff.
    """
    return f" {' '.join(_WORD.findall(publisher_key(name)))} "


def _unmatched(
    what: str, asked: Iterable[str], timeline: Timeline, names_of: Callable[[Entry], Iterable[str]]
) -> Iterator[Unmatched]:
    for name in asked:
        known = dict.fromkeys(one for entry in timeline.entries for one in names_of(entry))
        if not _any_named([name], known):
            words = {word.casefold(): word for one in known for word in _WORD.findall(one)}
            folded = words | {one.casefold(): one for one in known}
            close = get_close_matches(name.casefold(), folded, n=1)
            yield Unmatched(what, name, folded[close[0]] if close else None)
