"""ZIP codes: their first three digits say the state, and most codes the county. They say no town."""

from __future__ import annotations

import re
from functools import cache

from raidline.places.codes import state_words
from raidline.places.gazetteer import table
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.names import normalise
from raidline.places.reading import by_code

_WRITTEN = re.compile(r"(\d{3,5})(?:\.0+)?(?:[- ]?\d{4})?")


def state_of_zip(written: str) -> Jurisdiction | None:
    """Return the state of a ZIP code, also of one that lost its first zeros in a spreadsheet.

    None for any other text, and for codes of the armed forces and of the islands that share one beginning.
    """
    found = _WRITTEN.fullmatch(written.strip())
    county = county_of_zip(written)  # two codes lie beyond the state of their first digits
    code = county.code[:2] if county else _states().get(found[1].zfill(5)[:3]) if found else None
    return by_code(code) if code else None


def county_of_zip(written: str) -> Jurisdiction | None:
    """Return the county in which all of a ZIP code lay at the Census of 2010; None for one of several counties.

    Codes that only the post uses, such as those of boxes, have no county here.
    """
    found = _WRITTEN.fullmatch(written.strip())
    code = _counties().get(int(found[1])) if found else None
    return by_code(code) if code else None


@cache
def _counties() -> dict[int, str]:
    """Return the code of the county by the ZIP code."""
    found: dict[int, str] = {}
    for county, zips in table("zip_counties"):
        for span in zips.split(" "):
            first, _, last = span.partition("-")
            found |= dict.fromkeys(range(int(first), int(last or first) + 1), county)
    return found


@cache
def _states() -> dict[str, str]:
    """Return the code of the state by the first three digits."""
    return {
        f"{number:03}": state_words()[normalise(state)]
        for first, last, state in table("zips")
        for number in range(int(first), int(last) + 1)
    }
