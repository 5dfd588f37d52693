"""Known names, here and abroad: a text has few, each of them often, so each is looked up once."""

from __future__ import annotations

from functools import cache

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad, names_abroad
from raidline.extract.toponyms.names import Run
from raidline.extract.toponyms.namesakes import Meanings, meanings
from raidline.memo import remembered
from raidline.places.gazetteer import parts_of_towns
from raidline.places.lookup import names
from raidline.places.names import normalise
from raidline.places.typed import region_names

_BODIES = frozenset({"Attorney", "Commission", "Council", "Councilman", "Councilwoman", "Hall", "Manager"})
_LARGER = 5  # times the people of the town that has "City" in its name
_AT_ONCE = 8192  # words and names that are remembered


@remembered(_AT_ONCE)
def known(name: str) -> tuple[str, Abroad | None, Meanings | None]:
    """Return a name normalised, and what it can mean abroad and here."""
    key = normalise(name)
    return key, names_abroad().get(key), meanings(name)


@remembered(_AT_ONCE)
def opens_a_name(word: str) -> bool:
    """Whether a name begins with a word."""
    return normalise(word).partition(" ")[0] in _openings()


def is_of_a_council(run: Run, first: int, after: int) -> bool:
    """Whether "City" ends a name only because a body follows: "Denver City Council" is not in Denver City, Texas."""
    if run.bare[after - 1] != "City" or after in (first + 1, len(run.bare)) or run.bare[after] not in _BODIES:
        return False
    short, whole = (known(run.text[slice(*run.span(first, end))])[2] for end in (after - 1, after))
    if not short or not whole or short[0].kind != "place":
        return False
    return short[0].population >= _LARGER * max(one.population for one in whole)


@cache
def _openings() -> frozenset[str]:
    """Return the words that begin names, here or abroad."""
    listed = {name.partition(" ")[0] for source in (names(), names_abroad(), parts_of_towns()) for name in source}
    own = (word for key in ("in_text", "bodies", "state_city_names") for word in placewords.table(key))
    return frozenset(listed | {normalise(word).partition(" ")[0] for word in (*own, *region_names())})
