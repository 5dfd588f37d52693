"""Places outside the United States: countries by their ISO 3166 code, and "City, Country", whatever the city.

No list says which towns a country has, so any name before a country is a place in it, also before a province ("Toronto,
Ontario"). The larger cities are listed: they may stand alone, if nothing at home has their name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from raidline.places.gazetteer import cities_abroad, table
from raidline.places.jurisdiction import NATION, Jurisdiction
from raidline.places.names import normalise

# "Tijuana", "Toronto, Ontario", "L'Aquila", "St. John's (old town)". No underscore: in codes it stands for a space.
_PLACE = re.compile(r"[^\W\d_][^\W_]*(?:[ .,'’()/-]+[^\W_]+)*[.)]?")
_LONGEST = 100
_BETWEEN = ":"
_TIMES_LARGER = 10  # than its namesakes abroad, a city that is meant without its country
# Provinces before whose names a place is one abroad: "Nogales, Sonora". No state at home has such a name.
_PROVINCES = {
    "MX": "Aguascalientes, Baja California, Baja California Sur, Campeche, Chiapas, Chihuahua, Coahuila, Colima,"
    " Durango, Guanajuato, Guerrero, Hidalgo, Jalisco, Michoacán, Morelos, Nayarit, Nuevo León, Oaxaca, Puebla,"
    " Querétaro, Quintana Roo, San Luis Potosí, Sinaloa, Sonora, Tabasco, Tamaulipas,"
    " Tlaxcala, Veracruz, Yucatán, Zacatecas",
    "CA": "Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland and Labrador, Nova Scotia, Ontario,"
    " Prince Edward Island, Quebec, Saskatchewan",
    "GB": "England, Scotland, Wales, Northern Ireland",
}
# How they are shortened, if no state at home is; "BC" is also Baja California, of the towns that are listed in Mexico.
_SHORT = {
    "bc": "British Columbia",
    "ont": "Ontario",
    "qc": "Quebec",
    "que": "Quebec",
    "alta": "Alberta",
    "sask": "Saskatchewan",
    "chih": "Chihuahua",
    "coah": "Coahuila",
    "tamps": "Tamaulipas",
    "jal": "Jalisco",
}
_IN_MEXICO = {"bc": "Baja California"}


class _Country(NamedTuple):
    name: str
    also: tuple[str, ...]
    cities: tuple[str, ...]


@cache
def countries() -> Mapping[str, _Country]:
    """Return the countries of ISO 3166 by code, and Kosovo; not the territories that are states in the gazetteer."""
    found = {}
    for code, name, also, cities in table("countries"):
        found[code] = _Country(name, *(tuple(filter(None, cell.split("|"))) for cell in (also, cities)))
    return found


@cache
def country_names() -> Mapping[str, str]:
    """Return the code of each country by its names, normalised; the article may stand before them."""
    names = {
        normalise(name): code
        for code, country in countries().items()
        if code != NATION
        for name in (country.name, *country.also)
    }
    return {f"the {name}": code for name, code in names.items()} | names


def meant_abroad(name: str) -> str:
    """Return the code of the country or the place abroad that a typed name certainly means, "" if none.

    A country's name is the country, although towns of the United States have it: China, Mexico, Lebanon.
    """
    if code := country_names().get(normalise(name)) or _nation().get(normalise(name)) or _cities().get(normalise(name)):
        return code
    place, comma, country = name.rpartition(",")
    code = country_names().get(normalise(country), "") if comma else ""
    place = " ".join(place.split())
    place = place.title() if place.islower() else place
    if not code or len(place) > _LONGEST or not _PLACE.fullmatch(place):
        return ""
    return f"{code}{_BETWEEN}{place.replace(' ', '_')}"


def known_abroad(name: str) -> str:
    """Return the code of the place abroad that a name means which means nothing at home, "" if none.

    That is a city much larger than its namesakes in other countries, or a place before a province.
    """
    place, comma, province = name.rpartition(",")
    if comma:
        province = _in_full(province.strip(), place)
        country = _countries_of_provinces().get(normalise(province), "")
        return meant_abroad(f"{place}, {province}, {countries()[country].name}") if country else ""
    found = cities_known_abroad(name)
    return found[0] if len(found) == 1 else ""


def _in_full(province: str, place: str) -> str:
    """Return a province by its whole name, whether or not it is shortened: "British Columbia" for "B.C."."""
    short = normalise(province)
    is_in_mexico = short in _IN_MEXICO and any(city[1] == "MX" for city in cities_abroad().get(normalise(place), ()))
    return _IN_MEXICO[short] if is_in_mexico else _SHORT.get(short, province)


def cities_known_abroad(name: str) -> tuple[str, ...]:
    """Return the codes of the larger cities abroad that a name without a country can mean, largest first."""
    cities = cities_abroad().get(normalise(name), ())
    meant = [city for city in cities if city[2] * _TIMES_LARGER > cities[0][2]]
    return tuple(f"{country}{_BETWEEN}{city.replace(' ', '_')}" for city, country, _ in meant)


def is_code_abroad(text: str) -> bool:
    """Whether a text is the code of another country, "MX", or of a place in one, "MX:Tijuana"."""
    return text != NATION and text[:2] in countries() and text[2:3] in ("", _BETWEEN) and len(text) != 3


def by_code_abroad(code: str) -> Jurisdiction:
    """Return the country of an ISO code, "MX", or the place of a code such as "MX:Tijuana". Raises KeyError."""
    country, _, place = code.partition(_BETWEEN)
    name = countries()[country].name
    if not place:
        return Jurisdiction(country, name, name, "country", "", "", 0, None, None)
    place = place.replace("_", " ")
    return Jurisdiction(code, place, f"{place}, {name}", "place", "", "", 0, None, None)


@cache
def _nation() -> Mapping[str, str]:
    """Return the words of tables that stand for the whole nation, although a town is called National."""
    return dict.fromkeys(map(normalise, countries()[NATION].also), NATION)


@cache
def _cities() -> Mapping[str, str]:
    """Return the codes of cities that are meant without their country: those that nothing else is called."""
    return {
        normalise(city): f"{code}{_BETWEEN}{city.replace(' ', '_')}"
        for code, country in countries().items()
        for city in country.cities
    }


@cache
def _countries_of_provinces() -> Mapping[str, str]:
    return {normalise(name): code for code, names in _PROVINCES.items() for name in names.split(",")}
