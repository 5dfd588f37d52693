"""Cells in Spanish: counts, kinds and states as English has them. Dates are read where the other dates are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from raidline import lexicon

_MOST_WORDS = 5  # of a kind: "muerte bajo custodia de ICE"


def count_in_english(cell: str) -> str:
    """Return a count in words ("más de 20", "entre 5 y 8") as English has it; any other text unchanged."""
    plain = _folded(cell)
    if plain in _table("numbers"):
        return _table("numbers")[plain]
    match = _counted().fullmatch(plain)
    if match is None or not (match["before"] or match["joint"]):
        return cell
    before, joint = (
        _table(name).get(match[part] or "", "") for name, part in (("counts", "before"), ("between", "joint"))
    )
    if before == "between" and joint != "and":
        return cell
    return " ".join(filter(None, (before, match["first"], joint, match["last"])))


def kind_in_english(cell: str) -> str:
    """Return the kind of event that a word in Spanish, or the first ones of a cell, mean; "" if none."""
    words = _folded(cell).split()
    beginnings = (" ".join(words[:end]) for end in range(min(len(words), _MOST_WORDS), 0, -1))
    return next((kind for text in beginnings if (kind := _kinds().get(text))), "")


def state_in_english(cell: str) -> str:
    """Return a cell whose state, alone or behind a comma, has its English name."""
    head, comma, tail = cell.rpartition(",")
    name = _table("states").get(_folded(tail))
    return f"{head}{comma}{' ' if comma else ''}{name}" if name else cell


def body_in_english(cell: str) -> str:
    """Return a cell that is the Spanish name of a public body of the country as English has it; others unchanged."""
    return _table("bodies").get(_folded(cell), cell)


def town_in_english(cell: str) -> str:
    """Return a cell whose town has an English name of its own with it: "Filadelfia, PA" is in Philadelphia."""
    town, comma, rest = cell.partition(",")
    name = _table("towns").get(_folded(town))
    return f"{name}{comma}{rest}" if name else cell


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", " ".join(text.lower().split()))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).strip(" .")


@cache
def _table(name: str) -> Mapping[str, str]:
    return {_folded(word): meant for word, meant in lexicon.load("spanish_cells")[name].items()}


@cache
def _kinds() -> Mapping[str, str]:
    rows: Mapping[str, Any] = lexicon.load("spanish_cells")["kinds"]
    return {_folded(word): kind for kind, words in rows.items() for word in words}


@cache
def _counted() -> re.Pattern[str]:
    before, joint = ("|".join(map(re.escape, _table(name))) for name in ("counts", "between"))
    return re.compile(
        rf"(?:(?P<before>{before})\.? )?(?P<first>\d[\d,.]*)(?: (?P<joint>{joint}) (?P<last>\d[\d,.]*))?"
        r"(?: (?:personas|trabajador[ea]s|inmigrantes|migrantes|detenid[oa]s|arrestad[oa]s))?"
    )
