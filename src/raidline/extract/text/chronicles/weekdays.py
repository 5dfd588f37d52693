"""Weekdays as headings of a chronicle: which "Monday" they are, from the days beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from raidline.dates.value import Edtf
from raidline.extract.text.sentences import Span
from raidline.extract.timex import Timex

_WEEK = 7  # days
_BARE_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def in_their_week(heads: Mapping[Span, Timex | None]) -> dict[Span, Timex]:
    """Return, by line, each weekday below a heading with several days: "Monday" below "Week of April 7" is that Monday.

    `heads` are the times of all headings by their lines, None for one that names no day.
    """
    days: Mapping[str, date] | None = None
    given: dict[Span, Timex] = {}
    for line in sorted(heads):
        timex = heads[line]
        bounds = timex and (timex.until or timex.edtf)
        if timex is None or bounds is None or bounds.earliest is None or bounds.latest is None:
            days = None
        elif _BARE_WEEKDAY.fullmatch(timex.text):
            if days and (day := days.get(timex.text[:3])):
                given[line] = _on(timex, day, "of the days above it")
        else:
            length = (bounds.latest - bounds.earliest).days + 1
            several = (bounds.earliest + timedelta(k) for k in range(length if length <= _WEEK else 0))
            days = {day.strftime("%a"): day for day in several} if length > 1 else None
    return given


def in_a_row(heads: Sequence[tuple[Span, Timex | None]], published: date | None) -> dict[Span, Timex]:
    """Return, by line, a weekday above the one that follows it in the week, if alone it is the day of publication.

    The "Monday" above the Tuesday of last week is that of last week, also in a report of a Monday.
    """
    given: dict[Span, Timex] = {}
    for (line, one), (_, following) in pairwise(heads):
        if one is None or following is None or not published or one.earliest != published:
            continue
        weekdays = _BARE_WEEKDAY.fullmatch(one.text) and _BARE_WEEKDAY.fullmatch(following.text)
        before = published - timedelta(_WEEK)
        if weekdays and following.earliest == before + timedelta(1):
            given[line] = _on(one, before, f"the one before the {following.text} below it")
    return given


def _on(timex: Timex, day: date, why: str) -> Timex:
    return replace(timex, value=str(day), edtf=Edtf.of(day, day), until=None, how=f"'{timex.text}': {why}")
