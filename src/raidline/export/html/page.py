"""HTML: one page for readers that holds everything, asks no server for anything, and works without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.export.html.facets import Facets, facets
from raidline.export.html.multiples import multiples
from raidline.export.html.rendering import environment, inlined
from raidline.export.html.standfirst import standfirst
from raidline.export.html.strips import anchor_of, strip
from raidline.timeline import by_month

if TYPE_CHECKING:
    from raidline.export.options import Options
    from raidline.timeline import Entry, Timeline


@dataclass(frozen=True, slots=True)
class Card:
    """What the template of an event takes."""

    entry: Entry
    anchor: str
    keys: str
    related: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The events under one heading."""

    anchor: str
    heading: str
    cards: tuple[Card, ...]


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield the page, part by part."""
    chosen = facets(timeline.entries)
    template = environment().get_template("timeline.html.j2")
    return template.generate(
        assets=inlined(),
        timeline=timeline,
        standfirst=standfirst(timeline.entries),
        strip=strip(timeline.entries),
        multiples=None if timeline.place else multiples(timeline.entries),
        facets=chosen,
        sections=sections(timeline.entries, chosen),
    )


def sections(entries: Sequence[Entry], chosen: Facets) -> list[Section]:
    """Return the entries by month, each with an anchor that no other one on the page has."""
    anchors = dict(zip(map(id, entries), _unique(entry.event.id for entry in entries), strict=True))
    titles = {entry.event.id: entry.event.title for entry in entries}
    return [
        Section(
            anchor_of(group.entries[0].event.date),
            group.heading,
            tuple(
                Card(entry, anchors[id(entry)], chosen.keys(entry), tuple(_related(entry, titles)))
                for entry in group.entries
            ),
        )
        for group in by_month(entries)
    ]


def _related(entry: Entry, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((f"#{other}", titles[other]) for other in entry.event.related if other in titles)


def _unique(ids: Iterable[str]) -> Iterator[str]:
    """Yield each id, and one that repeats with `~2`, which no id of an event can end with."""
    seen: Counter[str] = Counter()
    for event_id in ids:
        seen[event_id] += 1
        yield event_id if seen[event_id] == 1 else f"{event_id}~{seen[event_id]}"
