"""How the people of a place are shared out among counties: an estimate, since no package says."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from county_shapes import CountyShapes, Point, distance
from gazetteer_sources import CONNECTICUT, zip_rows
from raidline.placenames import normalise

PEOPLE_PER_SQUARE_KM = 800  # of a place, to guess its size from its population


class Sharing:
    """Estimates how the people of a place are shared out; `counties` are codes by (state, normalised name)."""

    def __init__(
        self, shapes: CountyShapes, census: dict[str, tuple[str, Point]], counties: dict[tuple[str, str], str]
    ) -> None:
        self.shapes = shapes
        self.census = census
        self.parts: dict[tuple[str, str], list[tuple[str, Point]]] = defaultdict(list)
        for code, (name, point) in census.items():
            if len(code) == 10 and not code.startswith(CONNECTICUT):
                self.parts[code[:2], name].append((code[:5], point))
        self.zips: dict[tuple[str, str], list[tuple[str, Point]]] = defaultdict(list)
        for state, city, name, point in zip_rows():
            if county := counties.get((state, normalise(name))):
                self.zips[state, normalise(city)].append((county, point))

    def counties(self, code: str, key: tuple[str, str], population: int) -> dict[str, float]:
        """Return the share of each county.

        The point decides the first county. Another one counts where the Census lists a part of the place in
        it, or where ZIPs of the place lie in it and a disc somewhat larger than the place reaches into it.
        The shares of the ZIPs and of the disc's land were found to be best taken half and half.
        """
        state, (name, point) = code[:2], self.census[code]
        if len(code) == 10 and state != CONNECTICUT:
            return {code[:5]: 1.0}
        home = self.shapes.locate(state, point)
        radius = math.sqrt((population or 300) / PEOPLE_PER_SQUARE_KM / math.pi)
        land = self.shapes.share_out(state, point, 0.6 * radius + 0.5)
        reached = self.shapes.share_out(state, point, 1.6 * radius + 0.5)
        zips = Counter(county for county, at in self.zips[key] if distance(point, at) < 4 * (radius + 0.1))
        mail = {county: count / zips.total() for county, count in zips.items()}
        parts = {county for county, at in self.parts[state, name] if distance(point, at) < 15 + 2 * radius}
        others = parts or (mail.keys() & reached.keys() - {home})
        weights = {county: (land.get(county, 0) + mail.get(county, 0)) / 2 for county in others}
        weights = {county: max(weight, 0.01) for county, weight in weights.items()}
        if not parts:
            weights[home] = max(1 - sum(weights.values()), 0.05)
        total = sum(weights.values())
        return {county: weight / total for county, weight in weights.items()}


def shares_text(shares: dict[str, float]) -> str:
    """Return "48453:0.92 48491:0.05", largest first, or the code alone when there is only one."""
    kept = {county: round(share, 2) for county, share in shares.items() if share >= 0.005}
    largest = max(kept, key=lambda county: (kept[county], county))
    kept[largest] = round(1 - sum(share for county, share in kept.items() if county != largest), 2)
    ordered = sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    return largest if len(kept) == 1 else " ".join(f"{county}:{share:g}" for county, share in ordered)
