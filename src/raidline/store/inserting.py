"""Where new events go in a file of events: by date if it is in order of date, otherwise at the end."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from raidline.dates.value import Edtf
from raidline.models import Event, Source
from raidline.store.load import Record

AT_THE_END = sys.maxsize
KEYS = tuple(Event.model_fields)


def places_of(records: Sequence[Record], events: Iterable[Event]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the data of each event with the index before which it goes, in the order in which they are to stand."""
    order = [_order(record.event) for record in records]
    ordered = order == sorted(order)
    for event in sorted(events, key=_order):
        at = bisect_right(order, _order(event)) if ordered else len(order)
        yield records[at].index if at < len(order) else AT_THE_END, data_of(event)


def data_of(model: Event | Source) -> dict[str, Any]:
    """Return what a file says of an event or a source: no defaults and nothing empty."""
    return model.model_dump(mode="json", exclude_defaults=True, exclude_none=True)


def _order(event: Event) -> tuple[Edtf, str]:
    return event.date, event.id  # as `raidline fmt` has it
