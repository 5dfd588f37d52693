"""Log-linear models: weights of named features, which are data, added up. Pure Python, so that it needs no numpy.

A file of `weights/` begins with comments that say which data, date and command produced it. Then each line has a
feature: its name, a tab, its weight; a model with several classes has `class:weight` for each class, separated by
spaces. The feature "(always)" is always present.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from operator import itemgetter

ALWAYS = "(always)"
_weight = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer of a model to some features; each has a weight, 0 if the model does not know it."""

    features: Sequence[str]
    weights: Sequence[float]
    score: float  # the log odds that the answer is yes

    @property
    def probability(self) -> float:
        """The probability that the answer is yes, from 0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.score))))

    def weighed(self) -> list[tuple[str, float]]:
        """Return the features that have a weight, each with it."""
        return list(filter(_weight, zip(self.features, self.weights, strict=True)))


@dataclass(frozen=True, slots=True)
class Decision:
    """A model that answers yes or no."""

    weights: dict[str, float]

    def judged(self, features: Sequence[str]) -> Judged:
        """Return the answer to some features, with its reasons: each feature is looked up once for both."""
        weights = list(map(self.weights.get, features, repeat(0.0)))
        return Judged(features, weights, self.weights[ALWAYS] + sum(weights))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice of a model for some features; each has weights for all classes, or None if it is unknown."""

    features: Sequence[str]
    rows: Sequence[tuple[float, ...] | None]
    scores: Mapping[str, float]  # of each class; the highest wins

    def weighed(self, chosen: str, other: str) -> list[tuple[str, float]]:
        """Return the known features, each with what it adds to one class more than to another."""
        told = zip(self.features, self.rows, strict=True)
        place = {name: at for at, name in enumerate(self.scores)}
        if chosen in place and other in place:
            one, two = place[chosen], place[other]
            return [(feature, row[one] - row[two]) for feature, row in told if row]
        sign, known = (1, place.get(chosen)) if chosen in place else (-1, place.get(other))
        return [(feature, sign * row[known] if known is not None else 0.0) for feature, row in told if row]


@dataclass(frozen=True, slots=True)
class Choice:
    """A model that chooses among classes: each feature has its weights for all of them, which are added at once."""

    classes: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]

    @classmethod
    def of(cls, weights: Mapping[str, Mapping[str, float]]) -> Choice:
        """Return a model, given the weights of each feature by class; the feature that is always there has all."""
        classes = tuple(weights[ALWAYS])
        return cls(classes, {one: tuple([row.get(name, 0.0) for name in classes]) for one, row in weights.items()})

    @property
    def weights(self) -> dict[str, dict[str, float]]:
        """The weights of each feature by class, without those that are 0."""
        return {
            feature: {
                name: weight for name, weight in zip(self.classes, row, strict=True) if weight or feature == ALWAYS
            }
            for feature, row in self.rows.items()
        }

    def chosen(self, features: Sequence[str]) -> Chosen:
        """Return the choice for some features, with its reasons: each feature is looked up once for both."""
        rows = list(map(self.rows.get, features))
        told = [self.rows[ALWAYS], *filter(None, rows)]
        scores = dict(zip(self.classes, map(sum, zip(*told, strict=True)), strict=True))
        return Chosen(features, rows, scores)


@cache
def decision(name: str) -> Decision:
    """Return the model in a file of weights, given the file's name without its suffix."""
    return Decision({feature: float(weight) for feature, weight in _lines(name)})


@cache
def choice(name: str) -> Choice:
    """Return the model in a file of weights of classes, given the file's name without its suffix."""
    lines = dict(_lines(name))
    classes = tuple(pair.partition(":")[0] for pair in lines[ALWAYS].split(" "))
    pairs = _Pairs({name: at for at, name in enumerate(classes)})
    rows = {}
    for feature, weights in lines.items():
        row = [0.0] * len(classes)
        for pair in weights.split(" "):
            at, weight = pairs[pair]
            row[at] = weight
        rows[feature] = tuple(row)
    return Choice(classes, rows)


class _Pairs(dict[str, tuple[int, float]]):
    """What "protest:0.048" means: few such pairs differ, so that each is read once, and shares its number."""

    def __init__(self, places: Mapping[str, int]) -> None:
        super().__init__()
        self._places = places

    def __missing__(self, pair: str) -> tuple[int, float]:
        name, _, weight = pair.partition(":")
        self[pair] = told = self._places[name], float(weight)
        return told


def _lines(name: str) -> Iterable[tuple[str, str]]:
    text = files("raidline.extract").joinpath("weights", f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            feature, _, weights = line.partition("\t")
            yield feature, weights
