"""The cells of a table, readable by people and read back exactly.

"; " joins several values, ", " joins counts; if that would be ambiguous, the cell is JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from raidline import inert
from raidline.counts.value import Count
from raidline.interchange.jsontext import dump
from raidline.timeline.wording import counts_in_words

_UNKNOWN_NUMBER = re.compile(r"unknown number (.+)")

# Where a spreadsheet may see a formula: at the start of a cell, also after white space, and after a semicolon or line
# end, where one that splits at semicolons (as most of Europe's do) begins another cell, with or without quotation
# marks. East Asian ones treat wide signs like narrow ones. Text after an apostrophe is not a formula, but we guard it
# too, to tell an original apostrophe from one of ours.
_START = r"(?:^|[;\n])"
_FORMULA = r"(?=['\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠])"
_OPEN = re.compile(_START + _FORMULA)
_GUARDED = re.compile(f"({_START})'{_FORMULA}")


def guarded(cell: str) -> str:
    """Return the cell with an apostrophe wherever a spreadsheet might see a formula."""
    return _OPEN.sub(r"\g<0>'", cell)


def unguarded(cell: str) -> str:
    """Return the text that `guarded` received."""
    return _GUARDED.sub(r"\1", cell)


def as_json(value: Sequence[Any] | Mapping[str, Any]) -> str:
    """Return a list or an object as JSON in which no semicolon turns the text after it into a formula."""
    return _OPEN.sub(r"\\u003b", dump(value))


def joined(values: Sequence[str]) -> str:
    """Return texts joined in a cell that `parted` reads back; empty for none."""
    cell = "; ".join(values)
    return cell if parted(cell) == list(values) and _is_plain(cell) else as_json(values)


def parted(cell: str) -> list[str]:
    """Return the texts of a cell."""
    found = _json(cell, list)
    if found is not None and all(isinstance(value, str) for value in found):
        return list(found)
    return [text for part in cell.split(";") if (text := part.strip())]


def joined_counts(counts: Mapping[str, Count]) -> str:
    """Return a cell such as "at least 51 arrested, 3 detained" that `parted_counts` reads back; empty for none."""
    texts = {name: count.text for name, count in counts.items()}
    cell = counts_in_words(counts)
    return cell if parted_counts(cell) == texts and _is_plain(cell) else as_json(texts)


def parted_counts(cell: str) -> dict[str, str] | None:
    """Return each number, as text, by what it counts; None for a cell that cannot be read."""
    found = _json(cell, dict) if cell.startswith("{") else dict(map(_counted, cell.split(", "))) if cell else {}
    return found if found is not None and all(name and is_count(text) for name, text in found.items()) else None


def is_count(text: object) -> bool:
    """Whether a text is a count."""
    try:
        return isinstance(text, str) and Count.parse(text) is not None
    except ValueError:
        return False


def _is_plain(cell: str) -> bool:
    """Whether a cell is read back unchanged, guarded or not."""
    return inert.block(cell) == cell == unguarded(cell)


def _counted(words: str) -> tuple[str, str]:
    """Split "at least 51 arrested" into what was counted and how many."""
    if match := _UNKNOWN_NUMBER.fullmatch(words):
        return match[1], "unknown"
    parts = words.split()
    for n in range(len(parts) - 1, 0, -1):
        if is_count(" ".join(parts[:n])):
            return " ".join(parts[n:]), " ".join(parts[:n])
    return "", words


def _json(cell: str, kind: type[Any]) -> Any:  # noqa: ANN401 - a list or an object
    if not cell.lstrip().startswith(("[", "{")):  # almost every cell; an exception takes long
        return None
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, kind) else None
