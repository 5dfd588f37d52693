"""Parts of towns, read as the town: "Little Village, Chicago", "Corona, Queens", "St. Paul (East Side), Minnesota".

Only parts that a table lists are read, sides ("South Side"), whatever stands before a borough of New York, and what
stands in brackets. A listed part may stand alone, or before its state; so may military posts and other places that no
town holds, which are read as their county, and reservations: as the county they mainly lie in, or the state if they lie
in several.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from raidline.places.codes import state_words
from raidline.places.gazetteer import parts_of_towns
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.names import normalise

BOROUGHS = frozenset({"36005", "36047", "36061", "36081", "36085"})
SMALL = 1_000  # people; a town of more is meant by its name, whatever neighbourhood has it too
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")  # without the spaces before it: a long row of them would be tried from each
_SIDE = re.compile(
    r"(?:the )?(?:(?:near|far) )?(?:north|south|east|west|northeast|northwest|southeast|southwest)"
    r"(?: ?(?:side|end|valley))?|(?:the )?(?:downtown|midtown|uptown|inner city|city hall)"
)

Decide = Callable[[str], Jurisdiction | None]


def town_around(name: str, at_home: tuple[Jurisdiction, ...], decide: Decide) -> Jurisdiction | None:
    """Return the town, or the county, that a typed name means a part of, or None.

    `at_home` are the jurisdictions that have the name; `decide` returns the one that a name certainly means.
    """
    if at_home:
        return None if "," in name or at_home[0].population >= SMALL else _alone(name, "", decide)
    if (within := _IN_BRACKETS.search(name)) and normalise(within[1]) not in state_words():
        return _local(decide(f"{name[: within.start()].rstrip()}{name[within.end() :]}"))
    part, comma, rest = name.partition(",")
    state = state_words().get(normalise(rest), "") if comma else ""
    if state or not comma:
        return _alone(part, state, decide)
    around = _local(decide(rest.strip()))
    return around if around and _is_part(normalise(part), around, decide) else None


def all_around(name: str, decide: Decide) -> tuple[Jurisdiction, ...]:
    """Return the towns, counties and states that have a listed part of this name: several for "Navajo Nation"."""
    return tuple(town for around in parts_of_towns().get(normalise(name), ()) if (town := decide(around)))


def _alone(part: str, state: str, decide: Decide) -> Jurisdiction | None:
    """Return the only town, in a state if that is given, that has a listed part of this name."""
    found = [town for town in all_around(part, decide) if not state or town.code.startswith(state)]
    return found[0] if len(found) == 1 else None


def _is_part(part: str, around: Jurisdiction, decide: Decide) -> bool:
    if around.code in BOROUGHS or _SIDE.fullmatch(part):
        return True
    towns = all_around(part, decide)
    return around in towns or (around.name == "New York City" and any(town.code in BOROUGHS for town in towns))


def _local(place: Jurisdiction | None) -> Jurisdiction | None:
    """Return a place if it is a town or a county, or the District."""
    return place if place and (place.is_local or place.is_district) else None
