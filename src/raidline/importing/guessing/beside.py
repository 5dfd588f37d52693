"""What a column is by those beside it, where its heading alone would mislead or leaves it open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from raidline import lexicon
from raidline.importing.contents import Column
from raidline.importing.guessing import cells as look
from raidline.importing.records import InputRow
from raidline.importing.sources.links import is_archive
from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.bodies import is_person

_DATES = ("date", "date_year", "date_day", "displayed", "end")
_WHERE = ("places", "city", "county", "state", "address", "venue", "zip", "country")
_HALF = 0.5
_NAMES = ("name", "nombre", "nom", "full name")
_ABOUT_PEOPLE = frozenset(("age", "gender", "sex", "citizenship", "nationality", "dob", "edad", "sexo", "nacionalidad"))


def corrected(records: Sequence[InputRow], found: Mapping[str, Column]) -> dict[str, Column]:
    """Return the columns whose cells are plainly not what their headings say: "Story" with nothing but addresses.

    "Name" beside the ages of people has their names, which are no titles. A column of texts that holds places is where
    something was, if no other says that: "Body" with "City of Salem, OR".
    """
    told = {}
    fields = {one.field for one in found.values()}
    of_people = any(
        _ABOUT_PEOPLE & set(plain_heading(one).split()) for record in records[:1] for one in record.headings
    )
    for one in found.values():
        if of_people and one.why == "heading" and one.field == "title" and plain_heading(one.heading) in _NAMES:
            told[one.heading] = Column(one.heading, "notes", "names people, as other columns show")
            continue
        cells = (
            look.cells_of(records, one.heading) if one.why == "heading" and one.field in ("summary", "title") else []
        )
        if not cells:
            continue
        if all(len(cell.split()) == 1 and look.fits("url", [cell]) for cell in cells):
            field = "archived" if all(map(is_archive, cells)) else "url"
            told[one.heading] = Column(one.heading, field, "cells, against the heading")
        elif one.field == "summary" and fields.isdisjoint(_WHERE) and look.are_local(cells):
            told[one.heading] = Column(one.heading, "places", "cells, against the heading")
            fields.add("places")
    return told


def by_others(
    records: Sequence[InputRow], headings: Sequence[str], found: Mapping[str, Column]
) -> Iterator[tuple[str, Column]]:
    """Yield columns of `headings` that other columns explain.

    Who reported it and when are those of its source beside a column of links; days of filing or receipt date a table
    that has no other days.
    """
    fields = {one.field for one in found.values()}
    cells = {heading: look.cells_of(records, heading) for heading in headings}
    if fields.isdisjoint(_DATES) and (first := _entered(headings, cells)):
        fields.add("date")
        yield first, Column(first, "date", "heading and cells; no other column has its days")
        headings = [one for one in headings if one != first]
    if "url" not in fields:
        return
    for heading in headings:
        if "publisher" not in fields and _is_among(heading, "reported_by") and _are_names(cells[heading]):
            fields.add("publisher")
            yield heading, Column(heading, "publisher", "heading, beside links")
        elif "published" not in fields and _is_among(heading, "reported_on") and look.fits("published", cells[heading]):
            fields.add("published")
            yield heading, Column(heading, "published", "heading, beside links")


def varied(records: Sequence[InputRow], headings: Sequence[str], found: Mapping[str, Column]) -> dict[str, Column]:
    """Return the only column of various kinds beside one that says the same in each row, and that one as notes."""
    kind = next((one.heading for one in found.values() if one.field == "kind" and one.why != "mapping"), None)
    said = look.cells_of(records, kind) if kind else []
    if kind is None or len(said) < look.ENOUGH or len(set(said)) > 1:
        return {}
    others = [heading for heading in headings if look.are_labels_of_kinds(look.cells_of(records, heading))]
    if len(others) != 1:
        return {}
    why = f"cells; {kind!r} says the same in each row"
    return {others[0]: Column(others[0], "kind", why), kind: Column(kind, "notes", "the same in each row")}


def titled(records: Sequence[InputRow], found: Mapping[str, Column]) -> dict[str, Column]:
    """Return the column of texts as one of titles if they are as short as such, and no other column has titles.

    So are names of several words in a column of identifiers.
    """
    if any(one.field == "title" for one in found.values()):
        return {}
    named = (one for one in dict.fromkeys(name for record in records for name in record.headings) if _is_of_event(one))
    for heading in named:
        if heading not in found and _are_labels(look.cells_of(records, heading)):
            return {heading: Column(heading, "title", "heading and cells")}
    for one in found.values():  # a slug is a short title as newsrooms write it, or an identifier as programs do
        if one.field == "id" and one.why == "heading" and _are_labels(look.cells_of(records, one.heading)):
            return {one.heading: Column(one.heading, "title", "cells; no other column has titles")}
    texts = [one for one in found.values() if one.field == "summary" and one.why != "mapping"]
    if len(texts) != 1 or not look.are_titles(look.cells_of(records, texts[0].heading)):
        return {}
    return {texts[0].heading: Column(texts[0].heading, "title", "cells; no other column has titles")}


def _is_of_event(heading: str) -> bool:
    """Whether a heading only says that something happened: "Incident", "The raid"."""
    words = [word for word in plain_heading(heading).split() if word not in ("the", "el", "la")]
    return len(words) == 1 and words[0] in lexicon.load("heading_words")["event"]


def _are_labels(cells: Sequence[str]) -> bool:
    """Whether cells are different texts of some words, rather than codes, days or addresses."""
    worded = sum(len(cell.split()) > 1 and not any(map(str.isdecimal, cell)) for cell in cells)
    return len(cells) > 1 and worded > _HALF * len(cells) and len(set(cells)) > _HALF * len(cells)


def _entered(headings: Sequence[str], cells: Mapping[str, Sequence[str]]) -> str:
    """Return the heading of the days on which something was filed or received, the first kind of them that there is."""
    days = [one for one in headings if cells[one] and look.are_days(cells[one]) and not _is_of_row(one)]
    words = lexicon.load("heading_parts")["entered"]
    return next((one for word in words for one in days if word in plain_heading(one).split()), "")


def _is_of_row(heading: str) -> bool:
    """Whether a heading is about when a row was written or ends to count, rather than about what it says."""
    parts = lexicon.load("heading_parts")
    others = (set(parts["records"]) | {"dob"}) - set(parts["entered"])
    return not others.isdisjoint(plain_heading(heading).split())


def _is_among(heading: str, name: str) -> bool:
    return plain_heading(heading) in {plain_heading(word) for word in lexicon.load("heading_parts")[name]}


def _are_names(cells: Sequence[str]) -> bool:
    people = sum(map(is_person, cells))
    return bool(cells) and look.fits("publisher", cells) and people < _HALF * len(cells)
