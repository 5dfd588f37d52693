"""How many events of each kind a timeline has in each month, for drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from raidline.dates.value import Edtf
from raidline.timeline.months import LONGEST_MONTH, month_of

if TYPE_CHECKING:
    from raidline.timeline.build import Entry

Month = tuple[int, int]  # year, month of 1 to 12
_DATE_AND_KIND = attrgetter("event.date.text", "event.kind")


@dataclass(frozen=True, slots=True)
class Density:
    """Events by month and kind; `coarse` counts those in no month, because their date does not name one.

    `months` holds only the months in which something happened, in order; an event counts in the earliest month in which
    it can have begun.
    """

    months: Mapping[Month, Mapping[str, int]]
    coarse: int

    @property
    def peak(self) -> int:
        """The events of the busiest month; 0 without any."""
        return max((sum(kinds.values()) for kinds in self.months.values()), default=0)


def density(entries: Iterable[Entry]) -> Density:
    """Return how many of `entries` fall in each month."""
    counted = Counter(map(_DATE_AND_KIND, entries))  # in C: a site asks for each of its places
    months: dict[Month, dict[str, int]] = {}
    coarse = 0
    for (text, kind), number in counted.items():
        if month := month_in(text):
            kinds = months.setdefault(month, {})
            kinds[kind.value] = kinds.get(kind.value, 0) + number
        else:
            coarse += number
    return Density({month: months[month] for month in sorted(months)}, coarse)


@lru_cache(maxsize=16_384)
def month_in(text: str) -> Month | None:
    """Return the month in which a date counts, given as text, whose hash is made once; None if it does not name one."""
    when = Edtf.parse(text)
    year, month, known = month_of(when)
    return (year, month) if known and not _spans_months(when) else None


def _spans_months(when: Edtf) -> bool:
    """Whether the date is one unknown day in more than a month. Something that lasted began in a known month."""
    if not when.text.startswith("[") or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest >= LONGEST_MONTH


def every_month(first: Month, last: Month) -> list[Month]:
    """Return the months from `first` to `last`, both inclusive."""
    start, end = first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1
    return [(number // 12, number % 12 + 1) for number in range(start, end + 1)]


def binned(counted: Density, size: int) -> dict[int, dict[str, int]]:
    """Return the events by kind of each bin of `size` months (3: quarters, 12: years) in which something happened.

    Bins are numbered from the year 0, so that quarters begin in January, decades with a year that ends in 0.
    """
    bins: dict[int, Counter[str]] = {}
    for (year, month), kinds in counted.months.items():
        bins.setdefault((year * 12 + month - 1) // size, Counter()).update(kinds)
    return {number: dict(kinds) for number, kinds in bins.items()}
