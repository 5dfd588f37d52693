"""A candidate with what is compared, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from raidline.counts.agreement import figures_of
from raidline.counts.people import one_count
from raidline.counts.value import Count
from raidline.merging.nearness import Where, where, with_setting
from raidline.merging.slips.wording import slips_of
from raidline.merging.words import FEWEST_PEOPLE, Words, acts_of, beginnings, own_part, read_words
from raidline.models import Candidate, Kind
from raidline.places.jurisdiction import DISTRICT, Jurisdiction
from raidline.places.lookup import nation

_PLACES_KNOWN = 30_000  # cached
_PRESIDENT = re.compile(r"\b(?:[Tt]he|[Bb]y) [Pp]resident\b|\bPresident [A-Z]")
IN_THE_STREETS = (Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST)  # there may be several in a state on one day
_LARGE = 1_000  # people
_TIMES = 3  # as many are others
_LONGEST_DAY = 31  # days of a date that may be that of a report, rather than of what it counts
_KIND_NUMBERS = {kind.value: number for number, kind in enumerate(Kind)}


class Telling:
    """A candidate: its first and last day (as ordinals), its places, the words of its sentence.

    `earliest` and `latest` are the days on which it may have been, if the first and the last may be off (`slips`).
    `exact` are numbers of people of a year or so that no two have by chance, each with what is counted. `around` is
    where it may be by what its article tells most of; `as_kinds` has a bit for each kind that it may be.
    """

    __slots__ = (
        "_amounts",
        "_keys",
        "_marks",
        "_words",
        "around",
        "as_kinds",
        "candidate",
        "counts",
        "earliest",
        "exact",
        "first",
        "kind",
        "kind_number",
        "last",
        "latest",
        "named",
        "names",
        "topics",
        "unnamed",
        "where",
    )

    def __init__(self, candidate: Candidate) -> None:
        first, last = candidate.date.bounds()
        self.candidate = candidate
        self.topics = frozenset(candidate.topics)
        self.kind = candidate.kind
        self.kind_number = _KIND_NUMBERS[candidate.kind.value]
        self.as_kinds = sum({1 << _KIND_NUMBERS[kind.value] for kind in (candidate.kind, *candidate.kinds)})
        self.first, self.last = first.toordinal(), last.toordinal()
        before, after = slips_of(candidate) if self.first == self.last else (0, 0)
        self.earliest, self.latest = self.first - before, self.last + after
        places = _places(candidate)
        self.where: Where = where(places, candidate.place_text)
        self.around = (
            with_setting(places, candidate.setting) if self.where.is_sure and candidate.setting else self.where
        )
        self.names = _names(candidate.places or candidate.place_text)
        self.named = frozenset([one.name for one in candidate.participants if one.is_named])
        self.unnamed = frozenset([one.name for one in candidate.participants if not one.is_named])
        self.counts = frozenset(candidate.counts.items())
        is_period = self.last - self.first > _LONGEST_DAY
        self.exact = frozenset(_exact(candidate) if is_period else ())
        self._amounts: dict[str, Count] | None = None
        self._words: Words | None = None
        self._marks: frozenset[str] | None = None
        self._keys: frozenset[str] | None = None

    @property
    def amounts(self) -> dict[str, Count]:
        """What it counts, as sources call it alike."""
        if self._amounts is None:
            self._amounts = {one_count(what): count for what, count in self.candidate.counts.items()}
        return self._amounts

    def counts_others(self, other: Telling) -> bool:
        """Whether two reports number so many more or fewer of the same that they cannot mean the same people.

        Police and organizers differ by half; the first and the last report of a raid by less.
        """
        if not (self.counts and other.counts):
            return False
        both = ((count, other.amounts[what]) for what, count in self.amounts.items() if what in other.amounts)
        return any(_is_far(*sorted(two, key=lambda count: count.low or 0)) for two in both)

    @property
    def words(self) -> Words:
        """The words of its sentence; many are never asked for."""
        if self._words is None:
            known = self.around.places if self.where.is_sure else self.candidate.places
            self._words = read_words(self._own_part(), known)
        return self._words

    def _own_part(self) -> str:
        return own_part(self.candidate.quote, self.candidate.date_text, self.candidate.trigger)

    @property
    def marks(self) -> frozenset[str]:
        """The bodies, and on one day an office's act: reports from one wide place are compared if they share one."""
        if self._marks is None:
            acts = self.words.often & acts_of(self.kind) if self.first == self.last else frozenset[str]()
            self._marks = acts | self.named
        return self._marks

    @property
    def keys(self) -> frozenset[str]:
        """The words that few reports use, and the numbers of people: reports that share one are compared anywhere."""
        if self._keys is None:
            counted = (figure for count in self.candidate.counts.values() for figure in figures_of(count))
            people = [str(figure) for figure in counted if figure >= FEWEST_PEOPLE]
            self._keys = self.words.rare.union(self.words.figures, people)
        return self._keys

    @property
    def telling_keys(self) -> frozenset[str]:
        """The names and numbers among the keys."""
        return self.words.names | {key for key in self.keys if key[0].isdigit()}

    def names_place_of(self, other: Telling) -> bool:
        """Whether its sentence names a town or county that the other report is placed in."""
        if not other.names:
            return False
        said = self.words.said
        return any(name <= said for name in other.names)


def _is_far(fewer: Count, more: Count) -> bool:
    return bool(fewer.high and more.low and more.low >= _TIMES * fewer.high)


def _exact(candidate: Candidate) -> Iterator[str]:
    """Yield the large numbers that nobody rounded: "235,413 deported"."""
    for what, count in candidate.counts.items():
        if count.low == count.high and count.low and count.low >= _LARGE and count.low % 100:
            yield f"{count.low} {one_count(what)}"


def _places(candidate: Candidate) -> tuple[Jurisdiction, ...]:
    """Return the places, and the nation beside them for what is decided in its capital or ordered by its president."""
    is_of_the_nation = (candidate.kind is Kind.ORDER and _PRESIDENT.search(candidate.quote)) or (
        candidate.kind not in IN_THE_STREETS and any(place.code == DISTRICT for place in candidate.places)
    )
    if is_of_the_nation:
        return *candidate.places, nation()
    if not candidate.places and not candidate.place_text:
        return (nation(),)  # somewhere in it: another paper may say where
    narrow = tuple(place for place in candidate.places if not place.is_nation)
    return candidate.places if not narrow or candidate.places[0].is_nation else narrow


@lru_cache(_PLACES_KNOWN)
def _names(places: tuple[Jurisdiction, ...] | str) -> tuple[frozenset[str], ...]:
    """Return the names of the towns and counties, each as the words by which sentences are compared."""
    local = [places] if isinstance(places, str) else [one.short_name for one in places if one.is_local]
    return tuple(words for name in local if (words := frozenset(beginnings(name))))
