"""Towns and counties that the title of an article names and its text takes for granted."""

from __future__ import annotations

import re
from dataclasses import replace

from raidline.extract.toponyms.mentions import PlaceMention, find_places
from raidline.extract.toponyms.names import find_runs
from raidline.extract.toponyms.recognition.runs import toponyms_in
from raidline.extract.toponyms.recognition.toponym import Toponym
from raidline.places.jurisdiction import Jurisdiction

_ON_THE_WAY = re.compile(r"\b(?:[Ff]rom|[Tt]o|[Vv]ia)\s$")  # "From Antioch to Alexandria"
_BETWEEN = "\n\n"


def find_with_title(
    title: str, text: str, publisher: str | None
) -> tuple[list[PlaceMention], tuple[Jurisdiction, ...]]:
    """Return the place mentions of a text, and the towns and counties that only its title names, each once, in order.

    "Lakewood bakers walk out" heads a report that says "the City Council"; which Lakewood, the text helps to tell. And
    "Lawrence County commission" tells which Aurora the text means.
    """
    runs = list(find_runs(title))
    new = (one for run in runs for one in toponyms_in(run, frozenset()) if isinstance(one, Toponym))
    if all(one.text in text for one in new):
        return find_places(text, publisher), ()
    start = len(title) + len(_BETWEEN)
    found = find_places(f"{title}{_BETWEEN}{text}", publisher)
    mentions = [replace(one, start=one.start - start, end=one.end - start) for one in found if one.start >= start]
    named = {one.jurisdiction for one in mentions if one.jurisdiction}
    in_title = (one for one in found if one.end <= len(title) and not _ON_THE_WAY.search(title, 0, one.start))
    places = (one.jurisdiction for one in in_title if one.jurisdiction and one.jurisdiction.is_local)
    return mentions, tuple(dict.fromkeys(place for place in places if place not in named))
