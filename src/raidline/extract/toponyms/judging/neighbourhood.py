"""The neighbourhood of an article: in which states and in which areas of the country its names lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import floor, log

from raidline.places.jurisdiction import Jurisdiction

# Degrees, about 55 kilometres each way; near places lie in the same cell or in an adjacent one.
_LATITUDE, _LONGITUDE = 0.5, 0.6
_BESIDE = (-1, 0, 1)

Cell = tuple[int, int]


class Neighbourhood:
    """How many names of an article lie near a jurisdiction, and in its state; each name counts once."""

    def __init__(self) -> None:
        self._own: dict[tuple[str | Cell, str], float] = {}
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
                cell = _cell(one)
                self._cells[cell] += self._more(cell, key, weight)

    def add_state(self, state: str, weight: float) -> None:
        """Record evidence for a state as a whole."""
        self._states[state] += weight

    def _more(self, area: str | Cell, key: str, weight: float) -> float:
        before = self._own.get((area, key), 0.0)
        self._own[area, key] = max(before, weight)
        return max(0.0, weight - before)

    def near(self, one: Jurisdiction, key: str) -> float:
        """Return how many names other than `key` lie near a jurisdiction."""
        cell = row, column = _cell(one)
        around = [(row + i, column + j) for i in _BESIDE for j in _BESIDE]
        if cell not in self._around:
            self._around[cell] = sum(self._cells.get(other, 0.0) for other in around)
        return max(0.0, self._around[cell] - sum(self._own.get((other, key), 0.0) for other in around))

    def in_state(self, one: Jurisdiction, key: str) -> float:
        """Return how many names other than `key` lie in the state of a jurisdiction, including the state itself."""
        return max(0.0, self._states.get(one.state, 0.0) - self._own.get((one.state, key), 0.0))

    def support(self, one: Jurisdiction, key: str) -> float:
        """Return how much the other names support a jurisdiction, in log odds."""
        return log(1 + _RARE * self.near(one, key)) + _IN_STATE * log(1 + self.in_state(one, key))


_RARE = 15.0  # how much likelier names of one article are to be neighbours than any two namesakes
_IN_STATE = 1.2


def _cell(one: Jurisdiction) -> Cell:
    """Return the cell that contains the point of a jurisdiction; one in the ocean if it has none."""
    return floor((one.latitude or 0.0) / _LATITUDE), floor((one.longitude or 0.0) / _LONGITUDE)
