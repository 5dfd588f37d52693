"""The week or the weekend of a day."""

from __future__ import annotations

from datetime import date, timedelta

from raidline.dates.value import Edtf, Precision
from raidline.importing.days.bounds import hedged

_DAY = timedelta(days=1)


def week_of(kind: str, when: Edtf) -> Edtf | None:
    """Return the days of the week of, from or to a day, or of its weekend; None if they are not clear.

    A week begins on Monday; the week of a Sunday begins with that Sunday. `kind` is week_of, week_from, week_to or
    weekend.
    """
    if kind == "weekend" and _days(when) in (2, 3):
        return when
    day = when.earliest if when.precision == Precision.DAY and when.earliest == when.latest else None
    found = _week(kind, day) if day else None
    return hedged(found, "~") if found and when.approximate else found


def _days(when: Edtf) -> int:
    """Return how many days a date spans; 0 for an open date."""
    return (when.latest - when.earliest).days + 1 if when.earliest and when.latest else 0


def _week(kind: str, day: date) -> Edtf | None:
    number = day.weekday()  # 0 is Monday
    match kind:
        case "week_of":
            first = day if number == 6 else day - number * _DAY
            return Edtf.of(first, first + 6 * _DAY)
        case "week_from":
            return Edtf.of(day, day + 6 * _DAY)
        case "week_to":
            return Edtf.of(day - 6 * _DAY, day)
    if number < 4:
        return None
    return Edtf.of(min(day, day - (number - 5) * _DAY), day + (6 - number) * _DAY)
