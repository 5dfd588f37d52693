"""The uncertain date: one EDTF string as its author wrote it, and its meaning.

`raidline.dates.edtf` states the supported subset of EDTF. Conventions of our own: a season is three whole months
(spring is March to May), and the winter of a year lasts from December of that year to the end of the next
February.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Literal

from raidline.dates.edtf import EdtfError, Meaning, Precision, read
from raidline.values.schema import of_text

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

__all__ = ["Edtf", "EdtfError", "Part", "Precision", "part_of_decade", "part_of_month", "part_of_year"]

Part = Literal["early", "mid", "late"]

LONGEST = 1000
LONGEST_MENDED = 100


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Edtf:
    """A date as uncertain as its source; make one with `parse` or `of`.

    `earliest` and `latest` are the inclusive bounds, None where that end is open (`..`) or unknown. Two dates are equal
    if their texts are equal; they sort by earliest (None comes first), latest (None comes last), then text.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    uncertain: bool
    open_start: bool
    open_end: bool

    @staticmethod
    def parse(text: str) -> Edtf:
        """Read a date; EdtfError offers a suggestion if one is close."""
        return _parse(text)

    @staticmethod
    def of(first: date, last: date | None = None) -> Edtf:
        """Return one day, or the days from `first` to `last`, both inclusive; EdtfError if they are reversed."""
        if last is None or last == first:
            return _parse(first.isoformat())
        return _parse(f"{first.isoformat()}/{last.isoformat()}")

    @property
    def is_interval(self) -> bool:
        """Whether it is written as two ends, `2017-02-01/2017-02-10`, either of which may be open or unknown."""
        return "/" in self.text

    def bounds(self) -> tuple[date, date]:
        """Return the first and last day, both inclusive; the ends of the calendar where an end is open or unknown."""
        return self.earliest or date.min, self.latest or date.max

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the date shares a day with the span from `first` to `last`, both inclusive."""
        earliest, latest = self.bounds()
        return earliest <= last and first <= latest

    def holds(self, other: Edtf) -> bool:
        """Whether every day of the other date is one of this date's."""
        (first, last), (other_first, other_last) = self.bounds(), other.bounds()
        return first <= other_first and other_last <= last

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Edtf) else NotImplemented

    @property
    def rank(self) -> tuple[date, date, str]:
        """What dates are sorted by; for long lists faster than to compare the dates themselves."""
        return self.earliest or date.min, self.latest or date.max, self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        return of_text(cls, _parse, "a date is a text such as 2017-02-05 or 2017-02")


def part_of_month(part: Part, year: int, month: int) -> Edtf:
    """Return the early, mid or late part of a month: days 1-10, 11-20, 21-end, both ends approximate."""
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(year, month)[1])}[part]
    return _parse(f"{year:04}-{month:02}-{first:02}~/{year:04}-{month:02}-{last:02}~")


def part_of_year(part: Part, year: int) -> Edtf:
    """Return the early, mid or late part of a year: January-March, April-September, October-December."""
    first, last = {"early": ("01", "03"), "mid": ("04", "09"), "late": ("10", "12")}[part]
    return _parse(f"{year:04}-{first}~/{year:04}-{last}~")


def part_of_decade(part: Part, first_year: int) -> Edtf:
    """Return the early, mid or late part of a decade: years 0-3, 4-6, 7-9."""
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return _parse(f"{first_year + first:04}~/{first_year + last:04}~")


@lru_cache(maxsize=16_384)
def _parse(text: str) -> Edtf:
    try:
        return Edtf(text, *_bounded(text))
    except EdtfError as error:
        raise EdtfError(f"{_shown(text)}: {_better(text) or error}") from None


def _bounded(text: str) -> Meaning:
    if len(text) > LONGEST:
        raise EdtfError(f"a date has at most {LONGEST} characters")
    return read(text)


def _better(text: str) -> str | None:
    """Return the first hint whose dates are all valid."""
    from raidline.dates.hints import hints  # noqa: PLC0415 - patterns that only mistakes need

    if len(text) <= LONGEST_MENDED:
        for message, suggested in hints(text):
            if all(_is_date(date_text) for date_text in suggested):
                return message
    return None


def _is_date(text: str) -> bool:
    try:
        read(text)
    except EdtfError:
        return False
    return True


def _shown(text: str) -> str:
    short = text if len(text) <= 60 else text[:57] + "..."
    return short if short.isprintable() and short == short.strip() and short else repr(short)
