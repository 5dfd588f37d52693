"""The scene that the title of a report names: "Two men held at Kentwood car wash", "Protest in Dover"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.jurisdiction import Jurisdiction

_HAPPENS = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:raids?|arrests?|sweep|protests?|rally|vigil|march|shooting|walkout)\b")
_LOCATIVE = ("locative", "weakly_locative")


def scenes_in_title(title: str, mentions: Sequence[PlaceMention]) -> tuple[Jurisdiction, ...]:
    """Return the towns and counties of a text in whose title something is or happens there."""
    local = dict.fromkeys(m.jurisdiction for m in mentions if m.jurisdiction and m.jurisdiction.is_local)
    return tuple(place for place in local if place and _is_scene(title, place.short_name))


def _is_scene(title: str, name: str) -> bool:
    at = title.find(name)
    if at < 0:
        return False
    end = at + len(name)
    if placewords.site_behind().match(title, end) or _HAPPENS.match(title, end):
        return True
    goes_on = end < len(title) and (title[end].isalnum() or re.match(r"\s[A-Z]", title[end:]))
    return not goes_on and any(placewords.located(key).search(title[:at]) for key in _LOCATIVE)
