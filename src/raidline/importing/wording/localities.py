"""Towns, counties and states as cells name them: the full name of each if it is known for sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from raidline import lexicon
from raidline.importing.wording.placenames import plain_place
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, lookup

CACHED = 8_192  # a table names the same places, and the same unknown ones, again and again


@lru_cache(maxsize=CACHED)
def city_of(name: str, state: str, county: str) -> str | None:
    """Return the full name of a city, by its state or else by its county; None if it is not known for sure."""
    plain = plain_place(name)
    tried = [f"{plain}, {state}" if state else plain]
    tried += [f"{plain}, {county}, {state}", f"{plain}, {county} County, {state}"] if county else []
    if found := next((place for place in map(known, tried) if place), None):
        return found
    if county and not state and (town := _town_of_county(plain, county)):
        return town
    alone = decided(plain)
    return alone.full_name if alone and is_of(alone, state) else None


def _town_of_county(name: str, county: str) -> str | None:
    """Return the only town of a name in a county of any state that is called so; None for none or several."""
    counties = [one for written in (county, f"{county} County") for one in lookup(written) if one.kind == "county"]
    towns = [one for one in lookup(name) if one.kind == "place" and any(within(one, around) for around in counties)]
    return towns[0].full_name if len(towns) == 1 else None


@lru_cache(maxsize=CACHED)
def county_of(name: str, state: str, county: str = "") -> str | None:
    """Return the full name of a county; None if it is not known for sure."""
    plain = plain_place(name).removesuffix(f", {state}")
    for what in (*(f" {word}" for word in lexicon.load("place_cells")["counties"]), ""):
        written = f"{plain}{what}, {state}" if state else f"{plain}{what}"
        counties = [found for found in lookup(written) if found.kind == "county" or found.is_district]
        if len(counties) == 1:
            return counties[0].full_name
    return None


def whole_state(text: str) -> str | None:
    """Return the state of a text such as "Statewide FL"; None for any other."""
    match = _wide().fullmatch(text.strip())
    found = known(match["state"]) if match else None
    return found if found and names_state(found) else None


def names_state(text: str) -> bool:
    """Whether a text is the name or the code of a state."""
    place = decided(text)
    return place is not None and place.kind == "state"


@lru_cache(maxsize=CACHED)
def known(written: str) -> str | None:
    """Return the full name of a place that is known for sure."""
    found = decided(written)
    return found.full_name if found else None


def is_of(place: Jurisdiction, state: str) -> bool:
    """Whether a place lies in a state, if that is known."""
    whole = decided(state) if state else None
    return whole is None or place.state == whole.state or place.kind == "nation"


@cache
def _wide() -> re.Pattern[str]:
    """Return an expression for "Statewide FL"."""
    words = "|".join(map(re.escape, words_for("state")))
    return re.compile(rf"(?:{words})[\s,:-]+(?P<state>[A-Za-z. ]{{2,20}})", re.IGNORECASE)


def words_for(kind: str) -> Sequence[str]:
    """Return the words of cells for the whole of a state or the nation, or for no place in particular."""
    words: Sequence[str] = lexicon.load("place_cells")[kind]
    return words
