"""The fields of the columns that no list of headings has, each with the reason.

First the single words of a heading count, where the cells agree; then the cells alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from itertools import chain

from raidline.importing.contents import Column
from raidline.importing.guessing import cells as look
from raidline.importing.guessing.questions import asked_for
from raidline.importing.guessing.words import expanded, meaning_of, prefix_of
from raidline.importing.records import InputRow
from raidline.importing.tables.headings import field_of, number_in, plain_heading

_CITED = ("url", "publisher", "published", "source_title", "archived")
_COUNTS = ("arrested", "detained", "deported", "injured", "killed")
_WHERE = ("places", "city", "county", "state", "address", "venue", "zip", "country")
_TAGS = ("tags", "tag", "labels", "topics", "keywords", "etiquetas", "categories")
BY_WORDS = "words of the heading, and cells"
BY_CELLS = "cells alone"


def guessed(
    records: Sequence[InputRow], headings: Sequence[str], found: Mapping[str, Column], taken: Sequence[str] = ()
) -> dict[str, Column]:
    """Return the columns of `headings` whose field can be told; what `found` has, or is `taken`, is not free."""
    known = dict(found)
    told: dict[str, Column] = {}
    cells = {heading: look.cells_of(records, heading) for heading in headings}
    bare: list[str] = []  # of places alone, which may be the towns of states in another column
    written = _without_prefixes(records, headings, [*known, *headings])
    for heading in headings:
        meant = _meant(written[heading], known, taken, cells[heading])
        if meant == "places" and not any("," in text for text in cells[heading]):
            bare.append(heading)
        elif meant and _is_free(meant, heading, known, taken) and look.fits(meant, cells[heading]):
            told[heading] = known[heading] = Column(heading, meant, BY_WORDS)
    left = {heading: texts for heading, texts in cells.items() if heading not in told and _may_be_guessed(heading)}
    texts = _of_texts(left, told)
    for heading, field in chain(_of_sources(records, left), _of_places(records, left, known), texts):
        if heading not in told and _is_free(field, heading, known, taken):
            told[heading] = known[heading] = Column(heading, field, BY_CELLS)
    for heading in bare:
        fields = {one.field for one in known.values()}
        if heading not in told and fields.isdisjoint(_WHERE) and look.fits("places", cells[heading]):
            told[heading] = known[heading] = Column(heading, "places", BY_WORDS)
    return told


def _without_prefixes(
    records: Sequence[InputRow], headings: Sequence[str], everything: Sequence[str]
) -> dict[str, str]:
    """Return each heading as it is read: a first word that several share says which columns belong together.

    Those among which one holds links are about the source, the others about the event: "zq_ttl" beside "zq_lnk".
    """
    groups: dict[str, list[str]] = {}
    for heading in everything:
        groups.setdefault(prefix_of(heading), []).append(heading)
    written = {heading: heading for heading in headings}
    for heading in headings:
        shared = groups.get(prefix := prefix_of(heading), [])
        if prefix and len(shared) >= look.ENOUGH:
            linked = any(look.fits("url", look.cells_of(records, one)) for one in shared)
            rest = plain_heading(heading).split(" ", 1)[1]
            written[heading] = f"{'source' if linked else 'event'} {rest}"
    return written


def _meant(heading: str, known: Mapping[str, Column], taken: Sequence[str], cells: Sequence[str]) -> str:
    """Return the field that a heading means, with its short words written out or by its single words."""
    whole = field_of(expanded(heading))
    meaning = meaning_of(heading)
    if meaning.field == "headline":  # of the event, or if it has a title already of the report
        return "title" if _is_free("title", heading, known, taken) else "source_title"
    field = whole if whole not in ("", "cited", "actors", "counts") else meaning.field
    if field == "counts":
        is_one = any(one.field == "kind" for one in known.values()) and look.fits("counts", cells)
        return field if (is_one and not look.are_serial(cells)) or look.are_counted(cells) else ""
    if not field and (wanted := asked_for(heading)):
        return wanted
    if field == "cited" and cells:
        if look.are_codes(cells):
            return ""
        return "url" if look.fits("url", cells) else "source_title" if look.are_citations(cells) else "publisher"
    return f"counts.{field}" if field in _COUNTS else "" if field in ("cited", "actors") else field


def _is_free(field: str, heading: str, known: Mapping[str, Column], taken: Sequence[str]) -> bool:
    if field in ("url", "notes"):
        return True
    if field in _CITED:
        number = number_in(heading)
        return all((one.field, number_in(one.heading)) != (field, number) for one in known.values())
    return field not in taken and all(one.field != field for one in known.values())


def _may_be_guessed(heading: str) -> bool:
    """Whether the words of a heading leave open what its cells are: it is not about the row or about somebody."""
    return not meaning_of(heading).closed


def _of_sources(records: Sequence[InputRow], left: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for heading in left:
        if look.are_publishers(records, heading):
            yield heading, "publisher"
    for heading, texts in left.items():
        if look.are_titles(texts) and look.are_in_addresses(records, heading):
            yield heading, "source_title"


def _of_places(
    records: Sequence[InputRow], left: Mapping[str, Sequence[str]], known: MutableMapping[str, Column]
) -> Iterator[tuple[str, str]]:
    """Yield what says where something was, if no other column does; a column of towns needs one of states."""
    fields = {one.field for one in known.values()}
    for heading, texts in left.items():
        if fields.isdisjoint(("state", "places", "address")) and look.are_states(texts):
            fields.add("state")
            yield heading, "state"
    state = next((one.heading for one in known.values() if one.field == "state"), None)
    for heading, texts in left.items():
        if state and fields.isdisjoint(("city", "places")) and look.are_towns(_beside(records, heading, state)):
            fields.add("city")
            yield heading, "city"
        elif fields.isdisjoint(_WHERE) and look.are_local(texts):
            fields.add("address")
            yield heading, "address" if any(any(map(str.isdecimal, text)) for text in texts) else "places"


def _beside(records: Sequence[InputRow], heading: str, state: str) -> list[tuple[str, str]]:
    rows = (record.cells for record in records if record.cells.get(heading) and record.cells.get(state))
    return [(cells[heading], cells[state]) for cells, _ in zip(rows, range(look.SAMPLE), strict=False)]


def _are_tags(heading: str, texts: Sequence[str]) -> bool:
    """Whether most cells of a column of tags have among them what kind of event something was."""
    return plain_heading(heading) in _TAGS and look.name_kinds(texts)


def _of_texts(columns: Mapping[str, Sequence[str]], told: Mapping[str, Column]) -> Iterator[tuple[str, str]]:
    """Yield the only column of kinds, of bodies, of titles and of sentences among those that say nothing else."""
    left = {heading: texts for heading, texts in columns.items() if heading not in told}
    kinds = [heading for heading, texts in left.items() if look.are_kinds(texts)]
    kinds = kinds or [heading for heading, texts in left.items() if _are_tags(heading, texts)]
    if len(kinds) == 1:
        yield kinds[0], "kind"
    bodies = [heading for heading in left if not meaning_of(heading).of_source and look.are_agencies(left[heading])]
    if len(bodies) == 1:
        yield bodies[0], "agencies"
    titles = [
        heading for heading, texts in left.items() if look.are_titles(texts) and not meaning_of(heading).of_source
    ]
    if len(titles) == 1:
        yield titles[0], "title"
    sentences = [heading for heading, texts in left.items() if look.are_sentences(texts)]
    if len(sentences) == 1:
        yield sentences[0], "summary"
