"""Months beside two figures, which are a day or a year: a column shows which "Jun-19" is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from raidline.importing.days.numbers import year_of
from raidline.importing.records import InputRow

_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?"
_SHORT = re.compile(rf"{_MONTH}[- ](?P<number>\d{{2}})", re.IGNORECASE)
_LONG = re.compile(rf"{_MONTH}-\d{{4}}", re.IGNORECASE)  # "June 2019" may stand beside days such as "June 20"
_LAST_DAY = 31
_FIELDS = ("date", "end", "published")


def with_years(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with "Jun 2019" for "Jun-19" in columns that show that they mean months, and remarks.

    They do if a number there is no day ("Jun-98", "Jun-00"), or if other cells have the same form with a whole year
    ("Jun-2019").
    A column of years beside them says that the numbers are days.
    """
    if "date_year" in fields.values():
        return records, []
    meant = [
        heading
        for heading, name in fields.items()
        if name in _FIELDS and _are_months(record.cells.get(heading, "").strip() for record in records)
    ]
    if not meant:
        return records, []
    found = [
        replace(record, cells={name: _whole(cell) if name in meant else cell for name, cell in record.cells.items()})
        for record in records
    ]
    return found, [
        f"column {heading!r}: the number behind a month is the year, because others there can be nothing else"
        for heading in meant
    ]


def _are_months(cells: Iterable[str]) -> bool:
    short, telling = False, False
    for cell in cells:
        match = _SHORT.fullmatch(cell)
        short = short or bool(match)
        telling = telling or bool(_LONG.fullmatch(cell)) or bool(match and not 0 < int(match["number"]) <= _LAST_DAY)
    return short and telling


def _whole(cell: str) -> str:
    match = _SHORT.fullmatch(cell.strip())
    return f"{match['month']} {year_of(match['number'])}" if match else cell
