"""Towns behind which commas set off where they lie: "Leland, across the river in Brunswick County, voted"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction

SET_OFF = "set off from its county"  # says how a place was found
_BETWEEN = re.compile(r",\s[^,;.]{1,60}")


def town_set_off(text: str, mentions: Sequence[PlaceMention]) -> Jurisdiction | None:
    """Return the town that a passage names first if what follows says in which county it lies, between commas."""
    if len(mentions) < 2 or mentions[0].role == "affiliation" or not text.startswith(",", mentions[0].end):
        return None
    town, county = mentions[0].jurisdiction, mentions[1].jurisdiction
    is_inside = town and county and county.level == "county" and town.level == "place" and within(town, county)
    is_set_off = text.startswith(",", mentions[1].end) and _BETWEEN.fullmatch(text, mentions[0].end, mentions[1].start)
    return town if is_inside and is_set_off else None
