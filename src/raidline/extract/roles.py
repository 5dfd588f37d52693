"""What a capitalised name is doing: a scene, an office, an affiliation, or no place at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from raidline import lexicon
from raidline.extract.people import bare_word, first_names, titles
from raidline.places import Jurisdiction

_BASED = re.compile(r"(?:, [A-Z]{2})?-based\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a run of capitalised words, with what stands around it.

    `before` is the word before the run, and "" when the name does not open its run; `previous` and `follows` are
    the words beside it in the run; `behind` is the text right after it.
    """

    start: int
    end: int
    text: str
    before: str
    previous: str
    follows: str
    behind: str
    one_word: bool

    @classmethod
    def read(cls, text: str, tokens: Sequence[tuple[int, int]], first: int, after: int) -> Name:
        """Return the name made of the tokens from `first` up to, not including, `after`."""
        start = tokens[first][0]
        name = bare_word(text[start : tokens[after - 1][1]])
        end = start + len(name)
        before = text[max(0, start - 24) : start].split()[-1:] if first == 0 else []
        return cls(
            start,
            end,
            name,
            before[0].lower() if before else "",
            text[slice(*tokens[first - 1])] if first else "",
            bare_word(text[slice(*tokens[after])]) if after < len(tokens) else "",
            text[end : end + 12],
            after == first + 1,
        )

    @property
    def in_phrase(self) -> bool:
        """Whether a word of place stands before the name: "in Austin"."""
        return self.before in _words()["locative"]

    @property
    def is_office(self) -> bool:
        """Whether the name is that of an office or body of a place: "Boston Mayor", "LAPD"."""
        return self.follows in _words()["office_heads"] or self.text in _words()["bodies"]


@cache
def _words() -> dict[str, Any]:
    data = lexicon.load("place_words")
    return {key: value if isinstance(value, dict) else frozenset(value) for key, value in data.items()}


def is_organisation(words: Sequence[str]) -> bool:
    """Whether a whole run of capitalised words is the name of a paper, a firm or a body: "Washington Post"."""
    return len(words) > 1 and bare_word(words[-1]) in _words()["organisation_tails"]


def is_no_place(name: Name, candidates: Sequence[Jurisdiction], people: frozenset[str]) -> bool:
    """Whether a known name is a person's, a plain word or part of another name here."""
    if not name.one_word:
        return False
    is_town = candidates[0].kind == "place"
    return any(veto(name, is_town, people) for veto in _VETOES)


def _is_a_surname(name: Name, is_town: bool, people: frozenset[str]) -> bool:
    """Austin said so; but raids in Austin were in Austin."""
    firmly_placed = name.in_phrase and name.before not in _words()["weakly_locative"]
    return name.text in people and not firmly_placed and not name.is_office


def _follows_a_given_name(name: Name, is_town: bool, people: frozenset[str]) -> bool:
    return bare_word(name.previous) in first_names() or name.previous in titles()


def _ends_a_longer_name(name: Name, is_town: bool, people: frozenset[str]) -> bool:
    """Laron Bryant: the word before, no acronym and no opener of a run, makes it somebody's name."""
    previous = bare_word(name.previous)
    return is_town and bool(previous) and not previous.isupper() and previous not in _words()["run_openers"]


def _opens_a_longer_name(name: Name, is_town: bool, people: frozenset[str]) -> bool:
    """Boston Scientific: the run goes on, and not with an office."""
    return is_town and bool(name.follows) and not name.is_office and not name.in_phrase


def _is_a_word_first(name: Name, is_town: bool, people: frozenset[str]) -> bool:
    return name.text in _words()["words_first"] and (is_town or not name.in_phrase)


_VETOES: tuple[Callable[[Name, bool, frozenset[str]], bool], ...] = (
    _is_a_surname,
    _follows_a_given_name,
    _ends_a_longer_name,
    _opens_a_longer_name,
    _is_a_word_first,
)


def read_role(
    name: Name,
) -> tuple[Literal["scene", "affiliation", "organisation", "area", "context"], str]:
    """Return the role of a name that is a place, and in words why."""
    if _BASED.match(name.behind):
        return "affiliation", f"'{name.text}-based' says where somebody belongs"
    if name.behind.startswith("-area"):
        return "area", f"the {name.text} area"
    if name.is_office:
        return "organisation", f"'{f'{name.text} {name.follows}'.strip()}' is an office or body of the place"
    if name.in_phrase and name.before != "of":
        return "scene", f"'{name.before} {name.text}'"
    return "context", f"'{name.text}' is named"
