"""Who made a text or a picture: names in bylines and credits, which are said of nobody in the event."""

from __future__ import annotations

import re

from raidline.privacy.capitals import Run

_REACH = 48  # characters before a name
_NAME = r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3}"
_BEHIND = re.compile(
    rf"\s*/\s*[A-Z]|(?:(?:,|,?\s+and)\s+(?:[Tt]he\s+)?{_NAME}){{0,9}}\s+contributed\b|\s+via\s+[A-Z]"
    r"|\s+(?:is|serves\s+as)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:reporter|writer|editor|producer|photographer|columnist|correspondent)\b"
)
_BEFORE = re.compile(
    r"\bBy:?\s+(?:(?:[A-Z][\w.’'-]+\s+){1,3}and\s+)?$"
    r"|\b(?:[Pp]hotos?|[Pp]hotographs?|[Ii]mages?|[Vv]ideos?|[Ii]llustrations?|[Cc]redits?|[Cc]ourtesy|[Rr]eporting|[Ee]diting|[Ww]ritten|[Ff]ilmed)"
    r"\s*(?:(?:[Cc]redit|[Cc]ourtesy)\s*)?(?::|\bby\b|\bof\b)\s*$"
    r"|\b[A-Z]{3,}\s*/\s*$|\b(?:Contributing|Contact|Media\s+contact)s?:\s*$|\b(?:writers?|reporters?|photographers?|columnists?|anchors?|hosts?)\s+$",
)


def is_credit(text: str, run: Run) -> bool:
    """Whether a name is that of who wrote, filmed or photographed: "By Ann Vale", "Ann Vale/Press Photo"."""
    return bool(_BEHIND.match(text, run.end) or _BEFORE.search(text[max(0, run.start - _REACH) : run.start]))
