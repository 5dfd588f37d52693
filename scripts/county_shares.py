"""How the people of a place are distributed among counties: an estimate, because no package has the numbers."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from pathlib import Path

from county_shapes import CountyShapes, Point, distance
from gazetteer_sources import CONNECTICUT

PEOPLE_PER_SQUARE_KM = 800  # in a place, to guess its size from its population
REACHED = 0.2  # the share of a disc's land from which the place counts as in that county too

# A disc is wrong for an elongated city, or for one by a wide river. For large cities this table has the counts of the
# Census, in the form of places.tsv.
with Path(__file__).with_name("cities_over_counties.tsv").open(encoding="utf-8", newline="") as file:
    lines = (line for line in file if not line.startswith("#"))
    KNOWN = {row["code"]: row["counties"] for row in csv.DictReader(lines, delimiter="\t")}
# The Census point is the centre of the land. If most people live far from it, in another county, we use GeoNames'
# point.
POINTS_OF_PEOPLE = {"0883835": (39.8367, -105.0372)}  # Westminster, Colorado: Adams County


class Sharing:
    """Estimates how the people of a place are distributed."""

    def __init__(self, shapes: CountyShapes, census: dict[str, tuple[str, Point]]) -> None:
        self.shapes = shapes
        self.census = census
        self.parts: dict[tuple[str, str], list[tuple[str, Point]]] = defaultdict(list)
        for code, (name, point) in census.items():
            if len(code) == 10 and not code.startswith(CONNECTICUT):
                self.parts[code[:2], name].append((code[:5], point))

    def counties(self, code: str, population: int) -> dict[str, float]:
        """Return the share of each county.

        The table of known cities comes first. For other places the point decides the first county. Another county
        counts if the Census lists a part of the place in it, or if a disc somewhat smaller than the place reaches well
        into it; its share is that of the disc's land. The radii and limits were chosen to place most people correctly,
        for 31,000 places.
        """
        if known := KNOWN.get(code):
            shares = (part.partition(":") for part in known.split())
            return {county: float(share or 1) for county, _, share in shares}
        state, (name, point) = code[:2], self.census[code]
        if len(code) == 10 and state != CONNECTICUT:
            return {code[:5]: 1.0}
        centre = POINTS_OF_PEOPLE.get(code, point)
        radius = math.sqrt((population or 300) / PEOPLE_PER_SQUARE_KM / math.pi)
        land = self.shapes.share_out(state, centre, 0.6 * radius + 0.5)
        if parts := {county for county, at in self.parts[state, name] if distance(point, at) < 15 + 2 * radius}:
            weights = {county: max(land.get(county, 0), 0.01) for county in parts}
        else:
            home = self.shapes.locate(state, centre)
            weights = {county: share for county, share in land.items() if share >= REACHED and county != home}
            weights[home] = max(1 - sum(weights.values()), 0.05)
        total = sum(weights.values())
        return {county: weight / total for county, weight in weights.items()}


def shares_text(shares: dict[str, float]) -> str:
    """Return "48453:0.92 48491:0.05", largest first, or the code alone when there is only one."""
    kept = {county: round(share, 2) for county, share in shares.items() if share >= 0.005}
    largest = max(kept, key=lambda county: (kept[county], county))
    kept[largest] = round(1 - sum(share for county, share in kept.items() if county != largest), 2)
    ordered = sorted(kept.items(), key=lambda item: (-item[1], -shares[item[0]], item[0]))
    return largest if len(kept) == 1 else " ".join(f"{county}:{share:g}" for county, share in ordered)
