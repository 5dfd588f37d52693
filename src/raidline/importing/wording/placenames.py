"""The name of a place in a cell, without what stands around it: ZIP codes, venues, streets, "near"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline import lexicon

_ZIP = re.compile(r"(?<=[A-Za-z.,])[,\s]*\s\d{5}(?:-\d{4})?$")  # behind the name of a place
_PARENTHESIS = re.compile(r"\s*\([^()]*\)$")
_ADDRESS = re.compile(r"\((?P<address>[^()]+,[^()]+)\)$")
_WITHIN = re.compile(r".*\b(?:in|near|outside(?: of)?)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s+")
_MOST_PIECES = 3
STATE_BEHIND = re.compile(r"(?P<town>[^;|\n()]*[^;|\n()\s])\s*\((?P<state>[A-Za-z. ]{2,20})\)(?=\s*(?:[;|\n]|$))")
COLORADO = re.compile(r"(?P<town>[^;|\n,]*[a-z])\s+CO(?=\s*(?:[;|\n]|$))")
COUNTRY = re.compile(r",?\s*\b(?:u\.?s\.?a\.?|united states(?: of america)?)$", re.IGNORECASE)


def core_of(name: str) -> str:
    """Return a name without the words around it: "near Austin", "Austin area", "Austin (Travis County)"."""
    return _around().sub("", _PARENTHESIS.sub("", name.strip()))


@cache
def _around() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, lexicon.load("place_cells")["around"]), key=len, reverse=True))
    return re.compile(rf"^(?:{words})\s+|\s+(?:{words})$", re.IGNORECASE)


def endings(text: str, state: str) -> Iterator[str]:
    """Yield a text, then what is left of it without the name of a venue or a street before the place.

    The beginning is left out only if a state is known: "Blue Door, Austin" alone could be anywhere.
    """
    yield text
    yield core_of(text)
    if (inner := _ADDRESS.search(text)) and inner["address"]:  # "Library (1 Main St, Austin, TX)"
        yield from endings(inner["address"], state)
    text = _PARENTHESIS.sub("", text)
    yield text
    parts = [part.strip() for part in text.split(",")]
    if match := _WITHIN.search(parts[0]):  # "Courthouse in Austin, Texas", "I-35 near Austin, TX"
        yield ", ".join([parts[0][match.end() :], *parts[1:]])
    if len(parts) > 1:  # "El Paso, TX - flea market", "flea market - El Paso, TX"
        yield from (piece for piece in _DASH.split(text)[:_MOST_PIECES] if "," in piece and piece != text)
    for start in range(1, len(parts) - (0 if state else 1)):
        yield ", ".join(parts[start:])
    if text[:1].isdigit() and len(parts) < 3:
        words = text.split()
        for start in range(1, len(words) - 1):
            yield " ".join(words[start:])


def plain_place(name: str) -> str:
    """Return a name without its ZIP code and the United States behind it."""
    return _ZIP.sub("", COUNTRY.sub("", name.strip())).strip(" ,")
