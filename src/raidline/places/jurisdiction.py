"""What a place is: a nation, state, county or place of the United States, or a country or a city abroad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NATION = "US"
DISTRICT = "11"  # the District of Columbia: state, county and place at once

Kind = Literal["nation", "state", "county", "place", "country"]
_CITIES = frozenset({"city", "city and borough", "municipality", "municipio"})  # in no county, or all of one


@dataclass(frozen=True, slots=True, eq=False)
class Jurisdiction:
    """A nation, state, county or place, or another country; two are equal if their codes are.

    `full_name` is unique, and `resolve` reads it back. `designation` is the legal kind if known ("city", "cdp",
    "parish"). `population` ranks namesakes: 0 if unknown; for a county or state, the people of its known places.
    `state` is the postal code, "" for the nation and abroad. The point is None for the nation and for states that have
    counties: it would mark a city or a county that nobody meant; and abroad, where no points are known.
    """

    code: str
    name: str
    full_name: str
    kind: Kind
    designation: str
    state: str
    population: int
    latitude: float | None
    longitude: float | None

    def __str__(self) -> str:
        return self.full_name

    def __eq__(self, other: object) -> bool:
        return self.code == other.code if isinstance(other, Jurisdiction) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.code)

    @property
    def is_nation(self) -> bool:
        """Whether it is the United States."""
        return self.code == NATION

    @property
    def is_district(self) -> bool:
        """Whether it is the District of Columbia, which has neither a governor nor a county government."""
        return self.code == DISTRICT

    @property
    def is_state(self) -> bool:
        """Whether it is a state or a territory; the District, though of that kind, is not."""
        return self.kind == "state" and not self.is_district

    @property
    def is_local(self) -> bool:
        """Whether it is a county or a place, or the District, which is both."""
        return self.kind in ("county", "place") or self.is_district

    @property
    def level(self) -> Kind:
        """The level at which it is governed: its kind, but that of a town for a city in no county, as Baltimore is."""
        return "place" if self.kind == "county" and self.designation in _CITIES else self.kind

    @property
    def short_name(self) -> str:
        """Its name as people shorten it: "Austin", "Travis County", "Washington"."""
        return self.name.removesuffix(", D.C.")

    @property
    def is_abroad(self) -> bool:
        """Whether it lies outside the United States."""
        return is_abroad(self.code)

    @property
    def country(self) -> str:
        """The name of its country."""
        return self.full_name.removeprefix(f"{self.name}, ") if self.is_abroad else "United States"


def is_abroad(code: str) -> bool:
    """Whether a code is one of another country, "MX", or of a place in one, "MX:Tijuana"."""
    return code[:1].isalpha() and code != NATION
