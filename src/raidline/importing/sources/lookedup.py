"""Cells with what several linked records say, as Airtable exports them: between commas, those with commas in quotes."""

from __future__ import annotations

import csv

from raidline import inert

_LONGEST = 20_000  # characters of a cell


def in_quotes(cell: str) -> list[str]:
    """Return the parts of such a cell, or the only one without its quotes; empty for any other."""
    text = cell.strip()
    if "," not in text or "\n" in text or len(text) > _LONGEST:
        return []
    try:
        parts = next(csv.reader([text], skipinitialspace=True, strict=True), [])
    except csv.Error:  # a quotation mark inside a text
        return []
    found = [part for one in parts if (part := inert.line(one))]
    return found if len(found) == len(parts) and (len(found) > 1 or text.startswith('"')) else []
