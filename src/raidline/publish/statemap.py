"""A map of the states as a grid of equal tiles, so that small ones are as easy to see as large ones."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raidline.publish.areas import Area

TILE = 40
_DOT = 12.0  # the largest radius
_LEAST = 3.0
# A row of the map on each line, a state on each position; two dots are a tile without a state.
_ROWS = (
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    ".. WA ID MT ND MN IL WI MI NY MA",
    ".. OR NV WY SD IA IN OH PA NJ CT RI",
    ".. CA UT CO NE MO KY WV VA MD DE",
    ".. .. AZ NM KS AR TN NC SC DC",
    ".. .. .. .. OK LA MS AL GA",
    "HI .. .. .. TX .. .. .. .. FL",
)
_TILES = {
    state: (column, row) for row, line in enumerate(_ROWS) for column, state in enumerate(line.split()) if state != ".."
}
WIDTH = TILE * (1 + max(column for column, _ in _TILES.values()))
HEIGHT = TILE * len(_ROWS)


@dataclass(frozen=True, slots=True)
class Tile:
    """A state at `x`, `y`, with a dot whose area shows its number of events; no dot without events."""

    state: str
    x: int
    y: int
    radius: float
    number: int
    name: str
    area: Area | None


def state_map(areas: Iterable[Area]) -> list[Tile]:
    """Return the tiles of all states; empty if fewer than two have events, which need no map."""
    found = {area.place.state: area for area in areas if area.place.kind == "state" and area.place.state in _TILES}
    if len(found) < 2:
        return []
    most = max(len(area.entries) for area in found.values())
    tiles = []
    for state, (column, row) in _TILES.items():
        area = found.get(state)
        number = len(area.entries) if area else 0
        radius = round(max(_DOT * sqrt(number / most), _LEAST), 1) if number else 0.0
        tiles.append(Tile(state, column * TILE, row * TILE, radius, number, area.place.name if area else state, area))
    return tiles
