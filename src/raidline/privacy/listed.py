"""What lists and registers know of a word: that it is a name, a relative, a trade, or a word for public bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from raidline import lexicon
from raidline.extract.toponyms.people import first_names
from raidline.privacy import registers
from raidline.privacy.registers import plain


def is_given(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a given name in any list."""
    return word in given_names() or registers.is_given(word)


def is_family(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a family name in any list; of one with a hyphen a part is enough."""
    return any(part in family_names() or registers.is_family(part) for part in (word, *word.split("-")))


def is_public_word(word: str) -> bool:
    """Whether a word with a capital stands for public bodies, calendars, peoples or creeds."""
    return word in _public()


@cache
def given_names() -> frozenset[str]:
    """Return the known given names, as `plain` writes them."""
    return _plain_all([*first_names(), *lexicon.load("showing")["names"], *_of_all_origins("given")])


@cache
def family_names() -> frozenset[str]:
    """Return the known family names, as `plain` writes them; of those in several words the last."""
    return _plain_all(name.split()[-1] for name in (*lexicon.load("showing")["names"], *_of_all_origins("family")))


@cache
def only_family_names() -> frozenset[str]:
    """Return the known family names that are given names of nobody, as `plain` writes them."""
    return _plain_all(_of_all_origins("family")) - _plain_all([*first_names(), *_of_all_origins("given")])


def is_only_family(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a family name and hardly anybody's given name."""
    return word in only_family_names() or (registers.is_family(word) and not registers.is_given(word))


@cache
def only_spanish_family_names() -> frozenset[str]:
    """Return those of them that come from Spanish: people have two, and cases go by them."""
    return only_family_names() & _plain_all(lexicon.load("person_names")["family"]["spanish"])


@cache
def also_words() -> frozenset[str]:
    """Return the names that are also words or places, as `plain` writes them."""
    names = lexicon.load("person_names")
    return _plain_all([*lexicon.load("showing")["also_words"], *names["also_words"], *names["given"]["words"]])


@cache
def kin() -> frozenset[str]:
    """Return the words for relatives and the like, in lower case."""
    return frozenset(lexicon.load("privacy")["kin"])


@cache
def trades() -> frozenset[str]:
    """Return what people do for a living or are called, in lower case."""
    return frozenset(lexicon.load("privacy")["trades"])


@cache
def taken() -> frozenset[str]:
    """Return the verbs for what is done to people, in lower case."""
    return frozenset(lexicon.load("privacy")["taken"])


@cache
def _public() -> frozenset[str]:
    return frozenset(lexicon.load("showing")["public"]) | frozenset(lexicon.load("showing")["letters"])


def _of_all_origins(which: str) -> Iterator[str]:
    for names in lexicon.load("person_names")[which].values():
        yield from names


def _plain_all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))
