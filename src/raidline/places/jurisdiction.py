"""What a place is: a nation, state, county or place of the United States, or a country or a city abroad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from raidline.places.gazetteer import NATION

Kind = Literal["nation", "state", "county", "place", "country"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A nation, state, county or place, or another country.

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
