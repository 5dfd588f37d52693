"""ZIP codes: their first three digits say in which state a post office is. They say no town."""

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
    code = _states().get(found[1].zfill(5)[:3]) if found else None
    return by_code(code) if code else None


@cache
def _states() -> dict[str, str]:
    """Return the code of the state by the first three digits."""
    return {
        f"{number:03}": state_words()[normalise(state)]
        for first, last, state in table("zips")
        for number in range(int(first), int(last) + 1)
    }
