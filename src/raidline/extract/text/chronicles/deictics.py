"""Days that count from the day of their section: "tomorrow" below "May 5" is May 6, whenever the report came out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from raidline.extract.text.chronicles.chronicle import Heading
from raidline.extract.timex import Timex, find_timexes

_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_WEEKDAY = re.compile(rf"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day{_PART}")
_DEICTIC = re.compile(
    rf"(?:yesterday|today|tomorrow){_PART}|tonight|this\s+(?:morning|afternoon|evening)|last\s+night", re.IGNORECASE
)
_WEEK = timedelta(7)


@dataclass(frozen=True, slots=True)
class Seen:
    """Time expressions in order, and from which day those count that stand below it, by where they begin."""

    timexes: Sequence[Timex]
    days: Mapping[int, date]


def seen_from_headings(text: str, above: Sequence[Heading], timexes: Sequence[Timex], published: date | None) -> Seen:
    """Return the time expressions, in order, with those that count from a day counted from the one they stand below.

    A day of the week, which may lie before or after that of its heading, is only placed if it is that day itself or
    ahead of it; otherwise it has no place in the calendar, unless the report came out within a week of its heading.
    """
    weekdays = (one.timex for one in above if one.timex and _WEEKDAY.fullmatch(one.timex.text))
    counted = {one.start: one for one in weekdays}  # as their headings place them
    days: dict[int, date] = {}
    for heading in above:
        for one in _counted(text, heading, timexes, published):
            counted[one.start] = one
            if one.edtf and heading.timex and heading.timex.earliest:
                days[one.start] = heading.timex.earliest
    return Seen([counted.get(one.start, one) for one in timexes] if counted else timexes, days)


def _counted(text: str, heading: Heading, timexes: Sequence[Timex], published: date | None) -> Iterator[Timex]:
    day = heading.timex.edtf if heading.timex else None
    if (
        heading.timex is None
        or day is None
        or day.earliest is None
        or day.earliest != day.latest
        or heading.timex.until
    ):
        return
    first, last = (bisect_left(timexes, at, key=lambda one: one.start) for at in (heading.line[1], heading.end))
    is_near = published is not None and abs(published - day.earliest) < _WEEK
    asked = [
        one
        for one in timexes[first:last]
        if _DEICTIC.fullmatch(one.text) or (_WEEKDAY.fullmatch(one.text) and not is_near)
    ]
    if not asked:
        return
    begin = heading.line[1]
    read = {one.start + begin: one for one in find_timexes(text[begin : heading.end], day.earliest)}
    for one in asked:
        again = read.get(one.start)
        if again is None or again.text != one.text:
            continue
        if _WEEKDAY.fullmatch(one.text) and (again.earliest is None or again.earliest < day.earliest):
            how = f"'{one.text}': before or after {day.text}, the day above it"
            yield replace(
                one,
                value=f"XXXX-WXX-{again.earliest.isoweekday()}" if again.earliest else one.value,
                edtf=None,
                until=None,
                how=how,
            )
        else:
            yield replace(again, start=one.start, end=one.end)
