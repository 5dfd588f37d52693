"""Marks around what a cell says: flags and other pictures, asterisks and the numbers of footnotes."""

from __future__ import annotations

import re
import unicodedata

_FOOTNOTE = re.compile(  # bounded, one sign at a time: a row of daggers has too many other ways to be read
    r"(?:\s{0,3}(?:\[(?:\d{1,2}|[a-z*†‡])\]|\((?:\*|†|‡)\)|[*†‡⁰¹²³⁴-⁹])){1,40}$"
)
_JOINING = "\u200d\ufe0e\ufe0f"  # between the parts of a picture, and behind it
_KEPT = "°"  # So in Unicode, but no picture


def unmarked(cell: str) -> str:
    """Return a cell without pictures around it and footnotes behind it; unchanged if nothing else is left."""
    if cell.isascii() and cell[-1:] not in "*])":
        return cell
    first, last = 0, len(cell)
    while first < last and _is_picture(cell[first]):
        first += 1
    while first < last and _is_picture(cell[last - 1]):
        last -= 1
    bare = cell[first:last] if (first, last) != (0, len(cell)) else cell
    return _FOOTNOTE.sub("", bare).strip() or cell


def _is_picture(sign: str) -> bool:
    is_mark = unicodedata.category(sign) in ("So", "Sk", "Cs") and sign.isprintable() and sign not in _KEPT + "^`´"
    return is_mark or sign in _JOINING or sign.isspace()
