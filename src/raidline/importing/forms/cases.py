"""Lists of lawsuits: a case is called by its parties, its court says where it is, and "pending" is no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.courts import place_of_court

_MOST = 0.8  # of the cells of a column
_HALF = 0.5
_LONGEST = 300
_PARTIES = re.compile(r"[^a-z\s].{1,140}? vs?\.? [^a-z\s].{1,140}")
_COURT = re.compile(r"\b(?:court|cir\.|ct\.|circuit|tribunal|corte|juzgado)", re.IGNORECASE)
_COURTS = ("court", "courts", "tribunal", "corte", "juzgado")
_OPEN = ("pending", "open", "active", "ongoing")


def is_case(title: str) -> bool:
    """Whether a title is what a lawsuit is called: "Doe v. City of Salem"."""
    return bool(_PARTIES.fullmatch(title[:_LONGEST]))


def are_cases(cells: Sequence[str]) -> bool:
    """Whether nearly all cells are the names of lawsuits."""
    return len(cells) > 1 and sum(map(is_case, cells)) >= _MOST * len(cells)


def are_courts(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column is called one of courts, and most of its cells name one."""
    named = sum(bool(_COURT.search(cell) or place_of_court(cell)) for cell in cells)
    return any(word in _COURTS for word in plain_heading(heading).split()) and named > _HALF * len(cells)


def is_of_the_case(status: str) -> bool:
    """Whether a word says that a lawsuit or a bill is not over, rather than that its filing is still to come."""
    return status.lower().strip(" .") in _OPEN
