"""Words that point at a place: "a judge here", "the plant there", "across the state"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.mentions import PlaceMention
from raidline.extract.toponyms.phrases import DATELINE
from raidline.places.jurisdiction import Jurisdiction

KINDS_OF = {"state": "state", "county": "county", "city": "place", "town": "place"}
IN_THE = re.compile(r"\b(?:in|across|throughout|around|of) the (?P<what>state|county|city|town)\b")
_THERE = re.compile(r"(?<=[a-z] )there\b(?!['’]s|\s(?:is|are|was|were|has|have|had|be|been|[wc]ould|will|may|can)\b)")
_HERE = re.compile(r"\bHere,\s|\b(?P<word>[a-z]+)\shere(?=[,.]|\s(?:on|last|this|early|late|earlier)\b)")


def here(text: str, start: int, end: int) -> int | None:
    """Return where a text says "here" of the town of a report, not of the country as in "people who came here"."""
    match = _HERE.search(text, start, end)
    return match.start() if match and match["word"] not in placewords.words("in_this_country") else None


def filed(mentions: Sequence[PlaceMention], position: int, home: Jurisdiction | None) -> Jurisdiction | None:
    """Return the town or county of the dateline before a position, or else the home of the paper; None for a state."""
    places = [m.jurisdiction for m in mentions if m.start < position and m.how.startswith(DATELINE)]
    place = places[-1] if places else home
    return place if place and place.is_local else None


def there(text: str, start: int, end: int) -> int | None:
    """Return where a stretch of text says "there" of a place."""
    match = _THERE.search(text, start, end)
    return match.start() if match else None


def meant_by_there(before: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return which of the places named before "there" it means: the last, or the last local one in its state.

    In "in Travis County, the largest in Texas" it never means the state.
    """
    named = [m for m in before if m.role != "affiliation"]
    state = named[-1].jurisdiction.state if named and named[-1].jurisdiction else ""
    local = [m for m in named if m.jurisdiction and m.jurisdiction.state == state and m.jurisdiction.kind != "state"]
    return next(iter((local or named)[-1:]), None)
