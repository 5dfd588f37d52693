"""Which jurisdictions contain which, and how much of one lies in another."""

from __future__ import annotations

from functools import cache

from raidline.places.codes import shares_of
from raidline.places.gazetteer import whole_counties
from raidline.places.jurisdiction import NATION, Jurisdiction
from raidline.places.reading import by_code

_HALF = 0.5  # the share of a place's people from which it counts as in another place


def counties_of(place: Jurisdiction) -> tuple[tuple[Jurisdiction, float], ...]:
    """Return the counties that a place lies in with the share of its people in each, largest share first.

    A county lies in itself, and so does the District; a state, a nation and what is abroad have no counties here.
    """
    if place.is_abroad:
        return ()
    return tuple((by_code(code), share) for code, share in shares_of(place.code))


def within(inner: Jurisdiction, outer: Jurisdiction) -> float:
    """Return the share of the people of `inner` who live in `outer`: 1.0 all of them, 0.0 none.

    A county is within a place only if the place is known to contain all of it, as San Francisco and New York City do;
    one place is never within another.
    """
    if inner.code == outer.code:
        return 1.0
    if inner.is_abroad or outer.kind == "country":
        return float(inner.code[:2] == outer.code)
    if outer.kind == "nation":
        return 1.0
    if outer.kind == "state":
        return float(inner.code[:2] == outer.code)
    if outer.kind == "county":
        return dict(shares_of(inner.code)).get(outer.code, 0.0)
    return float(inner.code in whole_counties().get(outer.code, ()))


def is_mostly_in(share: float) -> bool:
    """Whether one place counts as in another, given the share that `within` returns: half of its people is enough."""
    return share >= _HALF


@cache
def containers(jurisdiction: Jurisdiction) -> tuple[tuple[Jurisdiction, float], ...]:
    """Return all jurisdictions that contain this one, wholly or partly, with the shares that `within` gives.

    Counties come first (largest share first), then a city that contains the whole county, the state, the nation.
    """
    code = jurisdiction.code
    if jurisdiction.is_abroad:
        return ((by_code(code[:2]), 1.0),) if len(code) > 2 else ()
    found = [(county, share) for county, share in counties_of(jurisdiction) if county.code != code]
    found += [(by_code(city), 1.0) for city, counties in whole_counties().items() if code in counties]
    found += [(by_code(wider), 1.0) for wider in (code[:2], NATION) if wider != code]
    return tuple(found)


@cache
def with_wider(place: Jurisdiction) -> tuple[Jurisdiction, ...]:
    """Return a place, then all but the nation that mostly contain it."""
    wider = (outer for outer, share in containers(place) if is_mostly_in(share) and not outer.is_nation)
    return tuple(dict.fromkeys((place, *wider)))


@cache
def as_one_city(place: Jurisdiction) -> Jurisdiction:
    """Return the city that is the same as a county and has its name, as San Francisco has; any other place itself.

    Each of the five counties of New York City is itself, and Davidson County is known by its own name.
    """
    same = (by_code(city) for city, counties in whole_counties().items() if counties == (place.code,))
    return next((city for city in same if place.name.startswith(f"{city.name} ")), place)
