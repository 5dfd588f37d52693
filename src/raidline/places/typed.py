"""Places as people type them: short names of counties, nicknames of regions, and what else a name could mean.

`lookup` reads names in timelines, which last. What somebody types is read more freely, because the answer says what
it was taken for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from raidline.errors import RaidlineError
from raidline.places.codes import prevails
from raidline.places.gazetteer import table
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, is_part_of_town, lookup, resolve
from raidline.places.names import normalise
from raidline.places.reading import by_code
from raidline.places.unresolved import AmbiguousPlace
from raidline.places.zips import county_of_zip, state_of_zip

_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_WELL_KNOWN = 100_000  # people: what else is told of the name of a state
_MOST_TOLD = 3
_AROUND = {"state": "all of the state of "}


@dataclass(frozen=True, slots=True)
class Typed:
    """The places that a typed name means, several for a region, and its own name.

    `remark` says how it was read if that is not plain.
    """

    places: tuple[Jurisdiction, ...]
    name: str
    remark: str = ""


def read_typed(name: str) -> Typed:
    """Return what somebody means who types a name.

    Beyond what `resolve` reads: a county without "County", if no other place can be meant ("Harris", "Travis, TX"),
    regions ("Chicagoland"), and ZIP codes that lie in one county. Raises UnknownPlace, AmbiguousPlace, and
    RaidlineError for any other ZIP code.
    """
    name = name.strip()
    if region := _regions().get(_key(name)):
        own, places = region
        return Typed(places, own, f"{name} is read as {'; '.join(place.full_name for place in places)}")
    found, counties = lookup(name), _counties(name)
    meant = decided(name) or _county(found, counties)
    if meant is None and not found and (state := _state_of(name)):
        if (county := county_of_zip(name)) is None:
            raise RaidlineError(f"{name} is a ZIP code of {state.name}, of no one county; type the city or the county")
        return Typed((county,), county.full_name, f"{name} is read as {county.full_name}, the county of this ZIP code")
    if meant is None and counties:
        raise AmbiguousPlace(name, tuple(sorted((*found, *counties), key=lambda place: -place.population)))
    meant = meant or resolve(name)
    return Typed(
        (meant,),
        meant.full_name,
        _remark(name, meant, (*found, *_dotted(name), *(counties if meant in counties else ()))),
    )


def region_counties(name: str) -> tuple[Jurisdiction, ...]:
    """Return the counties of a region, alone or before its state: "Rio Grande Valley, Texas"; () for anything else."""
    _, counties = _regions().get(_key(name.partition(",")[0]), ("", ()))
    return counties


def region_names() -> list[str]:
    """Return all names of regions that `read_typed` takes."""
    return [name.strip() for names, *_ in table("regions") for name in names.split(";")]


def _counties(name: str) -> tuple[Jurisdiction, ...]:
    """Return the counties that have a name, without the word for what they are."""
    place, comma, state = name.partition(",")
    return tuple(
        one
        for what in ("County", "Parish")
        for one in lookup(f"{place.strip()} {what}{comma}{state}")
        if one.kind == "county" and normalise(one.name) != normalise(place)
    )


def _county(places: tuple[Jurisdiction, ...], counties: tuple[Jurisdiction, ...]) -> Jurisdiction | None:
    """Return the county that is certainly meant, among all that have the name."""
    first, *others = sorted(counties, key=lambda one: -one.population) or (None,)
    if first is None:
        return None
    people = [one.population for one in (*others, *places)]
    in_one_state = len({one.state for one in (*counties, *places)}) == 1
    return first if not people or prevails(first.population, people, in_one_state=in_one_state) else None


def _remark(name: str, meant: Jurisdiction, found: tuple[Jurisdiction, ...]) -> str:
    """Return how a name was read, if others have it that somebody may have meant."""
    if name.isdigit():
        return f"{name} is read as the code of {meant.full_name}, not as a ZIP code" if _state_of(name) else ""
    if is_part_of_town(name):
        return f"{name} is read as {_AROUND.get(meant.kind, '')}{meant.full_name}, where it lies"
    is_state = meant.kind == "state"
    least = _WELL_KNOWN if is_state else 0
    others = [one for one in dict.fromkeys(found) if one != meant and one.population >= least]
    if not others or (normalise(name) == normalise(meant.full_name) and not is_state):
        return ""
    told = [one.full_name for one in sorted(others, key=lambda one: -one.population)[:_MOST_TOLD]]
    more = [f"{len(others) - _MOST_TOLD} more"] if len(others) > _MOST_TOLD else []
    read = f"the state of {meant.full_name}" if is_state else meant.full_name
    return f"{name} is read as {read}; there is also {'; '.join([*told, *more])}"


def _dotted(name: str) -> tuple[Jurisdiction, ...]:
    """Return what two letters mean with full stops: L.A."""
    return lookup(".".join(name) + ".") if len(name) == 2 and name.isalpha() else ()


def _state_of(name: str) -> Jurisdiction | None:
    return state_of_zip(name) if _ZIP.fullmatch(name) else None


def _key(name: str) -> str:
    return normalise(name).removeprefix("the ")


@cache
def _regions() -> dict[str, tuple[str, tuple[Jurisdiction, ...]]]:
    """Return the name and the counties of each region that has a name of its own, by its names."""
    return {
        _key(name): (name.strip(), tuple(map(by_code, codes.split())))
        for names, codes, _ in table("regions")
        for name in names.split(";")
    }
