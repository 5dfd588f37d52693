"""Known names, here and abroad: a text has few, each of them often, so each is looked up once."""

from __future__ import annotations

from functools import cache, lru_cache

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad, names_abroad
from raidline.extract.toponyms.namesakes import Meanings, meanings
from raidline.places.gazetteer import parts_of_towns
from raidline.places.lookup import names
from raidline.places.names import normalise
from raidline.places.typed import region_names

_AT_ONCE = 8192  # words and names that are remembered


@lru_cache(maxsize=_AT_ONCE)
def known(name: str) -> tuple[str, Abroad | None, Meanings | None]:
    """Return a name normalised, and what it can mean abroad and here."""
    key = normalise(name)
    return key, names_abroad().get(key), meanings(name)


@lru_cache(maxsize=_AT_ONCE)
def opens_a_name(word: str) -> bool:
    """Whether a name begins with a word."""
    return normalise(word).partition(" ")[0] in _openings()


@cache
def _openings() -> frozenset[str]:
    """Return the words that begin names, here or abroad."""
    listed = {name.partition(" ")[0] for source in (names(), names_abroad(), parts_of_towns()) for name in source}
    own = (word for key in ("in_text", "bodies", "state_city_names") for word in placewords.table(key))
    return frozenset(listed | {normalise(word).partition(" ")[0] for word in (*own, *region_names())})
