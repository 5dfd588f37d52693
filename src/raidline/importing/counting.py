"""How many, by the cells of a record."""

from __future__ import annotations

import re

from raidline.counts import Count
from raidline.importing.rows import Row

_UNKNOWN_NUMBER = re.compile(r"unknown number (.+)")


def counts_of(row: Row) -> dict[str, str]:
    """Take the counts of a row, by what was counted; a cell that holds none goes into the notes."""
    counts: dict[str, str] = {}
    for name in [name for name in row.cells if name.startswith("counts")]:
        heading, cell = row.cells.pop(name)
        if name != "counts":
            found = {name.removeprefix("counts."): cell} if _is_count(cell) else {}
        else:
            found = dict(map(_counted, cell.split(", ")))
        if found and all(what and _is_count(number) for what, number in found.items()):
            counts |= found
        else:
            row.keep("count", heading, cell, "cannot be read")
    return counts


def _counted(words: str) -> tuple[str, str]:
    """Part "at least 51 arrested" into what was counted and how many."""
    if match := _UNKNOWN_NUMBER.fullmatch(words):
        return match[1], "unknown"
    parts = words.split()
    for n in range(len(parts) - 1, 0, -1):
        if _is_count(" ".join(parts[:n])):
            return " ".join(parts[n:]), " ".join(parts[:n])
    return "", words


def _is_count(text: str) -> bool:
    try:
        Count.parse(text)
    except ValueError:
        return False
    return True
