"""Small multiples: the places with the most events side by side, drawn over the same time and to the same scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.models import Kind
from raidline.timeline.density import binned, density

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry

HEIGHT = 26
_PLACES = 6
_FINE = 12  # years; a longer time is drawn year by year
_BLOCK = 8.0  # the greatest height of one event


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one kind in a month or a year; a month is one unit wide."""

    kind: str
    x: int
    y: float
    width: int
    height: float


@dataclass(frozen=True, slots=True)
class Multiple:
    """A place and its events."""

    name: str
    number: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Multiples:
    """The places with the most events first, over the years `first` to `last`, both inclusive."""

    places: tuple[Multiple, ...]
    first: int
    last: int

    @property
    def width(self) -> int:
        """The months that are drawn."""
        return (self.last - self.first + 1) * 12


def multiples(entries: Iterable[Entry]) -> Multiples | None:
    """Return the drawings; None if there are fewer than two places to compare, or no month is known."""
    found: dict[Jurisdiction, list[Entry]] = {}
    for entry in entries:
        for place in entry.jurisdictions:
            found.setdefault(place, []).append(entry)
    most = sorted(found, key=lambda place: (-len(found[place]), place.full_name))[:_PLACES]
    counted = {place: density(found[place]) for place in most}
    years = sorted({year for own in counted.values() for year, _ in own.months})
    if len(most) < 2 or not years:
        return None
    first, last = years[0], years[-1]
    size = 1 if last - first < _FINE else 12
    bins = {place: binned(own, size) for place, own in counted.items()}
    peak = max(sum(kinds.values()) for own in bins.values() for kinds in own.values())
    scale = min(HEIGHT / peak, _BLOCK)
    drawn = (Multiple(one.full_name, len(found[one]), tuple(_bars(bins[one], first, size, scale))) for one in most)
    return Multiples(tuple(drawn), first, last)


def _bars(bins: Mapping[int, Mapping[str, int]], first: int, size: int, scale: float) -> Iterator[Bar]:
    for number, kinds in sorted(bins.items()):
        top = float(HEIGHT)
        for kind in Kind:
            if events := kinds.get(kind.value):
                top -= events * scale
                yield Bar(kind.value, number * size - first * 12, round(top, 1), size, round(events * scale, 1))
