"""Places told by an office: the state or district of a legislator, the seat of a circuit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.affiliations import OF_A_LEGISLATOR
from raidline.extract.toponyms.names import NAME_WORD
from raidline.extract.toponyms.namesakes import meanings, state_named
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.lookup import lookup_at_home, resolve
from raidline.places.names import normalise

# Looking at the first letter before anything else spares most of the time.
_LEGISLATOR = re.compile(r"[DRI](?<!\w.)(?:(?<=D)FL)?-(?P<state>[A-Z][a-z]*\.?(?:\s?[A-Z][a-z]*\.?)?)")
_DISTRICT = re.compile(r"(?:[A-Z][a-z]+\.?|of|the)(?:[ -](?:[A-Z][\w’']+|of|the)){0,3}")
_CIRCUIT = re.compile(
    rf"\b(?P<number>1st|2nd|3rd|[4-9]th|1[01]th)\s(?:U\.S\.\s)?Circuit\b(?:\sCourt\sof\sAppeals)?[\w\s]{{0,20}}\sin\s"
    rf"(?P<city>{NAME_WORD}(?:\s{NAME_WORD})?)"
)


def legislators(text: str) -> Iterator[Toponym]:
    """Yield the state of each "(D-Md.)"."""
    for match in _LEGISLATOR.finditer(text):
        state, end, _ = state_named(text, match.start("state"))
        if state:
            found, start = lookup_at_home(state)[:1], match.start("state")
            how = f"{OF_A_LEGISLATOR}: '{match[0]}'"
            key = normalise(found[0].name)
            yield Toponym(start, end, text[start:end], key, found, "affiliation", how, Strength.SURE)
        elif town := _elected_in(text, match.start("state"), match[0]):
            yield town


def _elected_in(text: str, start: int, party: str) -> Toponym | None:
    """Return the town or county of "(R-Elbow Lake)", the longest name that is one."""
    match = _DISTRICT.match(text, start)
    words = match[0].split(" ") if match else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        counties = tuple(j for j in lookup_at_home(f"{name} county") if j.kind == "county")
        if found := (meanings(name) or ()) + counties:
            how = f"the district of a legislator: '{party.partition('-')[0]}-{name}'"
            end = start + len(name)
            return Toponym(start, end, name, normalise(name), found, "affiliation", how, Strength.PLACED, left=party)
    return None


def circuit_seats(text: str) -> Iterator[Toponym]:
    """Yield the city of "the 4th Circuit in Richmond", which has many namesakes."""
    if "Circuit" not in text:  # spares time
        return
    for match in _CIRCUIT.finditer(text):
        seat = resolve(placewords.table("circuit_seats")[match["number"]])
        name = seat.short_name.removesuffix(" City")
        if match["city"] == name:
            key, how = normalise(name), f"the seat of '{match[0]}'"
            yield Toponym(match.start("city"), match.end(), name, key, (seat,), "scene", how, Strength.SURE)
