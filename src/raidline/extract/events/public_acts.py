"""Acts of public bodies by verbs that no list has: "the board kept the contract", "agents will leave the town"."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.actors import actor_pattern
from raidline.lexicon.wordlists import WordList, compile_words
from raidline.models import Kind

_REACH = 60  # characters from a subject to its verb
_BE = re.compile(r"\b(?:is|are|was|were|has|have|had|be|been)\b")
# what was or will be so may have happened; what is so, as in "the line is open 7 a.m.-11 p.m.", has not
_STATE = re.compile(
    r"\b(?:was|were|has|have|had|will|would)\b(?:\s+(?:not|no|never|be|been)\b)*|(?<=[a-z])['’](?:ll|ve|d)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?P<verb>[a-z]+(?:ed|en|wn|ht|ld|nt))\b[^.;]{0,30}?\bby\s")


def find_public_act(text: str, clause: Span) -> Trigger | None:
    """Return the first finite verb of a clause after a public body, with the kind of that body's acts; or None."""
    start, end = clause
    for verb in _verb().finditer(text, start, end):
        if verb["plain"] in _no_acts():
            continue
        if kind := _kind_of_subject(text, start, verb.start()):
            return Trigger(verb.start(), verb.end(), verb[0], kind, "act")
    for verb in _of_one().finditer(text, start, end):
        if kind := _kind_of_subject(text, start, verb.start()):
            return Trigger(verb.start(), verb.end(), verb[0], kind, "act")
    for verb in _PASSIVE.finditer(text, start, end):
        if kind := _kind_of_subject(text, verb.end(), min(end, verb.end() + _REACH)):
            return Trigger(verb.start("verb"), verb.end("verb"), verb["verb"], kind, "act")
    return None


def names_a_body(text: str, span: Span) -> bool:
    """Whether a stretch of text names a public body, an officer or a crowd."""
    return any(pattern.search(text, *span) for pattern, _ in _acting())


def find_verbs(text: str, clause: Span) -> list[Trigger]:
    """Return the finite verbs of a clause as triggers without a kind."""
    found = [v for v in _verb().finditer(text, *clause) if v["plain"] not in _no_acts()]
    return [Trigger(v.start(), v.end(), v[0], Kind.OTHER, "verb") for v in found]


def find_states(text: str, clause: Span) -> list[Trigger]:
    """Return what a clause tells without any act, as triggers without a kind: "had been in jail", "will be there"."""
    found = [*_of_one().finditer(text, *clause), *_STATE.finditer(text, *clause)]
    return [Trigger(v.start(), v.end(), v[0], Kind.OTHER, "verb") for v in found]


def has_finite_verb(text: str, clause: Span) -> bool:
    """Whether a clause has a finite verb, as far as the form of its words shows."""
    return any(v["plain"] not in _no_acts() for v in _verb().finditer(text, *clause)) or bool(_BE.search(text, *clause))


@cache
def _verb() -> WordList:
    words = lexicon.load("verbs")
    lists = ("irregular_past", "auxiliaries", "present")
    irregular, auxiliaries, present = ("|".join(map(re.escape, words[key])) for key in lists)
    ahead = rf"(?:{auxiliaries})\s+(?:not\s+|also\s+|soon\s+)?[a-z]{{3,}}"
    # after a plural subject a plain form is a verb: "agents block", "15 remain", not "the block"
    regex = re.compile(
        rf"(?<![\w-])(?:{ahead}|(?P<plain>{irregular}|[a-z]{{2,}}ed)|(?:(?<=s )|(?<=\d ))(?:{present}))(?![\w-])"
    )
    return WordList(regex, [*(word for key in lists for word in words[key]), "*ed"])


@cache
def _of_one() -> WordList:
    return compile_words(lexicon.load("verbs")["of_one"])


@cache
def _no_acts() -> frozenset[str]:
    return frozenset(lexicon.load("verbs")["no_acts"])


@cache
def _acting() -> tuple[tuple[WordList, Kind], ...]:
    actors = lexicon.load("actors")
    return tuple((actor_pattern(name), Kind(actor["does"])) for name, actor in actors.items() if "does" in actor)


def _kind_of_subject(text: str, start: int, verb: int) -> Kind | None:
    """Return the kind of act of the body nearest before a verb, with no other clause between them."""
    nearest: tuple[int, Kind] | None = None
    for pattern, kind in _acting():
        for match in pattern.finditer(text, max(start, verb - _REACH), verb):
            if nearest is None or match.end() > nearest[0]:
                nearest = match.end(), kind
    return nearest[1] if nearest else None
