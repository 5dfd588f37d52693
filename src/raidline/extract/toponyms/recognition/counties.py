"""Counties: "Travis County", "the parish of Orleans"."""

from __future__ import annotations

import re

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.names import Name
from raidline.extract.toponyms.namesakes import Meanings, state_behind
from raidline.extract.toponyms.recognition.toponym import Case, No, Strength, Verdict
from raidline.places.codes import state_words
from raidline.places.lookup import lookup_at_home, names
from raidline.places.names import normalise

_COUNTY_BEHIND = re.compile(r"\s(?:county|parish)\b")
_COUNTY_BEFORE = re.compile(r"\b(?P<what>[Cc]ounty|[Pp]arish) of $")


def county(case: Case) -> Verdict:
    """Read "Travis county", "Travis county, Texas"."""
    found = counties(case.name) if _COUNTY_BEHIND.match(case.name.right()) else ()
    if not found:
        return None
    end = case.name.end + len(" ") + len(case.name.right().split(maxsplit=1)[0].rstrip(",.;:"))
    key = normalise(case.name.run.text[case.name.start : end])
    if state_behind(case.name.run.text, end)[0]:
        return case.with_state(end, key, found) or No.PLACE
    return case.toponym(Strength.SURE, end, key, found)


def county_of(case: Case) -> Verdict:
    """Read "the county of Los Angeles", "the parish of Orleans"."""
    found = _counties_before(case.name)
    if not found:
        return None
    key = f"{case.key} {found[0].name.rpartition(' ')[2].lower()}"
    return case.with_state(case.name.end, key, found) or case.toponym(Strength.SURE, case.name.end, key, found)


def is_beside_county(text: str, start: int, end: int) -> bool:
    """Whether a name at `start:end` may be that of a county by the words beside it; a cheap first look."""
    return _COUNTY_BEHIND.match(text, end) is not None or text.endswith(" of ", 0, start)


def counties(name: Name) -> Meanings:
    """Return the counties that a name means with the word "county" beside it, () without one."""
    match = _COUNTY_BEHIND.match(name.right())
    if not match:
        return _counties_before(name)
    # "the parish" is in nobody's list of counties, though a village is called Parish; "an Iowa county" is any of Iowa
    is_any = name.text in placewords.words("run_openers") or normalise(name.text) in state_words()
    return () if is_any else lookup_at_home(name.text + match[0])


def _counties_before(name: Name) -> Meanings:
    match = _COUNTY_BEFORE.search(name.left) if name.left.endswith(" of ") else None
    key = f"{normalise(name.text)} {match['what'].lower()}" if match else ""
    return tuple(j for j in lookup_at_home(key) if j.kind == "county") if key in names() else ()
