"""One record on its way to an event: the cells not used yet, and what goes into the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from raidline import inert, lexicon
from raidline.importing.columns import CITED, Columns, composed, number_in
from raidline.importing.days.dayorder import Order
from raidline.importing.records import InputRow
from raidline.importing.remarks import Remarks
from raidline.importing.sources.links import has_link
from raidline.importing.wording.marks import unmarked

_PLACES = ("places", "city", "county", "state", "country", "zip", "address")
_VALUES = ("date", "end", "displayed", "kind", "status", *_PLACES)  # fields of values rather than texts
_BESIDE = "beside"  # links of other cells, in a row that has a column for links
_SEPARATOR = re.compile(r"[;|\n]")


Cells: TypeAlias = dict[str, tuple[str, str]]  # by field, the heading and the text of each


@dataclass(slots=True)
class Row:
    """One record on its way: the cells not used yet, by field, and what goes into the notes.

    `sources` are the cells about sources, by the number in their headings; `dataset` is the source of all rows,
    `european` the headings of numbers with points between thousands; `date_heading` is that of the date,
    `today` the day of the import, "" if it is not given; `of_requests` whether rows are requests for records, and
    `bills` the heading of a column that says that they are bills, `of_agreements` that of one of the papers of
    agreements; `state` that of the places which all titles say.
    """

    where: str
    cells: Cells
    remarks: Remarks
    orders: Mapping[str, Order] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    sources: dict[str, Cells] = field(default_factory=dict)
    dataset: Mapping[str, str] = field(default_factory=dict)
    european: Collection[str] = ()
    date_heading: str = ""
    today: str = ""
    of_requests: bool = False
    bills: str = ""
    state: str = ""
    of_agreements: str = ""

    def dataset_of(self, name: str) -> str:
        """Return a detail of the source of all rows, "" if there is none."""
        return self.dataset.get(name, "")

    def left(self) -> Iterator[tuple[str, str, str]]:
        """Yield the field, heading and text of each cell that is not used."""
        for cells in (self.cells, *self.sources.values()):
            for name, (heading, cell) in cells.items():
                yield name, heading, cell

    def take(self, name: str) -> str:
        """Remove and return the cell of a field, "" if there is none."""
        return self.cells.pop(name, ("", ""))[1]

    def keep(self, name: str, heading: str, text: str, why: str) -> None:
        """Put an unreadable text into the notes, and say so."""
        self.notes.append(f"{heading}: {text}")
        self.remarks.keep(self.where, name, text, why)

    def doubt(self, name: str, text: str, why: str) -> None:
        """Say of a text that is entered as it is why it may be wrong."""
        self.remarks.keep(self.where, name, text, why, then="")

    def say(self, remark: str) -> None:
        """Add a remark; it is reported once for all records that have it."""
        self.remarks.say(self.where, remark)


def row_of(
    record: InputRow, fields: Mapping[str, str], columns: Columns, remarks: Remarks, unmapped: Counter[str]
) -> Row:
    """Return the cells of a record by field; a second cell for a field, or one without a field, goes into the notes."""
    row = Row(
        record.where, {}, remarks, dataset={k: v for k, v in columns.defaults.items() if k in (*CITED, "retrieved")}
    )
    plain = set(lexicon.load("headings")["notes"])
    for heading, raw in record.cells.items():
        name, cell = fields[heading], inert.block(raw).strip()
        if not cell or name == "skip":
            continue
        cells = row.sources.setdefault(number_in(heading), {}) if name in CITED else row.cells
        if name == "url" and name in cells:
            mark = "\n" if has_link(cells[name][1]) else " "  # a text before an address says whose it is
            cells[name] = cells[name][0], f"{cells[name][1]}{mark}{cell}"
        elif name == "notes" or name in cells:
            row.notes.append(cell if heading.lower() in plain else f"{inert.line(heading)}: {cell}")
            if heading.lower() not in plain:
                unmapped[heading] += 1
        else:
            cells[name] = inert.line(heading), _read_as(row, name, heading, cell)
    for name, text in columns.composed.items():
        if made := composed(text, record.cells):
            row.cells[name] = name, made
    for heading, comment in record.comments.items():
        if fields.get(heading) != "skip":
            row.notes.append(f"{inert.line(heading)} (comment): {inert.block(comment).strip()}")
            row.say("comments beside cells are kept in notes")
    _add_links(row, record, fields)
    for name, cell in columns.defaults.items():
        if name not in row.dataset:
            row.cells.setdefault(name, (name, cell))
    return row


def _read_as(row: Row, name: str, heading: str, cell: str) -> str:
    """Return a cell as it is read, a value without the flags and footnotes around it."""
    bare = unmarked(cell) if name in _VALUES or name.startswith("counts") else cell
    if bare != cell:
        row.notes.append(f"{inert.line(heading)}: {cell}")
        row.say(f"marks around what {heading!r} says, such as flags and footnotes, are kept in notes")
    return bare


def _add_links(row: Row, record: InputRow, fields: Mapping[str, str]) -> None:
    """Add the links that cells lead to: to the source of their column, or as a source of its own."""
    for heading, link in record.links.items():
        name = fields.get(heading, "notes")
        if name == "skip":
            continue
        if not inert.web_link(link):
            row.notes.append(f"{inert.line(heading)} leads to {inert.line(link)}")
        elif link not in record.cells.get(heading, ""):
            cells = row.sources.setdefault(_group_of(row, name, heading), {})
            known = cells.get("url", (inert.line(heading), ""))
            mark = " " if name == "url" else "\n"
            cells["url"] = known[0], f"{known[1]}{mark}{link}".strip()


def _group_of(row: Row, name: str, heading: str) -> str:
    """Return which source the link of a cell is about: that of its column, otherwise the only one, or a further one."""
    if name in CITED:
        return number_in(heading)
    linked = any(has_link(cells["url"][1]) for key, cells in row.sources.items() if "url" in cells and key != _BESIDE)
    return _BESIDE if linked else ""


def split(cell: str) -> list[str]:
    """Return the parts of a cell that contains several, without empty ones."""
    return [part for piece in _SEPARATOR.split(cell) if (part := inert.line(piece))]
