"""The layout of a sheet: where its headings are, what separates the cells, and which rows are totals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from raidline import lexicon

FIRST_ROWS = 20  # rows in which to look for the headings
_LONGEST = 300  # characters of a cell that can be a heading
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_WORDS = re.compile(r"[^a-z0-9]+")
_NUMBERED = re.compile(r"(?:(?<=[a-z])|\b)(\d{1,2})\b")
_SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_DELIMITERS = ",;\t|"
_TOTAL = re.compile(
    r"(?:(?:grand |sub ?-?)?totals?(?: [^\W\d]+| \d{4}){0,2}|sums?|average|mean|count)[ :.]*[\d.,]*", re.IGNORECASE
)
_NUMBER = re.compile(r"[\s$€%.,+~<>=\d-]*")


def delimiter_of(text: str) -> str:
    """Return the separator of cells: from a first line `sep=;`, otherwise the most frequent one in the first line."""
    lines = text[:100_000].split("\n", FIRST_ROWS)[:FIRST_ROWS]
    if match := _SEPARATOR.fullmatch(lines[0]):
        return match[1]
    if plain_heading(next(filter(str.strip, lines), "")) in _words():  # a sheet of one column
        return ","
    line = next((line for line in lines if any(map(line.count, _DELIMITERS))), "")
    return max(_DELIMITERS, key=line.count)


@lru_cache(maxsize=4_096)  # each row of a table has the same headings
def plain_heading(cell: str) -> str:
    """Return the spelling for comparing headings: "sourceUrl" is "source url", "Año" is "ano"."""
    apart = unicodedata.normalize("NFKD", _HUMPS.sub(" ", cell[:_LONGEST]))
    return _WORDS.sub(" ", "".join(sign for sign in apart.lower() if not unicodedata.combining(sign))).strip()


def unnumbered(plain: str) -> str:
    """Return a plain heading without its number: "link" for "link 2"."""
    return " ".join(_NUMBERED.sub(" ", plain).split())


def number_in(heading: str) -> str:
    """Return the number in a heading such as "Link 2" or "source2_url", "" if there is none."""
    found = _NUMBERED.search(plain_heading(heading))
    return found[1].lstrip("0") if found else ""


def headings_at(rows: Sequence[Sequence[str]]) -> int:
    """Return which of the first rows contains the headings: one with known words, otherwise the first."""
    counts = [_known_in(row) for row in rows]
    first = next((n for n, row in enumerate(rows) if any(cell.strip() for cell in row) and not is_separator(row)), 0)
    if counts and counts[first]:
        return first
    return next((n for n, count in enumerate(counts) if count > 1), 1 if rows and is_separator(rows[0]) else 0)


def headings_known(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the first rows contains several known headings."""
    return any(_known_in(row) > 1 for row in rows)


def is_known(heading: str) -> bool:
    """Whether a heading, without its number if it has one, is one that people use."""
    return unnumbered(plain_heading(heading)) in _words()


def _known_in(row: Sequence[str]) -> int:
    return sum(map(is_known, row))


def is_total(cells: Mapping[str, str]) -> bool:
    """Whether a row sums up the others: it begins with "Total", and all other cells are numbers."""
    first, *rest = cells.values() if cells else ("",)
    sums = bool(rest) or any(map(str.isdecimal, first))
    return sums and bool(_TOTAL.fullmatch(first.strip())) and all(map(_NUMBER.fullmatch, rest))


def is_separator(row: Sequence[str]) -> bool:
    """Whether a row is the first line that tells a spreadsheet what separates the cells."""
    return bool(row) and row[0].lower().startswith("sep=")


@cache
def _words() -> frozenset[str]:
    return frozenset(plain_heading(word) for words in lexicon.load("headings").values() for word in words)
