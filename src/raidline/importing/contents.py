"""Which field a column is whose heading says nothing, by what its cells contain."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from raidline import lexicon
from raidline.dates.value import Precision
from raidline.importing.days.cell import read_date
from raidline.importing.forms.cases import are_cases, are_courts
from raidline.importing.records import InputRow
from raidline.importing.sources.links import has_link, is_archive, links_in
from raidline.importing.tables.headings import field_of, plain_heading
from raidline.importing.wording.bodies import are_bodies
from raidline.places.lookup import decided

_SAMPLE = 200  # cells that decide about a column
_MOST = 0.8  # of them
_ENOUGH = 3  # cells that show more than a coincidence
_LABEL = 6  # words
_GROUPS = ("group", "category", "tag", "section")  # which may be of anything; by their heading they are kinds


@dataclass(frozen=True, slots=True)
class Column:
    """The field of a column, `notes` if it has none, and why; how many cells are filled, and what is in the first."""

    heading: str
    field: str
    why: str
    filled: int = 0
    example: str = ""


def by_content(records: Sequence[InputRow], headings: Sequence[str], found: Mapping[str, Column]) -> dict[str, Column]:
    """Return the columns of addresses, perhaps with names beside them, as sources; the only one of days if no other is.

    A column such as "Who" or "By" is one of agencies if most of its cells name public bodies, "Court" if they name
    courts; one of the names of lawsuits is one of titles.
    """
    told = {}
    cells = {heading: _cells(records, heading) for heading in headings}
    for heading, texts in cells.items():
        if texts and not _says(heading, "elsewhere") and all(map(_is_address, texts)):
            told[heading] = Column(heading, "archived" if all(map(is_archive, texts)) else "url", "cells")
        elif len(texts) >= _ENOUGH and not _says(heading, "elsewhere") and all(map(_cites, texts)):
            told[heading] = Column(heading, "url", "cells")
    fields = {column.field for column in found.values()}
    if fields.isdisjoint(("date", "date_year", "date_day", "displayed", "end")):
        days = [heading for heading, texts in cells.items() if not _says(heading, "records") and _are_days(texts)]
        if len(days) == 1:
            told[days[0]] = Column(days[0], "date", "cells")
    if "title" not in fields and (case := next((one for one, texts in cells.items() if are_cases(texts)), None)):
        told[case] = Column(case, "title", "cells")
    if "agencies" not in fields and (court := next((one for one in cells if are_courts(one, cells[one])), None)):
        told[court] = Column(court, "agencies", "heading and cells")
        fields.add("agencies")
    acting = [heading for heading, texts in cells.items() if texts and field_of(heading) == "actors"]
    if "agencies" not in fields and (first := next((one for one in acting if are_bodies(cells[one])), None)):
        told[first] = Column(first, "agencies", "heading and cells")
    return told


def regrouped(records: Sequence[InputRow], found: Mapping[str, Column]) -> dict[str, Column]:
    """Return a column of groups that holds places, as such, if no other column says where something was.

    Beside a column of towns or counties, it may hold their states.
    """
    fields = {column.field for column in found.values()}
    if not fields.isdisjoint(("places", "state", "country", "zip", "address")):
        return {}
    field = "places" if fields.isdisjoint(("city", "county")) else "state"
    groups = (one.heading for one in found.values() if one.why == "heading" and plain_heading(one.heading) in _GROUPS)
    cells = {heading: _cells(records, heading) for heading in groups}
    fitting = (heading for heading, texts in cells.items() if _are_places(texts, field))
    return {heading: Column(heading, field, "cells") for heading in fitting}


def _are_places(cells: Sequence[str], field: str) -> bool:
    found = [decided(cell) for cell in dict.fromkeys(cells)]
    return bool(found) and all(place and (field == "places" or place.kind == "state") for place in found)


def _cells(records: Sequence[InputRow], heading: str) -> list[str]:
    cells = (cell for record in records if (cell := record.cells.get(heading, "").strip()))
    return [cell for cell, _ in zip(cells, range(_SAMPLE), strict=False)]


def _says(heading: str, kind: str) -> bool:
    return not set(plain_heading(heading).split()).isdisjoint(_words(kind))


def _words(kind: str) -> Collection[str]:
    words: Collection[str] = lexicon.load("heading_parts")[kind]
    return words


def _is_address(cell: str) -> bool:
    if not has_link(cell):
        return False
    links, rest = links_in(cell)
    return bool(links) and not rest and not any(link.label for link in links)


def _cites(cell: str) -> bool:
    """Whether a cell has nothing but addresses and a few words beside each, such as the name of a newspaper."""
    links, rest = links_in(cell) if has_link(cell) else ([], "")
    return bool(links) and not rest and all(len(link.label.split()) <= _LABEL for link in links)


def _are_days(cells: Sequence[str]) -> bool:
    """Whether most cells are days; a bare number could be anything else."""
    read = [read_date(cell) for cell in cells if not cell.replace(".", "").isdecimal()]
    days = [when for when in read if when and when.precision in (Precision.DAY, Precision.SECOND)]
    return len(days) > _MOST * len(cells)
