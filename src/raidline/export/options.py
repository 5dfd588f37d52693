"""What a reader may choose about an export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raidline.timeline.shown import USUAL, Shown


class Coarse(StrEnum):
    """What a calendar does with an event whose date is coarser than a quarter."""

    START = "start"
    SPAN = "span"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Options:
    """`stamp` dates entries that have no date of their own, in formats that require one.

    `raw` writes CSV cells unchanged, including those that a spreadsheet would run as a formula. `with_notes` adds the
    notes of curators, for their own backup. `base_url` is the address of the site that publishes the events, and
    `name` is a project's name for its timeline (letters, digits and hyphens); ids in feeds and calendars contain them.
    `site` is the title of the site that a feed or a calendar is part of: it leads the name that readers see in their
    programs. `shown` is what formats for reading tell of each event besides the usual.
    """

    coarse: Coarse = Coarse.START
    raw: bool = False
    stamp: date | None = None
    with_notes: bool = False
    base_url: str | None = None
    name: str | None = None
    site: str | None = None
    shown: Shown = USUAL
