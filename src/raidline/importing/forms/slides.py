"""The sheet that TimelineJS reads: its rows are slides, and some of these are no events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from raidline import inert
from raidline.importing.tables.headings import plain_heading

_BESIDE = {"media", "display date"}  # in such sheets, beside a headline
_SAID = {"title": "is the title of the timeline", "era": "is an era of the timeline"}


def is_sheet_of_slides(headings: Iterable[str]) -> bool:
    """Whether headings are those of such a sheet; its column Type is about slides."""
    plain = set(map(plain_heading, headings))
    return "headline" in plain and not plain.isdisjoint(_BESIDE)


def no_event(cells: Mapping[str, str]) -> str:
    """Return why a row of such a sheet is no event, "" if it is one."""
    by_name = {plain_heading(heading): inert.line(cell) for heading, cell in cells.items()}
    said = _SAID.get(by_name.get("type", "").lower(), "")
    return f"{said} ({by_name.get('headline', '')[:60]}), not an event" if said else ""
