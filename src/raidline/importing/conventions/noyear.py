"""Dates without a year: the other dates of their column, or the day of their source, say which one it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from raidline.dates.value import Edtf
from raidline.importing.days.cell import read_date
from raidline.importing.days.dayorder import Order
from raidline.importing.records import InputRow
from raidline.importing.tables.alone import lacks_year

_NEAR = timedelta(days=183)  # what is further away may as well belong to the year before or after
_EITHER = re.compile(r"\d{2}-[a-z]{3,9}\.?|[a-z]{3,9}\.?-\d{2}", re.IGNORECASE)  # the number may be the year: Jun-19
_MARKS = ("/", ", ", " ")  # 5/5/2025; May 5, 2025; early May 2025


def completed(
    records: Sequence[InputRow], fields: Mapping[str, str], orders: Mapping[str, Order]
) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with a year in dates that have none, and remarks.

    It is the only year of the other dates, if all dates of the column then follow each other, in either direction;
    otherwise that in which a date is the last one before the day of the row's own source. None is added where a
    column has years, or where a date would be half a year away from what it is told by.
    """
    heading = next((name for name, field in fields.items() if field == "date"), None)
    if heading is None or "date_year" in fields.values() or "displayed" in fields.values():
        return records, []
    cells = [record.cells.get(heading, "").strip() for record in records]
    bare = [at for at, cell in enumerate(cells) if cell and _lacks_year(cell)]
    if not bare:
        return records, []
    order = orders["date"]
    found = _by_column(cells, bare, order)
    why = "the year of a date without one is that of the others, among which it stands in their order"
    if not found:
        found = _by_sources(records, fields, orders, bare, heading)
        why = "the year of a date without one is that in which it comes before the day of its source"
    if not found:
        return records, []
    changed = [
        replace(record, cells={**record.cells, heading: found[at]}) if at in found else record
        for at, record in enumerate(records)
    ]
    return changed, [f"column {heading!r}: {why}"]


def _by_column(cells: Sequence[str], bare: Sequence[int], order: Order) -> dict[int, str]:
    """Return by its row each date with the only year of the others; empty unless all can be read and are in order."""
    known = {at: when for at, cell in enumerate(cells) if cell and at not in bare and (when := read_date(cell, order))}
    years = {day.year for when in known.values() for day in (when.earliest, when.latest) if day}
    if len(years) != 1:
        return {}
    year = years.pop()
    found, firsts = {}, {at: when.earliest for at, when in known.items() if when.earliest}
    for at in bare:
        text, when = next(_with(cells[at], year, order), ("", None))
        if when is not None and when.earliest:
            found[at], firsts[at] = text, when.earliest
    if not _in_order([firsts[at] for at in sorted(firsts)]):
        return {}
    told = [firsts[at] for at in known if at in firsts]
    return found if all(min(abs(firsts[at] - day) for day in told) <= _NEAR for at in found) else {}


def _by_sources(
    records: Sequence[InputRow],
    fields: Mapping[str, str],
    orders: Mapping[str, Order],
    bare: Sequence[int],
    heading: str,
) -> dict[int, str]:
    """Return by its row each date with the year in which it comes last before the day of the only source."""
    published = [name for name, field in fields.items() if field == "published"]
    found = {}
    for at in bare:
        days = [cell for name in published if (cell := records[at].cells.get(name, "").strip())]
        told = read_date(days[0], orders["published"]) if len(days) == 1 else None
        last = told.latest if told and told.earliest == told.latest else None
        if last is None:
            continue
        for year in (last.year, last.year - 1):
            text, when = next(_with(records[at].cells[heading].strip(), year, orders["date"]), ("", None))
            if when and when.earliest and timedelta(0) <= last - when.earliest <= _NEAR:
                found[at] = text
                break
    return found


def _lacks_year(cell: str) -> bool:
    return lacks_year(cell) and not _EITHER.fullmatch(cell) and read_date(cell) is None


def _with(cell: str, year: int, order: Order) -> Iterator[tuple[str, Edtf]]:
    """Yield a date with a year behind it, in each way in which it can be read."""
    for mark in _MARKS:
        text = f"{cell}{mark}{year}"
        if when := read_date(text, order):
            yield text, when


def _in_order(days: Sequence[date]) -> bool:
    return list(days) in (sorted(days), sorted(days, reverse=True))
