"""When an event took place, by the cells of its record."""

from __future__ import annotations

from raidline.dates import Edtf
from raidline.importing.days import join, read_date
from raidline.importing.rows import Row


def date_of(row: Row, *, day_first: bool) -> dict[str, str]:
    """Take the date of a row, as the key of an event; nothing where none can be read."""
    read: dict[str, Edtf] = {}
    for name in ("date", "end"):
        if name in row.cells:
            heading, cell = row.cells.pop(name)
            if when := read_date(cell, day_first=day_first):
                read[name] = when
            else:
                row.keep("date", heading, cell, "cannot be read")
    if len(read) < 2:
        only = next(iter(read.values()), None)
        return {"date": only.text} if only else {}
    if both := join(read["date"], read["end"]):
        return {"date": both.text}
    row.keep("end", "end", read["end"].text, f"does not follow {read['date']}")
    return {"date": read["date"].text}
