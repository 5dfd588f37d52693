"""The tables of the gazetteer as stored in their files; ATTRIBUTION.md names their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from raidline.places.gazetteer.sortedlines import SortedLines
from raidline.places.jurisdiction import DISTRICT, NATION
from raidline.places.names import normalise

# The credit that accompanies points wherever they leave raidline, as their licence requires.
POINTS_FROM = (
    "Points of places: GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),"
    " modified; U.S. Census Bureau"
)

_FOLDER = Path(__file__).parent


class Index(Mapping[str, tuple[str, ...]]):
    """Codes by normalised name. Most names are never looked up, so their codes stay one text until they are."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = codes

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return tuple(self._codes[key].split(" "))

    def __contains__(self, key: object) -> bool:
        return key in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def _lines(name: str) -> list[str]:
    return (_FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()[1:]


def table(name: str) -> list[list[str]]:
    """Return the rows of a table, without its header."""
    return [line.split("\t") for line in _lines(name)]


@cache
def _sorted(name: str) -> SortedLines:
    return SortedLines(_FOLDER / f"{name}.tsv")


@lru_cache(maxsize=4096)
def row(code: str) -> str | None:
    """Return the line of a county or place, not yet split, by its code."""
    table_of = _sorted("counties" if len(code) == 5 else "places")
    return next(iter(table_of.beginning(f"{code}\t")), None)


def county_rows(state: str) -> list[str]:
    """Return the lines of the counties of a state, given its code; of all states for the empty text."""
    return _sorted("counties").beginning(state)


@cache
def rows() -> Mapping[str, str]:
    """Return the lines of all counties and places by code; `row` finds one of them without reading the others."""
    return {line[: line.index("\t")]: line for name in ("counties", "places") for line in _lines(name)}


@lru_cache(maxsize=16_384)
def codes_of(name: str) -> tuple[str, ...]:
    """Return the codes that a normalised name can mean, including aliases but not abbreviations of states."""
    lines = _sorted("names").beginning(f"{name}\t")
    codes = lines[0].partition("\t")[2].split() if lines else []
    return (*codes, *(code for code in _beside_the_table().get(name, ()) if code not in codes))


@cache
def names() -> Index:
    """Return the codes of all names, as `codes_of` gives them: for looking up very many, as in a text."""
    cells = (_FOLDER / "names.tsv").read_text("utf-8").replace("\n", "\t").split("\t")
    codes = dict(zip(cells[2:-1:2], cells[3::2], strict=True))  # four times as fast as line by line
    return Index(codes | {name: " ".join(codes_of(name)) for name in _beside_the_table()})


@cache
def _beside_the_table() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of names that are not, or not only, names of counties and places."""
    codes: dict[str, tuple[str, ...]] = {"united states": (NATION,), "united states of america": (NATION,)}
    for name, code in [*((normalise(name), code) for code, (_, name) in states().items()), *aliases().items()]:
        codes[name] = (*codes.get(name, ()), code)
    return codes


@cache
def states() -> Mapping[str, tuple[str, str]]:
    """Return (postal code, name) of each state by its code."""
    return {code: (postal, name) for code, postal, name, *_ in table("states")}


@cache
def state_points() -> Mapping[str, tuple[float, float]]:
    """Return (latitude, longitude), by code, of the states without counties here: the District and islands."""
    return {code: (float(north), float(east)) for code, *_, north, east in table("states") if north}


@cache
def state_people() -> Mapping[str, int]:
    """Return the population, by code, of the states without counties here."""
    return {code: int(people) for code, _, _, _, people, *_ in table("states") if people}


@cache
def aliases() -> Mapping[str, str]:
    """Return the code that a hand-kept alias, normalised, stands for."""
    return {normalise(name): code for name, code, _ in table("aliases")}


@cache
def same_area() -> Mapping[str, str]:
    """Return the code used here for each other code of the same jurisdiction."""
    same = {"11001": DISTRICT, "1150000": DISTRICT}
    for code, row in rows().items():
        if others := row.rpartition("\t")[2]:
            same.update(dict.fromkeys(others.split(), code))
    return same


@cache
def whole_counties() -> Mapping[str, tuple[str, ...]]:
    """Return the counties that lie wholly within a city, by the code of the city."""
    counties: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for city, _, county in table("consolidated"):
        counties[city] += (county,)
    return dict(counties)


@cache
def parts_of_towns() -> Mapping[str, tuple[str, ...]]:
    """Return the towns, counties or states around each neighbourhood, post and reservation, by its normalised name."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for around, parts in table("parts"):
        for name in parts.split("; "):
            found[normalise(name)] += (around,)
    return dict(found)


@cache
def cities_abroad() -> Mapping[str, tuple[tuple[str, str, int], ...]]:
    """Return (name, country, people) of the larger cities abroad, largest first, by normalised name."""
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for name, country, people in table("cities_abroad"):
        found[normalise(name)].append((name, country, int(people)))
    return {key: tuple(sorted(cities, key=lambda city: -city[2])) for key, cities in found.items()}
