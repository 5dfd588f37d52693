"""Who made a text or a picture: names in bylines and credits, which are said of nobody in the event."""

from __future__ import annotations

import re

from raidline.places.abroad import country_names
from raidline.places.names import normalise
from raidline.privacy.capitals import Run

_REACH = 48  # characters before a name
_NAME = r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3}"
_PAPER = (
    r"(?:News|Times|Tribune|Journal|Radio|Post|Star|Herald|Club|Reader|Sun|Gazette|Chronicle|Press|Magazine|Today)\b"
)
_SLASH = re.compile(r"\s*/\s*([A-Z][\w.]*)")
_BEHIND = re.compile(
    rf",\s+(?:[Tt]he\s+)?{_NAME}\s+{_PAPER}|\s+\((?:[A-Z]{{3,}}\b|(?:{_NAME}\s+)?{_PAPER})|\s+\|\s+(?:{_NAME}\s+)?{_PAPER}|(?:(?:,|,?\s+and)\s+(?:[Tt]he\s+)?{_NAME}){{0,9}}\s+contributed\b|\s+via\s+[A-Z]"
    r"|\s+(?:is|serves\s+as)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:reporter|writer|editor|producer|photographer|columnist|correspondent)\b"
)
_BEFORE = re.compile(
    r"\bBy:?\s+(?:(?:[A-Z][\w.’'-]+\s+){1,3}and\s+)?$"
    r"|\b(?:[Pp]hotos?|[Pp]hotographs?|[Ii]mages?|[Vv]ideos?|[Ii]llustrations?|[Cc]redits?|[Cc]ourtesy|[Rr]eporting|[Ee]diting|[Ww]ritten|[Ff]ilmed)"
    r"\s*(?:(?:[Cc]redit|[Cc]ourtesy)\s*)?(?::|\bby\b)\s*$|\b[Cc]ourtesy\s+of\s+$"
    r"|\b(?:[A-Z]{2,}|[Pp]hoto|[Ii]mage|[Vv]ideo)\s*/\s*$|\b[Hh]at\s+tip\s+(?:to\s+)?$|^BY\s+(?:(?:[A-Z.’'-]+\s+){1,3}AND\s+)?$"
    r"|\b(?:[Cc]ompiled|[Aa]dapted)\s+from\s+(?:\w+\s+(?:of|by)\s+)?$|\b(?:Contributing|(?:\w+\s+)?[Cc]ontact)s?:\s*$|\b(?:writers?|reporters?|photographers?|columnists?|anchors?)\s+$",
)


def is_credit(text: str, run: Run) -> bool:
    """Whether a name is that of who wrote, filmed or photographed: "By Ann Vale", "Ann Vale/Press Photo"."""
    found = _SLASH.match(text, run.end)
    if found and normalise(found[1]) not in country_names():
        return True
    return bool(_BEHIND.match(text, run.end) or _BEFORE.search(text[max(0, run.start - _REACH) : run.start]))
