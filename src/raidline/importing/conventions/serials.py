"""Days as programs count them: 42771 is February 5, 2017, and so is 1486252800."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from raidline.importing.records import InputRow

_COUNTED = re.compile(r"([2-6]\d{4})(?:\.\d+)?")  # 1954 to 2091
_SECONDS = re.compile(r"([4-9]\d{8}|[1-3]\d{9})(?:\d{3})?(?:\.0+)?")  # 1982 to 2096, or in thousandths
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"\d{4}(?:\.0+)?")
_START = date(1899, 12, 30)
_FIELDS = ("date", "end", "published")
_SAID = {
    _COUNTED: "contains numbers of days that spreadsheets count from December 30, 1899; read as dates",
    _SECONDS: "contains numbers of seconds since 1970, or of thousandths of them; read as dates and times in UTC",
}


def with_days(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with days in place of such numbers in columns of dates, and remarks.

    A column with other bare numbers than these and years keeps them all.
    """
    counted = {
        heading: pattern
        for heading, name in fields.items()
        if name in _FIELDS and (pattern := _counted(records, heading))
    }
    if not counted:
        return records, []
    found = [
        replace(
            record,
            cells={name: _day(cell) if name in counted else cell for name, cell in record.cells.items()},
        )
        for record in records
    ]
    return found, [f"column {heading!r}: {_SAID[pattern]}" for heading, pattern in counted.items()]


def _counted(records: Sequence[InputRow], heading: str) -> re.Pattern[str] | None:
    """Return how a column counts days, if all its bare numbers but years do so."""
    cells = [record.cells[heading].strip() for record in records if record.cells.get(heading, "").strip()]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    return next((one for one in (_COUNTED, _SECONDS) if numbers and all(map(one.fullmatch, numbers))), None)


def _day(cell: str) -> str:
    if match := _COUNTED.fullmatch(cell.strip()):
        return (_START + timedelta(days=int(match[1]))).isoformat()
    if match := _SECONDS.fullmatch(cell.strip()):
        return datetime.fromtimestamp(int(match[1]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return cell
