"""What bears the name of its place: jails, border crossings and checkpoints."""

from __future__ import annotations

import re

from raidline.extract.toponyms.names import Name
from raidline.extract.toponyms.namesakes import state_named
from raidline.extract.toponyms.usage import Usage

_JAIL = re.compile(
    r"(?:['’]s?)?\s(?:(?:ICE|Immigration|Contract|Federal|Service)\s)?(?:Processing|Detention|Correctional)\s(?:Center|Facility|Annex)\b"
)
_CROSSING = re.compile(
    r"(?:['’]s?)?\s(?:port\sof\sentry|Port\sof\sEntry|border\s(?:crossing|checkpoint)|checkpoint|Sector"
    r"|Border\sPatrol\s[Ss](?:tation|ector))\b"
)
_INITIAL = re.compile(r"[A-Z][a-z]+\s[A-Z]\.\s$")
_STANDS_IN = re.compile(r"\s(?:\([A-Z]+\)\s)?in\s(?:nearby\s|rural\s)?(?=[A-Z])")


def read_site(name: Name) -> Usage | None:
    """Return the role of a name before what stands there: "the Eloy Detention Center", "the Nogales port of entry"."""
    if _INITIAL.search(name.left):
        return None  # "the Roger D. Wilson Detention Facility" bears the name of a person
    right = name.right()
    for site, what in ((_JAIL, "a jail of"), (_CROSSING, "a crossing at")):
        if match := site.match(right):
            stands = _STANDS_IN.match(right, match.end())
            if stands and not state_named(right, stands.end())[0]:  # "the Dodge Detention Facility in Juneau"
                return Usage("context", f"'{name.text}{match[0]}' is in another place", placed=True)
            return Usage("scene", f"{what} '{name.text}'", placed=True)
    return None
