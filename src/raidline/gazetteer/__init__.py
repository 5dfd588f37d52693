"""The tables of the gazetteer, as their files have them; ATTRIBUTION.md says where they come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from raidline.placenames import normalise

NATION = "US"
DISTRICT = "11"  # the District of Columbia: state, county and place at once

_FOLDER = Path(__file__).parent


class Index(Mapping[str, tuple[str, ...]]):
    """Codes by normalised name. Most names are never asked for, so their codes stay one text until they are."""

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
def rows() -> Mapping[str, str]:
    """Return the lines of the counties and places by code, not yet split: most are never looked at."""
    return {line[: line.index("\t")]: line for name in ("counties", "places") for line in _lines(name)}


@cache
def names() -> Index:
    """Return the codes each normalised name can mean, aliases included; abbreviations of states are not."""
    codes = dict(line.split("\t") for line in _lines("names"))
    others = [(normalise(name), code) for code, (_, name) in states().items()]
    others += [("united states", NATION), ("united states of america", NATION), *aliases().items()]
    for key, code in others:
        known = codes.get(key, "")
        if code not in known.split(" "):
            codes[key] = f"{known} {code}".strip()
    return Index(codes)


@cache
def states() -> Mapping[str, tuple[str, str]]:
    """Return (postal code, name) of each state by its code."""
    return {code: (postal, name) for code, postal, name, _ in table("states")}


@cache
def aliases() -> Mapping[str, str]:
    """Return the code that a hand-kept alias, normalised, stands for."""
    return {normalise(name): code for name, code, _ in table("aliases")}


@cache
def same_area() -> Mapping[str, str]:
    """Return the code kept here for each other code of the same jurisdiction."""
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
