"""Years that stand once, above the rows that they are those of: an empty cell below 2031 means 2031."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from raidline.importing.records import InputRow

_LEAST = 2  # empty cells that show a habit rather than something forgotten
_YEAR = re.compile(r"(?:19|20)\d\d(?:\.0+)?")


def filled_down(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with the year of the row above in empty cells of a column of years, and remarks.

    Only where that is how the column is written: its first row has a year, each year stands once, and they follow each
    other in one direction. A row needs a month or a day of its own, or it may be of any year.
    """
    heading = next((name for name, field in fields.items() if field == "date_year"), None)
    if heading is None:
        return records, []
    written = [record.cells.get(heading, "").strip() for record in records]
    years = [cell for cell in written if cell]
    in_order = [one < other for one, other in pairwise(years)]
    if not years or not written[0] or len(written) - len(years) < _LEAST or not all(map(_YEAR.fullmatch, years)):
        return records, []
    if not (all(in_order) or not any(in_order)) or len(set(years)) < len(years):
        return records, []
    dated = [name for name, field in fields.items() if field in ("date", "date_month", "date_day")]
    found, year, number = [], "", 0
    for record, cell in zip(records, written, strict=True):
        year = cell or year
        has_day = any(record.cells.get(name, "").strip() for name in dated)
        number += not cell and has_day
        found.append(record if cell or not has_day else replace(record, cells={**record.cells, heading: year}))
    rows = f"{number} row{'' if number == 1 else 's'}"
    return found, [f"column {heading!r}: an empty cell is of the year above it ({rows})"] if number else []
