"""The capital in a dateline: national reports are filed there, but only what is done in the streets is there."""

from __future__ import annotations

from collections.abc import Sequence

from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases.datelines import DATELINE
from raidline.models import Kind

IN_THE_STREETS = frozenset({Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST, Kind.OTHER})


def only_files(mentions: Sequence[PlaceMention]) -> bool:
    """Whether a report is filed from the capital and names it nowhere else."""
    how = [m.how for m in mentions if m.jurisdiction and m.jurisdiction.is_district]
    return bool(how) and all(one.startswith(DATELINE) for one in how)
