"""The position of an event in formats that know days, months and years (EDTF level 0) and nothing vaguer."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from raidline.dates.value import Edtf, Precision
from raidline.export.omission import RETRACTED, kept, omitted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from raidline.export.options import Options
    from raidline.timeline.build import Entry, Timeline

Extent = tuple[str, str]

_OF_DAYS = {Precision.SECOND, Precision.DAY}
_OF_YEARS = {Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM}
_YEAR, _MONTH, _DAY = len("2017"), len("2017-02"), len("2017-02-01")


def extent(when: Edtf) -> Extent | None:
    """Return the first and last day, month or year, both inclusive and of one precision: ("2016-10", "2016-12").

    If one end is open or unknown, both are the other end; None if neither is known.
    """
    first, last = when.earliest, when.latest
    length = max(_begun(first, when.precision) if first else 0, _ended(last, when.precision) if last else 0)
    known = [day.isoformat()[:length] for day in (first, last) if day]
    return (known[0], known[-1]) if known else None


def is_exact(when: Edtf) -> bool:
    """Whether `extent` says everything that the date says."""
    return (found := extent(when)) is not None and when.text in (found[0], "/".join(found))


def placed(timeline: Timeline) -> Iterator[tuple[Entry, Extent]]:
    """Yield the entries that can be shown, with their extents."""
    return kept(timeline, _placed)


def left_out(timeline: Timeline, options: Options) -> list[tuple[str, str]]:
    """Return (event id, reason) for each entry that cannot be shown."""
    return omitted(timeline, _placed)


def _placed(entry: Entry) -> tuple[Entry, Extent] | str:
    if entry.event.status == "retracted":
        return RETRACTED
    found = extent(entry.event.date)
    return (entry, found) if found else "no date"


def _begun(day: date, precision: Precision) -> int:
    """Return the length of the largest unit that begins on that day and is no coarser than the precision."""
    if precision in _OF_DAYS or day.day > 1:
        return _DAY
    return _YEAR if precision in _OF_YEARS and day.month == 1 else _MONTH


def _ended(day: date, precision: Precision) -> int:
    """Return the same for a unit that ends on that day."""
    if precision in _OF_DAYS or day.day < monthrange(day.year, day.month)[1]:
        return _DAY
    return _YEAR if precision in _OF_YEARS and day.month == 12 else _MONTH
