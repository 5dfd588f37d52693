"""How many, from the cells of a record."""

from __future__ import annotations

import re

from raidline.importing.rows import Row
from raidline.interchange.cells import is_count, parted_counts

_WHOLE = re.compile(r"(?<![\d.,])(\d[\d,]*)\.0+(?!\d)")
_SIGNS = {">": "more than", ">=": "at least", "≥": "at least", "<": "fewer than", "<=": "at most", "≤": "at most"}
_SIGNS |= dict.fromkeys(("~", "≈", "c", "ca", "circa", "approx"), "about")
_SIGNED = re.compile(r"(>=|<=|[><≥≤~≈]|(?:circa|approx|ca|c)\b\.?)\s*(\d[\d,]*)", re.IGNORECASE)


def counts_of(row: Row) -> dict[str, str]:
    """Take the counts of a row, by what they count; a cell without a readable count goes into the notes."""
    counts: dict[str, str] = {}
    for name in [name for name in row.cells if name.startswith("counts")]:
        heading, cell = row.cells.pop(name)
        cell = _in_words(cell)
        if name != "counts":
            found = {name.removeprefix("counts."): cell} if is_count(cell) else None
        else:
            found = parted_counts(cell)
        if found:
            counts |= found
        else:
            row.keep("count", heading, cell, "cannot be read")
    return counts


def _in_words(cell: str) -> str:
    """Rewrite the signs and floats of spreadsheets as counts are written: >50 is "more than 50", 9.0 is 9."""
    plain = _WHOLE.sub(r"\1", cell.strip())
    if match := _SIGNED.fullmatch(plain):
        return f"{_SIGNS[match[1].rstrip('. ').lower()]} {match[2]}"
    return plain
