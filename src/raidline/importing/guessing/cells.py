"""What the cells of a column look like: what fits a field, and what to call the contents of a column without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from raidline.importing.acts import kind_of
from raidline.importing.days.cell import read_date
from raidline.importing.records import InputRow
from raidline.importing.sources.links import has_link, is_archive, links_in
from raidline.importing.wording.bodies import are_bodies, is_person
from raidline.importing.wording.howmany import counts_in
from raidline.importing.wording.inspanish import state_in_english
from raidline.importing.wording.placenames import plain_place
from raidline.importing.wording.sites import is_called_like
from raidline.places.lookup import decided

ENOUGH = 3  # cells that show more than a coincidence
SAMPLE = 60  # cells that decide about a column
_MOST = 0.8  # of them
_HALF = 0.5
_TITLE_WORDS = (3, 18)  # how many words the titles of a column have on average
_CITATION_WORDS = 4  # how many words headlines and citations have at least, on average
_SENTENCE_WORDS = 6  # how many words the sentences of a column have at least, on average
_LONG = 25  # words of a text without full stops
_LABEL = 8  # words of a name
_LABEL_WORDS = 3  # of a kind, on average
_MOST_KINDS = 25  # different words in a column of kinds
_SLUG = 4  # letters of a word that says something in an address
_PARTED = re.compile(r"\s*[,;|/]\s*")
_NOTHING = ("n/a", "na", "none", "no", "-", "--", "?", "unknown", "tbd", "not sure")  # how people leave a cell empty
_DIGITS = re.compile(r"\d")
_CODE = re.compile(r"[\w#.-]{1,20}")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
_GEOMETRY = re.compile(r"(?:SRID=\d+;)?(?:MULTI)?(?:POINT|POLYGON|LINESTRING)(?: Z)? ?\(")
_DEGREES = re.compile(r"-?\d{1,3}\.\d{3,}")
_CLOCK = re.compile(r"\d{1,2}:\d\d")


def cells_of(records: Sequence[InputRow], heading: str, most: int = SAMPLE) -> list[str]:
    """Return the first filled cells of a column."""
    cells = (cell for record in records if (cell := record.cells.get(heading, "").strip()))
    return [cell for cell, _ in zip(cells, range(most), strict=False)]


def fits(field: str, cells: Sequence[str]) -> bool:
    """Whether most cells of a column can be what a field asks for; a field that takes any text fits any text."""
    if not cells:
        return False
    cells = [cell for cell in cells if cell.lower().strip(". ") not in _NOTHING] or cells
    test = _TESTS.get("counts" if field.startswith("counts.") else field)
    return test is None or _share(cells, test) >= _MOST


def seem(cells: Sequence[str]) -> str:
    """Return what the cells of a column seem to hold, in words for people; "" if nothing can be said."""
    if not cells:
        return ""
    return next((words for words, test in _SEEMING.items() if _share(cells, test) >= _MOST), "")


def are_titles(cells: Sequence[str]) -> bool:
    """Whether the cells are different short texts without full stops, as titles are."""
    words = _words_on_average(cells)
    ended = _share(cells, lambda cell: cell.endswith((".", "?!")))
    return (
        len(cells) >= ENOUGH
        and _TITLE_WORDS[0] <= words <= _TITLE_WORDS[1]
        and ended < _HALF
        and len(set(cells)) >= _MOST * len(cells)
        and not any(_share(cells, test) > _HALF for test in (_is_date, has_link, _is_place, is_person, _is_coordinates))
        and not (words < _SENTENCE_WORDS and are_bodies(cells))
    )


def are_citations(cells: Sequence[str]) -> bool:
    """Whether the cells of a column of sources are headlines or whole citations, rather than names that recur."""
    different = len(set(cells)) >= _MOST * len(cells)
    return len(cells) >= ENOUGH and different and _words_on_average(cells) >= _CITATION_WORDS


def are_sentences(cells: Sequence[str]) -> bool:
    """Whether the cells are sentences, or texts as long as such."""
    words = _words_on_average(cells)
    ended = _share(cells, lambda cell: cell.endswith((".", ".”", '."', "!")))
    is_text = (words >= _SENTENCE_WORDS and ended >= _MOST) or words >= _LONG
    return len(cells) >= ENOUGH and is_text and _share(cells, has_link) < _HALF


def are_kinds(cells: Sequence[str]) -> bool:
    """Whether nearly all cells say what kind of event something was, in few different words."""
    different = set(cells)
    few = 1 < len(different) <= min(_MOST_KINDS, max(2, len(cells) // 2))
    return len(cells) >= ENOUGH and few and _share(cells, lambda cell: kind_of(cell) is not None) >= _MOST


def are_labels_of_kinds(cells: Sequence[str]) -> bool:
    """Whether nearly all cells are a word or a few that mean a kind of event, however many different ones there are."""
    short = _words_on_average(cells) <= _LABEL_WORDS and len(set(cells)) > 1
    return len(cells) >= ENOUGH and short and _share(cells, lambda cell: kind_of(cell) is not None) >= _MOST


def are_days(cells: Sequence[str]) -> bool:
    """Whether nearly all cells are dates; a bare number could be anything else."""
    return _share(cells, lambda cell: not cell.isdecimal() and _is_date(cell)) >= _MOST


def are_agencies(cells: Sequence[str]) -> bool:
    """Whether nearly all cells are short names of public bodies, which recur."""
    few = len(set(cells)) < len(cells)
    return len(cells) >= ENOUGH and few and _share(cells, lambda cell: _is_word(cell) and are_bodies([cell])) >= _MOST


def name_kinds(cells: Sequence[str]) -> bool:
    """Whether nearly all cells have a kind of event among several words: "vigil, courthouse"."""
    return len(cells) >= ENOUGH and _share(cells, lambda cell: any(map(kind_of, _PARTED.split(cell)))) >= _MOST


def are_states(cells: Sequence[str]) -> bool:
    """Whether nearly all cells are the names or codes of states."""
    return len(cells) >= ENOUGH and _share(cells, _is_state) >= _MOST


def are_local(cells: Sequence[str]) -> bool:
    """Whether nearly all cells end in a place that is known for sure, such as an address or "Salem, Oregon"."""
    return len(cells) >= ENOUGH and _share(cells, _is_local) >= _MOST


def are_towns(cells: Sequence[tuple[str, str]]) -> bool:
    """Whether nearly all names are those of towns in the states beside them."""
    return len(cells) >= ENOUGH and _share(cells, _is_town) >= _MOST


def are_codes(cells: Sequence[str]) -> bool:
    """Whether the cells are different single words with digits, as rows are numbered: "PD-1"."""
    coded = _share(cells, lambda cell: _CODE.fullmatch(cell) and _DIGITS.search(cell))
    return len(cells) >= ENOUGH and coded == 1 and len(set(cells)) == len(cells)


def are_counted(cells: Sequence[str]) -> bool:
    """Whether most cells say how many of whom: "37 arrests"."""
    return len(cells) >= ENOUGH and _share(cells, counts_in) > _HALF


def are_serial(cells: Sequence[str]) -> bool:
    """Whether the cells number the rows: each is one more than the one above."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= _LABEL]
    follow = sum(after == number + 1 for number, after in pairwise(numbers))
    return len(cells) >= ENOUGH and len(numbers) == len(cells) and follow >= _MOST * (len(numbers) - 1)


def are_publishers(records: Sequence[InputRow], heading: str) -> bool:
    """Whether most names of a column are what the sites are called that the same rows link to."""
    rows = [record for record in records if record.cells.get(heading, "").strip()][:SAMPLE]
    return len(rows) >= ENOUGH and _share(rows, lambda row: _names_site(row, row.cells[heading])) > _HALF


def are_in_addresses(records: Sequence[InputRow], heading: str) -> bool:
    """Whether most texts of a column stand in the addresses of the same rows, as headlines of reports do."""
    rows = [record for record in records if record.cells.get(heading, "").strip()][:SAMPLE]
    return len(rows) >= ENOUGH and _share(rows, lambda row: _is_in_slug(row, row.cells[heading])) > _HALF


def _share(items: Sequence, test: Callable[..., object]) -> float:  # type: ignore[type-arg]
    return sum(bool(test(item)) for item in items) / len(items) if items else 0


def _words_on_average(cells: Sequence[str]) -> float:
    return sum(len(cell.split()) for cell in cells) / len(cells) if cells else 0


def _links(record: InputRow) -> list[str]:
    cells = (cell for cell in record.cells.values() if has_link(cell))
    return [*record.links.values(), *(link.url for cell in cells for link in links_in(cell)[0])]


def _names_site(record: InputRow, name: str) -> bool:
    if len(name.split()) > _LABEL:
        return False
    return any(is_called_like(name, _part(link, 1)) for link in _links(record) if not is_archive(link))


def _is_in_slug(record: InputRow, text: str) -> bool:
    words = [word for word in re.findall(r"\w+", text.lower()) if len(word) >= _SLUG]
    paths = [_part(link, 2).lower() for link in _links(record)]
    return len(words) >= ENOUGH and any(sum(word in path for word in words) >= _MOST * len(words) for path in paths)


def _part(link: str, number: int) -> str:
    try:
        return urlsplit(link)[number]
    except ValueError:  # such as brackets that do not form an address
        return ""


@lru_cache(maxsize=2_048)
def _is_date(cell: str) -> bool:
    return bool(_DIGITS.search(cell)) and read_date(cell) is not None


def _is_count(cell: str) -> bool:
    return len(cell) <= 2 * _LONG and (bool(_DIGITS.search(cell)) or len(cell.split()) == 1) and not has_link(cell)


@lru_cache(maxsize=2_048)
def _is_state(cell: str) -> bool:
    if len(cell) == 2 and not cell.isupper():  # "ok", "in", "me"
        return False
    place = decided(state_in_english(cell))
    return place is not None and place.kind == "state"


@lru_cache(maxsize=2_048)
def _is_place(cell: str) -> bool:
    return decided(plain_place(cell)) is not None


@lru_cache(maxsize=2_048)
def _is_local(cell: str) -> bool:
    parts = [part.strip() for part in plain_place(cell).split(",")]
    place = decided(state_in_english(", ".join(parts[-2:]))) if len(parts) > 1 else None
    return place is not None and place.kind not in ("state", "nation", "country")


@lru_cache(maxsize=2_048)
def _is_town(name_and_state: tuple[str, str]) -> bool:
    name, state = name_and_state
    return "," not in name and decided(f"{plain_place(name)}, {state_in_english(state)}") is not None


def _is_name(cell: str) -> bool:
    return not has_link(cell) and any(map(str.isalpha, cell))


def _is_plain(cell: str) -> bool:
    return _is_name(cell) and not _DIGITS.search(cell)


def _is_word(cell: str) -> bool:
    return _is_name(cell) and len(cell.split()) <= _LABEL


def _is_coordinates(cell: str) -> bool:
    return bool(_DEGREES.fullmatch(cell) or _GEOMETRY.match(cell))


_TESTS: Mapping[str, Callable[[str], object]] = {
    "date": _is_date,
    "end": _is_date,
    "published": _is_date,
    "url": has_link,
    "archived": has_link,
    "counts": lambda cell: _is_count(cell) or counts_in(cell),
    "state": _is_state,
    "city": _is_plain,
    "county": _is_plain,
    "places": _is_name,
    "address": _is_name,
    "zip": _ZIP.fullmatch,
    "kind": _is_word,
    "publisher": _is_word,
    "agencies": _is_word,
    "title": _is_name,
    "source_title": _is_name,
    "summary": _is_name,
    "precision": _is_word,
}
_SEEMING: Mapping[str, Callable[[str], object]] = {
    "addresses of mail": _MAIL.fullmatch,
    "links": has_link,
    "coordinates": _is_coordinates,
    "times": lambda cell: _CLOCK.search(cell) and _is_date(cell),
    "dates": lambda cell: not cell.isdecimal() and _is_date(cell),
    "numbers": lambda cell: cell.replace(",", "").replace(".", "").isdecimal(),
    "states": _is_state,
    "places": _is_local,
    "names of people": is_person,
    "sentences": lambda cell: len(cell.split()) >= _SENTENCE_WORDS and cell.endswith("."),
}
