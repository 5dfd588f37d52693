"""Towns and counties that the title of an article names and its text takes for granted."""

from __future__ import annotations

import re
from collections.abc import Collection

from raidline.extract.toponyms.mentions import find_places
from raidline.extract.toponyms.names import find_runs
from raidline.extract.toponyms.recognition.runs import toponyms_in
from raidline.extract.toponyms.recognition.toponym import Toponym
from raidline.places.jurisdiction import Jurisdiction

_ON_THE_WAY = re.compile(r"\b(?:[Ff]rom|[Tt]o|[Vv]ia)\s$")  # "From Antioch to Alexandria"


def only_in_title(
    title: str, text: str, publisher: str | None, named: Collection[Jurisdiction]
) -> tuple[Jurisdiction, ...]:
    """Return the towns and counties that a title names beside those `named` in its text, each once, in order.

    "Lakewood bakers walk out" heads a report that says "the City Council"; which Lakewood, the text helps to tell.
    """
    runs = list(find_runs(title))
    new = (one for run in runs for one in toponyms_in(run, frozenset()) if isinstance(one, Toponym))
    if all(one.text in text for one in new):  # spares reading the text again
        return ()
    found = (one for one in find_places(f"{title}\n\n{text}", publisher) if one.end <= len(title))
    local = (one for one in found if one.jurisdiction and one.jurisdiction.is_local)
    places = (one.jurisdiction for one in local if one.jurisdiction and not _ON_THE_WAY.search(title, 0, one.start))
    return tuple(dict.fromkeys(place for place in places if place not in named))
