"""Days and months that label the lines of a chronicle without headings: "Oct. 9, 2029: ...", then "Oct. 11: ..."."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from raidline.extract.timex.context import Context, Row
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.periods import Period, day_in

_MARKS: Final = " \t#*_>•·–—-["  # of lists and bold print, before a label
_BEHIND: Final = re.compile(
    r"(?:[ \t]?[-–][ \t]?(?:[A-Z][a-z]{2,8}\.?[ \t])?\d{1,2}(?:,[ \t]\d{4})?)?"  # "Oct. 9-11, 2029: ..."
    r"(?:[ \t]\([A-Z][a-z]{2,8}\.?\))?"  # "Oct. 9 (Tuesday): ..."
    r"[*_\]]{0,3}(?::|\.?[*_]{2}|[ \t]*[–—]|[ \t]+-{1,2}[ \t]|[ \t]*\r?(?:\n|$))"
)
_FAR: Final = 600  # tokens: the text has gone on to something else
_UNITS: Final = {"M", "D"}
_STAMP: Final = 62  # days
_YEARS: Final = (0, 1, -1)


def in_row(found: Found, context: Context, month: int, day: int | None) -> Period | None:
    """Return the day (or month) of a label that leaves out its year: that of the label above, or the year beside it.

    None for anything but such a label, and for one that would be after publication.
    """
    above = context.row
    if above is None or found.start - above.at > _FAR or found.has("which") or not labels(found):
        return None
    start = above.period.first
    dates = [one for by in _YEARS if (one := _in_year(start.year + by, month, day))]
    if found.has("wd"):
        weekday = found.number("wd", "weekday", "weekday_short")
        dates = [one for one in dates if one.first.isoweekday() == weekday]
    if context.anchor:
        dates = [one for one in dates if one.first <= context.anchor]
    return _following(dates, start, above.falling)


def weekday_in_row(found: Found, context: Context, weekday: int) -> Period | None:
    """Return the day of a label that is only a weekday: the first one behind the day of the label above.

    None for anything but such a label, and for a day that would be after publication.
    """
    above = context.label
    if above is None or found.start - above.at > _FAR or not labels(found):
        return None
    day = above.period.shift((weekday - above.period.first.isoweekday()) % 7 or 7)
    return None if context.anchor and day.first > context.anchor else day


def in_entry(found: Found, context: Context, month: int, day: int | None) -> Period | None:
    """Return the day or month nearest to the label of the same line: "Oct. 9, 2029: The ban of Sept. 30 ends"."""
    above, tokens = context.row, found.tokens
    if above is None or found.has("which") or found.has("wd"):
        return None
    if "\n" in tokens.text[tokens.starts[above.at] : tokens.starts[found.start]]:
        return None
    start = above.period.first
    dates = [one for by in _YEARS if (one := _in_year(start.year + by, month, day))]
    return min(dates, key=lambda one: abs(one.first - start)) if dates else None


def labels(found: Found) -> bool:
    """Whether the expression labels a line: "Oct. 9, 2029: ...", "**October** - ..."."""
    text, (start, end) = found.tokens.text, found.tokens.span(found.start, found.end)
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(_MARKS) and bool(_BEHIND.match(text, end))


def remember(found: Found, context: Context, period: Period) -> None:
    """Let the labels below take their year from this date with a year, if it is one of them.

    A first one of these months may only stamp the page.
    """
    above = context.row
    if period.unit not in _UNITS or not labels(found):
        return
    if above is None and context.anchor and (context.anchor - period.last).days < _STAMP:
        return
    falling = above.falling if above else None
    if above and period.first != above.period.first:
        falling = period.first < above.period.first
    context.row = Row(period, found.start, falling)


def _in_year(year: int, month: int, day: int | None) -> Period | None:
    if day is not None:
        return day_in(year, month, day)
    return Period("M", date(year, month, 1)) if date.min.year <= year <= date.max.year else None


def _following(dates: list[Period], start: date, falling: bool | None) -> Period | None:
    """Return the date that comes next in a row that falls, rises, or has shown neither yet.

    A row that has shown neither goes on in the same year if that is later, else to the nearest of them.
    """
    if not dates:
        return None
    if falling is not None:
        fitting = [one for one in dates if (one.first <= start if falling else one.first >= start.replace(day=1))]
        if fitting:
            return min(fitting, key=lambda one: abs(one.first - start))
    same = dates[0]
    if falling is None and same.first.year == start.year and same.first >= start:
        return same
    return min(dates, key=lambda one: abs(one.first - start))
