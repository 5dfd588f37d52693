"""Write the outlines that the maps of a site are drawn from, states.tsv and counties.tsv, from a published package.

    npm pack us-atlas@3.0.1
    python scripts/build_maps.py us-atlas-3.0.1.tgz

The package has the shapes already projected (Albers, Alaska and Hawaii moved below), so nothing is projected here:
borders are thinned by Visvalingam's method, the same on both sides of a border, and rounded. The states are drawn on
one sheet; the counties of each state on a sheet of their own, whose longer side is SHEET units. The same package gives
the same bytes. src/raidline/publish/outlines/ATTRIBUTION.md says where the shapes come from.
"""

from __future__ import annotations

import argparse
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from math import ceil
from pathlib import Path
from typing import Any

OUTLINES = Path(__file__).resolve().parents[1] / "src" / "raidline" / "publish" / "outlines"
SHEET = 480  # units of the longer side of a state's own sheet
STATES_LEAST = 5.0  # square units: what a corner of a border, or an island, has to span to be drawn
COUNTIES_LEAST = 12.0

Point = tuple[float, float]


class Topology:
    """Arcs and the shapes made of them: an arc is a piece of border, and belongs to the shapes on both its sides."""

    def __init__(self, text: str) -> None:
        self._data: dict[str, Any] = json.loads(text)
        (sx, sy), (tx, ty) = self._data["transform"]["scale"], self._data["transform"]["translate"]
        self._arcs: list[list[Point]] = []
        for deltas in self._data["arcs"]:
            x = y = 0
            arc = []
            for dx, dy in deltas:
                x, y = x + dx, y + dy
                arc.append((x * sx + tx, y * sy + ty))
            self._arcs.append(arc)

    def shapes(self, layer: str) -> dict[str, list[list[int]]]:
        """Return the rings of each shape of a layer as lists of arcs; a negative number is an arc read backwards."""
        found: dict[str, list[list[int]]] = {}
        for geometry in self._data["objects"][layer]["geometries"]:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            found[geometry["id"]] = [ring for polygon in polygons for ring in polygon]
        return dict(sorted(found.items()))

    def ring(self, arcs: Sequence[int], kept: dict[int, list[Point]]) -> list[Point]:
        """Return the corners of a ring, of the arcs as they were thinned."""
        return [p for i in arcs for p in (kept[i][:-1] if i >= 0 else kept[~i][:0:-1])]

    def thinned(self, rings: Iterable[Sequence[int]], scale: float, least: float) -> dict[int, list[Point]]:
        """Return the arcs of some rings, scaled, without the corners that span less than `least`."""
        wanted = {i if i >= 0 else ~i for ring in rings for i in ring}
        return {i: thin([(x * scale, y * scale) for x, y in self._arcs[i]], least) for i in sorted(wanted)}

    def middle(self, rings: Iterable[Sequence[int]], scale: float) -> Point:
        """Return the centre of gravity of the largest of some rings, scaled."""
        whole = dict(enumerate(self._arcs))
        x, y = _middle(max((self.ring(ring, whole) for ring in rings), key=lambda ring: abs(_area(ring))))
        return x * scale, y * scale

    def box(self, rings: Iterable[Sequence[int]]) -> tuple[float, float, float, float]:
        """Return the smallest and the largest x and y of some rings."""
        points = [p for ring in rings for i in ring for p in self._arcs[i if i >= 0 else ~i]]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


def thin(arc: Sequence[Point], least: float) -> list[Point]:
    """Return an arc without the corners whose triangle with both neighbours is below `least`, smallest first."""
    before, after = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))
    area = {at: _triangle(arc[at - 1], arc[at], arc[at + 1]) for at in range(1, len(arc) - 1)}
    waiting = [(size, at) for at, size in area.items()]
    heapify(waiting)
    while waiting:
        size, at = heappop(waiting)
        if size >= least:
            break
        if area.get(at) != size:
            continue  # changed since, and waiting with another size
        del area[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for near in (left, right):
            if near in area:
                area[near] = max(_triangle(arc[before[near]], arc[near], arc[after[near]]), size)
                heappush(waiting, (area[near], near))
    return [point for at, point in enumerate(arc) if at in area or at in (0, len(arc) - 1)]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _area(ring: Sequence[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    """Return the centre of gravity of a ring, which may be a line: some small cities are no more in the package."""
    area, mx, my = _area(ring), 0.0, 0.0
    if not area:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        part = (x1 * y2 - x2 * y1) / (6 * area)
        mx, my = mx + (x1 + x2) * part, my + (y1 + y2) * part
    return mx, my


def _row(code: str, rings: list[list[Point]], middle: Point, corner: Point, least: float) -> list[str]:
    """Return the row of a shape: its code, the point for its dot, its outline as the path of an SVG.

    A city too small for the sheet has a dot and no outline.
    """
    west, north = corner
    moved = [[(x - west, y - north) for x, y in ring] for ring in rings]
    largest = max(moved, key=lambda ring: abs(_area(ring)))
    drawn = [ring for ring in moved if ring is largest or abs(_area(ring)) >= least]
    return [
        code,
        str(round(middle[0] - west)),
        str(round(middle[1] - north)),
        "".join(filter(None, map(_path, drawn))),
    ]


def _path(ring: Sequence[Point]) -> str:
    """Return a ring as a path of whole numbers; "" if none is left."""
    corners = [(round(x), round(y)) for x, y in ring]
    corners = [one for at, one in enumerate(corners) if one != corners[at - 1]]
    if len(corners) < 3:
        return ""
    (x, y), steps = corners[0], []
    for one in corners[1:]:
        steps += [one[0] - x, one[1] - y]
        x, y = one
    return f"M{corners[0][0]} {corners[0][1]}l{' '.join(map(str, steps)).replace(' -', '-')}z"


def states(topology: Topology) -> list[list[str]]:
    """Return the rows of the states, all on one sheet, whose size comes first."""
    shapes = topology.shapes("states")
    return [_size("US", topology, shapes, 1), *_shapes(topology, shapes, 1, STATES_LEAST)]


def counties(topology: Topology) -> list[list[str]]:
    """Return the rows of the counties, each on the sheet of its state, whose size comes before them."""
    of_state: dict[str, dict[str, list[list[int]]]] = defaultdict(dict)
    for code, rings in topology.shapes("counties").items():
        of_state[code[:2]][code] = rings
    rows = []
    for state, own in of_state.items():
        west, north, east, south = topology.box(_rings(own))
        scale = SHEET / max(east - west, south - north)
        rows += [_size(state, topology, own, scale), *_shapes(topology, own, scale, COUNTIES_LEAST)]
    return rows


def _rings(shapes: dict[str, list[list[int]]]) -> list[list[int]]:
    return [ring for own in shapes.values() for ring in own]


def _size(code: str, topology: Topology, shapes: dict[str, list[list[int]]], scale: float) -> list[str]:
    west, north, east, south = topology.box(_rings(shapes))
    return [code, str(ceil((east - west) * scale)), str(ceil((south - north) * scale)), ""]


def _shapes(topology: Topology, shapes: dict[str, list[list[int]]], scale: float, least: float) -> list[list[str]]:
    rings = _rings(shapes)
    west, north, _, _ = topology.box(rings)
    kept = topology.thinned(rings, scale, least)
    return [
        _row(
            code,
            [topology.ring(ring, kept) for ring in own],
            topology.middle(own, scale),
            (west * scale, north * scale),
            least,
        )
        for code, own in shapes.items()
    ]


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(",")[0])
    parser.add_argument("package", type=Path, help="us-atlas-3.0.1.tgz")
    with tarfile.open(parser.parse_args().package) as tar:
        member = tar.extractfile("package/counties-albers-10m.json")
        assert member is not None  # noqa: S101 - a regular file
        topology = Topology(member.read().decode())
    for name, rows in (("states.tsv", states(topology)), ("counties.tsv", counties(topology))):
        text = "".join("\t".join(row) + "\n" for row in [["code", "x", "y", "path"], *rows])
        (OUTLINES / name).write_text(text, encoding="utf-8")
        print(f"{name}: {len(rows)} shapes, {len(text):,} characters")


if __name__ == "__main__":
    main()
