"""When holidays fall."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_LONGER_SEASON: Final = 2022  # with 17 games for each team, the Super Bowl is a week later


def holiday_in(year: int, rule: str) -> date:
    """Return the day of the holiday in that year.

    `rule` is month/day (12/25), month/weekday/n for the n-th weekday of a month (11/4/4: the fourth Thursday of
    November; n is 5 for the last), Easter, Election (the Tuesday after the first Monday in November), or SuperBowl
    (a Sunday in February); each may be followed by a number of days to add (Easter-2).
    """
    name, days = rule, 0
    for sign in "+-":
        if sign in rule:
            name, _, offset = rule.partition(sign)
            days = int(sign + offset)
    return _base(year, name) + timedelta(days=days)


def _base(year: int, name: str) -> date:
    if name == "Easter":
        return _easter(year)
    if name == "Election":
        return _nth(year, 11, 1, 1) + timedelta(days=1)
    if name == "SuperBowl":
        return _nth(year, 2, 7, 2 if year >= _LONGER_SEASON else 1)
    parts = [int(part) for part in name.split("/")]
    return date(year, *parts) if len(parts) == 2 else _nth(year, *parts)


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    """Return the n-th (5: last) weekday (1 is Monday) of a month."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    return day if day.month == month else day - timedelta(days=7)


def _easter(year: int) -> date:
    """Return Western Easter, by the anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
