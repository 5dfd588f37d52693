"""Dates that a form's answers count from the day of the answer: "last night", "January 19"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from raidline import lexicon
from raidline.dates.value import Edtf
from raidline.importing.days.cell import LONGEST, read_date
from raidline.importing.days.dayorder import Order, order_of
from raidline.importing.guessing.cells import are_days, cells_of
from raidline.importing.records import InputRow
from raidline.importing.tables.headings import plain_heading

_BARE = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
_NEAR = timedelta(days=183)  # what is further away may as well belong to the year before
_SMALL = frozenset(("on", "at", "in", "around", "about", "approximately", "approx", "the", "of", "and", "day"))


def from_answers(
    records: Sequence[InputRow], fields: Mapping[str, str], orders: Mapping[str, Order]
) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with dates that say no year or no day of their own counted from when the row was written.

    That is the day in a column such as "Timestamp" or "Submitted"; the words stay in the notes. A date after that day,
    or half a year before it, is left as it is, and so are all of a table with a column of years.
    """
    heading = next((name for name, field in fields.items() if field == "date"), None)
    written = _written(records, [name for name, field in fields.items() if field in ("notes", "published")])
    if heading is None or not written or "date_year" in fields.values():
        return records, []
    order = order_of(record.cells.get(written, "") for record in records)
    found, number = [], 0
    for record in records:
        cell, day = record.cells.get(heading, "").strip(), record.cells.get(written, "").strip()
        when = read_date(day, order) if cell and day and read_date(cell, orders["date"]) is None else None
        if when and when.latest and when.earliest == when.latest and (told := _told(cell, when.latest, orders["date"])):
            notes = "\n".join(filter(None, (str(record.data.get("notes") or ""), f"{heading}: {cell}")))
            found.append(replace(record, cells={**record.cells, heading: told}, data={**record.data, "notes": notes}))
            number += 1
        else:
            found.append(record)
    rows = f"{number} row{'' if number == 1 else 's'}"
    said = f"column {heading!r}: dates without a year or such as 'yesterday' are counted from {written!r} ({rows})"
    return (found, [said]) if number else (records, [])


def _written(records: Sequence[InputRow], headings: Sequence[str]) -> str:
    """Return the heading of the days on which the rows were written, "" if none or several columns have such."""
    words = {*lexicon.load("heading_parts")["entered"], "timestamp", "temporal"}
    named = [one for one in headings if not words.isdisjoint(plain_heading(one).split())]
    days = [one for one in named if are_days(cells_of(records, one))]
    return days[0] if len(days) == 1 else ""


@lru_cache(maxsize=4_096)
def _told(cell: str, day: date, order: Order) -> str:
    """Return a date in EDTF that a whole text says if it is written on a day, "" if it does not."""
    from raidline.extract.timex import find_timexes  # noqa: PLC0415 - few tables need it

    if len(cell) > LONGEST:
        return ""
    if _BARE.fullmatch(cell):
        years = (read_date(f"{cell}/{year}", order) for year in (day.year, day.year - 1))
        return next((when.text for when in years if when and _is_before(when, day)), "")
    timexes = find_timexes(cell, day)
    rest = cell.lower()
    for one in reversed(timexes):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    dated = [one.edtf for one in timexes if one.edtf]
    whole = bool(dated) and set(re.findall(r"\w+", rest)) <= _SMALL
    same = whole and all((one.earliest, one.latest) == (dated[0].earliest, dated[0].latest) for one in dated)
    return dated[0].text if same and _is_before(dated[0], day) else ""


def _is_before(when: Edtf, day: date) -> bool:
    return bool(when.earliest and timedelta(0) <= day - when.earliest <= _NEAR)
