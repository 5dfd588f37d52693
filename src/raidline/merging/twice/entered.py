"""Events as they are compared: the words of a title by what they are worth, the places, the days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from raidline import lexicon
from raidline.counts.spelled import FIRST_WORDS, spelled
from raidline.lexicon.patterns import as_listed
from raidline.lexicon.wordlists import WordList
from raidline.merging.words import beginnings, worth_of_words
from raidline.models import Event, Kind
from raidline.places.containment import with_wider, within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, read, state_of

_READ = 65_536  # titles, cached
# What begins with a class of characters is tried only where one of them stands; what looks behind first, everywhere.
_FIGURE = re.compile(r"\d(?<![\w.,:$-]\d)\d?(?![\w,:%-]|\.\d|\s?[ap]\.?m)")
_SPELLED_OUT = {
    str(number): word for word in FIRST_WORDS if (number := spelled(word)) and (number < 20 or number % 10 == 0)
}
_TOWN = r"([A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2}?)"
_PLACED = re.compile(rf"\b(?:in|at|near|outside|of)\s{_TOWN}(?!\s?[A-Z’'])|\b{_TOWN}[’']s\s")
_PROTEST = "(protest)"  # how words that say an act of protest are compared
_PROTESTS = {Kind.PROTEST, Kind.OTHER}
_DOUBLED = re.compile(r"([bdgmnpt])(?<=[A-Za-z].)\1(?:ing|ed)\b")  # "dropping", "stopped"
_STREET = re.compile(
    r"\s(?<=[a-z]\s)(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Highway|Hwy|Parkway|Pkwy)\b\.?"
)
_AT_A_SITE = re.compile(
    r"\b(?:at|near|outside|off|on|in|inside|behind|along|down|up)\s(?:an?\s|the\s)?"
    r"[^,;:]*?(?=$|[,;:]|\s(?:as|after|while|for|by|over|to)\b)"
)
_ENDING = re.compile(r"(?<=[a-z]{3})(?:s|ed)$")  # "begin" and "begins", "masks" and "masked"
Words = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what is compared."""

    event: Event
    first: date
    last: date
    words: Words
    worth: float
    urls: frozenset[str]

    @classmethod
    def of(cls, event: Event) -> Told:
        """Return what is compared of an event."""
        first, last = event.date.bounds()
        words = words_told(event.title, event.places)
        urls = frozenset(source.url for source in event.sources if source.url)
        return cls(event, first, last, words, sum(words.values()), urls)

    @property
    def days(self) -> int:
        """The length of its date."""
        return (self.last - self.first).days + 1

    @property
    def kept_under(self) -> tuple[str, ...]:
        """The keys of places by which others find it."""
        return _places(self.event.places)[0]

    @property
    def looked_for(self) -> tuple[str, ...]:
        """The keys of places by which it finds others."""
        return _places(self.event.places)[1]


@lru_cache(_READ)
def words_told(title: str, places: tuple[str, ...]) -> Words:
    """Return the words that distinguish titles, with what sharing each is worth."""
    known = tuple(one for one in read(places) if isinstance(one, Jurisdiction))
    title = _STREET.sub("", title)  # "on Maple", whatever the word for the street
    title = _retold_alike(title)
    plain = _DOUBLED.sub(r"\1", _FIGURE.sub(lambda figure: _SPELLED_OUT.get(figure[0], figure[0]), title))
    worth = worth_of_words(_in_one_word(plain), known)
    named = _words_of(places)
    return {without_ending(word): much for word, much in worth.items() if word not in named}


@lru_cache(_READ)
def without_its_towns(title: str, places: tuple[str, ...]) -> str:
    """Return a title without the names of its places of several words, which are no sites: "Riviera Beach"."""
    names = (place.name for place in read(places) if isinstance(place, Jurisdiction) and " " in place.name)
    for name in names:
        title = title.replace(name, " ")
    return title


@lru_cache(_READ)
def _words_of(places: tuple[str, ...]) -> frozenset[str]:
    """Return the words for places, also those of a part of a town, which is read as the town."""
    return frozenset(word for name in places for word in beginnings(name))


@lru_cache(_READ)
def read_widely(places: tuple[str, ...]) -> tuple[Jurisdiction | str, ...]:
    """Return the places, each that is not known with the state it is said to be in: "Exampleton, Georgia"."""
    return tuple(
        chain.from_iterable((one, *_state_of(one)) if isinstance(one, str) else (one,) for one in read(places))
    )


def _state_of(name: str) -> Iterator[Jurisdiction]:
    state = decided(name.rpartition(", ")[2]) if ", " in name else None
    if state and state.kind == "state":
        yield state


@lru_cache(_READ)
def _places(places: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what an event at these places is kept under, and what is looked for: the places, what contains them."""
    own: set[str] = set()
    wider: set[str] = set()
    for place in read_widely(places):
        if isinstance(place, str):
            own.add(place)
        else:
            first, *others = with_wider(place)
            own.add(first.code)
            wider.update(one.code for one in others)
    kept = (*(f"={code}" for code in own), *(f"<{code}" for code in own | wider))
    return kept, (*(f"<{code}" for code in own), *(f"={code}" for code in wider))


def is_protest_against(one: Told, two: Told) -> bool:
    """Whether one event is a protest, and only its title says so: the other is what it is against.

    In a table without kinds all are "other": there the title alone says which of them is a protest.
    """
    said = [_PROTEST in told.words for told in (one, two)]
    protest, other = (one, two) if said[0] else (two, one)
    return said[0] != said[1] and protest.event.kind in _PROTESTS and other.event.kind is not Kind.PROTEST


def names_another_town(one: Told, two: Told) -> bool:
    """Whether the title of an event of a wider place names a town that is not the other's: "in Tyler", "Tyler's"."""
    for told, other in ((one, two), (two, one)):
        own, its = _known(told), _known(other)
        states = {state_of(place).name for place in own if not place.is_abroad}
        for match in _PLACED.finditer(told.event.title) if states else ():
            towns = [town for state in states if (town := decided(f"{match[1] or match[2]}, {state}"))]
            if towns and not any(
                within(a, b) or within(b, a) for a in towns for b in (*its, *own) if b.kind not in ("state", "nation")
            ):
                return True
    return False


def names_its_town(one: Told, two: Told) -> bool:
    """Whether the title of an event of a county or a state names the town of the other: "in Tyler", "Tyler bakery"."""
    if all(place.kind not in ("county", "state") for place in _known(one)):
        return False
    towns = [town for town in _known(two) if any(within(town, place) for place in _known(one) if place != town)]
    return any(re.search(rf"\b{re.escape(town.name)}\b", one.event.title) for town in towns)


def _in_one_word(title: str) -> str:
    """Return a title with the compounds that people also write as two words, in one: "farmworkers"."""
    return _compounds().sub(lambda match: re.sub(r"[\s-]+", "", match[0]), title)


def _retold_alike(title: str) -> str:
    """Return a title with one word for all that mean the same."""
    small = title[:1].lower() + title[1:]
    found = list(_retold().finditer(small))
    if not found:
        return title
    title = small if found[0].start() == 0 else title  # "Reporters sue"
    parts, at = [], 0
    for match in found:
        parts += [title[at : match.start()], _told_as()[as_listed(match[0])]]
        at = match.end()
    return "".join((*parts, title[at:]))


def words_of_site(title: str, places: tuple[str, ...]) -> frozenset[str]:
    """Return the words, as they are compared, that a title has only for where it was: "at a tree lot off Main Road"."""
    inside = " ".join(match[0] for match in _AT_A_SITE.finditer(title))
    return frozenset(words_told(inside, places)) - frozenset(words_told(_AT_A_SITE.sub(" ", title), places))


@cache
def _told_as() -> Mapping[str, str]:
    """Return the word by which titles are compared for each that means the same."""
    return {word: row["words"][0] for row in lexicon.load("retold") for word in row["words"]}


@cache
def words_of_acts() -> frozenset[str]:
    """Return the words, as they are compared, for what is done, when or how, rather than where or to whom."""
    firsts = (row["words"][0] for row in lexicon.load("retold") if row.get("is_act"))
    return frozenset(without_ending(word) for first in firsts for word in beginnings(first))


@cache
def _retold() -> WordList:
    """Return an expression for words that mean the same as others, in small letters: capitals make names."""
    words = sorted(_told_as(), key=lambda word: -len(word))
    listed = "|".join(word.replace(" ", r"[ ]") for word in words)
    return WordList(re.compile(rf"(?:{listed})(?![\w-])"), words)


@cache
def _compounds() -> re.Pattern[str]:
    words = "|".join(one.replace(" ", r"[\s-]") for one in lexicon.load("compounds")["in_one_word"])
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def without_ending(word: str) -> str:
    """Return a word as titles are compared: "mask" for "masks"."""
    return _ENDING.sub("", word)


def _known(told: Told) -> list[Jurisdiction]:
    return [place for place in read(told.event.places) if isinstance(place, Jurisdiction)]
