"""The sheet that a reference manager writes: its rows are reports, which say on which day an event was over at last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from raidline.importing.days.cell import read_date
from raidline.importing.tables.headings import plain_heading

_PUBLISHED = "Date published"  # what its column "Date" says
_ALONE = {"item type", "publication title"}  # which no other table has together
REMARK = "a row of a reference manager is a report; its event is entered as of that day or earlier, and by its title"


def is_bibliography(headings: Iterable[str]) -> bool:
    """Whether headings are those of such a sheet."""
    return set(map(plain_heading, headings)) >= _ALONE


def of_report(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of a report as those of an event by its day, whose source has the same title."""
    found = {_renamed(heading): cell for heading, cell in cells.items()}
    if title := found.get("Title"):
        found["Article title"] = title
    if (day := read_date(found.get(_PUBLISHED, ""))) and day.latest:
        found["Event date"] = f"[..{day.latest}]"
    copy = next((name for name in ("Archive Location", "Archive") if "://" in found.get(name, "")), "")
    if copy:
        found["Archived copy"] = found.pop(copy)
    return found


def headings_of_reports(headings: Iterable[str]) -> list[str]:
    """Return the headings of such a sheet as `of_report` names them."""
    return [*map(_renamed, headings), "Article title", "Event date", "Archived copy"]


def _renamed(heading: str) -> str:
    return _PUBLISHED if plain_heading(heading) == "date" else heading
