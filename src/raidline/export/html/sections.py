"""The events of a page, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raidline.export.html.strips import anchor_of
from raidline.timeline.months import grouped
from raidline.timeline.order import BY_DATE

if TYPE_CHECKING:
    from raidline.timeline.build import Entry
    from raidline.timeline.order import Order


@dataclass(frozen=True, slots=True)
class Card:
    """The data for an event's template: `related` has an address and title for each event.

    Filters use `keys`, those of its places, and `agencies`. `aliases` are additional anchors: those of its former ids
    that are unique on the page.
    """

    entry: Entry
    anchor: str
    href: str
    keys: str
    related: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()
    agencies: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The events under one heading."""

    anchor: str
    heading: str
    cards: tuple[Card, ...]


def sections(entries: Iterable[Entry], card_of: Callable[[Entry], Card], order: Order = BY_DATE) -> list[Section]:
    """Return the entries in that order under their headings, with anchors that are unique on the page."""
    groups = [(group, [card_of(entry) for entry in group.entries]) for group in grouped(entries, order)]
    taken = {card.anchor for _, cards in groups for card in cards}
    names = unique(anchor_of(group.entries[0].event.date) for group, _ in groups)
    return [
        Section(name, group.heading, tuple(replace(card, aliases=_free(card.entry, taken)) for card in cards))
        for name, (group, cards) in zip(names, groups, strict=True)
    ]


def unique(names: Iterable[str]) -> Iterator[str]:
    """Yield each name, with `~2` after a repeated one; neither an event id nor an anchor can end with that."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}~{seen[name]}"


def _free(entry: Entry, taken: set[str]) -> tuple[str, ...]:
    """Return the aliases that are not taken yet, and take them."""
    free = tuple(alias for alias in dict.fromkeys(entry.event.aliases) if alias not in taken)
    taken.update(free)
    return free
