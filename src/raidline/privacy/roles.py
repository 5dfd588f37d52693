"""The words for public offices and roles, and the forms in which they stand beside a name."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon

_MOST_PARTICLES = 40  # characters of a given name and of particles


def bare(word: str) -> str:
    """Return a word in lower case, without a possessive ending."""
    return re.sub(r"['’]s?$", "", whole(word))


def whole(word: str) -> str:
    """Return a word with its possessive ending: the mayor's brother holds no office."""
    return word.strip(".-").casefold().removesuffix("-elect").removesuffix("-designate")


def parts(word: str) -> list[str]:
    """Return the parts of a word with a hyphen: "then-Sheriff", "Rep.-elect"."""
    return [part.strip(".") for part in word.casefold().split("-")] if "-" in word else []


def before_particles(text: str, start: int) -> int:
    """Return where a surname begins with its particles, if a name stands before them: "Ana de los Reed"."""
    found = _particles().search(text, max(0, start - _MOST_PARTICLES), start)
    return found.start("particles") if found else start


@cache
def _particles() -> re.Pattern[str]:
    """Match the particles between a given name and a surname."""
    particles = "|".join(lexicon.load("name_parts")["particles"])
    return re.compile(rf"\b[A-ZÀ-Þ][\w’'-]*\.?\s+(?P<particles>(?:(?:{particles})\s+)+)$")


def is_of_school(before: str, word: str) -> bool:
    """Whether a role is no office with the word before it: "team captain", "class representatives"."""
    said = f"{before} {word.strip('.')}".casefold()
    return not role_words("school_roles").isdisjoint((said, said.removesuffix("s")))


@cache
def role_words(name: str) -> frozenset[str]:
    """Return the words of a list of privacy.yaml."""
    return frozenset(lexicon.load("privacy")[name])


@cache
def offices() -> frozenset[str]:
    """Return the roles that are public offices."""
    return roles() - role_words("no_office")


@cache
def small_roles() -> frozenset[str]:
    """Return the words that make a name public in small letters alone: with a capital they may be part of one."""
    return role_words("small_roles")


@cache
def roles() -> frozenset[str]:
    """Return the words that make a name public, in lower case."""
    titles = [*lexicon.load("place_words")["titles"]]
    offices = lexicon.load("offices")
    titles += [title for level in offices.values() if "titles" in level for title in level["titles"]]
    last_words = {bare(title.split()[-1]) for title in titles if len(title.split()) < 4}
    in_spanish = frozenset(lexicon.load("person_spanish")["roles"])
    return frozenset(last_words | role_words("roles") | in_spanish) - role_words("private")
