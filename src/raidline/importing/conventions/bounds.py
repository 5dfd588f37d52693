"""Counts in two columns, the fewest and the most: `crowd_low` and `crowd_high`, `N min` and `N max`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from raidline.importing.records import InputRow
from raidline.importing.tables.headings import plain_heading

_LOW = ("low", "min", "minimum", "lower", "lowest", "least", "fewest")
_HIGH = ("high", "max", "maximum", "upper", "highest", "most")
_SAYING_LITTLE = ("bound", "estimate", "est", "estimated", "number", "count", "of", "reported")
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.0+)?")


def with_ranges(records: Sequence[InputRow]) -> tuple[Sequence[InputRow], list[str]]:
    """Return the records with one column for two that hold the fewest and the most of something, and remarks.

    "10" and "15" become "10 to 15"; with one of them empty, "at least 10" or "at most 15". Rows with anything else in
    the two, such as a fewest above the most, keep both.
    """
    pairs = _pairs(list(dict.fromkeys(heading for record in records for heading in record.headings)))
    told = []
    for low, high, name in pairs:
        found = [_joined(record, low, high, name) for record in records]
        if any(one is not record for one, record in zip(found, records, strict=True)):
            told.append(f"columns {low!r} and {high!r}: read as one, {name!r}")
        records = found
    return records, told


def _pairs(headings: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return the headings of such columns, two by two, and what to call both together."""
    lows, highs = (_of_bounds(headings, words) for words in (_LOW, _HIGH))
    named = [(low, highs[words], " ".join(words)) for words, low in lows.items() if words in highs]
    return [(low, high, name) for low, high, name in named if name and name not in map(plain_heading, headings)]


def _of_bounds(headings: Sequence[str], words: Sequence[str]) -> dict[tuple[str, ...], str]:
    """Return the headings with one of some words, by their other words."""
    found: dict[tuple[str, ...], str] = {}
    for heading in headings:
        parts = plain_heading(heading).split()
        if sum(part in words for part in parts) == 1:
            found.setdefault(tuple(one for one in parts if one not in (*words, *_SAYING_LITTLE)), heading)
    return found


def _joined(record: InputRow, low: str, high: str, name: str) -> InputRow:
    fewest, most = (record.cells.get(heading, "").strip() for heading in (low, high))
    numbers = [_NUMBER.fullmatch(cell) for cell in (fewest, most)]
    if (
        record.data
        or not (fewest or most)
        or any(cell and not one for cell, one in zip((fewest, most), numbers, strict=True))
    ):
        return record
    first, last = (one[1] if one else "" for one in numbers)
    if first and last and int(first.replace(",", "")) > int(last.replace(",", "")):
        return record
    text = first if first == last else f"{first} to {last}" if first and last else f"at least {first}" if first else ""
    cells = {heading: cell for heading, cell in record.cells.items() if heading not in (low, high)}
    return replace(record, cells={**cells, name: text or f"at most {last}"}, headings=[*record.headings, name])
