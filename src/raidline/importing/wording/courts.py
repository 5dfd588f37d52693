"""Where a court sits, as its name says: its town if that stands beside its district, otherwise its state."""

from __future__ import annotations

import re
from functools import lru_cache

from raidline.places.lookup import decided

_WRITTEN = re.compile(
    r"\b(?:(?:north|south|east|west)(?:ern)?|central|middle)?\s*\bdistrict\s+of\s+(?P<state>[a-z]+(?:\s[a-z]+){0,2})",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![A-Za-z.])(?:[NSEWCM]\. ?)?D\. ?(?P<state>[A-Z][a-z]+\.?|[A-Z]\. ?[A-Z]\.)(?![a-z])")
_TOWN = re.compile(
    r"\(\s*(?P<inner>[^()]{2,40})\)|\s[-–—]\s*(?P<behind>[^-–—(),]{2,40})$|,\s*at\s+(?P<at>[^(),]{2,40})$"
)
_SHORTENED = {"cal": "California", "d c": "District of Columbia"}


@lru_cache(maxsize=2_048)
def place_of_court(name: str) -> str:
    """Return the full name of the place of a federal district court: "W.D. Wash. (Tacoma)"; "" for any other text."""
    if "istrict of Columbia" in name:
        return _state("District of Columbia")
    match = _WRITTEN.search(name) or _SHORT.search(name)
    state = _state(match["state"]) if match else ""
    if not match or not state:
        return ""
    beside = _TOWN.search(name, match.end())
    town = next(filter(None, beside.groups()), "").strip() if beside else ""
    found = decided(f"{town}, {state}") if town else None
    return found.full_name if found and found.kind == "place" else state


def _state(written: str) -> str:
    """Return the state with whose name a text begins, "" if it is none."""
    words = written.split()
    for end in range(len(words), 0, -1):
        text = " ".join(words[:end])
        spelt = _SHORTENED.get(text.lower().replace(".", " ").strip(), text)
        place = decided(spelt) or decided(spelt.rstrip("."))
        if place and place.kind == "state":
            return place.full_name
    return ""
