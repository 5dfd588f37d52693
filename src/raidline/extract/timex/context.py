"""What a reader of time expressions knows while it goes through a text, and its result for each expression."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from raidline.dates.value import Edtf
from raidline.extract.timex.model import TimexType
from raidline.extract.timex.periods import Period

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNKNOWN: Final = {  # values that say no more than the unit
    "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "E": "XXXX-WXX-WE", "W": "XXXX-WXX", "T": "XXXX-WXX", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "F": "XXXX", "X": "XXX", "C": "XX", "L": "X",
}  # fmt: skip
NO_ANCHOR: Final = "no publication date to count from"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one expression means; `period` is what later expressions can count from."""

    type: TimexType
    value: str
    how: str
    edtf: Edtf | None = None
    mod: str | None = None
    period: Period | None = None


@dataclass(slots=True)
class Context:
    """The publication date, and the dates named so far."""

    anchor: date | None
    reference: Period | None = None  # the last date named
    reference_at: int = -1  # the token where it was named
    reference_edtf: Edtf | None = None  # the same as a date, which may be a part of it: "mid-March"
    quarter: Period | None = None  # the last quarter named
    compared: Period | None = None  # that quarter, until the text mentions another length of time
    interval: Edtf | None = None  # the last interval named ("from Jan. 28 to Feb. 3")
    chronicle: int | None = None  # the year that had a line to itself, above the days of a chronicle
    section: int | None = None  # the year of the heading above, in a text with several
    section_end: int = 0  # where the next heading is
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # of months and days that the text gives a year

    @property
    def today(self) -> Period | None:
        """The day of publication as a period."""
        return Period("D", self.anchor) if self.anchor else None


def spoken_day(day: date) -> str:
    """Return the day in the form used in `how`: Friday 2017-03-24."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"
