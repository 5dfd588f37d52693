"""Records become the data of events: what can be read in its field, all the rest in `notes`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from raidline import inert, lexicon
from raidline.counts import Count
from raidline.dates import Edtf
from raidline.errors import RaidlineError
from raidline.importing.columns import Columns
from raidline.importing.days import is_day_first, join, read_date
from raidline.importing.records import Record
from raidline.merge import slug
from raidline.models import Event, Kind, Source, Status
from raidline.places import resolve

_SEPARATOR = re.compile(r"[;|\n]")
_LINK = re.compile(r"https?://[^\s;|,<>\"]+", re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_UNKNOWN_NUMBER = re.compile(r"unknown number (.+)")


@dataclass(frozen=True, slots=True)
class Imported:
    """The data of events, by date, and in `remarks` what could not be read or had no field."""

    events: list[dict[str, Any]]
    remarks: list[str]


@dataclass(slots=True)
class _Row:
    """One record on its way: what is still in its cells by field, and what goes into the notes."""

    where: str
    cells: dict[str, tuple[str, str]]
    remarks: dict[str, list[str]]
    notes: list[str] = field(default_factory=list)

    def take(self, name: str) -> str:
        return self.cells.pop(name, ("", ""))[1]

    def keep(self, name: str, heading: str, text: str, why: str) -> None:
        """Put what cannot be read into the notes, and say so."""
        self.notes.append(f"{heading}: {text}")
        self.say(f"{name} {text[:60]!r} {why}; kept in notes")

    def say(self, remark: str) -> None:
        """Add a remark, told once for all the records that it is true of."""
        self.remarks.setdefault(remark, []).append(self.where)


def make_events(records: Sequence[Record], columns: Columns, source: str) -> Imported:
    """Return the events; `source` is the id of an article to cite where a record names no source of its own."""
    headings = dict.fromkeys(heading for record in records for heading in record.cells)
    fields = columns.fields(headings)
    dates = [cell for record in records for heading, cell in record.cells.items() if fields[heading] in ("date", "end")]
    day_first = columns.day_first if columns.day_first is not None else is_day_first(dates)
    remarks: dict[str, list[str]] = {}
    unmapped: Counter[str] = Counter()
    events, ids = [], {str(record.data.get("id")) for record in records if record.data.get("id")}
    for record in records:
        row = _row(record, fields, columns, remarks, unmapped)
        data = _event(row, _cleaned(record.data), columns, day_first=bool(day_first))
        data["sources"] = data.get("sources") or _sources(row, data, source)
        data["id"] = data.get("id") or _new_id(row, data, ids)
        for name, (heading, cell) in row.cells.items():  # what belongs to something that the record does not have
            row.notes.append(f"{heading}: {cell}")
            unmapped[f"{heading} ({name})"] += 1
        if row.notes:
            data["notes"] = "\n".join([*([data["notes"]] if data.get("notes") else []), *row.notes])
        events.append({name: data[name] for name in Event.model_fields if data.get(name)})
    told = [f"{_listed(places)}: {remark}" for remark, places in remarks.items()]
    told += [
        f"column {name!r}: kept in notes ({number} {'time' if number == 1 else 'times'})"
        for name, number in unmapped.items()
    ]
    return Imported(sorted(events, key=_by_date), told)


def _listed(places: Sequence[str]) -> str:
    return places[0] if len(places) == 1 else f"{places[0]} and {len(places) - 1} more"


def _cleaned(data: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return data with texts as its only scalars, nothing in them that acts on a terminal, and nothing empty."""
    if isinstance(data, Mapping):
        return {inert.line(str(key)): _cleaned(value) for key, value in data.items() if value not in (None, "")}
    if isinstance(data, list | tuple):
        return [_cleaned(value) for value in data if value not in (None, "")]
    return inert.block(str(data)).strip()


def _by_date(data: Mapping[str, Any]) -> tuple[bool, Edtf]:
    return "date" not in data, Edtf.parse(data.get("date", "9999"))


def _row(
    record: Record, fields: Mapping[str, str], columns: Columns, remarks: dict[str, list[str]], unmapped: Counter[str]
) -> _Row:
    row = _Row(record.where, {}, remarks)
    plain = set(lexicon.load("headings")["notes"])
    for heading, raw in record.cells.items():
        name, cell = fields[heading], inert.block(raw).strip()
        if not cell or name == "skip":
            continue
        if name == "notes" or name in row.cells:
            row.notes.append(cell if heading.lower() in plain else f"{inert.line(heading)}: {cell}")
            if heading.lower() not in plain:
                unmapped[heading] += 1
        else:
            row.cells[name] = inert.line(heading), cell
    for name, cell in columns.defaults.items():
        row.cells.setdefault(name, (name, cell))
    return row


def _event(row: _Row, data: dict[str, Any], columns: Columns, *, day_first: bool) -> dict[str, Any]:
    if "id" in row.cells:
        heading, cell = row.cells.pop("id")
        if _ID.fullmatch(cell):
            data["id"] = cell
        else:
            row.notes.append(f"{heading}: {cell}")
    data |= _date(row, day_first=day_first) if "date" not in data else {}
    for name in ("title", "summary"):
        if text := row.take(name):
            data.setdefault(name, inert.line(text) if name == "title" else text)
    own_kinds = {word.lower(): kind for word, kind in columns.kinds.items()}
    if "kind" not in row.cells and "kind" not in data:
        row.say("has no kind; written as other")
    data.setdefault("kind", _word(row, "kind", Kind, own_kinds) or "other")
    if status := _word(row, "status", Status, {}):
        data.setdefault("status", status)
    if places := _places(row):
        data.setdefault("places", places)
    for name in ("agencies", "aliases", "related"):
        if members := _split(row.take(name)):
            data.setdefault(name, members)
    if counts := _counts(row):
        data["counts"] = data.get("counts", {}) | counts
    return data


def _date(row: _Row, *, day_first: bool) -> dict[str, str]:
    read: dict[str, Edtf] = {}
    for name in ("date", "end"):
        if name in row.cells:
            heading, cell = row.cells.pop(name)
            if when := read_date(cell, day_first=day_first):
                read[name] = when
            else:
                row.keep("date", heading, cell, "cannot be read")
    if len(read) < 2:
        only = next(iter(read.values()), None)
        return {"date": only.text} if only else {}
    if both := join(read["date"], read["end"]):
        return {"date": both.text}
    row.keep("end", "end", read["end"].text, f"does not follow {read['date']}")
    return {"date": read["date"].text}


def _word(row: _Row, name: str, words: type[StrEnum], own: Mapping[str, str]) -> str | None:
    """Return the word of the schema for the one in a cell, by the mapping, itself or its synonyms."""
    if name not in row.cells:
        return None
    heading, cell = row.cells.pop(name)
    plain = inert.line(cell).lower().replace("_", " ").replace("-", " ")
    if inert.line(cell).lower() in own:
        return own[inert.line(cell).lower()]
    if plain in list(words):
        return plain
    for word, synonyms in lexicon.load("synonyms")[name].items():
        if plain in synonyms:
            if name == "kind":
                row.notes.append(f"{heading}: {cell}")  # a raid says more than an operation
            return str(word)
    row.keep(name, heading, cell, "is none that raidline knows")
    return None


def _places(row: _Row) -> list[str]:
    if written := _split(row.take("places")):
        return list(dict.fromkeys(map(_full_name, written)))
    state = row.take("state")
    for name in ("city", "county"):
        if place := row.take(name):
            if name == "county" and " " not in place.strip():
                place = f"{place} County"
            return [_full_name(f"{place}, {state}" if state else place)]
    return [_full_name(state)] if state else []


def _full_name(written: str) -> str:
    try:
        return resolve(written).full_name
    except RaidlineError:  # `check` tells what is wrong with it
        return written


def _split(cell: str) -> list[str]:
    return [part for piece in _SEPARATOR.split(cell) if (part := inert.line(piece))]


def _counts(row: _Row) -> dict[str, str]:
    counts: dict[str, str] = {}
    for name in [name for name in row.cells if name.startswith("counts")]:
        heading, cell = row.cells.pop(name)
        if name != "counts":
            found = {name.removeprefix("counts."): cell} if _is_count(cell) else {}
        else:
            found = dict(map(_counted, cell.split(", ")))
        if found and all(what and _is_count(number) for what, number in found.items()):
            counts |= found
        else:
            row.keep("count", heading, cell, "cannot be read")
    return counts


def _counted(words: str) -> tuple[str, str]:
    """Part "at least 51 arrested" into what was counted and how many."""
    if match := _UNKNOWN_NUMBER.fullmatch(words):
        return match[1], "unknown"
    parts = words.split()
    for n in range(len(parts) - 1, 0, -1):
        if _is_count(" ".join(parts[:n])):
            return " ".join(parts[n:]), " ".join(parts[:n])
    return "", words


def _is_count(text: str) -> bool:
    try:
        Count.parse(text)
    except ValueError:
        return False
    return True


def _sources(row: _Row, data: Mapping[str, Any], fallback: str) -> list[dict[str, str]]:
    """Return a source for each link, with what the row tells of all of them; the imported file without any.

    A link without a publisher has its site as one, without a day of publication any day from the event on.
    """
    heading, cell = row.cells.pop("url", ("", ""))
    links = list(dict.fromkeys(_LINK.findall(cell)))
    rest = inert.line(_LINK.sub("", cell)).strip(" ;|,")
    if rest and not links and "publisher" not in row.cells:
        row.cells["publisher"] = heading, rest
    elif rest:
        row.notes.append(f"{heading}: {rest}")
    told = {name: text for name in ("quote",) if (text := inert.line(row.take(name)))}
    if (article := row.cells.get("article", ("", ""))[1]) and not any(c.isspace() for c in article):
        row.cells.pop("article")
        return [{"article": article, **told}]
    if not links:
        row.say(f"no source is named; {fallback!r} stands for it")
        return [{"article": fallback, **told}]
    publishers, published = _split(row.take("publisher")), _published(row, data)
    if title := inert.line(row.take("source_title")):
        told["title"] = title
    if len(publishers) > 1 and len(publishers) != len(links):
        row.notes.append(f"publishers: {'; '.join(publishers)}")
        publishers = []
    return [
        _in_order({"url": link, "publisher": _publisher(publishers, n, link), "published": published, **told})
        for n, link in enumerate(links)
    ]


def _publisher(publishers: Sequence[str], n: int, link: str) -> str:
    if publishers:
        return publishers[n if len(publishers) > 1 else 0]
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.") or link
    except ValueError:  # such as brackets that are no address
        return link


def _published(row: _Row, data: Mapping[str, Any]) -> str:
    if "published" in row.cells:
        heading, cell = row.cells.pop("published")
        if when := read_date(cell, day_first=False):
            return when.text
        row.keep("published", heading, cell, "cannot be read")
    event = Edtf.parse(data.get("date", "../9999"))
    row.say("the source has no day of publication; taken to be the event's or a later one")
    return f"[{event.earliest}..]" if event.earliest else "[0001-01-01..]"


def _in_order(source: dict[str, str]) -> dict[str, str]:
    return {name: source[name] for name in Source.model_fields if name in source}


def _new_id(row: _Row, data: Mapping[str, Any], taken: set[str]) -> str:
    """Make an id of date, place and kind, numbered where another event has it."""
    when = re.match(r"\d{4}(?:-\d{2}){0,2}", data.get("date", ""))
    where = slug(str(next(iter(data.get("places", [])), "unplaced")).split(",")[0])[:60]
    name = f"{when[0] if when else 'undated'}-{where}-{slug(data['kind'])}"
    found = next(option for n in range(1, len(taken) + 2) if (option := name if n == 1 else f"{name}-{n}") not in taken)
    taken.add(found)
    return found
