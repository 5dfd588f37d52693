"""County shapes from a TopoJSON topology: which county contains a point, and how a disc is divided among counties."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from dataclasses import dataclass

KM_PER_DEGREE = 111.2
Point = tuple[float, float]  # (latitude, longitude)

# A sunflower pattern: points spread evenly over the unit disc, as (radius, angle).
_SUNFLOWER = [(math.sqrt((i + 0.5) / 96), i * math.pi * (3 - math.sqrt(5))) for i in range(96)]


def distance(a: Point, b: Point) -> float:
    """Return the kilometres between two points, accurate enough for neighbours."""
    return KM_PER_DEGREE * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


@dataclass(frozen=True, slots=True)
class Shape:
    """The rings of a county, including holes, as (longitude, latitude); and the box around them."""

    rings: list[list[Point]]
    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside (even-odd rule)."""
        lat, lon = point
        if not (self.west <= lon <= self.east and self.south <= lat <= self.north):
            return False
        inside = False
        for ring in self.rings:
            x1, y1 = ring[-1]
            for x2, y2 in ring:
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    inside = not inside
                x1, y1 = x2, y2
        return inside

    def gap(self, point: Point) -> float:
        """Return the kilometres from a point outside to the nearest border."""
        lat, lon = point
        shrink = math.cos(math.radians(lat))
        nearest = math.inf
        for ring in self.rings:
            x1, y1 = (ring[-1][0] - lon) * shrink, ring[-1][1] - lat
            for x, y in ring:
                x2, y2 = (x - lon) * shrink, y - lat
                dx, dy = x2 - x1, y2 - y1
                length = dx * dx + dy * dy
                along = max(0.0, min(1.0, -(x1 * dx + y1 * dy) / length)) if length else 0.0
                nearest = min(nearest, math.hypot(x1 + along * dx, y1 + along * dy))
                x1, y1 = x2, y2
        return nearest * KM_PER_DEGREE

    def middle(self) -> Point:
        """Return the mean of the outermost corners: a point to put on a map."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2


class CountyShapes:
    """The counties of a us-atlas topology, by FIPS code."""

    def __init__(self, topology: str) -> None:
        data = json.loads(topology)
        (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
        arcs: list[list[Point]] = []
        for deltas in data["arcs"]:
            x = y = 0
            arc = []
            for dx, dy in deltas:
                x, y = x + dx, y + dy
                arc.append((x * sx + tx, y * sy + ty))
            arcs.append(arc)
        self.names: dict[str, str] = {}
        self.shapes: dict[str, Shape] = {}
        self._of_state: dict[str, list[str]] = defaultdict(list)
        for geometry in data["objects"]["counties"]["geometries"]:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            rings = [
                [p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])]
                for polygon in polygons
                for ring in polygon
            ]
            xs = [x for ring in rings for x, _ in ring]
            ys = [y for ring in rings for _, y in ring]
            code = geometry["id"]
            self.names[code] = geometry["properties"]["name"]
            self.shapes[code] = Shape(rings, min(xs), min(ys), max(xs), max(ys))
            self._of_state[code[:2]].append(code)

    def locate(self, state: str, point: Point) -> str:
        """Return the county of the state that contains the point, or the nearest one: shores are simplified."""
        counties = self._of_state[state]
        for county in counties:
            if self.shapes[county].holds(point):
                return county
        return min(counties, key=lambda county: self.shapes[county].gap(point))

    def share_out(self, state: str, centre: Point, radius: float) -> dict[str, float]:
        """Return the share of a disc's land (radius in kilometres) that lies in each county of the state."""
        lat, lon = centre
        reach = 2 * radius / KM_PER_DEGREE
        near = [
            county
            for county in self._of_state[state]
            if (shape := self.shapes[county]).west - reach < lon < shape.east + reach
            and shape.south - reach < lat < shape.north + reach
        ]
        hits: Counter[str] = Counter()
        for r, angle in _SUNFLOWER:
            step = r * radius / KM_PER_DEGREE
            point = lat + step * math.sin(angle), lon + step * math.cos(angle) / math.cos(math.radians(lat))
            if found := next((county for county in near if self.shapes[county].holds(point)), None):
                hits[found] += 1
        return {county: count / hits.total() for county, count in hits.items()}
