"""JSON and JSON Lines: every detail of every event, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.interchange.jsontext import Json, dump, stream
from raidline.interchange.record import place_record, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.options import Options
    from raidline.timeline.build import Timeline


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield one document: `title`, `place` (null for all places) and `events`."""
    head: Json = {
        "title": timeline.title,
        "place": place_record(timeline.place) if timeline.place else None,
        "events": [],
    }
    return stream(head, map(record, timeline.entries), indent=2)


def write_lines(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield each event as one line, the same object as in the `events` of the document."""
    return (f"{dump(record(entry))}\n" for entry in timeline.entries)
