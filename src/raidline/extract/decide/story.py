"""What an article is about as a whole: its chief town or county, its state, and which place was named last."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from raidline.extract.toponyms.mentions import PlaceMention
from raidline.places.containment import is_mostly_in, within
from raidline.places.jurisdiction import DISTRICT, Jurisdiction
from raidline.places.lookup import state_of

_IN_TITLE, _FILED, _PAPER, _FIRST = 3, 2, 3, 1  # mentions that each is worth
_QUARTERS = 4
_LATEST = 3  # places
_FARTHEST = 40  # mentions


@dataclass(frozen=True, slots=True)
class Story:
    """The chief local place and the state of an article, each with its share of the mentions in quarters."""

    chief: Jurisdiction | None
    chief_share: int
    state: Jurisdiction | None
    state_share: int

    @classmethod
    def read(
        cls,
        counts: Mapping[Jurisdiction, int],
        titled: Iterable[Jurisdiction],
        filed: Iterable[Jurisdiction],
        paper: Iterable[Jurisdiction],
    ) -> Story:
        """Return the story of an article from the places it names, in the order in which they are first named.

        A place in its title, its dateline or the name of its paper counts more than once.
        """
        weights = Counter(counts)
        for places, worth in ((titled, _IN_TITLE), (filed, _FILED), (paper, _PAPER), (list(counts)[:1], _FIRST)):
            weights.update(dict.fromkeys(places, worth))
        local = {place: weight for place, weight in weights.items() if place.is_local}
        states: Counter[Jurisdiction] = Counter()
        for place, weight in weights.items():
            if not place.is_nation and not place.is_abroad:
                states[state_of(place)] += weight
        chief = max(local, key=local.__getitem__, default=None)
        state = max(states, key=states.__getitem__, default=None)
        return cls(
            chief,
            _QUARTERS * local[chief] // sum(local.values()) if chief else 0,
            state,
            _QUARTERS * states[state] // states.total() if state else 0,
        )


def set_in(story: Story, mentions: Iterable[PlaceMention], home: tuple[Jurisdiction, ...]) -> tuple[Jurisdiction, ...]:
    """Return the town or county that an article tells most of, else all of the name that it or its paper mentions.

    Not the capital: the government speaks there, and many articles are filed there.
    """
    if story.chief:
        return (story.chief,) if story.chief.code != DISTRICT else ()
    names = Counter(mention.candidates for mention in mentions)
    likeliest = (*(name for name, _ in names.most_common()), home)
    return next((name for name in likeliest if name and all(one.is_local for one in name)), ())


@lru_cache(4096)
def relation(place: Jurisdiction, other: Jurisdiction | None) -> str:
    """Return how a place lies to another in a word: "same", "around", "inside", "same state" ..."""
    if other is None or place == other:
        return "none" if other is None else "same"
    if place.is_nation or place.is_abroad:
        return "nation" if place.is_nation else "abroad"
    if place.kind == "state":
        return "its state" if within(other, place) else "another state"
    if is_mostly_in(within(other, place)):
        return "around"
    if is_mostly_in(within(place, other)):
        return "inside"
    return "same state" if place.state == other.state else "elsewhere"


@dataclass(frozen=True, slots=True)
class Latest:
    """The places named last before a position, the nearest first, and the last one of each level."""

    places: tuple[Jurisdiction, ...]
    levels: Mapping[str, Jurisdiction]

    @classmethod
    def before(cls, position: int, mentions: Sequence[PlaceMention], starts: Sequence[int]) -> Latest:
        """Return what was named last before a position; where somebody comes from does not count."""
        places: list[Jurisdiction] = []
        levels: dict[str, Jurisdiction] = {}
        at = bisect_left(starts, position)
        for mention in reversed(mentions[max(0, at - _FARTHEST) : at]):
            place = mention.jurisdiction
            if place is None or place.is_nation or mention.role == "affiliation":
                continue
            levels.setdefault(place.level, place)
            if place not in places and len(places) < _LATEST:
                places.append(place)
        return cls(tuple(places), levels)

    def rank(self, place: Jurisdiction) -> str:
        """Return "last", "last but one" ..., or "earlier"."""
        names = ("last", "last but one", "last but two")
        return names[self.places.index(place)] if place in self.places else "earlier"
