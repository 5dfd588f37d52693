"""The ids of imported events: the ids in the records, each for one event only, and new ones; and the keys of rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from raidline.importing.records import InputRow
from raidline.importing.rows import Row
from raidline.importing.tables.headings import plain_heading
from raidline.merging.merge import slug
from raidline.places.names import normalise

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_NUMBERS = ("no", "number", "nr", "id", "code", "numero", "key")


class Ids:
    """The ids that records give and those already in use."""

    def __init__(self, records: Iterable[InputRow], fields: Mapping[str, str]) -> None:
        """Take the heading of ids from `fields`."""
        headings = [heading for heading, name in fields.items() if name == "id"]
        self._given = {
            cell.strip()
            for record in records
            for cell in (str(record.data.get("id", "")), *(record.cells.get(heading, "") for heading in headings))
        }
        self._used: set[str] = set()
        self._numbers: Counter[str] = Counter()

    def of(self, row: Row, data: Mapping[str, Any]) -> str:
        """Return the id in the record of an event, otherwise a new one; an id of another event goes into the notes."""
        heading, cell = row.cells.pop("id", ("id", str(data.get("id", ""))))
        if _ID.fullmatch(cell) and cell not in self._used:
            self._used.add(cell)
            return cell
        if cell in self._used:
            row.keep("id", heading, cell, "belongs to another event")
        elif cell:
            row.notes.append(f"{heading}: {cell}")
        return self._new(data)

    def _new(self, data: Mapping[str, Any]) -> str:
        """Make an id from date, place and kind, with a number if another event has it or gets it."""
        when = re.match(r"[\[{]?(\d{4}(?:-\d{2}){0,2})", data.get("date", ""))
        where = slug(str(next(iter(data.get("places", [])), "unplaced")).split(",")[0])[:60]
        name = f"{when[1] if when else 'undated'}-{where}-{slug(data['kind'])}"
        while True:
            self._numbers[name] += 1
            found = name if self._numbers[name] == 1 else f"{name}-{self._numbers[name]}"
            if found not in self._given and found not in self._used:
                self._used.add(found)
                return found


class RowKey(NamedTuple):
    """What identifies a row of a list, and what would if no mapping named columns for that."""

    key: str
    usual: str


class Keys:
    """What identifies the rows of a list from one version to the next.

    That is the columns that a mapping names, otherwise their ids, otherwise their titles, or without titles a number
    that each row has of its own or else their days, and their places. Rows with the same key are numbered in their
    order.
    """

    def __init__(
        self, fields: Mapping[str, str], columns: Sequence[str] = (), records: Sequence[InputRow] = ()
    ) -> None:
        """Take the heading of ids from `fields`; `columns` are those that a mapping names."""
        untitled = "title" not in fields.values()
        self._numbers = next((one for one in fields if untitled and _numbers_rows(one, records)), "")
        self._columns = columns
        self._headings = [heading for heading, name in fields.items() if name == "id"]
        self._usual: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self.by_id: dict[str, RowKey] = {}

    def enter(self, record: InputRow, data: Mapping[str, Any]) -> None:
        """Give the event of a record its key."""
        given = [str(record.data.get("id", "")), *(record.cells.get(heading, "") for heading in self._headings)]
        parts = [part for part in given if part.strip()] or [
            data.get("title") or record.cells.get(self._numbers, "") or data.get("date", ""),
            *data.get("places", []),
        ]
        usual = _numbered(record.key or " | ".join(map(normalise, parts)), self._usual)
        named = [normalise(record.cells.get(heading, "")) for heading in self._columns]
        self.by_id[data["id"]] = RowKey(_numbered(" | ".join(named), self._named) if any(named) else usual, usual)


def _numbers_rows(heading: str, records: Sequence[InputRow]) -> bool:
    """Whether a column numbers the rows ("Case #", "Agreement No."): each has a number there, and no other has it."""
    last = plain_heading(heading).rpartition(" ")[2]
    if not (last in _NUMBERS or heading.rstrip().endswith("#")):
        return False
    cells = [record.cells.get(heading, "").strip() for record in records]
    return all(any(map(str.isdecimal, cell)) for cell in cells) and len(set(cells)) == len(cells)


def _numbered(key: str, numbers: Counter[str]) -> str:
    numbers[key] += 1
    return key if numbers[key] == 1 else f"{key} ({numbers[key]})"
