"""The events of a page, month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.export.html.strips import anchor_of
from raidline.timeline import by_month

if TYPE_CHECKING:
    from raidline.timeline import Entry


@dataclass(frozen=True, slots=True)
class Card:
    """What the template of an event takes: `related` has the address and the title of each, `keys` are the filters'."""

    entry: Entry
    anchor: str
    href: str
    keys: str
    related: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The events under one heading."""

    anchor: str
    heading: str
    cards: tuple[Card, ...]


def sections(entries: Iterable[Entry], card_of: Callable[[Entry], Card]) -> list[Section]:
    """Return the entries by month."""
    return [
        Section(anchor_of(group.entries[0].event.date), group.heading, tuple(map(card_of, group.entries)))
        for group in by_month(entries)
    ]
