"""The moment that a date stands for where records are put in order of their changes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import lru_cache

from raidline.dates.value import Edtf, Precision


@lru_cache(maxsize=16_384)
def moment_of(text: str) -> datetime | None:
    """Return the moment of a date in UTC: of several days the midnight of the last; None if it names no day."""
    when = Edtf.parse(text)
    if when.precision is Precision.SECOND:
        try:
            moment = datetime.fromisoformat(when.text)
        except ValueError:  # an interval, or an offset in hours alone: the day is known anyway
            pass
        else:
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    day = when.latest or when.earliest
    return datetime.combine(day, time(), UTC) if day else None
