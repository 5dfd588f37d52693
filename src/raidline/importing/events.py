"""Records become the data of events: what can be read goes into its field, the rest into `notes`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from raidline import inert
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.extract.titles import made_titles, make_title
from raidline.importing.acts import kind_of
from raidline.importing.columns import Column, Columns, decided
from raidline.importing.conventions.answered import from_answers
from raidline.importing.conventions.bounds import with_ranges
from raidline.importing.conventions.continued import with_continued
from raidline.importing.conventions.noyear import completed as with_the_year
from raidline.importing.conventions.onestate import with_its_state
from raidline.importing.conventions.orders import orders_of
from raidline.importing.conventions.placetypes import with_types
from raidline.importing.conventions.repeats import without_repeats
from raidline.importing.conventions.serials import with_days
from raidline.importing.conventions.shortyears import with_years
from raidline.importing.conventions.titledstate import state_of_titles
from raidline.importing.conventions.yearsabove import filled_down
from raidline.importing.counting import counts_of, european
from raidline.importing.dating import date_of
from raidline.importing.forms.agreed import is_of_agreements
from raidline.importing.forms.bills import bills_in
from raidline.importing.forms.cases import is_of_the_case
from raidline.importing.forms.requests import is_log_of_requests
from raidline.importing.guessing.cells import cells_of, seem
from raidline.importing.guessing.columns import BY_CELLS
from raidline.importing.naming import Ids, Keys, RowKey
from raidline.importing.placing import places_of
from raidline.importing.records import InputRow
from raidline.importing.remarks import Remarks
from raidline.importing.rows import Row, row_of, split
from raidline.importing.sources.citing import completed, sources_of, take_links
from raidline.importing.tables.headings import field_of
from raidline.importing.telling import add_counts_told, add_what_is_told, kind_of_headings
from raidline.importing.wording.bodies import actors_in, is_person
from raidline.interchange.cells import is_count
from raidline.lexicon.synonyms import synonyms
from raidline.models import Event, Kind, Status
from raidline.places.lookup import decided as decided_place
from raidline.privacy.credentials import parted

_GOING_ON = (Kind.LAWSUIT, Kind.LEGISLATION)  # what is still open, once it was brought
_AS_FOUND = Columns()
_CHOICES = re.compile(r"\s*[,;/|+&\n]\s*")  # between the kinds of a cell that has several


@dataclass(frozen=True, slots=True)
class Imported:
    """The data of events, by date; `remarks` name what had no field, `left_out` the records that are not events.

    `columns` say which column was read as which field, and why. `keys` tell by the id of an event which row of its
    list it comes from. `unread` is the number of cells of known columns that could not be read for sure.
    """

    events: list[dict[str, Any]]
    remarks: list[str]
    left_out: list[str]
    keys: Mapping[str, RowKey]
    columns: Sequence[Column] = ()
    unread: int = 0


def make_events(records: Sequence[InputRow], columns: Columns, source: str, *, now: Edtf | None = None) -> Imported:
    """Return the events; `source` is the id of an article to cite for a record that names no source of its own.

    Events that others wrote get `now` as `updated`, if it is given; events that raidline exported carry their own.
    Secrets are removed from addresses before anything else is done with them.
    """
    remarks = Remarks()
    records = [_without_secrets(record, remarks) for record in records]
    records, ranged = with_ranges(records) if columns == _AS_FOUND else (records, [])
    records, found, told_state = with_its_state(records, decided(columns, records))
    fields = {column.heading: column.field for column in found}
    left_out = [f"{record.where}: {record.problem}; left out" for record in records if record.problem]
    records, repeated = without_repeats([record for record in records if not record.problem], fields)
    records, fields, continued = with_continued(records, fields)
    records, told = with_days(records, fields)
    told += [*repeated, *continued, *told_state, *ranged]
    for convention in (with_years, filled_down, with_types):
        records, said = convention(records, fields)
        told += said
    orders, chosen = orders_of(records, fields, day_first=columns.day_first)
    for completing in (from_answers, with_the_year):
        records, said = completing(records, fields, orders)
        chosen += said
    pointed, of_requests = european(records, fields), is_log_of_requests(fields)
    agreements = next((name for name in fields if is_of_agreements(name)), "")
    bills, of_titles = bills_in(records, list(fields)), state_of_titles(records, fields)
    unmapped: Counter[str] = Counter()
    events, ids, keys = [], Ids(records, fields), Keys(fields, columns.key, records)
    for record in records:
        row = row_of(record, fields, columns, remarks, unmapped)
        row.orders, row.european, row.of_requests, row.bills = orders, pointed, of_requests, bills
        row.state, row.of_agreements = of_titles, agreements
        row.today = str(now.latest) if now else ""
        for remark in record.remarks:
            row.say(remark)
        take_links(row)
        data = _event(row, dict(record.data), columns)
        if not record.exported:  # what raidline exported has the counts that its curators gave it
            add_counts_told(row, data)
        data["sources"] = completed(row, data) or sources_of(row, data, source)
        data["id"] = ids.of(row, data)
        keys.enter(record, data)
        _add_title(row, data, composed="title" in columns.composed)
        if columns.key and not any(record.cells.get(heading, "").strip() for heading in columns.key):
            row.say(f"has none of the columns of the key ({', '.join(columns.key)}); known by its title and places")
        for name, heading, cell in row.left():  # details of something that the record does not have
            row.notes.append(f"{heading}: {cell}")
            unmapped[f"{heading} ({name})"] += 1
        if row.notes:
            data["notes"] = "\n".join([*([data["notes"]] if data.get("notes") else []), *row.notes])
        if now and not record.exported:
            data["updated"] = now.text
        events.append({name: data[name] for name in Event.model_fields if data.get(name)})
    told += [*chosen, *remarks.lines()]
    told += [f"column {one.heading!r}: read as {one.field}, by its cells" for one in found if one.why == BY_CELLS]
    told += [
        f"column {name!r}: kept in notes ({number} {'time' if number == 1 else 'times'}){_seeming(records, name)}"
        for name, number in unmapped.items()
    ]
    return Imported(sorted(events, key=_by_date), told, left_out, keys.by_id, tuple(found), remarks.unread)


def _seeming(records: Sequence[InputRow], heading: str) -> str:
    """Return what a column without a field seems to hold, for the remark on it."""
    held = seem(cells_of(records, heading))
    return f"; it seems to hold {held}" if held else ""


def _without_secrets(record: InputRow, remarks: Remarks) -> InputRow:
    names: dict[str, None] = {}

    def clean(data: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        if isinstance(data, Mapping):
            return {key: clean(value) for key, value in data.items()}
        if isinstance(data, list | tuple):
            return [clean(value) for value in data]
        if not isinstance(data, str) or "://" not in data:
            return data
        text, found = parted(data)
        names.update(dict.fromkeys(found))
        return text

    told = {name: clean(getattr(record, name)) for name in ("cells", "data", "links", "comments")}
    cleaned = replace(record, **told)
    for name in names:
        remarks.say(record.where, f"an address grants access through its {name}; that was removed")
    return cleaned


def _by_date(data: Mapping[str, Any]) -> tuple[bool, Edtf]:
    return "date" not in data, Edtf.parse(data.get("date", "9999"))


def _event(row: Row, data: dict[str, Any], columns: Columns) -> dict[str, Any]:
    row.date_heading = row.cells.get("date", ("", ""))[0]
    data |= date_of(row) if "date" not in data else {}
    heading = row.cells.get("title", ("", ""))[0]
    title, summary = inert.line(row.take("title")), row.take("summary")
    if title and is_person(title):
        row.notes.append(f"{heading}: {title}")
        row.say(f"{heading!r} names a person where a title should be; kept in notes")
    elif title:
        data.setdefault("title", title)
    if summary:
        data.setdefault("summary", summary)
    unsaid, said = "kind" not in row.cells, row.cells.get("kind", ("", ""))[1]
    own_kinds = {word.lower(): kind for word, kind in columns.kinds.items()}
    if unsaid and "kind" not in data and (kind := kind_of_headings(row, heading)):
        data["kind"] = kind
    if word := _kind(row, columns, own_kinds):
        data.setdefault("kind", word)
    named, stands = row.cells.get("status", ("", ""))
    if status := _word(row, "status", Status, {}):
        data.setdefault("status", status)
    if places := places_of(row):
        data.setdefault("places", places)
        for unknown in (place for place in places if decided_place(place) is None):
            row.doubt("place", unknown, "is not known for sure; `check` suggests how to write it")
    if agencies := _agencies(row, columns):
        data.setdefault("agencies", agencies)
    for name in ("aliases", "related"):
        if members := split(row.take(name)):
            data.setdefault(name, members)
    if counts := counts_of(row, data.get("kind", ""), said):
        data["counts"] = data.get("counts", {}) | counts
    add_what_is_told(row, data, unsaid=unsaid)
    _keep_state_of_case(row, data, named, stands)
    return data


def _keep_state_of_case(row: Row, data: dict[str, Any], heading: str, cell: str) -> None:
    """Put into the notes what became of a case or a bill, where its status was taken for that of bringing it."""
    if data.get("status") == Status.PLANNED and data["kind"] in _GOING_ON and is_of_the_case(cell):
        del data["status"]
        row.notes.append(f"{heading}: {cell}")
        row.say(f"{heading!r} says what became of a case or a bill, not that it is planned; kept in notes")


def _agencies(row: Row, columns: Columns) -> list[str]:
    """Take the public bodies of a row; what names a person, or nobody, goes into the notes and so into no title."""
    heading, cell = row.cells.pop("agencies", ("", ""))
    found = actors_in(cell, lenient=heading in columns.columns or field_of(heading) != "actors")
    if found.rest:
        row.notes.append(f"{heading}: {'; '.join(found.rest)}")
        row.say(f"{heading!r} names a person, or no public body; kept in notes")
    return list(found.bodies)


def _add_title(row: Row, data: dict[str, Any], *, composed: bool) -> None:
    """Give an event without a title one that says what is known of it; none if it has neither a place nor a day.

    A title that a mapping composes is its curator's, also if it is worded like one of a machine: `check` lets it be.
    """
    if not data.get("places") or (data.get("title") and not composed):
        return
    counts = {name: Count.parse(text) for name, text in data.get("counts", {}).items() if is_count(text)}
    told = Kind(data["kind"]), data.get("agencies", ()), data["places"], counts
    if data.get("title"):
        if data["title"] in made_titles(*told):
            data["ignore"] = [*data.get("ignore", ()), "machine-title"]
        return
    data["title"] = make_title(*told)
    row.say(
        "has no title; one is made of its kind, agencies, counts and places, and `check` asks for your own"
        " - `composed` in a mapping makes others"
    )


def _kind(row: Row, columns: Columns, own: Mapping[str, str]) -> str | None:
    """Take the kind of a row; for a word that raidline does not know, that of the mapping, if it gives one."""
    word = columns.defaults.get("kind", "")
    default = word if word in list(Kind) else None
    heading, cell = row.cells.get("kind", ("", ""))
    found = _word(row, "kind", Kind, own, known=default is None)
    if cell and found is None and default is not None:
        row.notes.append(f"{heading}: {cell}")
        row.say(f"a word in {heading!r} is unknown to raidline; entered as {default}, as the mapping says")
    return found or default


def _one_kind(row: Row, heading: str, cell: str) -> str | None:
    """Return the kind that a cell says, of several the first that raidline knows."""
    parts = [kind_of(part) for part in _CHOICES.split(cell)]
    found = next(filter(None, parts), None)
    if found and set(parts) != {found}:
        row.say(f"{heading!r} says several kinds; the first that raidline knows counts, all are kept in notes")
    return found


def _word(row: Row, name: str, words: type[StrEnum], own: Mapping[str, str], *, known: bool = True) -> str | None:
    """Return the schema's word for the one in a cell, by the mapping, by itself or by its synonyms.

    A word that has to be `known` goes into the notes if it is not.
    """
    if name not in row.cells:
        return None
    heading, cell = row.cells.pop(name)
    plain = inert.line(cell).lower().replace("_", " ").replace("-", " ")
    if inert.line(cell).lower() in own:
        return own[inert.line(cell).lower()]
    if plain in list(words):
        return plain
    found = _one_kind(row, heading, cell) if name == "kind" else None
    found = found or next((word for word in words if plain in synonyms(name).get(word, ())), None)
    if found:
        if name == "kind":
            row.notes.append(f"{heading}: {cell}")  # "raid" says more than "operation"
        return found
    if known:
        row.keep(name, heading, cell, "is unknown to raidline")
    return None
