"""Lists of bills: a column of their numbers says what kind of event each row is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.importing.records import InputRow
from raidline.importing.tables.headings import plain_heading

_LEAST = 3
_MOST = 0.8  # of the cells that have to be numbers of bills
_HEADINGS = frozenset(("bill", "bills", "measure", "legislation", "act", "file"))
_NUMBER = re.compile(
    r"(?:[HSAL]\.?(?:[A-Z]\.?){0,2}|Assembly Bill|House Bill|Senate Bill)[\s.-]*\d{1,5}[A-Z]?", re.IGNORECASE
)


def bills_in(records: Sequence[InputRow], headings: Sequence[str]) -> str:
    """Return the heading of a column whose cells are the numbers of bills ("HB 1022"), "" if there is none."""
    for heading in headings:
        if _HEADINGS.isdisjoint(plain_heading(heading).split()):
            continue
        cells = [cell for record in records if (cell := record.cells.get(heading, "").strip())]
        if len(cells) >= _LEAST and sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) >= _MOST * len(cells):
            return heading
    return ""
