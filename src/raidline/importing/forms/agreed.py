"""Lists of agreements between agencies: a column of their papers says that each row is one."""

from __future__ import annotations

from raidline.importing.tables.headings import plain_heading

_PAPERS = ("moa", "moas", "mou", "mous", "addendum", "addenda", "287g")


def is_of_agreements(heading: str) -> bool:
    """Whether a column is one of the papers of agreements: "MOA link", "Addendum"."""
    return any(word in _PAPERS for word in plain_heading(heading).split())
