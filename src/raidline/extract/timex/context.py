"""What a reader of time expressions knows while it goes through a text, and its result for each expression."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from raidline.dates.value import Edtf
from raidline.extract.timex.model import TimexType
from raidline.extract.timex.periods import Period

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNKNOWN: Final = {  # values that say no more than the unit
    "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "E": "XXXX-WXX-WE", "W": "XXXX-WXX", "T": "XXXX-WXX", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "F": "XXXX", "X": "XXX", "C": "XX", "L": "X",
}  # fmt: skip
NEAR: Final = 80  # tokens, a few sentences: a report no longer tells of the day of an act that is farther back
NO_DATE: Final = "no date before it in the text to count from"
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


class Told(NamedTuple):
    """A date that the text has named, and the token where it was named."""

    period: Period
    at: int


class Named(NamedTuple):
    """The same with the date, which may be a part of the period: "mid-March"."""

    period: Period
    at: int
    edtf: Edtf | None


class Row(NamedTuple):
    """The last label in a row of dated lines, the token where it stands, and whether the row goes back in time."""

    period: Period
    at: int
    falling: bool | None  # None while one label has been read


@dataclass(slots=True)
class Context:
    """The publication date, and the dates named so far."""

    anchor: date | None
    reference: Period | None = None  # the last date named
    reference_at: int = -1  # the token where it was named
    reference_edtf: Edtf | None = None  # the same as a date, which may be a part of it: "mid-March"
    named: list[Named] = field(default_factory=list)  # all of them in order
    past: Told | None = None  # the last date named that is not after publication
    day: Told | None = None  # the last one of these that is a day
    month: Told | None = None  # the last one that is a day or a month
    weekdays: dict[int, Told] = field(default_factory=dict)  # the last such day on each weekday, if dated
    dated: Told | None = None  # the last date named with its year
    heading: Told | None = None  # the last one of these that had a line to itself
    chain: Told | None = None  # the last day told as a weekday of an earlier week: "on the Monday"
    quarter: Period | None = None  # the last quarter named
    compared: Period | None = None  # that quarter, until the text mentions another length of time
    interval: Edtf | None = None  # the last interval named ("from Jan. 28 to Feb. 3")
    chronicle: int | None = None  # the year that had a line to itself, above the days of a chronicle
    row: Row | None = None  # the last day or month that labels a line, if the first of them had its year
    label: Told | None = None  # the last day that labels a line
    section: int | None = None  # the year of the heading above, in a text with several
    section_end: int = 0  # where the next heading is
    of_year: int = -1  # the token of the last expression that took its year from one right before it
    years: dict[tuple[int, int], int] = field(default_factory=dict)  # of months and days that the text gives a year

    @property
    def today(self) -> Period | None:
        """The day of publication as a period."""
        return Period("D", self.anchor) if self.anchor else None

    def name(self, period: Period, at: int, edtf: Edtf | None) -> None:
        """Let later expressions count from a date named at that token."""
        self.reference, self.reference_at, self.reference_edtf = period, at, edtf
        self.named.append(Named(period, at, edtf))
        if self.anchor is None or period.first <= self.anchor:
            self.past = Told(period, at)
            if period.unit == "D":
                self.day = self.past
            if period.unit in "DM":
                self.month = self.past

    def start(self, at: int, past: bool) -> Period | None:
        """Return the date from which an expression at that token counts; `past` says that its clause tells of the past.

        That is the last date named, but nothing past counts from a day to come: then the last one before it, if it is
        near enough that the report still tells of it.
        """
        reference, anchor = self.reference, self.anchor
        if reference is None or not past or anchor is None or reference.first <= anchor:
            return reference
        return self.past.period if self.past and at - self.past.at <= NEAR else None

    def weekdays_told(self, weekday: int, at: int) -> Period | None:
        """Return the last day named, if it is on that weekday and near enough to token `at`."""
        last = next((one for one in reversed(self.named) if one.period.unit == "D"), None)
        fits = last is not None and last.period.first.isoweekday() == weekday and at - last.at <= NEAR
        return last.period if last and fits else None

    def day_told(self, at: int) -> Period | None:
        """Return the last day named that is not after publication, if it is near enough to token `at`."""
        return self.day.period if self.day and at - self.day.at <= NEAR else None


def spoken_day(day: date) -> str:
    """Return the day in the form used in `how`: Friday 2017-03-24."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"
