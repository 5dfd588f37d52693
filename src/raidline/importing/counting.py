"""How many, by the cells of a record."""

from __future__ import annotations

from raidline.export.cells import is_count, parted_counts
from raidline.importing.rows import Row


def counts_of(row: Row) -> dict[str, str]:
    """Take the counts of a row, by what was counted; a cell that holds none goes into the notes."""
    counts: dict[str, str] = {}
    for name in [name for name in row.cells if name.startswith("counts")]:
        heading, cell = row.cells.pop(name)
        if name != "counts":
            found = {name.removeprefix("counts."): cell} if is_count(cell) else None
        else:
            found = parted_counts(cell)
        if found:
            counts |= found
        else:
            row.keep("count", heading, cell, "cannot be read")
    return counts
