"""A sheet of a workbook: its rows, what was not read of it, and what its name says about them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raidline.dates.value import Precision
from raidline.importing.days.cell import read_date
from raidline.importing.tables.alone import lacks_year
from raidline.importing.tables.headings import field_of

if TYPE_CHECKING:
    from raidline.importing.tables.grid import Line

_LONGEST_DAY = 40  # characters of a cell that is a day
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
_OF_MONEY = re.compile(r"\b(?:fy|fiscal)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell that covers the rows from `first` to `last`, in a column that counts from 0."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet that contain something, and what was not read.

    Of rows that its user does not see, by hand or by a filter, and of such columns, `hidden_rows` and `hidden_columns`
    have the numbers.
    """

    name: str
    lines: Sequence[Line] = ()
    merged: Sequence[Merged] = ()
    hidden: bool = False
    remarks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # by the number of the row
    hidden_rows: Collection[int] = ()
    hidden_columns: Collection[int] = ()


def of_sheet(
    cells: Mapping[str, str], headings: Sequence[str], name: str, *, several: bool
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the cells of a row with what the name of its sheet says, and remarks.

    A date without a year, or none in a sheet that is named by nothing but a year, is of that year. Of several sheets,
    the name is a cell of its own, "sheet", unless it says no more than the year.
    """
    found = dict(cells)
    years = _YEAR.findall(name)
    year = years[0] if len(years) == 1 and not _OF_MONEY.search(name) else ""
    if several and year != name.strip():
        found.setdefault("sheet", name)
    fields = {field_of(heading): heading for heading in reversed(headings)}
    date = cells.get(fields.get("date", ""), "").strip()
    if not year or "date_year" in fields or (date and not lacks_year(date)) or (not date and year != name.strip()):
        return found, ()
    if not date and any(_is_day_of(cell, year) for cell in cells.values()):
        return found, ()
    found["Year"] = year
    return found, ("a date without a year is of the year in the name of its sheet",)


def _is_day_of(cell: str, year: str) -> bool:
    """Whether a cell is a whole day of a year, whatever its heading is."""
    when = read_date(cell) if year in cell and len(cell) <= _LONGEST_DAY else None
    return when is not None and when.precision in (Precision.DAY, Precision.SECOND)
