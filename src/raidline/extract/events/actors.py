"""Actors: the public bodies of a passage, and the source of an act or a claim. Never a private person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.lexicon.actors import actor_pattern, unnamed_pattern
from raidline.lexicon.firstwords import FirstWords, number_of
from raidline.lexicon.patterns import longest_first
from raidline.lexicon.wordlists import WordList, WordLists, compile_words
from raidline.values.participant import Participant, ParticipantKind

_SPEAKERS = ("press", "court", "police", "agency", "executive", "legislature", "board")
_NEAR = 40  # characters
# Words that stand for a government only beside a name, and words that begin sentences and are no part of one.
_LOCAL = frozenset({"City", "County", "Parish", "State", "Town", "Village"})
_OPENING = "The|In|On|At|By|But|And|As|For|If|When|While|After|Before|Since|Then|Yesterday|Today"
_NAME_BEFORE = re.compile(rf"(?:^|(?<=\W))((?:(?!(?:{_OPENING}) )[A-Z][a-z]+(?:[-'’.][A-Za-z]+)? ){{1,3}})$")
_NAME_BEHIND = re.compile(r" of(?: [A-Z][a-z]+(?:[-'’.][A-Za-z]+)?){1,3}")
_OFFICES = {
    actor: Participant(ParticipantKind.CLASS, actor)
    for actor in ("court", "legislature", "board", "police", "executive")
}


ACTORS = ("court", "legislature", "board", "press", "agency", "agents", "police", "executive", "crowd")


@cache
def actors() -> WordLists:
    """Return the words for each class of actors."""
    return WordLists({actor: actor_pattern(actor) for actor in ACTORS})


@lru_cache(maxsize=256)  # several decisions ask for the same clause
def find_actors(text: str, span: Span) -> tuple[str, ...]:
    """Return the classes of actors in a stretch of text, in the order of `ACTORS`."""
    return tuple(actors().found_in(text, *span))


def agencies_pattern() -> WordList:
    """Return the expression for any public body of lexicon/agencies.yaml; `number_of` a match tells the row."""
    return _agencies()[0]


@cache
def _agencies() -> tuple[WordList, tuple[Participant, ...]]:
    rows = lexicon.load("agencies")
    patterns = [(word, number) for number, row in enumerate(rows) for word in longest_first(row["words"])]
    return WordList(FirstWords(patterns), [word for word, _ in patterns]), tuple(map(_body, rows))


def _body(row: Mapping[str, Any]) -> Participant:
    return Participant(ParticipantKind.CLASS if row.get("one_of_many") else ParticipantKind.BODY, row["name"])


@lru_cache(maxsize=256)  # several decisions ask for the same clause
def find_agencies(text: str, span: Span) -> tuple[str, ...]:
    """Return the names of the public bodies in a stretch of text, each once, in order of first mention."""
    return tuple(dict.fromkeys(body.name for body in _bodies(text, span)))


def _bodies(text: str, span: Span) -> Iterator[Participant]:
    pattern, bodies = _agencies()
    return (bodies[number_of(m)] for m in pattern.finditer(text, *span))


@lru_cache(maxsize=256)  # several decisions ask for the same clause
def find_participants(text: str, span: Span) -> frozenset[Participant]:
    """Return who takes part in a stretch of text: public bodies by name, papers as written, offices by class."""
    papers = (_paper(match[0]) for match in actor_pattern("press").finditer(text, *span))
    offices = (_OFFICES[actor] for actor in find_actors(text, span) if actor in _OFFICES)
    return frozenset((*papers, *offices, *_bodies(text, span)))


def _paper(written: str) -> Participant:
    unnamed = unnamed_pattern("press").fullmatch(written)
    return Participant(ParticipantKind.CLASS if unnamed else ParticipantKind.PAPER, written)


@cache
def reporting_pattern() -> WordList:
    """Return the expression for the words by which a report names its source."""
    return compile_words(lexicon.load("attribution")["reporting"])


def find_attribution(text: str, sentence: Span) -> str | None:
    """Return who vouches for a sentence, as a role or an institution: "CNN", "federal judge", "officials"; or None.

    That is the subject right before a verb of speech, or whoever follows it ("according to officials").
    """
    reporting = reporting_pattern().search(text, *sentence)
    if not reporting:
        return None
    named = [m for actor in _SPEAKERS for m in actor_pattern(actor).finditer(text, *sentence)]
    before = [m for m in named if m.end() <= reporting.start() and "," not in text[m.end() : reporting.start()]]
    behind = [m for m in named if 0 <= m.start() - reporting.end() <= _NEAR]
    near = max(before, key=lambda m: m.end(), default=None) or min(behind, key=lambda m: m.start(), default=None)
    return _with_its_name(text, near, sentence) if near else None


def _with_its_name(text: str, found: re.Match[str], sentence: Span) -> str:
    """Return a local government with the name that makes it one: "Harris County", "City of Aurora"."""
    if found[0] not in _LOCAL:
        return found[0]
    before = _NAME_BEFORE.search(text, sentence[0], found.start())
    behind = _NAME_BEHIND.match(text, found.end(), sentence[1])
    return f"{before[1] if before else ''}{found[0]}{behind[0] if behind else ''}"
