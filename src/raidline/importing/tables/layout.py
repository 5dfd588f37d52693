"""The layout of a sheet: where its headings are, what separates the cells, and which rows are totals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from raidline.importing.tables.headings import is_known

FIRST_ROWS = 20  # rows in which to look for the headings
_WIDE = 4  # cells of a row of headings below titles
_TITLE = 2  # cells of a row that is a title above a table
_SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_DELIMITERS = ",;\t|"
_TOTAL = re.compile(
    r"(?:(?:grand |sub ?-?)?totals?(?: [^\W\d]+| \d{4}){0,2}|sums?|average|mean|count)[ :.]*[\d.,]*", re.IGNORECASE
)
_BARE_TOTAL = re.compile(r"(?:grand |sub ?-?)?totals?[ :.]*", re.IGNORECASE)  # whose sums are formulas without results
_NUMBER = re.compile(r"[\s$€%.,+~<>=\d-]*")


def delimiter_of(text: str) -> str:
    """Return the separator of cells: from a first line `sep=;`, otherwise the most frequent one in the first line."""
    lines = text[:100_000].split("\n", FIRST_ROWS)[:FIRST_ROWS]
    if match := _SEPARATOR.fullmatch(lines[0]):
        return match[1]
    if is_known(next(filter(str.strip, lines), "")):  # a sheet of one column
        return ","
    line = next((line for line in lines if any(map(line.count, _DELIMITERS))), "")
    return max(_DELIMITERS, key=line.count)


def headings_at(rows: Sequence[Sequence[str]]) -> int:
    """Return which of the first rows contains the headings: one with known words, otherwise the first."""
    counts = [_known_in(row) for row in rows]
    first = next((n for n, row in enumerate(rows) if any(cell.strip() for cell in row) and not is_separator(row)), 0)
    if counts and counts[first]:
        return first
    known = next((n for n, count in enumerate(counts) if count > 1), None)
    if known is not None:
        return known
    return _below_titles(rows, first) or (1 if rows and is_separator(rows[0]) else 0)


def _below_titles(rows: Sequence[Sequence[str]], first: int) -> int:
    """Return the first row as wide as the widest if those above have a cell or two, as titles have; 0 if not."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    widest = max(filled, default=0)
    at = next((n for n, number in enumerate(filled) if number == widest), first)
    above = filled[first:at]
    is_head = widest >= _WIDE and above and max(above) <= _TITLE and at + 1 < len(rows)
    return at if is_head and not any(map(_NUMBER.fullmatch, filter(None, map(str.strip, rows[at])))) else 0


def head_of(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the row of headings among the first rows, empty without any row."""
    first = rows[:FIRST_ROWS]
    return first[headings_at(first)] if first else ()


def headings_known(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the first rows contains several known headings."""
    return any(_known_in(row) > 1 for row in rows)


def _known_in(row: Sequence[str]) -> int:
    return sum(map(is_known, row))


def is_total(cells: Mapping[str, str]) -> bool:
    """Whether a row sums up the others: it begins with "Total", and all other cells, if any, are numbers."""
    first, *rest = cells.values() if cells else ("",)
    sums = bool(rest) or any(map(str.isdecimal, first)) or bool(_BARE_TOTAL.fullmatch(first.strip()))
    return sums and bool(_TOTAL.fullmatch(first.strip())) and all(map(_NUMBER.fullmatch, rest))


def is_separator(row: Sequence[str]) -> bool:
    """Whether a row is the first line that tells a spreadsheet what separates the cells."""
    return bool(row) and row[0].lower().startswith("sep=")
