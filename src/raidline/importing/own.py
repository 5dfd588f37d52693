"""Read raidline's own output back as the data of events, without guessing.

This covers tables and JSON of `raidline export`, and events files as JSON. A value that somebody changed so that it no
longer fits its field is treated like other people's data, and so is anything that somebody added.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from raidline import inert
from raidline.importing.sources.copies import with_copies
from raidline.importing.sources.nested import named
from raidline.interchange.cells import is_count, parted, parted_counts, unguarded
from raidline.interchange.headline import MARKS
from raidline.interchange.jsontext import dump
from raidline.interchange.record import record
from raidline.interchange.table import COLUMNS, PERMALINK, cells_of
from raidline.models import Event, Source
from raidline.timeline.build import Entry, build_timeline

_LISTS = ("places", "agencies", "aliases", "related")
_EXACT = ("id", "title", "kind", "status", "summary", "updated", "notes")
# What is derived from the sources, by its heading, if there are no sources to read.
_OF_SOURCES = {"publishers": "publisher", "conflicts": "conflicts", "source_urls": "url", "as_of": "published"}
_OF_DATES = ("date_text", "earliest", "latest", "precision", "approximate", "uncertain")
_OF_RECORDS = ("status_as_of", "publishers", "conflicts")  # derived in the JSON
_CODE = re.compile(r"\bUS-(?=\d)")
_ACTING = "control characters and other invisible ones are removed"


class Own(NamedTuple):
    """The cells still to be guessed at, by heading; the known data of the event; remarks on losses and changes.

    `exported` says whether `raidline export` wrote it, rather than others in its format.
    """

    cells: dict[str, Any]
    data: dict[str, Any]
    remarks: tuple[str, ...]
    exported: bool = False


def is_table(headings: Collection[str]) -> bool:
    """Whether a table has the form that `raidline export` writes."""
    return {"date_edtf", "place_codes"} <= set(headings)


def from_row(written: Mapping[str, str]) -> Own:
    """Read a row by its headings.

    A row without `sources`, added by hand, is read by its other columns; derived columns are not read, and a remark
    says if they differ.
    """
    cells = {name: text for name, cell in written.items() if (text := unguarded(cell)).strip()}
    rest = {name: cell for name, cell in cells.items() if name not in (*COLUMNS, "notes", PERMALINK)}
    data: dict[str, Any] = {name: cells[name] for name in _EXACT if name in cells}
    data |= {name: parted(cells[name]) for name in _LISTS if name in cells}
    if when := cells.get("date_edtf") or cells.get("date_text"):
        data["date"] = when
    counts, sources = parted_counts(cells.get("counts", "")), _listed(cells.get("sources", ""))
    if corrections := _records(cells.get("corrections", "")):
        data["corrections"] = corrections
    elif "corrections" in cells:
        rest["corrections"] = cells["corrections"]
    if counts:
        data["counts"] = counts
    elif counts is None:
        rest["counts"] = cells["counts"]
    if sources:
        data["sources"], others = _sources(sources)
        rest |= {name: value if isinstance(value, str) else dump(value) for name, value in others.items()}
    else:
        rest |= {name: cells[column] for column, name in _OF_SOURCES.items() if column in cells}
        rest |= {"sources": cells["sources"]} if "sources" in cells else {}
    own = settled(data, {**cells, "date": when}, rest)._replace(exported="sources" in cells)
    if entry := _entry(own.data):
        told = {name: _bare(cell) for name, cell in cells_of(entry).items()}
        derived = (*_OF_DATES, "place_codes", *_OF_SOURCES)
        return _with(own, (name for name in derived if name in cells and told[name] != _bare(cells[name])))
    return own


def _bare(cell: str) -> str:
    """Return codes of places as earlier versions wrote them: 48453 for US-48453."""
    return _CODE.sub("", cell)


def is_event(item: Mapping[str, Any]) -> bool:
    """Whether an object is an event as `raidline export --format json` or an events file writes it."""
    sources, counts = item.get("sources"), item.get("counts")
    return _is_record(item) or (
        bool(sources) and isinstance(sources, list) and all(map(_is_source, sources))
        if sources is not None
        else isinstance(counts, dict) and bool(counts) and all(map(is_count, _counts(counts).values()))
    )


def from_object(item: Mapping[str, Any]) -> Own:
    """Read an object that satisfies `is_event`."""
    rest = {name: value for name, value in item.items() if name not in Event.model_fields}
    data = {name: item[name] for name in Event.model_fields if item.get(name) not in (None, "", [], {})}
    ours = _is_record(item)
    if ours:
        data["date"] = item["date"]["edtf"]
        data["places"] = [place["name"] for place in item["places"]]
        rest = {name: value for name, value in rest.items() if name not in (*_OF_RECORDS, "share")}
    for name in _LISTS:
        if isinstance(data.get(name), str):  # a text that may contain several values
            rest[name] = data.pop(name)
    if isinstance(counts := data.get("counts"), dict):
        data["counts"] = _counts(counts)
    if "sources" in data:
        data["sources"], others = _sources(item["sources"])
        rest |= others
    own = settled(data, item, rest)._replace(exported=ours)
    if ours and (entry := _entry(own.data)):
        told = record(entry)
        own = _with(
            own, (name for name in (*_OF_RECORDS, "date", "counts") if item.get(name, told[name]) != told[name])
        )
    return own


def from_words(data: Mapping[str, Any], rest: Mapping[str, Any], what: str) -> Own:
    """Read a text that raidline wrote for people; `what` names it in words. It has no more of an event than `data`.

    The title of the event begins with a mark for its status.
    """
    told = {name: value for name, value in data.items() if value}
    if "title" in told:
        told["title"] = str(told["title"]).removeprefix(MARKS.get(str(data["status"]), ""))
    lacking = ", ".join(name for name in Event.model_fields if name not in data)
    remark = f"{lacking}: {what} has no fields for them; its words go into notes"
    return settled(told, told, rest, remark)._replace(exported=True)


def _sources(sources: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the sources that can be found, and by their headings the remaining details of all sources.

    If nobody knows a publisher, an export names the article's id instead; that id is left out here.
    """
    found: list[dict[str, Any]] = []
    rest: dict[str, Any] = {}
    for number, source in enumerate(sources, 1):
        unknown = _located(source)
        if _is_source(unknown):
            found.append({key: unknown.pop(key) for key in Source.model_fields if unknown.get(key)})
            if found[-1].get("publisher") == found[-1].get("article"):
                found[-1].pop("publisher", None)
        rest |= {f"sources.{number}.{key}": value for key, value in unknown.items() if value}
    return with_copies(found), rest


def settled(data: Mapping[str, Any], written: Mapping[str, Any], rest: Mapping[str, Any], *remarks: str) -> Own:
    """Return the data that fits its fields, without characters that act on a terminal, and the rest.

    What does not fit goes into the rest as it was `written`, by its field.
    """
    altered: list[bool] = []
    clean, told = {}, [*remarks]
    for name, value in data.items():
        altered.clear()
        clean[name] = _cleaned(value, altered)
        if altered:
            told.append(f"{name}: {_ACTING}")
    wrong = _unfit(clean)
    return Own(
        {**rest, **{name: written[name] for name in clean if name in wrong}},
        {name: value for name, value in clean.items() if name not in wrong},
        tuple(told),
    )


def _is_record(item: Mapping[str, Any]) -> bool:
    when, places, sources = item.get("date"), item.get("places"), item.get("sources", [])
    return (
        isinstance(when, dict)
        and isinstance(when.get("edtf"), str)
        and isinstance(places, list)
        and all(isinstance(place, dict) and isinstance(place.get("name"), str) for place in places)
        and isinstance(sources, list)
        and all(isinstance(source, dict) for source in sources)
    )


def _is_source(item: object) -> bool:
    told = _located(item) if isinstance(item, dict) else {}
    return any(told.get(key) and isinstance(told[key], str) for key in ("article", "url"))


def _located(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return a source by our keys; where only its archived copy is known, that is its address."""
    told = named(source)
    if told.get("archived") and not (told.get("article") or told.get("url")):
        return told | {"url": told["archived"]}
    return told


def _counts(counts: Mapping[str, Any]) -> dict[str, Any]:
    """Return each number, as text if it is a valid count."""
    texts = {name: count.get("text") if isinstance(count, dict) else count for name, count in counts.items()}
    return {name: str(text) if isinstance(text, int) else text for name, text in texts.items()}


def _listed(cell: str) -> list[dict[str, Any]]:
    """Return the sources in a cell; empty if they cannot be read."""
    sources = _records(cell)
    return sources if any(map(_is_source, sources)) else []


def _records(cell: str) -> list[dict[str, Any]]:
    """Return the objects of a list in JSON; empty if a cell holds anything else."""
    try:
        found = json.loads(cell or "[]")
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) and all(isinstance(one, dict) for one in found) else []


def _cleaned(value: Any, altered: list[bool]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the value with texts as its only scalars and nothing empty; `altered` grows if a text is changed."""
    if isinstance(value, Mapping):
        return {
            _cleaned(str(key), altered): _cleaned(inner, altered)
            for key, inner in value.items()
            if inner not in (None, "")
        }
    if isinstance(value, list | tuple):
        return [_cleaned(inner, altered) for inner in value if inner not in (None, "")]
    text = inert.block(str(value))
    if text != str(value):
        altered.append(True)
    return text


def _unfit(data: Mapping[str, Any]) -> set[str]:
    """Return the fields whose value the schema refuses; a source's missing parts and its day can still be found."""
    probe = {**data}
    if isinstance(sources := data.get("sources"), list):
        probe["sources"] = [{"publisher": "-", **source, "published": "0001"} for source in sources]
    try:
        Event.model_validate(probe)
    except ValidationError as error:
        return {str(mistake["loc"][0]) for mistake in error.errors() if mistake["loc"]}
    return set()


def _entry(data: Mapping[str, Any]) -> Entry | None:
    """Return the event as an entry of a timeline, if nothing is missing."""
    try:
        return build_timeline([Event.model_validate(data)], {}).entries[0]
    except ValidationError:
        return None


def _with(own: Own, differing: Iterator[str] | Sequence[str]) -> Own:
    told = (f"{name}: differs from the fields it is derived from; not read" for name in differing)
    return own._replace(remarks=(*own.remarks, *told))
