"""What sort of place a name is, where another column says it: "Webb" is a county beside "county"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from raidline.importing.records import InputRow
from raidline.importing.tables.headings import plain_heading

_TYPES = ("county", "parish", "borough")
_OTHERS = (
    "city",
    "town",
    "village",
    "municipality",
    "state",
    "statewide",
    "place",
    "tribe",
    "region",
    "territory",
    "cdp",
)
_MOST = 0.8  # of the cells of such a column
_TYPED = re.compile(r"\b(?:county|parish|borough|statewide)\b", re.IGNORECASE)
_SORT = ("type", "level", "kind", "class")
_OF_PLACES = ("place", "location", "geography", "geo", "jurisdiction", "locality", "area", "geographic")


def with_types(records: Sequence[InputRow], fields: Mapping[str, str]) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with "Webb County" for "Webb" where a column such as "Place type" says that it is one."""
    named = next((heading for heading, field in fields.items() if field == "places"), None)
    sort = next((heading for heading in fields if named and _says_sort(heading) and _are_sorts(records, heading)), None)
    if named is None or sort is None:
        return records, []
    found = [_typed(record, named, record.cells.get(sort, "").strip().lower()) for record in records]
    number = sum(one is not record for one, record in zip(found, records, strict=True))
    return found, [f"column {named!r}: {number} read as {sort!r} says, as counties"] if number else []


def _says_sort(heading: str) -> bool:
    words = plain_heading(heading).split()
    return len(words) > 1 and words[-1] in _SORT and words[0] in _OF_PLACES


def _are_sorts(records: Sequence[InputRow], heading: str) -> bool:
    cells = [cell for record in records if (cell := record.cells.get(heading, "").strip().lower())]
    return sum(cell in (*_TYPES, *_OTHERS) for cell in cells) >= _MOST * len(cells) > 0


def _typed(record: InputRow, heading: str, sort: str) -> InputRow:
    cell = record.cells.get(heading, "").strip()
    if sort not in _TYPES or not cell or "," in cell or _TYPED.search(cell):
        return record
    return replace(record, cells={**record.cells, heading: f"{cell} {sort.title()}"})
