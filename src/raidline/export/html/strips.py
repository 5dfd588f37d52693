"""The density strip: a block for each year, a bar for each month, in which the kinds of events are stacked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from raidline.dates.edtf import MONTHS
from raidline.dates.value import Edtf
from raidline.models import Kind
from raidline.timeline.density import density, month_in
from raidline.timeline.months import month_of

if TYPE_CHECKING:
    from raidline.timeline.build import Entry

_HEIGHT = 64  # the greatest height of the drawing
_BLOCK = 14  # the greatest height of one event
_GAP = 1.0  # between two kinds
_KINDS = [kind.value for kind in Kind]
_DATE, _KIND = attrgetter("event.date.text"), attrgetter("event.kind")


@dataclass(frozen=True, slots=True)
class Segment:
    """The events of one kind in a month, drawn downwards from `y`."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A month: `number` of 1 to 12, `words` such as "3 events: operation 2, policy 1"."""

    number: int
    name: str
    anchor: str
    words: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A block of the strip; `coarse` events have no known month. `skipped` years without events come before it."""

    year: int
    total: int
    bars: tuple[Bar, ...]
    coarse: int
    anchor: str
    skipped: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The blocks in order, their height, and the events of each kind, counted in the order of `Kind`."""

    years: tuple[Year, ...]
    height: int
    kinds: Mapping[str, int]


def anchor_of(when: Edtf) -> str:
    """Return the anchor of the heading that contains an event with this date.

    Its beginning is impossible in the id of an event, so the two never clash.
    """
    year, month, known = month_of(when)
    return _anchor(year, month if known else None) if when.earliest else "_undated"


def strip(entries: Sequence[Entry]) -> Strip:
    """Return the strip of `entries`; it has no years if no event is known to have begun in one."""
    counted = density(entries)
    peak = counted.peak
    height = min(peak * _BLOCK, _HEIGHT)
    coarse: Counter[int] = Counter()
    for text, number in Counter(map(_DATE, entries)).items():
        if month_in(text):
            continue
        when = Edtf.parse(text)
        year, _, known = month_of(when)
        if when.earliest and not known:
            coarse[year] += number
    bars: dict[int, list[Bar]] = {year: [] for year in coarse}
    totals = Counter(coarse)
    for (year, month), kinds in counted.months.items():
        bars.setdefault(year, []).append(_bar(year, month, kinds, height / peak, height))
        totals[year] += sum(kinds.values())
    years = sorted(bars)
    skipped = dict(_skipped(years))
    found = Counter(map(_KIND, entries))
    return Strip(
        tuple(
            Year(year, totals[year], tuple(bars[year]), coarse[year], _anchor(year, None), skipped.get(year, ""))
            for year in years
        ),
        height,
        {kind.value: found[kind] for kind in Kind if found[kind]},
    )


def _bar(year: int, month: int, kinds: Mapping[str, int], scale: float, height: int) -> Bar:
    segments: list[Segment] = []
    top = float(height)
    ordered = [(kind, kinds[kind]) for kind in _KINDS if kind in kinds]
    for kind, number in ordered:
        high = max(number * scale, 1.0)
        top -= high
        gap = _GAP if high > 2 * _GAP else 0.0
        segments.append(Segment(kind, round(top, 1), round(high - gap, 1)))
    total = sum(kinds.values())
    words = f"{total:,} {'event' if total == 1 else 'events'}: " + ", ".join(f"{kind} {n:,}" for kind, n in ordered)
    return Bar(month, f"{MONTHS[month - 1]} {year}", _anchor(year, month), words, tuple(segments))


def _skipped(years: Sequence[int]) -> Iterator[tuple[int, str]]:
    for before, year in pairwise(years):
        if year - before == 2:
            yield year, str(before + 1)
        elif year - before > 2:
            yield year, f"{before + 1}–{year - 1}"


def _anchor(year: int, month: int | None) -> str:
    return f"_{year:04}-{month:02}" if month else f"_{year:04}"
