"""The neighbourhood of an article: in which states and in which areas of the country its names lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import floor, log

from raidline.places.jurisdiction import Jurisdiction

# Degrees, about 55 kilometres each way; near places lie in the same cell or in an adjacent one.
_LATITUDE, _LONGITUDE = 0.5, 0.6
_BESIDE = (-1, 0, 1)

Cell = tuple[int, int]


class Neighbourhood:
    """How many names of an article lie near a jurisdiction, and in its state; each name counts once."""

    def __init__(self) -> None:
        self._own: dict[str, dict[str | Cell, float]] = defaultdict(dict)
        self._states: dict[str, float] = defaultdict(float)
        self._cells: dict[Cell, float] = defaultdict(float)
        self._around: dict[Cell, float] = {}

    def add(self, key: str, found: Iterable[tuple[Jurisdiction, float]]) -> None:
        """Record a name, with the probability that it means each of several jurisdictions."""
        self._around.clear()
        for one, weight in found:
            if one.state:
                self._states[one.state] += self._more(one.state, key, weight)
            if one.latitude is not None and one.kind != "state":
                cell = _around(one.latitude, one.longitude)[0]
                self._cells[cell] += self._more(cell, key, weight)

    def add_state(self, state: str, weight: float) -> None:
        """Record evidence for a state as a whole."""
        self._states[state] += weight

    def _more(self, area: str | Cell, key: str, weight: float) -> float:
        before = self._own[key].get(area, 0.0)
        self._own[key][area] = max(before, weight)
        return max(0.0, weight - before)

    def near(self, one: Jurisdiction, key: str) -> float:
        """Return how many names other than `key` lie near a jurisdiction."""
        cell, around = _around(one.latitude, one.longitude)
        if cell not in self._around:
            self._around[cell] = sum([self._cells.get(other, 0.0) for other in around])
        own = self._own.get(key, {})
        return max(0.0, self._around[cell] - sum([own[other] for other in around if other in own]))

    def in_state(self, one: Jurisdiction, key: str) -> float:
        """Return how many names other than `key` lie in the state of a jurisdiction, including the state itself."""
        return max(0.0, self._states.get(one.state, 0.0) - self._own.get(key, {}).get(one.state, 0.0))

    def support(self, one: Jurisdiction, key: str) -> float:
        """Return how much the other names support a jurisdiction, in log odds."""
        return log(1 + _RARE * self.near(one, key)) + _IN_STATE * log(1 + self.in_state(one, key))


_RARE = 15.0  # how much likelier names of one article are to be neighbours than any two namesakes
_IN_STATE = 1.2


@lru_cache(maxsize=8192)
def _around(latitude: float | None, longitude: float | None) -> tuple[Cell, tuple[Cell, ...]]:
    """Return the cell that contains a point, one in the ocean if there is none, and the cells around it with itself."""
    row, column = floor((latitude or 0.0) / _LATITUDE), floor((longitude or 0.0) / _LONGITUDE)
    return (row, column), tuple((row + i, column + j) for i in _BESIDE for j in _BESIDE)
