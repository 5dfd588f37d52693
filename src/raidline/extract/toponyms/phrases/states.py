"""States behind names that the gazetteer does not have, and abbreviated in headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import names_abroad
from raidline.extract.toponyms.names import NAME_WORD
from raidline.extract.toponyms.namesakes import state_named
from raidline.extract.toponyms.recognition.toponym import Strength, Toponym
from raidline.extract.toponyms.usage import Role
from raidline.lexicon.wordlists import WordList
from raidline.places.lookup import lookup_at_home
from raidline.places.names import normalise

_COMMA = re.compile(r",\s(?=[A-Z])")
_BEFORE_STATE = re.compile(
    rf"(?P<left>(?:\b\w+\s)?)(?P<name>{NAME_WORD}(?: (?:of |de |la )?{NAME_WORD}){{0,3}}),\s(?=[A-Z])"
)
_IN = re.compile(r"^(?i:in|near|at|outside|to|from|around)\s$")


def states_behind(text: str) -> Iterator[Toponym]:
    """Yield the state after any name, for names that are not in the gazetteer: "in Pine, Colo."."""
    for comma in _COMMA.finditer(text):
        state, end, written = state_named(text, comma.end())
        if not state:  # spares time
            continue
        match = _BEFORE_STATE.search(text, text.rfind(",", 0, comma.start()) + 1, comma.end() + 1)
        if not match or normalise(match["name"]) in names_abroad():
            continue
        if written.isupper() and written.isalpha() and not _IN.search(match["left"]):
            continue  # "Ana Hill, MD"
        if text[end : end + 2].strip(" \n").isalnum() or text[end : end + 1].isalnum() or text[end : end + 2] == "'s":
            continue  # "said Hill, Texas governor"
        found = tuple(j for j in lookup_at_home(written) if j.kind == "state")[:1]
        if found:
            role: Role = "scene" if _IN.search(match["left"]) else "context"
            key, start = normalise(found[0].name), match.end()
            how = f"the state of '{match['name']}'"
            yield Toponym(start, end, text[start:end], key, found, role, how, Strength.SURE)


def abbreviated_states(text: str) -> Iterator[Toponym]:
    """Yield the states of headlines: "an Ill. man", "Mass. lawmakers"."""
    for match in _abbreviation().finditer(text):
        found = tuple(j for j in lookup_at_home(match[0]) if j.kind == "state")
        how = f"'{match[0]}' is {found[0].name}"
        key = normalise(found[0].name)
        yield Toponym(match.start(), match.end(), match[0], key, found[:1], "context", how, Strength.SURE)


@cache
def _abbreviation() -> WordList:
    """Match the abbreviation of a state that is not another word, before a lower-case word."""
    either = "|".join(map(re.escape, sorted(placewords.table("abbreviated_states"), key=len, reverse=True)))
    regex = re.compile(rf"(?<![,.] )(?<![\w.-])(?:{either})(?=\s[a-z])")
    return WordList(regex, placewords.table("abbreviated_states"))
