"""What the gazetteer knows about a code: its state, its population, the counties it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from raidline.places.gazetteer import county_rows, row, state_people, table
from raidline.places.jurisdiction import DISTRICT
from raidline.places.names import normalise

PREVAILING_POPULATION = 100_000
PREVAILING_POPULATION_IN_STATE = 5_000
PREVAILING_RATIO = 10
_POSTAL = 2  # letters


@cache
def state_words() -> Mapping[str, str]:
    """Return the code of each state by its name, postal code and usual abbreviations, normalised ("tex").

    Initials are known with and without a space between them: "N. Y.", "W.Va.".
    """
    words: dict[str, str] = {}
    for code, postal, name, abbreviations, *_ in table("states"):
        for word in (postal, name, *filter(None, abbreviations.split("|"))):
            for spelt in (word, *_spaced(word, name)):
                words.setdefault(normalise(spelt), code)
    return MappingProxyType(words)


def _spaced(word: str, name: str) -> tuple[str, ...]:
    """Return the other spellings of the postal code or an abbreviation of a state whose name has two words."""
    if " " not in name or word == name:
        return ()
    return (". ".join(word),) if word.isupper() and len(word) == _POSTAL else (word.replace(". ", "."),)


def prevails(population: int, others: list[int], *, in_one_state: bool) -> bool:
    """Return whether a name certainly means the place with this population, among namesakes with the others."""
    floor = PREVAILING_POPULATION_IN_STATE if in_one_state else PREVAILING_POPULATION
    return population >= max(floor, PREVAILING_RATIO * max(others))


def in_state(codes: tuple[str, ...], state: str) -> tuple[str, ...]:
    """Return the codes that lie in the state; of the states themselves only the District, which is a city too."""
    return tuple(code for code in codes if code.startswith(state) and (len(code) > 2 or code == DISTRICT))


def row_of(code: str) -> list[str]:
    """Return the columns of a county or place. Raises KeyError."""
    found = row(code)
    if found is None:
        raise KeyError(code)
    return found.split("\t")


def people_of(code: str) -> int:
    """Return the population of a county or place; 0 if unknown. Raises KeyError."""
    return int(row_of(code)[3])


def population_of(state: str) -> int:
    """Return the population of all counties of a state, its own if it has none; of the nation for ""."""
    own = sum(people for code, people in state_people().items() if code.startswith(state))
    return own + sum(int(county.split("\t", 4)[3]) for county in county_rows(state))


@cache
def shares_of(code: str) -> tuple[tuple[str, float], ...]:
    """Return (county code, share) pairs, largest share first."""
    if len(code) == 5 or code == DISTRICT:
        return ((code, 1.0),)
    if len(code) == 2:
        return ()
    pairs = (part.partition(":") for part in row_of(code)[6].split())
    return tuple((county, float(share or 1)) for county, _, share in pairs)
