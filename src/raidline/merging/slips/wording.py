"""Days by which the date of a report may be off, as its words tell: "late Tuesday", "two weeks after".

What happens about midnight is of one day in one paper and of the next in another, and weeks are not counted to the day.
"""

from __future__ import annotations

import re

from raidline.models import Candidate

_LATE = re.compile(r"\b(?:[Ll]ate|[Nn]ight|[Oo]vernight|[Mm]idnight|(?:9|10|11)(?::\d\d)?\sp\.m\.)")
_EARLY = re.compile(r"\b(?:[Ee]arly|[Oo]vernight|[Mm]idnight|[Dd]awn|[Pp]redawn|(?:12|[1-5])(?::\d\d)?\sa\.m\.)")
_IN_WEEKS = re.compile(r"\bweeks?\b")
_OF_WEEKS = 2  # days
_NEAR = 20  # characters beside the date that tell of its hour


def slips_of(candidate: Candidate) -> tuple[int, int]:
    """Return by how many days an act may have been earlier and later than the one day that a report dates it on."""
    quote, at = candidate.quote, candidate.quote.find(candidate.date_text)
    if _IN_WEEKS.search(candidate.date_text):
        return _OF_WEEKS, _OF_WEEKS
    if at < 0:
        return 0, 0
    span = max(0, at - _NEAR), at + len(candidate.date_text) + _NEAR
    return int(_EARLY.search(quote, *span) is not None), int(_LATE.search(quote, *span) is not None)
