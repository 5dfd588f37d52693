"""The list of agencies with 287(g) agreements, as ICE publishes it: its rows as records of events.

An agency has a row for each model of the programme. Its models of one day are one agreement, and so one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from raidline import inert, lexicon
from raidline.importing.records import InputRow
from raidline.importing.tables.headings import plain_heading
from raidline.phrasing import listed
from raidline.places.lookup import decided
from raidline.places.names import normalise

NAME = "287g"


def is_such_a_list(records: Sequence[InputRow]) -> bool:
    """Whether the headings are those of the list."""
    headings = {plain_heading(heading) for record in records for heading in record.cells}
    return set(_words("needed")) <= headings


def agreements(records: Sequence[InputRow]) -> list[InputRow]:
    """Return a record for each agency and day on which it signed; rows that cannot be read stay as they are."""
    groups: dict[tuple[str, ...], list[InputRow]] = {}
    for record in records:
        if not record.problem:
            groups.setdefault((*_agency(record), _cell(record, "signed")), []).append(record)
    found = []
    for rows in groups.values():
        links = [link for row in rows for link in _links(row, "moa")]
        found.append(_record(rows, "title", "summary", {"date": _cell(rows[0], "signed")}, dict.fromkeys(links)))
    return found + [record for record in records if record.problem]


def rows_by_model(records: Iterable[InputRow]) -> dict[str, InputRow]:
    """Return the rows that can be read by state, agency and model."""
    return {_key(record): record for record in records if not record.problem}


def listings(records: Iterable[InputRow], others: Iterable[InputRow], day: date, *, gone: bool) -> list[InputRow]:
    """Return a record for each agency of some rows: that the list of a day has it for the first time, or no longer.

    If the other version has the agency too, in `others`, that is said of its models alone.
    """
    stay = {_agency(record) for record in others}
    groups: dict[tuple[str, ...], list[InputRow]] = {}
    for record in records:
        groups.setdefault(_agency(record), []).append(record)
    cells = {"published": day.isoformat()}
    title = "unlisted" if gone else "listed"
    return [
        _record(rows, f"{title}_more" if agency in stay else title, "models", cells, ())
        for agency, rows in groups.items()
    ]


def _record(
    rows: Sequence[InputRow], title: str, summary: str, dated: Mapping[str, str], links: Iterable[str]
) -> InputRow:
    first = rows[0]
    agency = inert.line(_cell(first, "law enforcement agency"))
    models = dict.fromkeys(filter(None, (inert.line(_cell(row, "support type")) for row in rows)))
    cells = {
        **dated,
        "title": str(_words(title)).format(agency=agency, models=listed(list(models))),
        "kind": "policy",
        "places": _place(first, agency),
        "agencies": "; ".join((agency, "ICE")),
        "summary": str(_words(summary)).format(models=listed(list(models))) if models else "",
        "notes": "\n".join(dict.fromkeys(line for row in rows for line in _rest(row))),
    }
    remarks = tuple(remark for row in rows for remark in row.remarks)
    publisher = _words("publisher")
    sources = [{"url": _words("url"), "title": _words("source_title"), "publisher": publisher}]
    sources += [{"url": link, "publisher": publisher} for link in links]
    told = {name: cell for name, cell in cells.items() if cell}
    return InputRow(first.where, told, {"sources": sources}, remarks, key=_key(first))


def _rest(row: InputRow) -> list[str]:
    """Return the cells that no field takes, for the notes: an addendum's address, a column that is new."""
    told = []
    for heading, cell in row.cells.items():
        text = row.links.get(heading, cell).strip()
        known = plain_heading(heading)
        if known not in _words("headings") or (known == "addendum" and text.lower() not in _words("empty")):
            told.append(f"{inert.line(heading)}: {text}")
    return told


def _place(row: InputRow, agency: str) -> str:
    """Return the jurisdiction whose agreement it is: by the type of the agency, its name and its county."""
    state, county, kind = (_cell(row, name) for name in ("state", "county", "type"))
    whole = decided(state)
    state = whole.full_name if whole else state
    if kind.lower() in _words("state"):
        return state
    is_town = kind.lower() in _words("town")
    tried = [f"{_town(agency)}, {state}", f"{_town(agency)}, {county}, {state}"] if is_town else []
    if county and county.lower() not in _words("empty"):
        tried += [f"{county}, {state}", f"{county} County, {state}"]
    elif not tried:
        tried = [f"{_before(agency, 'county')}, {state}", f"{_before(agency, 'parish')}, {state}"]
    found = (place.full_name for name in tried if (place := decided(name)) and place.kind != "state")
    return next(found, state)


def _before(agency: str, word: str) -> str:
    head, found, _ = agency.partition(f" {word.capitalize()}")
    return f"{head}{found}"


def _town(agency: str) -> str:
    plain = agency.replace("'", "").replace("’", "")
    for words in _words("before"):
        if plain.lower().startswith(f"{words} "):
            plain = plain[len(words) :].strip()
    for words in _words("after"):
        if plain.lower().endswith(f" {words}"):
            return plain[: -len(words)].strip()
    return plain


def _agency(row: InputRow) -> tuple[str, ...]:
    return tuple(normalise(_cell(row, name)) for name in ("state", "law enforcement agency"))


def _key(row: InputRow) -> str:
    return " | ".join((*_agency(row), normalise(_cell(row, "support type"))))


def _cell(row: InputRow, name: str) -> str:
    return next((cell.strip() for heading, cell in row.cells.items() if _is(heading, name)), "")


def _links(row: InputRow, name: str) -> list[str]:
    found = (row.links.get(heading, cell) for heading, cell in row.cells.items() if _is(heading, name))
    return [link for link in found if "://" in link]


def _is(heading: str, name: str) -> bool:
    return plain_heading(heading) == name


def _words(name: str) -> Any:  # noqa: ANN401 - a list of words or a text
    return lexicon.load("agreements")[name]
