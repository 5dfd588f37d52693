"""Namesakes: which of the places of one name an article means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from raidline import lexicon
from raidline.errors import RaidlineError
from raidline.placenames import normalise
from raidline.places import Jurisdiction, by_code, lookup, names, resolve, state_words

Meanings = tuple[Jurisdiction, ...]

_STATE_BEHIND = re.compile(r",\s+(?:[A-Z]\.\s?[A-Z]\.?|[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+)?|[A-Z]{2})|\s+\([A-Z][a-z]+\.\)")
_SHORTEST_STATE_NAME = 4  # "Iowa"; postal codes are read only behind a name


def meanings(name: str) -> Meanings | None:
    """Return what a capitalised name can mean, a state alone where it is one.

    Empty for a name no place has; None for what only looks like one ("White House").
    """
    data = lexicon.load("place_words")
    if name in data["in_text"]:
        return lookup(data["in_text"][name]) if data["in_text"][name] else None
    if name in data["bodies"]:
        return lookup(data["bodies"][name])
    key = normalise(name)
    if key in state_words() and len(name) >= _SHORTEST_STATE_NAME:
        return (by_code(state_words()[key]),)
    return tuple(map(by_code, names().get(key, ())))


def state_behind(text: str, end: int) -> tuple[str, int]:
    """Return the postal code of the state written behind a name, and where it ends: ", Texas", ", TX", " (Md.)".

    ("", end) when there is none.
    """
    match = _STATE_BEHIND.match(text, end)
    while match:
        written = match[0].strip(" ,()")
        if states := [c for c in lookup(written) if c.kind == "state"]:
            return states[0].state, match.end()
        shorter = written.rpartition(" ")[0]
        match = re.compile(rf",\s+{re.escape(shorter)}").match(text, end) if shorter else None
    return "", end


def resolve_namesakes(named: Sequence[tuple[str, Meanings]]) -> list[tuple[Meanings, str]]:
    """Return for each (normalised name, meanings) what is left of its meanings, and why; one sense an article.

    What the article says elsewhere decides, then a namesake that prevails by size, then the states it names.
    """
    settled: dict[str, Meanings] = {key: found for key, found in named if len(found) == 1}
    states = Counter(found[0].state for _, found in named if len(found) == 1 and found[0].state)
    senses = []
    for key, found in named:
        chosen, why = (found, "") if len(found) == 1 else _choose(key, found, settled, states)
        if len(chosen) == 1:
            settled.setdefault(key, chosen)
        senses.append((chosen, why))
    return senses


def _choose(key: str, found: Meanings, settled: dict[str, Meanings], states: Counter[str]) -> tuple[Meanings, str]:
    if key in settled:
        return settled[key], "the article says which elsewhere"
    try:
        return (resolve(key),), "by far the largest of that name"
    except RaidlineError:
        pass
    for state, _ in states.most_common():
        if here := [j for j in found if j.state == state]:
            return (here[0],), f"the article is about {state}"
    return found, ""
