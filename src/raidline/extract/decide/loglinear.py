"""Log-linear models: weights of named features, which are data, added up. Pure Python, so that it needs no numpy.

A file of `weights/` begins with comments that say which data, date and command produced it. Then each line has a
feature: its name, a tab, its weight; a model with several classes has `class:weight` for each class, separated by
spaces. The feature "(always)" is always present.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import repeat
from math import exp
from sys import intern

ALWAYS = "(always)"


@dataclass(frozen=True, slots=True)
class Decision:
    """A model that answers yes or no."""

    weights: dict[str, float]

    def score(self, features: Iterable[str]) -> float:
        """Return the log odds that the answer is yes."""
        return self.weights[ALWAYS] + sum(map(self.weights.get, features, repeat(0.0)))

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability that the answer is yes, from 0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.score(features)))))

    def weighed(self, features: Iterable[str]) -> list[tuple[str, float]]:
        """Return the features that have a weight, each with it."""
        weights = self.weights
        return [(feature, weights[feature]) for feature in features if feature in weights]


@dataclass(frozen=True)
class Choice:
    """A model that chooses among classes."""

    weights: dict[str, dict[str, float]]

    @cached_property
    def _rows(self) -> dict[str, tuple[float, ...]]:
        """Return the weights of each feature for all classes in order, so that they are added up in one step."""
        classes = self.weights[ALWAYS]
        return {
            feature: tuple([weights.get(name, 0.0) for name in classes]) for feature, weights in self.weights.items()
        }

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        """Return the score of each class; the highest wins."""
        rows = self._rows
        told = [rows[ALWAYS], *filter(None, map(rows.get, features))]
        return dict(zip(self.weights[ALWAYS], map(sum, zip(*told, strict=True)), strict=True))

    def weighed(self, features: Iterable[str], chosen: str, other: str) -> list[tuple[str, float]]:
        """Return the features that have a weight, each with what it adds to one class more than to another."""
        known = self.weights.get
        return [
            (feature, weights.get(chosen, 0.0) - weights.get(other, 0.0))
            for feature in features
            if (weights := known(feature))
        ]


@cache
def decision(name: str) -> Decision:
    """Return the model in a file of weights, given the file's name without its suffix."""
    return Decision({feature: _weight(weight) for feature, weight in _lines(name)})


@cache
def choice(name: str) -> Choice:
    """Return the model in a file of weights of classes, given the file's name without its suffix."""
    return Choice({feature: _classes(weights) for feature, weights in _lines(name)})


def _classes(weights: str) -> dict[str, float]:
    pairs = (pair.split(":") for pair in weights.split(" "))
    return {intern(name): _weight(weight) for name, weight in pairs}


@cache
def _weight(written: str) -> float:
    """Return a weight as a number. Few differ, so that one object for each takes little memory, and is near at hand."""
    return float(written)


def _lines(name: str) -> Iterable[tuple[str, str]]:
    text = files("raidline.extract").joinpath("weights", f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            feature, _, weights = line.partition("\t")
            yield feature, weights
