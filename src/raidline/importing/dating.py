"""When an event took place, from the cells of its record: the date itself, and the cells beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.dates.value import Edtf, Precision
from raidline.importing.days.bounds import hedged, join, since
from raidline.importing.days.cell import read_date
from raidline.importing.days.clocks import without_clock, without_midnight
from raidline.importing.days.coarsening import as_precise_as, if_affirmed
from raidline.importing.days.dayorder import Order
from raidline.importing.days.edges import is_open
from raidline.importing.days.remarks import without_remark
from raidline.importing.rows import Row
from raidline.importing.tables.headings import plain_heading

_ABOUT = re.compile(r"\b(?:approx|approximate|approximated|estimated|est|circa|about)\b", re.IGNORECASE)
_QUALIFIED = re.compile(r"(?P<date>[^()\[\]]*\d)\s*[(\[](?P<said>[^()\[\]]+ only)[)\]]\s*")
_MONTH_OF = re.compile(r"^([a-z]{3,9})[-. '’]{1,2}(\d\d)$", re.IGNORECASE)  # "May-31" below "Month"
_WEEK = re.compile(r"\b(?:week|wk|semana)\b ?(?P<which>begin\w*|start\w*|commenc\w*|end\w*)?")
_WHOLE = re.compile(r"(\d+)\.0+")


def date_of(row: Row) -> dict[str, str]:
    """Take the date of a row, as the key of an event; empty if none can be read."""
    when = _interval(row)
    when = _displayed(row, when)
    for name, said in (("precision", as_precise_as), ("approximate", if_affirmed)):
        if when and name in row.cells:
            heading, cell = row.cells.pop(name)
            if better := said(when, cell):
                when = better
            else:
                row.keep("precision", heading, cell, "says nothing about a date that raidline understands")
    return {"date": when.text} if when else {}


def _interval(row: Row) -> Edtf | None:
    first, written_end = _read(row, "date"), row.cells.get("end", ("", ""))[1]
    if first and is_open(written_end):
        row.take("end")
        return since(first) or first
    last = _read(row, "end")
    if first is None or last is None:
        return first or last
    if both := join(first, last):
        if "T" in f"{first}{last}":
            row.notes.append(f"time: {first} to {last}")
            row.say("the times of day of a span have no field; kept in notes")
        return both
    row.keep("end", "end", last.text, f"does not follow {first}")
    return first


def _read(row: Row, name: str) -> Edtf | None:
    """Read the cell of a date, with the year of another cell if it has none; otherwise year, month and day."""
    parts = [f"{name}_{part}" for part in ("year", "month", "day")]
    if name not in row.cells:
        return _of_parts(row, name, parts)
    heading, cell = row.cells.pop(name)
    when = read_date(cell, row.orders["date"])
    year = row.cells.get(parts[0], ("", ""))[1]
    if when is None and re.fullmatch(r"\d{4}", year):
        with_year = (read_date(f"{cell}{mark}{year}", row.orders["date"]) for mark in (" ", ", ", "/"))
        when = next((found for found in with_year if found), None)
        if when:
            row.take(parts[0])
    if when is None:
        when = _qualified(cell, row.orders["date"])
    if when and (week := _week_in(heading)) and when.precision is Precision.DAY and when.earliest == when.latest:
        return read_date(f"{week} {when}") or when
    if when is None and (rest := without_remark(cell)) and (when := read_date(rest, row.orders["date"])):
        row.notes.append(f"{heading}: {cell}")
        row.say(f"words beside the date in {heading!r} are kept in notes")
        return when
    if when is None:
        row.keep("date", heading, cell, "cannot be read")
        return None
    if when.precision is not Precision.SECOND and without_clock(without_midnight(" ".join(cell.split()))):
        row.notes.append(f"{heading}: {cell}")
        row.say(f"the time of day in {heading!r} has no field; kept in notes")
    return (hedged(when, "~") or when) if _ABOUT.search(heading) else when


def _week_in(heading: str) -> str:
    """Return which week of the days below it a heading means: "Week of", "Week ending"; "" for any other heading."""
    match = _WEEK.search(plain_heading(heading))
    if not match:
        return ""
    said = match["which"] or ""
    return "week ending" if said.startswith("en") else "week beginning" if said and said[0] in "bsc" else "week of"


def _qualified(cell: str, order: Order) -> Edtf | None:
    """Read a date and how much of it is known: "June 1, 2017 (month only)"."""
    match = _QUALIFIED.fullmatch(cell)
    when = read_date(match["date"], order) if match else None
    return as_precise_as(when, match["said"]) if match and when else None


def _of_parts(row: Row, name: str, parts: Sequence[str]) -> Edtf | None:
    """Read a year, a month and a day from separate cells, as far as they are given."""
    year, month, day = (_WHOLE.sub(r"\1", row.cells.get(part, ("", ""))[1]) for part in parts)
    whole = not year or not day.isdecimal()
    if whole and name == "date" and day and not month:  # a column "Day" that contains whole dates, or "May 4"
        row.cells[name] = row.cells.pop(parts[2])
        return _read(row, name)
    if not year and not day and month and name == "date":  # a column "Month" that contains "July 2031"
        if when := read_date(_MONTH_OF.sub(r"\1 20\2", month), row.orders["date"]):
            row.take(parts[1])
        return when
    if not year:
        return None
    written = [year, *([month] if month else []), *([day] if month and day else [])]
    when = read_date("-".join(written)) or read_date(" ".join([*reversed(written[1:]), year]))
    taken = [row.cells.pop(part) for part in parts[: len(written)] if part in row.cells]
    if when is None:
        for heading, cell in taken:
            row.keep("date", heading, cell, "is not part of a date")
    return when


def _displayed(row: Row, when: Edtf | None) -> Edtf | None:
    """Prefer the date that a table shows to people: its writer knew that one, where the other had to be a day."""
    if "displayed" not in row.cells:
        return when
    heading, cell = row.cells["displayed"]
    shown = read_date(cell, row.orders["date"])
    if shown is None:
        return when
    row.take("displayed")
    if when and not _meet(when, shown):
        row.keep("date", "date", when.text, f"is not the {shown} that {heading!r} says, which is used")
    return shown


def _meet(one: Edtf, other: Edtf) -> bool:
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    return not starts or not ends or max(starts) <= min(ends)
