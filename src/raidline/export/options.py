"""What a reader may choose about an export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Coarse(StrEnum):
    """What a calendar does with an event whose date is coarser than a quarter."""

    START = "start"
    SPAN = "span"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Options:
    """`stamp` dates what carries no date of its own making, for formats that demand one.

    `raw` writes CSV cells as they are, also those that a spreadsheet would run as a formula. `with_notes` adds the
    notes of curators, for their own backup. `base_url` is where the site is that the events are published on, and
    `name` what a project calls its timeline (letters, digits and hyphens); ids in feeds and calendars are made of them.
    """

    coarse: Coarse = Coarse.START
    raw: bool = False
    stamp: date | None = None
    with_notes: bool = False
    base_url: str | None = None
    name: str | None = None
