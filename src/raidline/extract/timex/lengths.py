"""Lengths of time as TIMEX3 values."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

# letter -> (prefix, factor, TIMEX3 letter); a decade is ten years, as annotators write it.
WRITTEN: Final = {
    "TS": ("PT", 1, "S"), "TM": ("PT", 1, "M"), "TH": ("PT", 1, "H"), "D": ("P", 1, "D"), "N": ("P", 1, "D"), "W": ("P", 1, "W"),
    "E": ("P", 2, "D"), "F": ("P", 2, "W"), "M": ("P", 1, "M"), "Q": ("P", 3, "M"), "H": ("P", 6, "M"), "Y": ("P", 1, "Y"),
    "X": ("P", 10, "Y"), "C": ("P", 100, "Y"), "L": ("P", 1000, "Y"),
}  # fmt: skip
_SMALLER: Final = {
    "Y": ("M", 12),
    "M": ("D", 30),
    "W": ("D", 7),
    "D": ("H", 24),
    "H": ("M", 60),
    "M_": ("S", 60),
}


def length(letter: str, amount: Fraction | None) -> str:
    """The TIMEX3 value: P2Y, PT5H30M, PXM where the amount is vague."""
    prefix, factor, unit = WRITTEN[letter]
    if amount is None:
        vague = "DE" if letter == "X" else "CE" if letter == "C" else unit
        return f"{prefix}X{vague}"
    total = amount * factor
    whole = int(total)
    rest = total - whole
    if not rest:
        return f"{prefix}{whole}{unit}"
    smaller, parts = _SMALLER["M_" if letter == "TM" else unit]
    if letter == "D":
        return f"PT{int(total * 24)}H"
    if rest * parts == int(rest * parts):
        return f"{prefix}{whole or ''}{unit if whole else ''}{int(rest * parts)}{smaller}"
    return f"{prefix}{float(total):g}{unit}"
