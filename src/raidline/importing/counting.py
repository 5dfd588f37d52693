"""How many, from the cells of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from raidline.importing.guessing.counted import group_counted
from raidline.importing.records import InputRow
from raidline.importing.rows import Row
from raidline.importing.wording.howmany import counts_in, in_words
from raidline.interchange.cells import is_count, parted_counts

_EITHER = "may have a point between thousands or a fraction; write the number without the point"
_UNCLEAR = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")
_EUROPEAN = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})*,\d{1,2})(?![\d.,])")
_ENGLISH = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2})(?![\d.,])")
_POINTS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_COMMA = re.compile(r"(?<=\d),0+(?!\d)")
_WHOLE = re.compile(r"(?<![\d.,])(\d[\d,]*)\.0+(?!\d)")
_DASHES = "-–—. "
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,])")  # 1 505
_BESIDE = re.compile(r"(?P<count>[^()\[\]]*\d[^()\[\]]*?)\s*(?:\([^()]+\)|\[[^\[\]]+\])")  # 5 (2 women)


def european(records: Sequence[InputRow], fields: Mapping[str, str]) -> frozenset[str]:
    """Return the headings of counts whose cells show that a point stands between thousands: 1.234.567 or 12,5."""
    found = set()
    for heading in (heading for heading, field in fields.items() if field.startswith("counts")):
        cells = [record.cells.get(heading, "") for record in records]
        if any(map(_EUROPEAN.search, cells)) and not any(map(_ENGLISH.search, cells)):
            found.add(heading)
    return frozenset(found)


def counts_of(row: Row, kind: str = "", said: str = "") -> dict[str, str]:
    """Take the counts of a row, by what they count; a cell without a readable count goes into the notes.

    A bare number is counted by the `kind` of the event and what its column of kinds `said`.
    """
    counts: dict[str, str] = {}
    for name in [name for name in row.cells if name.startswith("counts")]:
        heading, cell = row.cells.pop(name)
        if not cell.strip(_DASHES):  # none
            continue
        written = cell
        if heading in row.european:
            cell = _COMMA.sub("", _POINTS.sub("", cell))
        cell, is_all = in_words(_SPACED.sub(_together, _WHOLE.sub(r"\1", cell.strip())))
        if name == "counts" and (told := counts_in(written)):
            counts |= told
            continue
        if name != "counts":
            found = {name.removeprefix("counts."): cell} if is_count(cell) else None
        else:
            group = group_counted(said, kind, heading) if is_count(cell) else ""
            found = {group: cell} if group else None if is_count(cell) else parted_counts(cell)
        if not found and name != "counts" and (beside := _BESIDE.fullmatch(cell)) and is_count(beside["count"]):
            found = {name.removeprefix("counts."): beside["count"]}
            row.notes.append(f"{heading}: {written}")
            row.say(f"words beside the number in {heading!r} are kept in notes")
        if found and not is_all:
            row.notes.append(f"{heading}: {written}")
            row.say(f"words beside the number in {heading!r} are kept in notes")
        if found:
            counts |= found
        else:
            unclear = _UNCLEAR.search(written)
            row.keep("count", heading, written, _EITHER if unclear else "cannot be read")
    return counts


def _together(match: re.Match[str]) -> str:
    return "".join(match[0].split())
