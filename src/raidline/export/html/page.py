"""HTML: one page with everything for readers; it contacts no server and works without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from raidline.export.html.assets import inlined
from raidline.export.html.facets import agency_keys, facets, place_keys
from raidline.export.html.multiples import multiples
from raidline.export.html.rendering import environment
from raidline.export.html.sections import Card, Section, sections, unique
from raidline.export.html.standfirst import standfirst
from raidline.export.html.strips import strip

if TYPE_CHECKING:
    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline
    from raidline.timeline.order import Order


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield the page, part by part."""
    template = environment().get_template("timeline.html.j2")
    return template.generate(
        assets=inlined(),
        timeline=timeline,
        standfirst=standfirst(timeline.entries),
        strip=strip(timeline.entries),
        multiples=None if timeline.place else multiples(timeline.entries),
        facets=facets(timeline.entries),
        sections=_sections(timeline.entries, timeline.order),
        shown=options.shown,
    )


def _sections(entries: Sequence[Entry], order: Order) -> list[Section]:
    """Return the entries under their headings, each with an anchor that is unique on the page."""
    anchors = dict(zip(map(id, entries), unique(entry.event.id for entry in entries), strict=True))
    titles = {entry.event.id: entry.event.title for entry in entries}

    def card(entry: Entry) -> Card:
        anchor = anchors[id(entry)]
        related = tuple((f"#{other}", titles[other]) for other in entry.event.related if other in titles)
        return Card(entry, anchor, f"#{anchor}", place_keys(entry), related, agencies=agency_keys(entry))

    return sections(entries, card, order)
