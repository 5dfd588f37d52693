"""Maps of the states, and of the counties of a state, with a dot for each that has events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import TYPE_CHECKING

from raidline.places.jurisdiction import NATION
from raidline.places.reading import by_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raidline.places.jurisdiction import Jurisdiction
    from raidline.publish.areas import Area

_LARGEST = 0.024  # the radius of the largest dot and of the smallest, in parts of the sheet's longer side
_SMALLEST = 0.006


@dataclass(frozen=True, slots=True)
class Outline:
    """A state or a county on its sheet: the point for a dot, and an SVG path, "" if it is too small to be drawn."""

    code: str
    x: int
    y: int
    path: str


@dataclass(frozen=True, slots=True)
class Dot:
    """An area on a map, with a dot whose size shows its number of events."""

    area: Area
    outline: Outline
    radius: float


@dataclass(frozen=True, slots=True)
class Map:
    """A sheet of `width` and `height`: `land` is the path of what has no events; `dots`, the largest first."""

    width: int
    height: int
    land: str
    dots: tuple[Dot, ...]


def map_of(place: Jurisdiction, areas: Mapping[Jurisdiction, Area]) -> Map | None:
    """Return the map of the nation's states or of a state's counties; None if fewer than two have events."""
    size, shapes = outlines().get(place.code, ((0, 0), ()))
    found = [(one, area) for one in shapes if (area := _area_of(one.code, areas))]
    if len(found) < 2:
        return None
    most = max(len(area.entries) for _, area in found)
    dots = (Dot(area, one, _radius(len(area.entries) / most, max(size))) for one, area in found)
    taken = {one.code for one, _ in found}
    land = "".join(one.path for one in shapes if one.code not in taken)
    return Map(*size, land, tuple(sorted(dots, key=lambda dot: (-dot.radius, dot.outline.code))))


def _area_of(code: str, areas: Mapping[Jurisdiction, Area]) -> Area | None:
    """Return the area of an outline; None without events, or for a county that is no more: a part of Alaska."""
    try:
        return areas.get(by_code(code))
    except KeyError:
        return None


def _radius(share: float, side: int) -> float:
    """Return the radius of a dot: its area shows the share of the largest number."""
    return round(max(_LARGEST * sqrt(share), _SMALLEST) * side, 1)


@cache
def outlines() -> dict[str, tuple[tuple[int, int], tuple[Outline, ...]]]:
    """Return the size of each sheet and what is on it, by the code of the nation or state."""
    folder = files("raidline.publish").joinpath("outlines")
    sizes: dict[str, tuple[int, int]] = {}
    found: dict[str, list[Outline]] = {}
    for name in ("states", "counties"):
        for line in folder.joinpath(f"{name}.tsv").read_text("utf-8").splitlines()[1:]:
            code, x, y, path = line.split("\t")
            sheet = NATION if name == "states" else code[:2]
            if code == sheet:
                sizes[sheet] = int(x), int(y)
            else:
                found.setdefault(sheet, []).append(Outline(code, int(x), int(y), path))
    return {code: (size, tuple(found[code])) for code, size in sizes.items()}
