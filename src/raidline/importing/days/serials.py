"""Days as spreadsheets count them: 42771 is February 5, 2017."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from raidline.importing.records import InputRow

_COUNTED = re.compile(r"([2-6]\d{4})(?:\.\d+)?")  # 1954 to 2091
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"\d{4}(?:\.0+)?")
_START = date(1899, 12, 30)
_FIELDS = ("date", "end", "published")


def with_days(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with days in place of such numbers in columns of dates, and remarks.

    A column with other bare numbers than these and years keeps them all.
    """
    counted = [heading for heading, name in fields.items() if name in _FIELDS and _are_counted(records, heading)]
    if not counted:
        return records, []
    found = [
        replace(record, cells={name: _day(cell) if name in counted else cell for name, cell in record.cells.items()})
        for record in records
    ]
    said = "contains numbers of days that spreadsheets count from December 30, 1899; read as dates"
    return found, [f"column {heading!r}: {said}" for heading in counted]


def _are_counted(records: Sequence[InputRow], heading: str) -> bool:
    cells = [record.cells[heading].strip() for record in records if record.cells.get(heading, "").strip()]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    return bool(numbers) and all(map(_COUNTED.fullmatch, numbers))


def _day(cell: str) -> str:
    match = _COUNTED.fullmatch(cell.strip())
    return (_START + timedelta(days=int(match[1]))).isoformat() if match else cell
