"""The gazetteer: jurisdictions, and what a name can mean.

A jurisdiction is the nation ("US"), a state (FIPS code of 2 digits; the District of Columbia and the
territories among them), a county or equivalent (5 digits), or a place: a city, town or census-designated
place (7 digits) or, in the Northeast and Michigan, a town or township (10 digits). Connecticut keeps its
eight counties.

Where the county is the city (Baltimore, the independent cities of Virginia, Anchorage, the municipios of
Puerto Rico, the District) there is one jurisdiction, under the county's code; the place's code finds it too.
Where both have names of their own (San Francisco, Philadelphia, New Orleans) there are two, each wholly
within the other.

A bare name is decided only when it is beyond doubt: a state goes before the city with its name ("New York",
"Washington"), the hand-kept aliases decide ("Manhattan"), and a jurisdiction prevails by itself if it has at least
100,000 people (5,000 among namesakes of one state) and ten times as many as each namesake. Any other name is reported
as ambiguous.

Abroad a jurisdiction is a country (ISO 3166 code) or a place in one ("Tijuana, Mexico"). A country's name goes before
the towns that have it: China, Mexico, Lebanon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from raidline.places import gazetteer
from raidline.places.abroad import (
    cities_known_abroad,
    country_names,
    is_code_abroad,
    known_abroad,
    meant_abroad,
)
from raidline.places.codes import prevails, state_words
from raidline.places.gazetteer import (
    aliases,
    codes_of,
)
from raidline.places.jurisdiction import NATION, Jurisdiction
from raidline.places.names import normalise
from raidline.places.parts import all_around, town_around
from raidline.places.reading import LONGEST, by_code, codes_meant, named
from raidline.places.suggesting import close_counties, close_names, longer_names, swapped_names
from raidline.places.unresolved import AmbiguousPlace, UnknownPlace

_WORDS = frozenset({"AM", "AT", "BE", "BY", "DO", "IM", "IS", "IT", "MY", "NO", "SO", "TO"})  # codes of countries, too

_COUNTY_WORDS = frozenset({"county", "parish", "borough"})


def lookup(name: str) -> tuple[Jurisdiction, ...]:
    """Return every jurisdiction that a typed name or code can mean, best first; empty if there is none.

    Case, diacritics, punctuation and spaces do not matter: "Austin", "austin, tex.", "City of Austin". A code
    that is also a word, such as "NO", is no country.
    """
    home = lookup_at_home(name)
    if (around := town_around(name, home, decided_at_home)) and not meant_abroad(name):
        return (around, *home)
    abroad = meant_abroad(name) or (name if not home and is_code_abroad(name) and name not in _WORDS else "")
    abroad = abroad or ("" if home else known_abroad(name))
    if not abroad or ("," in name and home):
        return home
    first = by_code(abroad)
    return (first, *(one for one in home if one != first))


def lookup_at_home(name: str) -> tuple[Jurisdiction, ...]:
    """Return what a name can mean within the United States, as `lookup` does."""
    return tuple(by_code(code) for code in codes_meant(name))


def resolve(name: str) -> Jurisdiction:
    """Return the one jurisdiction meant, by the rules of this module. Raises UnknownPlace or AmbiguousPlace."""
    if found := decided(name):
        return found
    if candidates := lookup(name):
        around = all_around(name, decided_at_home)
        raise AmbiguousPlace(name, (*map(by_code, cities_known_abroad(name)), *around, *candidates))
    if cities := cities_known_abroad(name):
        raise AmbiguousPlace(name, tuple(map(by_code, cities)))
    if len(around := all_around(name, decided_at_home)) > 1:
        raise AmbiguousPlace(name, around)
    raise UnknownPlace(name, _spelt_like(name))


@lru_cache(maxsize=8_192)
def decided(name: str) -> Jurisdiction | None:
    """Return what `resolve` returns, or None if it raises."""
    return _decided(name, lookup(name))


def decided_at_home(name: str) -> Jurisdiction | None:
    """Return what `decided` would if there were nothing but the United States: for names in running text."""
    return _decided(name, lookup_at_home(name))


@lru_cache(maxsize=8_192)
def town_of_part(name: str) -> Jurisdiction | None:
    """Return the town or county around a neighbourhood, a post or a jail; None if the name means no such part."""
    return town_around(name, lookup_at_home(name), decided_at_home)


def is_part_of_town(name: str) -> bool:
    """Whether a typed name means a neighbourhood or a post, which is read as the town or county around it."""
    return town_of_part(name) is not None


def _decided(name: str, candidates: tuple[Jurisdiction, ...]) -> Jurisdiction | None:
    if not candidates:
        return None
    first, *rest = candidates
    if not rest or first.kind in ("nation", "state") or first.is_abroad or aliases().get(normalise(name)) == first.code:
        return first
    in_one_state = len({j.state for j in candidates}) == 1
    others = [j.population for j in rest]
    return first if prevails(first.population, others, in_one_state=in_one_state) else None


def nation() -> Jurisdiction:
    """Return the United States."""
    return by_code(NATION)


def state_of(place: Jurisdiction) -> Jurisdiction:
    """Return the state that a jurisdiction lies in, abroad the country; a state or a nation lies in itself."""
    return by_code(place.code[:2])


def local_name(place: Jurisdiction) -> str:
    """Return its name among those of its state, such as "Woodlawn, Baltimore County" or "Washington"."""
    if place.kind in ("county", "place"):
        return place.full_name.removesuffix(f", {state_of(place).name}")
    return place.short_name


def read(written: Iterable[str]) -> tuple[Jurisdiction | str, ...]:
    """Return what names mean, each once; a name that is unknown or ambiguous stays as written."""
    return tuple(dict.fromkeys(decided(name) or name for name in written))


def names() -> Mapping[str, tuple[str, ...]]:
    """Return the codes that each name can mean, keyed by normalised spelling; without abbreviations of states.

    For finding names in running text: `places.names.normalise` makes the keys, `by_code` the jurisdictions.
    """
    return gazetteer.names()


def _spelt_like(name: str) -> tuple[Jurisdiction, ...]:
    """Return up to three jurisdictions spelt like a name that means nothing.

    They are in the state that the name mentions, and counties if the name is one of a county; none if it mentions
    something else behind a comma.
    """
    import difflib  # noqa: PLC0415 - only a misspelt name needs it

    if len(name) > LONGEST:
        return ()
    parts = [key for part in name.split(",") if (key := normalise(part))] or [""]
    state = state_words().get(parts[-1], "") if len(parts) > 1 else ""
    near_states = () if state or len(parts) < 2 else difflib.get_close_matches(parts[-1], state_words(), 1, 0.85)
    if near_states and (there := named(parts[0], codes_of, state_words()[near_states[0]])):
        return (by_code(there[0]),)  # "Austin, Texs", also if there is a town of Texs
    if around := _around(name):
        return (around,)
    state = state or next((state_words()[one] for one in near_states), "")
    if not state and len(parts) > 1:
        return _in_country_like(name, parts[-1])
    key = parts[0]
    as_county = [known for what in ("county", "parish") if codes_of(known := f"{key} {what}")]
    found = [by_code(code) for known in as_county for code in named(known, codes_of, state)[:1]]
    is_county = bool(difflib.get_close_matches(key.rpartition(" ")[2], _COUNTY_WORDS, 1, 0.8))
    near = close_names(key, state, 0.8 if state or is_county else 0.86) or swapped_names(key, state)
    similar = [by_code(code) for known in near for code in named(known, codes_of, state)[:1]]
    found += [one for one in similar if (one.kind == "county") is is_county]
    if not found and not is_county:  # a county without the word
        found = [by_code(code) for known in close_counties(key, state) for code in named(known, codes_of, state)[:1]]
    if not found and state and not is_county:
        found = [by_code(code) for known in longer_names(key, state) for code in named(known, codes_of, state)[:1]]
    if not state:
        countries = difflib.get_close_matches(key, country_names(), n=1, cutoff=0.8)
        found = [*(by_code(country_names()[one]) for one in countries), *found]
    return tuple(found)[:3]


def _in_country_like(name: str, written: str) -> tuple[Jurisdiction, ...]:
    """Return the place in the country whose name is spelt like what stands behind the comma, if there is one."""
    import difflib  # noqa: PLC0415 - only a misspelt name needs it

    near = difflib.get_close_matches(written, country_names(), n=1, cutoff=0.8)
    return lookup(f"{name.rpartition(',')[0]},{by_code(country_names()[near[0]]).name}")[:1] if near else ()


def _around(name: str) -> Jurisdiction | None:
    """Return the town or county behind the comma of a name that is none of its parts: "Elm Court, St. Paul"."""
    rest = name.partition(",")[2].strip()
    one = decided(rest) if rest else None
    return one if one and one.kind in ("county", "place") else None
