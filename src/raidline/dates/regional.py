"""The order of day and month that a reader is used to: "February 1, 2017" or "1 February 2017"."""

from __future__ import annotations

import re

from raidline.dates.edtf import MONTHS

_AMERICAN = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}(?:–\d{{1,2}})?)(?!\d)(?:, (?=\d{{4}}\b))?")


def day_first(words: str) -> str:
    """Return a text with the day before the month in each of its dates: "28 January – 3 February 2017"."""
    return _AMERICAN.sub(lambda found: f"{found[2]} {found[1]}{' ' if found[0].endswith(' ') else ''}", words)
