"""A happening whose place is asked for, and how a place is told."""

from __future__ import annotations

from dataclasses import dataclass

from raidline.extract.events.event_mentions import Happening
from raidline.extract.events.where.offices.office import Office
from raidline.extract.text.sentences import Span
from raidline.places.jurisdiction import Jurisdiction

Places = tuple[Jurisdiction, ...]
Found = tuple[Places, str] | None  # the places, and in words how they were found


@dataclass(frozen=True, slots=True)
class Act:
    """A happening with its sentence and the office that acts, if any."""

    happening: Happening
    sentence: Span
    office: Office | None
