"""Periods of the calendar: a day, week, month, ... century, with its neighbours and its TIMEX3 value."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from raidline.dates.value import Edtf

SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first months; a winter takes the year of its December
UNIT_NAMES: Final = {
    "TS": "second", "TM": "minute", "TH": "hour", "D": "day", "N": "night", "E": "weekend", "W": "week",
    "T": "fortnight", "M": "month", "Q": "quarter", "S": "season", "H": "half", "Y": "year", "F": "fiscal year",
    "X": "decade", "C": "century", "L": "millennium",
}  # fmt: skip
_PLURALS: Final = {"C": "centuries", "L": "millennia"}
_MONTHS: Final = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "F": 12, "X": 120, "C": 1200, "L": 12000}
_FIRST_MONTH: Final = {"S": 2, "F": 9}  # counted from 0: seasons begin with March, fiscal years with October
_EDTF_CODE: Final = {"Q": 32, "H": 39}  # EDTF level 2: 33-36 are quarters, 40-41 halves
_DAYS: Final = {"D": 1, "E": 2, "W": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """The calendar period of a unit that begins with the day `first`.

    Units: D(ay), E (weekend), W(eek, from Monday), M(onth), Q(uarter), S(eason), H(alf), Y(ear), F (fiscal year from
    October 1, named after the year in which it ends), X (decade), C(entury), L (millennium). Arithmetic that leaves the
    years 1-9999 raises OverflowError.
    """

    unit: str
    first: date

    @staticmethod
    def containing(unit: str, day: date) -> Period:
        """Return the period of that unit that contains `day`; the weekend is that of the day's ISO week."""
        if unit in _DAYS:
            back = {"D": 0, "W": day.weekday(), "E": day.weekday() - 5}[unit]
            return Period(unit, add_days(day, -back))
        months, offset = _MONTHS[unit], _FIRST_MONTH.get(unit, 0)
        if months <= 12:
            first = date(day.year, day.month, 1)
            return Period(unit, add_months(first, -((day.month - 1 - offset) % months)))
        years = months // 12
        return Period(unit, date(max(1, day.year // years * years), 1, 1))

    @staticmethod
    def of_year(year: int, unit: str = "Y") -> Period:
        """Return the year, or the fiscal year that ends in it."""
        return Period(unit, date(in_calendar(year - 1), 10, 1) if unit == "F" else date(in_calendar(year), 1, 1))

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        if self.unit in _DAYS:
            return add_days(self.first, _DAYS[self.unit] - 1)
        total = self.first.year * 12 + self.first.month - 1 + _MONTHS[self.unit] - 1
        year, month = divmod(total, 12)
        if year > 9999:
            return date.max
        return date(year, month + 1, monthrange(year, month + 1)[1])

    def shift(self, n: int) -> Period:
        """Return the period `n` units later; seasons come once a year."""
        if self.unit in _DAYS:
            return Period(self.unit, add_days(self.first, n * (1 if self.unit == "D" else 7)))
        return Period(self.unit, add_months(self.first, n * (12 if self.unit == "S" else _MONTHS[self.unit])))

    def years_later(self, n: int) -> Period:
        """Return the same period of another year; February 29 becomes 28, a week becomes the week of that day."""
        return Period.containing(self.unit, add_months(self.first, 12 * n))

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        first, year = self.first, f"{self.first.year:04}"
        match self.unit:
            case "D":
                year = first.isoformat()
            case "W" | "E":
                iso = first.isocalendar()
                year = f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "E" else "")
            case "M":
                year += f"-{first.month:02}"
            case "Q" | "H":
                year += f"-{self.unit}{self._number}"
            case "S":
                year += f"-{next(name for name, month in SEASONS.items() if month == first.month)}"
            case "F":
                year = f"{first.year + 1:04}"
            case "X" | "C" | "L":
                year = year[: {"X": 3, "C": 2, "L": 1}[self.unit]]
        return year

    @property
    def _number(self) -> int:
        """The number of the quarter or half in its year, from 1."""
        return (self.first.month - 1) // _MONTHS[self.unit] + 1

    @property
    def edtf(self) -> Edtf:
        """The period as a date: a month as a month, a week as the days from Monday to Sunday."""
        year = f"{self.first.year:04}"
        match self.unit:
            case "M" | "Y":
                text = self.value
            case "S":
                _ = add_months(self.first, 2)  # the winter of 9999 ends outside the calendar
                text = f"{year}-{20 + self.first.month // 3}"
            case "Q" | "H":
                text = f"{year}-{_EDTF_CODE[self.unit] + self._number}"
            case "X" | "C" if self.first.year >= 100:
                text = f"{self.value:X<4}"
            case _:
                return Edtf.of(self.first, self.last)
        return Edtf.parse(text)


def weekend_of(day: date) -> Period:
    """Return the weekend nearest to the day: Labor Day, a Monday, belongs to the weekend before it."""
    return Period.containing("E", day).shift(-1 if day.isoweekday() < 3 else 0)


def in_words(number: Fraction | int, unit: str) -> str:
    """Return a number and unit such as "1 week", "2 centuries"."""
    name = UNIT_NAMES[unit]
    return f"{number} {name if number == 1 else _PLURALS.get(unit, name + 's')}"


def in_calendar(year: int) -> int:
    """Return the year; OverflowError outside the years 1-9999."""
    if not 1 <= year <= 9999:
        raise OverflowError("outside the years 1-9999")
    return year


def add_days(day: date, n: int) -> date:
    """Return the day `n` days later; OverflowError outside the years 1-9999."""
    return day + timedelta(days=n)


def add_months(day: date, n: int) -> date:
    """Return the same day `n` months later, or the last of a shorter month; OverflowError outside the years 1-9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(in_calendar(year), month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_in(year: int, month: int, day: int) -> Period | None:
    """Return that day; None if it is not in the calendar."""
    try:
        return Period("D", date(year, month, day))
    except ValueError:
        return None
