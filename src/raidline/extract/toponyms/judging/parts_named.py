"""Names of neighbourhoods that larger towns elsewhere have, too: "Corona" beside "the Bronx" is not in California."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from raidline.extract.toponyms.namesakes import needs_no_state, part_of, prevailing
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.places.containment import counties_of
from raidline.places.gazetteer import parts_of_towns
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided_at_home
from raidline.places.parts import BOROUGHS, all_around

_NEW_YORK = "New York City"


def with_parts_of_named_towns(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms, those read as the town around them that are listed as its part, if the text names the town.

    A name stays as it is if the text names the state or the county of a town that is called so, or if papers use it
    without a state.
    """
    if not any(one.key in parts_of_towns() for one in toponyms):
        return list(toponyms)
    placed = [one for one in toponyms if one.strength >= Strength.PLACED]
    known = [(one.key, one.meanings[0] if len(one.meanings) == 1 else prevailing(one.key)) for one in placed]
    named = {place for key, place in known if place and (key not in parts_of_towns() or place.code in BOROUGHS)}
    areas = {place.state for place in named} | {j.code for one in placed for j in one.meanings if j.kind == "county"}
    return [_as_part(one, named, areas) if one.key in parts_of_towns() else one for one in toponyms]


def _as_part(toponym: Toponym, named: set[Jurisdiction], areas: set[str]) -> Toponym:
    first = prevailing(toponym.key)
    if toponym.strength is not Strength.PLACED or part_of(toponym.key) or (first and needs_no_state(first)):
        return toponym
    around = [town for town in all_around(toponym.key, decided_at_home) if _is_named(town, named)]
    if len(around) != 1 or any(_lies_in(one, areas - {around[0].state}) for one in toponym.meanings):
        return toponym
    how = f"{toponym.how}, a part of {around[0].short_name}, which the text names"
    return replace(toponym, meanings=(around[0],), how=how, rival=None)


def _lies_in(town: Jurisdiction, areas: set[str]) -> bool:
    return town.state in areas or any(county.code in areas for county, _ in counties_of(town))


def _is_named(town: Jurisdiction, named: set[Jurisdiction]) -> bool:
    """Whether a town is named; a text that names one borough tells of all of New York."""
    is_of_new_york = town.code in BOROUGHS and any(one.code in BOROUGHS or one.name == _NEW_YORK for one in named)
    return town in named or is_of_new_york
