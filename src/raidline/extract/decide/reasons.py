"""The strongest reasons of a decision in words, for people who ask why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from raidline import lexicon

MOST = 3  # reasons
_SIGNS = {
    "Aa": "a capitalised word",
    "#": "a figure",
    "%": "a percent sign",
    "$": "a dollar sign",
    **dict.fromkeys("()", "a bracket"),
    **dict.fromkeys('"“”', "a quotation mark"),
}
_weight = itemgetter(1)
_NOTHING: Mapping[str, Any] = {}


def in_words(decision: str, weighed: Sequence[tuple[str, float]]) -> str:
    """Return the strongest reasons in words: "because A, B, although C"; "" if there is none.

    `weighed` are features with the weight that each adds to the outcome, negative if it speaks against it. A reason
    that repeats part of a stronger one is left out; of two equally strong ones, the first comes first.
    """
    said: set[str] = set()
    sides: dict[bool, list[str]] = {True: [], False: []}
    sizes = list(map(abs, map(_weight, weighed)))
    for _ in weighed:  # few are told: they are not sorted
        at = sizes.index(max(sizes))
        sizes[at] = -1.0
        feature, weight = weighed[at]
        subjects = _subjects(decision, feature)
        if said.isdisjoint(subjects):
            said |= subjects
            sides[weight > 0].append(" and ".join(phrase(decision, part) for part in feature.split("&")))
            if len(sides[True]) + len(sides[False]) == MOST:
                break
    told = [
        f"{word} {', '.join(sides[side])}" for side, word in ((True, "because"), (False, "although")) if sides[side]
    ]
    return ", ".join(told)


@lru_cache(4096)
def phrase(decision: str, part: str) -> str:
    """Return what one part of a feature says in words; raises KeyError for a part without a row in the table."""
    name, _, value = part.partition("=")
    row = _rows(decision)[name]
    if (says := row.get("says", _NOTHING).get(value)) is not None:
        return str(says)
    one, _, two = value.partition("/")
    sides = row.get("sides", _NOTHING)
    told = {"words": _quoted(value), "name": value, "one": sides.get(one, one), "two": sides.get(two, two)}
    return str(row["words"]).format(**told)


@lru_cache(4096)
def _subjects(decision: str, feature: str) -> frozenset[str]:
    """Return what the parts of a feature speak of: their rows, and values that are words and not one of a few."""
    found = set()
    for part in feature.split("&"):
        name, _, value = part.partition("=")
        found |= {name} if value in _rows(decision)[name].get("says", _NOTHING) else {name, value}
    return frozenset(found)


@cache
def _rows(decision: str) -> Mapping[str, Mapping[str, Any]]:
    table = lexicon.load("reasons")
    return {**table["all"], **table["event" if decision == "core" else decision]}


def _quoted(words: str) -> str:
    """Return words of an article in quotation marks, and signs by their names."""
    told = []
    for sign, run in groupby(words.split(), key=_SIGNS.get):
        told.append(sign or f"“{' '.join(run)}”")
    return " and ".join(told)
