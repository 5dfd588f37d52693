"""What titles tell of, by classes: who, where, what was done, who decides, what about, and how far it came.

Two curators tell one happening in different words of the same class, "milkers" and "dairy hands"; of two happenings
of a day and a town, one is mostly of another class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon

PERSONS, SITES, DEEDS, DECIDERS, MATTERS, STAGES = "persons", "sites", "deeds", "deciders", "matters", "stages"
_READ = 65_536  # titles, cached
_SHORT = 3  # letters of words that are small in any title
_COURT = "court"  # a class of sites
_OFTEN, _SELDOM = 0.5, 2.0  # what a class that many titles have counts, and one of hardly any; any other counts 1
_MARKS = ".,;:!?…“”\"'–—-"  # around words, which are compared without
_PARTED = str.maketrans({"/": " ", "’": "'", **dict(zip("áéíóúñü", "aeiounu", strict=True))})  # "taquería"
_SINGULAR = re.compile(r"(?<![s’'])(?<=[a-z])$")


@dataclass(frozen=True, slots=True)
class Scene:
    """The classes that a title tells of by aspect, all of them with the wider ones, and the rest of the title."""

    told: Mapping[str, frozenset[str]]
    classes: frozenset[str]
    rest: str

    def of(self, aspect: str) -> frozenset[str]:
        """Return the classes of one aspect."""
        return self.told.get(aspect, frozenset())


@lru_cache(_READ)
def scene_of(title: str) -> Scene:
    """Return what a title tells of: by its longest words of the lists, from left to right."""
    lengths = _lengths()
    words = [word.strip(_MARKS) for word in title.translate(_PARTED).split()]
    small = [word.lower().removesuffix("'s") for word in words]
    if lengths.keys().isdisjoint(small):
        return Scene({}, frozenset(), title)
    told: dict[str, set[str]] = {}
    rest, number, is_sentence = [], 0, _is_sentence(words)
    while number < len(words):
        is_other = _is_verb(words, small, number) or (is_sentence and _is_of_name(words, number))
        classes, taken = ((), 1) if is_other else _classes_at(words, small, number)
        if not classes:
            rest.append(words[number])
        for aspect, name in classes:
            told.setdefault(aspect, set()).add(name)
        number += taken
    wider = _wider()
    names = frozenset(name for some in told.values() for name in some)
    every = names | {wider[name] for name in names if name in wider}
    return Scene({aspect: frozenset(some) for aspect, some in told.items()}, every, " ".join(rest))


def _is_verb(words: Sequence[str], small: Sequence[str], number: int) -> bool:
    """Whether a word that may be of a class is what somebody does: "ICE jails a veteran", "Judge Vale bars arrests"."""
    if number == 0 or small[number] not in _verbs_too():
        return False
    behind_name = small[number].endswith("s") and words[number].islower() and words[number - 1][:1].isupper()
    return behind_name or small[number - 1] in _acting() or "".join(small[number + 1 : number + 2]) in _acted_on()


def _is_of_name(words: Sequence[str], number: int) -> bool:
    """Whether a word is part of a longer name that says nothing of people: "Mount Baker", "Cook County"."""
    if not words[number][:1].isupper() or words[number].isupper():
        return False
    behind = "".join(words[number + 1 : number + 2])
    if behind in _named_behind():
        return True
    return number > 0 and words[number - 1][:1].isupper() and words[number].lower() in _trades_and_names()


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether a title is written like a sentence: in others every word has a capital."""
    small = lexicon.load("function_words")["words"]
    return any(len(word) > _SHORT and word[0].islower() and word not in small for word in words[1:])


def _classes_at(words: Sequence[str], small: Sequence[str], first: int) -> tuple[Sequence[tuple[str, str]], int]:
    """Return the classes of the longest listed words that begin with one of a title, and how many words that are."""
    for length in _lengths().get(small[first], ()):
        if first + length <= len(words) and (found := _meant().get(" ".join(small[first : first + length]))):
            written = " ".join(words[first : first + length])
            if classes := [one for one, name in found if written.startswith(name)]:
                return classes, length
    return (), 1


def have_a_class(one: str, two: str) -> bool:
    """Whether two titles tell of one class at all, or of a trade and where its people work."""
    scene, other = scene_of(one), scene_of(two)
    return not scene.classes.isdisjoint(other.classes) or at_work(scene, other)


def classes_in_common(one: str, two: str) -> list[str]:
    """Return the classes of which two titles tell in other words, by name."""
    scene, other = scene_of(one), scene_of(two)
    shared = {name for aspect in scene.told for name in _shared(scene.of(aspect), other.of(aspect))}
    return sorted(name for name in shared if not (name in one.lower() and name in two.lower()))


def are_apart(one: Scene, two: Scene, aspects: Iterable[str]) -> bool:
    """Whether two titles each tell of classes of an aspect that exclude those of the other."""
    for aspect in aspects:
        a, b = one.of(aspect) - _free(), two.of(aspect) - _free()
        is_decided = aspect == PERSONS and not one.of(DECIDERS).isdisjoint(two.of(DECIDERS))
        if is_decided or (a - _deciding() and b - _deciding()):  # "judge frees teacher", "judge frees cook"
            a, b = a - _deciding(), b - _deciding()
        if aspect == SITES and not one.of(DECIDERS).isdisjoint(two.of(DECIDERS)):
            a, b = a - {_COURT}, b - {_COURT}  # "federal court bars" is no site
        if a and b and not _shared(a, b):
            return True
    return False


def in_common(one: Scene, two: Scene, aspects: Iterable[str]) -> float:
    """Return how many classes of some aspects two titles have in common; those that many titles have count half."""
    shared = (name for aspect in aspects for name in _shared(one.of(aspect), two.of(aspect)))
    return sum(_OFTEN if name in _often() else _SELDOM if name in _seldom() else 1.0 for name in shared)


def at_work(one: Scene, two: Scene) -> bool:
    """Whether one title tells of people by their trade alone, and the other of a site of such work: "cook", "diner"."""
    for told, other in ((one, two), (two, one)):
        if told.of(PERSONS) - _free() and not other.of(PERSONS) - _free() and not told.of(SITES) - _free():
            trades = {*told.of(PERSONS), *(_wider()[name] for name in told.of(PERSONS) if name in _wider())}
            if _shared({_at()[name] for name in trades if name in _at()}, other.of(SITES)):
                return True
    return False


def _shared(some: Set[str], others: Set[str]) -> set[str]:
    """Return the classes that both have; a roofer is a builder, but no painter, who is one too."""
    wider = _wider()
    return {
        *(some & others),
        *(one for one in some if wider.get(one) in others),
        *(one for one in others if wider.get(one) in some),
    }


def _forms(word: str) -> Iterator[str]:
    yield word
    if _SINGULAR.search(word):
        yield f"{word}es" if word.endswith(("ch", "sh", "x")) else f"{word}s"


@cache
def _meant() -> Mapping[str, tuple[tuple[tuple[str, str], str], ...]]:
    """Return the aspects and names of the classes that words can mean, with their form if they are a name."""
    meant: dict[str, dict[tuple[tuple[str, str], str], None]] = {}
    for row in _rows():
        for word in row["words"]:
            as_written = "" if word.islower() else word
            for form in _forms(word):
                meant.setdefault(form.lower(), {})[(row["aspect"], row["name"]), as_written] = None
    return {word: tuple(classes) for word, classes in meant.items()}


@cache
def _lengths() -> Mapping[str, Sequence[int]]:
    """Return by the first word how many words those listed have, the most first."""
    lengths: dict[str, set[int]] = {}
    for listed in _meant():
        first, *others = listed.split()
        lengths.setdefault(first, set()).add(1 + len(others))
    return {first: sorted(some, reverse=True) for first, some in lengths.items()}


def _rows() -> Sequence[Mapping[str, str]]:
    rows: Sequence[Mapping[str, str]] = lexicon.load("scenes")
    return rows


@cache
def _free() -> frozenset[str]:
    """Return the classes that exclude no other."""
    return frozenset(row["name"] for row in _rows() if "beside" in row)


@cache
def _deciding() -> frozenset[str]:
    """Return the classes of people whom a title mostly tells for what they decide."""
    return frozenset(row["name"] for row in _rows() if "decides" in row)


@cache
def _verbs_too() -> frozenset[str]:
    return frozenset(lexicon.load("compounds")["verbs_too"])


@cache
def _named_behind() -> frozenset[str]:
    return frozenset(lexicon.load("compounds")["named_behind"])


@cache
def _trades_and_names() -> frozenset[str]:
    """Return the words of trades, which are names of people and places as well: "Baker", "Cook"; and "White House"."""
    rows = (row for row in _rows() if row["aspect"] == PERSONS and "decides" not in row)
    return frozenset({*(word for row in rows for word in row["words"]), *lexicon.load("compounds")["in_names"]})


@cache
def _acted_on() -> frozenset[str]:
    return frozenset(lexicon.load("compounds")["acted_on"])


@cache
def _acting() -> frozenset[str]:
    return frozenset(lexicon.load("compounds")["acting"])


@cache
def _often() -> frozenset[str]:
    return frozenset(row["name"] for row in _rows() if "beside" in row or "often" in row)


@cache
def _seldom() -> frozenset[str]:
    return frozenset(row["name"] for row in _rows() if "seldom" in row)


@cache
def _at() -> Mapping[str, str]:
    """Return the sites at which people of a trade work."""
    return {row["name"]: row["at"] for row in _rows() if "at" in row}


@cache
def _wider() -> Mapping[str, str]:
    return {row["name"]: row["of"] for row in _rows() if "of" in row}
