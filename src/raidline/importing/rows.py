"""One record on its way to an event: the cells not used yet, and what goes into the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from raidline import inert, lexicon
from raidline.importing.columns import Columns
from raidline.importing.days.dayorder import Order
from raidline.importing.records import InputRow
from raidline.importing.remarks import Remarks

_SEPARATOR = re.compile(r"[;|\n]")


@dataclass(slots=True)
class Row:
    """One record on its way: the cells not used yet, by field, and what goes into the notes."""

    where: str
    cells: dict[str, tuple[str, str]]
    remarks: Remarks
    orders: Mapping[str, Order] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def take(self, name: str) -> str:
        """Remove and return the cell of a field, "" if there is none."""
        return self.cells.pop(name, ("", ""))[1]

    def keep(self, name: str, heading: str, text: str, why: str) -> None:
        """Put an unreadable text into the notes, and say so."""
        self.notes.append(f"{heading}: {text}")
        self.remarks.keep(self.where, name, text, why)

    def say(self, remark: str) -> None:
        """Add a remark; it is reported once for all records that have it."""
        self.remarks.say(self.where, remark)


def row_of(
    record: InputRow, fields: Mapping[str, str], columns: Columns, remarks: Remarks, unmapped: Counter[str]
) -> Row:
    """Return the cells of a record by field; a second cell for a field, or one without a field, goes into the notes."""
    row = Row(record.where, {}, remarks)
    plain = set(lexicon.load("headings")["notes"])
    for heading, raw in record.cells.items():
        name, cell = fields[heading], inert.block(raw).strip()
        if not cell or name == "skip":
            continue
        if name == "notes" or name in row.cells:
            row.notes.append(cell if heading.lower() in plain else f"{inert.line(heading)}: {cell}")
            if heading.lower() not in plain:
                unmapped[heading] += 1
        else:
            row.cells[name] = inert.line(heading), cell
    for heading, link in record.links.items():
        if fields.get(heading) == "skip":
            continue
        if not inert.web_link(link):
            row.notes.append(f"{inert.line(heading)} leads to {inert.line(link)}")
        elif link not in record.cells.get(heading, ""):
            known = row.cells.get("url", (inert.line(heading), ""))
            row.cells["url"] = known[0], f"{known[1]} {link}".strip()
    for name, cell in columns.defaults.items():
        row.cells.setdefault(name, (name, cell))
    return row


def split(cell: str) -> list[str]:
    """Return the parts of a cell that contains several, without empty ones."""
    return [part for piece in _SEPARATOR.split(cell) if (part := inert.line(piece))]
