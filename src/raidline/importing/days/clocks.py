"""The time of day beside a date in a cell: it is not part of the date, but it can end on the next day."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from raidline import lexicon

_ZONE = (
    r"(?: ?(?:Z|UTC|GMT|[ECMPA][SD]?T|AK[SD]?T|H[SD]?T)(?![A-Za-z])| ?\((?:[A-Z]{1,4}T|UTC|GMT|Z|local)\)"
    r"| ?(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?(?!\d)"
    r"| (?:eastern|central|mountain|pacific|local)(?: (?:standard |daylight )?time)?)?"
)
_AMPM = r" ?(?:[ap]\.? ?m\.?)(?![a-z])"
_HOURS = r" ?h(?:rs|ours)?(?![a-z])"
_TIME = (
    rf"(?:\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?:\.\d{{1,9}})?(?:{_AMPM})?|\d{{1,2}}{_AMPM}"
    rf"|\d{{1,2}}{_HOURS}|\d{{4}}{_HOURS}|noon|midnight)"
)
_HALF_SAID_LATER = rf"\d{{1,2}}(?= ?(?:-|–|—|to) ?\d{{1,2}}(?::\d{{2}})?{_AMPM})"  # the first number of "7-9 pm"
_CLOCK = rf"(?P<first>{_TIME}|{_HALF_SAID_LATER}){_ZONE}(?: ?(?:-|–|—|to|until|till) ?(?P<last>{_TIME}){_ZONE})?"
_BEFORE_TIME = r"at |from |around |about |approx\.? |@ ?|- ?|~ ?"
_BEHIND = re.compile(
    rf"(?P<rest>.*?[^\s,;@(])(?:\s*[,;@T]\s*|\s+)(?:{_BEFORE_TIME})?\(?{_CLOCK}\)?",
    re.I,
)
_BEFORE = re.compile(rf"(?:at |from )?{_CLOCK}(?:\s*,\s*|\s+)(?:on )?(?P<rest>.+)", re.I)
_MIDNIGHT = re.compile(r"(?:[T ]0?0:00(?::00)?(?:\.0+)?| 12:00(?::00)? ?AM)(?:Z|[+-]\d\d:?\d\d)?$", re.I)


class Parted(NamedTuple):
    """A cell without its time of day; `overnight` if the time ends on the next day."""

    rest: str
    overnight: bool


def without_midnight(text: str) -> str:
    """Return the text without the midnight that programs write after a day."""
    return _MIDNIGHT.sub("", text)


def without_clock(text: str) -> Parted | None:
    """Return the text without the time of day at its end or beginning; None if there is none."""
    for pattern in (_BEHIND, _BEFORE):
        if match := pattern.fullmatch(text):
            first, last = match["first"], match["last"]
            return Parted(match["rest"], bool(last) and _minutes(last) < _minutes(first, last))
    words = _words()
    if match := words[0].fullmatch(text):
        return Parted(match["rest"], overnight=False)
    if match := words[1].fullmatch(text):
        return Parted(match["rest"], overnight=False)
    return None


def _minutes(clock: str, other: str = "") -> int:
    """Return the minutes since midnight; "7-9 pm" gives the half of the day for both."""
    if word := re.search("noon|midnight", clock, re.I):
        return 720 if word[0].lower() == "noon" else 24 * 60 if not other else 0
    numbers = [int(number) for number in re.findall(r"\d+", clock)[:2]]
    hour, minute = (numbers[0], numbers[1] if len(numbers) > 1 else 0) if numbers[0] < 100 else divmod(numbers[0], 100)
    half = re.search(r"([ap])\.? ?m", clock, re.I) or re.search(r"([ap])\.? ?m", other, re.I)
    return (hour % 12 + 12 * (half[1].lower() == "p") if half else hour) * 60 + minute


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.load("date_cells")
    behind, before = ("|".join(map(re.escape, words[name])) for name in ("parts_of_days", "before_days"))
    return (
        re.compile(rf"(?P<rest>.*[^\s,(])(?:\s*,\s*|\s+)\(?(?:in the |at )?(?:{behind})\)?", re.I),
        re.compile(rf"(?:the )?(?:{before})\s+(?P<rest>.+)", re.I),
    )
