"""Which column of a table is which field of an event: as a mapping file says, otherwise by its heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from raidline import lexicon
from raidline.errors import RaidlineError
from raidline.importing.contents import Column, by_content, regrouped
from raidline.importing.days.cell import read_date
from raidline.importing.forms.slides import is_sheet_of_slides
from raidline.importing.guessing.beside import by_others, corrected, titled, varied
from raidline.importing.guessing.cells import are_citations, are_codes, cells_of
from raidline.importing.guessing.columns import guessed
from raidline.importing.guessing.tallies import tallies
from raidline.importing.records import InputRow
from raidline.importing.sources.links import has_link
from raidline.importing.tables.headings import field_of, number_in, plain_heading, unnumbered, words_of_fields
from raidline.models import Kind, Text
from raidline.store.validation import validate
from raidline.yamltext.reading import load

__all__ = ["CITED", "Column", "Columns", "decided", "number_in", "read_columns"]

COUNTS = ("arrested", "detained", "deported", "injured", "killed")
CITED = ("url", "publisher", "published", "source_title", "quote", "archived")  # of sources; several columns each
_BY_CELLS = ("cited", "actors")  # whose cells say what they are
_NAMED = re.compile(r"\{([^{}]+)\}")


class Columns(BaseModel):
    """A mapping file. `columns` names the field of a column, `notes` to keep it there or `skip` to leave it out.

    A field `counts.arrested` is a number of people arrested; any other word works in the same way. `composed` makes
    the text of a field from several columns: `title: "{Agency} in {Town}"`. `defaults` fill empty fields of events; a
    `url` with `publisher`, `published` or `retrieved` is a source for each row that names none. `kinds` gives the kind
    for a word in the column of kinds. `day_first` reads 3/4/2017 as April 3. `key` names the columns that identify a
    row in later versions of its list.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: dict[Text, Text] = Field(default_factory=dict)
    composed: dict[Text, Text] = Field(default_factory=dict)
    defaults: dict[Text, Text] = Field(default_factory=dict)
    kinds: dict[Text, Text] = Field(default_factory=dict)
    day_first: bool | None = None
    key: tuple[Text, ...] = ()


def decided(columns: Columns, records: Sequence[InputRow]) -> list[Column]:
    """Return the field of each column; RaidlineError if the mapping names a column that the records do not have."""
    headings = list(dict.fromkeys(heading for record in records for heading in (*record.headings, *record.cells)))
    filled = {heading for record in records for heading in (*record.cells, *record.links)}
    linked = _linked(records)
    named = (name for text in columns.composed.values() for name in _NAMED.findall(text))
    for name in (*columns.columns, *named, *columns.key) if records else ():
        _demand(name, headings)
    found = {heading: Column(heading, columns.columns[heading], "mapping") for heading in columns.columns}
    taken = {column.field for column in found.values()} | set(columns.composed)
    plain = {heading: plain_heading(heading) for heading in headings if heading not in found and heading in filled}
    _guess_cited(plain, linked, records, found)
    if is_sheet_of_slides(headings):
        plain = {heading: word for heading, word in plain.items() if word != "type"}
    for field, words in words_of_fields().items():
        if field in (*CITED, *_BY_CELLS):
            continue
        target = f"counts.{field}" if field in COUNTS else field
        guess = next((heading for word in words for heading in plain if plain[heading] == word), None)
        if guess is not None and target not in taken:
            found[guess] = Column(guess, target, "heading")
            del plain[guess]
    _guess_by_readings(plain, linked, records, taken | {column.field for column in found.values()}, found)
    found |= corrected(records, found)
    found |= by_content(records, [heading for heading in plain if heading not in found], found)
    found |= dict(by_others(records, [heading for heading in plain if heading not in found], found))
    _add_alternatives(plain, records, found)
    groups = {heading: found.pop(heading) for heading in regrouped(records, found)}
    found |= guessed(records, [heading for heading in plain if heading not in found], found, tuple(taken))
    found |= groups | regrouped(records, found | groups)
    found |= varied(records, [heading for heading in plain if heading not in found], found)
    found |= titled(records, found)
    found |= tallies(records, [heading for heading in plain if heading not in found], found)
    others = {heading: "no field" if heading in filled else "empty" for heading in headings}
    all_of_them = [found.get(heading, Column(heading, "notes", why)) for heading, why in others.items()]
    made = [Column(text, field, "composed") for field, text in columns.composed.items()]
    return [*(_counted(column, records) for column in all_of_them), *made]


def _counted(column: Column, records: Sequence[InputRow]) -> Column:
    cells = [cell for record in records if (cell := record.cells.get(column.heading, "").strip())]
    return replace(column, filled=len(cells), example=cells[0] if cells else "")


def composed(text: str, cells: Mapping[str, str]) -> str:
    """Return a text with the contents of the columns that it names; "" if all of them are empty."""
    names = _NAMED.findall(text)
    if names and not any(cells.get(name, "").strip() for name in names):
        return ""
    filled = _NAMED.sub(lambda match: cells.get(match[1], "").strip(), text)
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(filled.split())).strip(" ,;:-–—")


def _guess_cited(
    plain: dict[str, str], linked: Collection[str], records: Sequence[InputRow], found: dict[str, Column]
) -> None:
    """Find the columns about sources, which may be numbered; several may contain addresses, the rest is one each."""
    for field in (*CITED, "cited"):
        for word in words_of_fields()[field]:
            for heading in [one for one, spelt in plain.items() if word in (spelt, unnumbered(spelt))]:
                meant = _meant_by(field, heading, linked, records)
                group = meant, number_in(heading)
                if meant == "url" or group not in {(one.field, number_in(one.heading)) for one in found.values()}:
                    found[heading] = Column(heading, meant, "heading" if field != "cited" else "heading and cells")
                    del plain[heading]


def _meant_by(field: str, heading: str, linked: Collection[str], records: Sequence[InputRow]) -> str:
    """Return the field of a column about sources, of which the cells of one called "Source" have to say what it is."""
    if field != "cited":
        return field
    if heading in linked:
        return "url"
    cells = cells_of(records, heading)
    return "notes" if are_codes(cells) else "source_title" if are_citations(cells) else "publisher"


def _guess_by_readings(
    plain: dict[str, str],
    linked: Collection[str],
    records: Sequence[InputRow],
    taken: Collection[str],
    found: dict[str, Column],
) -> None:
    """Find columns whose headings have more around the known words: "Date(s) of raid", "ARR_CITY"."""
    for heading in list(plain):
        field = field_of(heading)
        meant = _meant_by(field, heading, linked, records)
        target = f"counts.{meant}" if meant in COUNTS else meant
        if meant in CITED:
            others = {(one.field, number_in(one.heading)) for one in found.values()}
            is_free = meant == "url" or (meant, number_in(heading)) not in others
        else:
            is_free = target not in {*taken, *(one.field for one in found.values())}
        if field and field != "actors" and is_free:
            found[heading] = Column(heading, target, "heading")
            del plain[heading]


def _add_alternatives(plain: Mapping[str, str], records: Sequence[InputRow], found: dict[str, Column]) -> None:
    """Give a field to further columns that mean it too and are filled only where its first column is empty."""
    for field, words in words_of_fields().items():
        first = next((one.heading for one in found.values() if one.field == field and one.why == "heading"), None)
        alike = [one for one in plain if one not in found and (plain[one] in words or field_of(one) == field)]
        for heading in alike if first else ():
            both = {first, heading}
            if field not in (*CITED, *COUNTS) and not any(both <= record.cells.keys() for record in records):
                found[heading] = Column(heading, field, f"heading, where {first!r} is empty")


def _linked(records: Sequence[InputRow]) -> set[str]:
    """Return the headings of columns with addresses."""
    linked = {heading for record in records for heading in record.links}
    for record in records:
        linked |= {name for name, cell in record.cells.items() if name not in linked and has_link(cell)}
    return linked


def _demand(name: str, headings: Sequence[str]) -> None:
    if name not in headings:
        close = get_close_matches(name, headings, 1, 0.5)
        better = f"did you mean {close[0]!r}?" if close else f"it has {', '.join(map(repr, headings[:30]))}"
        raise RaidlineError(f"the mapping names a column {name!r} that the file does not have - {better}")


def read_columns(path: Path) -> Columns:
    """Read a mapping file; RaidlineError with the position of the first mistake."""
    document = load(path)
    read = None if document.problems else validate(Columns, document, (), document.data)
    problems = list(document.problems) if read is None else read if isinstance(read, list) else []
    if isinstance(read, Columns):
        _check(path, read)
        return read
    raise RaidlineError(str(problems[0]))


def _check(path: Path, read: Columns) -> None:
    """Raise RaidlineError for a field or a kind that does not exist, or a day that is none."""
    fields = sorted({"skip", *lexicon.load("headings")} - {*COUNTS, *_BY_CELLS})
    for field in [*read.columns.values(), *read.composed, *read.defaults]:
        known = field in fields or field.startswith("counts.") or (field == "retrieved" and field in read.defaults)
        if not known:
            close = get_close_matches(field, fields, 1)
            better = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(fields)}"
            raise RaidlineError(f"{path}: there is no field {field!r}; {better}")
    for text in read.composed.values():
        if not _NAMED.search(text):
            raise RaidlineError(f"{path}: {text!r} names no column; write {{Heading}} where its content goes")
    for kind in read.kinds.values():
        if kind not in list(Kind):
            raise RaidlineError(f"{path}: there is no kind {kind!r}; choose from {', '.join(Kind)}")
    for name in ("published", "retrieved"):
        if (day := read.defaults.get(name)) and read_date(day) is None:
            raise RaidlineError(f"{path}: {name}: {day!r} is not a date; write it as 2031-05-06")
