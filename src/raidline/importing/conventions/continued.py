"""Rows that go on with the event of a row above: a further source of it, or a note on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from raidline.importing.records import InputRow
from raidline.importing.tables.headings import number_in

_OF_SOURCES = frozenset(("url", "publisher", "published", "source_title", "quote", "archived"))
_OF_TEXT = frozenset(("notes", "summary"))
_OF_ROWS = _OF_SOURCES | _OF_TEXT | {"skip"}
_MOST = 8  # further sources of one event, each with a number of two figures
_BELOW = "a further source of the row above, or notes on it"
_EQUAL = "a further source of a row with the same id"
_DIGITS = re.compile(r"\d+")
_Whole = tuple[tuple[str, str], ...]


def with_continued(
    records: Sequence[InputRow], fields: Mapping[str, str]
) -> tuple[list[InputRow], dict[str, str], list[str]]:
    """Return the records with what rows below add to them, the fields with those of further sources, and remarks.

    A row goes on with the one above it if it has nothing but notes or what is about a source. So does one with
    the id of another row, if it says the same beside notes and its source.
    """
    known, kept, told = dict(fields), list[InputRow](), Counter[str]()
    by_content: dict[_Whole, int] = {}
    further: Counter[int] = Counter()
    for record in records:
        has = {fields.get(heading, "notes") for heading in (*record.cells, *record.links)}
        goes_on = bool(kept) and bool(has) and has <= _OF_SOURCES | _OF_TEXT and _leads(kept[-1], fields)
        content = _content(record, fields)
        at = len(kept) - 1 if goes_on and not record.data else by_content.get(content) if content else None
        added = None if at is None else _added(kept[at], record, known, further[at] + 1)
        if at is None or added is None:
            by_content.setdefault(content, len(kept))
            kept.append(record)
            continue
        further[at] += bool(has & _OF_SOURCES)
        kept[at], known = added
        told[_BELOW if goes_on else _EQUAL] += 1
    return kept, known, [f"{number} {'row' if number == 1 else 'rows'} read as {what}" for what, number in told.items()]


def _leads(record: InputRow, fields: Mapping[str, str]) -> bool:
    """Whether a row has what makes an event: a title and a date."""
    has = {fields.get(heading, "notes") for heading in record.cells}
    return "title" in has and any(field.startswith("date") for field in has)


def _content(record: InputRow, fields: Mapping[str, str]) -> _Whole:
    """Return what a row with an id says about its event rather than about a source; empty for any other row."""
    has = {fields.get(heading, "notes") for heading in record.cells}
    if record.data or "id" not in has or not _leads(record, fields) or not (record.links or _OF_SOURCES & has):
        return ()
    own = ((name, cell) for name, cell in record.cells.items() if fields.get(name, "notes") not in _OF_ROWS)
    return tuple(sorted(own))


def _added(
    record: InputRow, more: InputRow, fields: dict[str, str], number: int
) -> tuple[InputRow, dict[str, str]] | None:
    """Return a record with what another row adds to it, and the fields with the new headings; None if it has too many.

    Notes stand in lines of their own below those of the record; what is about a source gets a number of its own.
    """
    if number > _MOST:
        return None
    cells, links, known = dict(record.cells), dict(record.links), dict(fields)
    for heading, cell in more.cells.items():
        if fields.get(heading) in _OF_SOURCES:
            name = _numbered(heading, number)
            cells[name], known[name] = cell, fields[heading]
        elif cell not in cells.get(heading, "").split("\n"):
            cells[heading] = "\n".join(filter(None, (cells.get(heading, ""), cell)))
    for heading, link in more.links.items():
        name = _numbered(heading, number)
        links[name], known[name] = link, "url"
    told = replace(record, cells=cells, links=links, headings=[*dict.fromkeys((*record.headings, *cells))])
    return replace(told, comments={**more.comments, **record.comments}), known


def _numbered(heading: str, number: int) -> str:
    return f"{_DIGITS.sub('', heading).strip()} {number * 10 + int(number_in(heading) or 0) % 10}"
