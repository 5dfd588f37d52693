"""Triggers: the words that say what happened, and the kind of event they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.actors import actor_pattern
from raidline.lexicon.firstwords import FirstWords, number_of
from raidline.lexicon.patterns import longest_first
from raidline.lexicon.wordlists import WordList, WordLists, compile_words
from raidline.models import Kind

_LONGEST_SHOWN = 3  # words


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that names or performs an act; `role` as in lexicon/triggers.yaml."""

    start: int
    end: int
    text: str
    kind: Kind
    role: str
    is_taken_up: bool = False  # named in the sentence before: "Another is planned"

    @property
    def is_verb(self) -> bool:
        """Whether it is an action rather than the name of a happening."""
        return self.role != "event"


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    role: str
    by: tuple[str, ...]


@cache
def _entries() -> tuple[WordLists, list[_Entry], WordList, list[_Entry]]:
    """Return the entries that require a subject, their words by number first; and the others, one expression first."""
    asking: list[_Entry] = []
    words: dict[str, WordList] = {}
    free: list[_Entry] = []
    patterns: list[tuple[str, int]] = []  # each with the number of its entry
    for row in lexicon.load("triggers"):
        entry = _Entry(Kind(row["kind"]), row["role"], tuple(row.get("by", ())))
        if entry.by:
            words[str(len(asking))] = compile_words(row["words"])
            asking.append(entry)
        else:
            patterns += [(pattern, len(free)) for pattern in longest_first(row["words"])]
            free.append(entry)
    every = WordList(FirstWords(patterns), [pattern for pattern, _ in patterns])
    return WordLists(words), asking, every, free


@lru_cache(maxsize=64)  # a sentence is read again when its kind is decided
def find_triggers(text: str, clause: Span) -> tuple[Trigger, ...]:
    """Return the triggers of one clause in order, without overlaps; entries that require a subject win."""
    start, end = clause
    lists, asking, free, free_entries = _entries()
    found: list[Trigger] = []
    for number, pattern in lists.near(text, start, end):
        entry = asking[int(number)]
        for match in pattern.finditer(text, start, end):
            if _acted_by(entry.by, text, start, match, end):
                _add(found, match, entry)
    for match in free.finditer(text, start, end):
        entry = free_entries[number_of(match)]
        if not (match[0][0].isupper() and match.start() > start and _in_a_name(text, match, entry.role)):
            _add(found, match, entry)
    return tuple(sorted(found, key=lambda t: t.start))


_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]*\s+$")
_NAME_BEHIND = re.compile(r"\s+[A-Z]")


def _in_a_name(text: str, match: re.Match[str], role: str) -> bool:
    """Whether a capitalised word is part of a name: the "States" of "United States", the "Police" of "State Police"."""
    if match[0].isupper() or match[0].startswith(("Operation", "Executive")):
        return False
    before = _NAME_BEFORE.search(text, max(0, match.start() - 24), match.start())
    return bool(before) and (role != "event" or bool(_NAME_BEHIND.match(text, match.end())))


def _add(found: list[Trigger], match: re.Match[str], entry: _Entry) -> None:
    if not any(t.start < match.end() and match.start() < t.end for t in found):
        found.append(Trigger(match.start(), match.end(), _shown(match[0]), entry.kind, entry.role))


def _shown(matched: str) -> str:
    """Return the words of a trigger without those in its gap, which may be somebody's name: "held … jail"."""
    words = matched.split()
    return f"{words[0]} … {words[-1]}" if len(words) > _LONGEST_SHOWN else " ".join(words)


_THEY = re.compile(r"\W*[Tt]hey\s")
_BEFORE = 240  # characters before a sentence in which those stand whom "they" means
_MANY = frozenset({"agents", "police", "crowd"})  # whom "they" may mean


def _acted_by(actors: tuple[str, ...], text: str, start: int, verb: re.Match[str], end: int) -> bool:
    """Whether one of `actors` comes before the verb in its clause, or after it with "by"."""
    for actor in actors:
        pattern = actor_pattern(actor)
        if pattern.search(text, start, verb.start()):
            return True
        if actor in _MANY and _THEY.match(text, start, verb.start()):
            line = text.rfind("\n", 0, start) + 1
            if pattern.search(text, max(line, start - _BEFORE), start):
                return True
        by = re.compile(r"\s+(?:\w+\s+){0,3}by\s+").match(text, verb.end(), end)
        if by and pattern.search(text, by.end(), min(end, by.end() + 60)):
            return True
    return False
