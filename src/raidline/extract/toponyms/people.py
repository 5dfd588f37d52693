"""The later names of an article's people and firms, so that Judge Andrew Austin is not taken for a city."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from raidline import lexicon
from raidline.extract.toponyms.names import Run, titles
from raidline.places.codes import state_words
from raidline.places.names import normalise

_LONGEST = 4  # words of a person's name
_OF = frozenset({"of", "the"})  # "the Sheriff of Collier" is nobody called Collier
_CONNECTORS = frozenset({"of", "the", "de", "del", "du", "la", "las", "los"})


@cache
def first_names() -> frozenset[str]:
    """Return common given names."""
    return frozenset(lexicon.load("place_words")["first_names"])


@cache
def _firms() -> frozenset[str]:
    return frozenset(lexicon.load("place_words")["firm_tails"])


def surnames(runs: Iterable[Run]) -> frozenset[str]:
    """Return the words that mean somebody in an article: surnames, and the first words of firms' names."""
    found: set[str] = set()
    for run in runs:
        if run.before in titles():
            found.add(run.bare[-1])
        if len(run.bare) > 1:
            found.update(_named_in(run))
    return frozenset(found)


def _named_in(run: Run) -> Iterator[str]:
    if not _firms().isdisjoint(run.bare[1:]) and normalise(run.bare[0]) not in state_words():
        yield run.bare[0]
    for i, word in enumerate(run.bare[:-1]):
        if word in first_names() or (run.words[i] in titles() and run.words[i + 1] not in titles() | _OF):
            yield _surname(run, i)


def _surname(run: Run, given: int) -> str:
    """Return the last word of a name that begins at `given`: "Hernandez" of "Sally Hernandez of Travis County"."""
    last = given + 1
    while (
        last + 1 < min(len(run.bare), given + _LONGEST)
        and run.words[last + 1] not in _CONNECTORS
        and run.words[last] == run.bare[last]
    ):
        last += 1
    return run.bare[last]
