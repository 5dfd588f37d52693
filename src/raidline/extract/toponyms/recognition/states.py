"""States beside a name or in it: "Usage, Pa.", "north Carolina", "Washington state"."""

from __future__ import annotations

import re
from dataclasses import replace

from raidline.extract.toponyms.namesakes import goes_on_a_list, state_behind, state_named
from raidline.extract.toponyms.recognition.toponym import Case, No, Strength, Verdict
from raidline.places.codes import state_words
from raidline.places.lookup import lookup_at_home
from raidline.places.names import normalise
from raidline.places.reading import by_code

_STATE_WORD = re.compile(r"\s[sS]tate\b(?!\s+(?:[Uu]niversity|[Cc]ollege))")
_DIRECTION = re.compile(r"\b(north|south)\s$")
_LOCATED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Tt]o|[Ff]rom|of) $")
_GOES_ON = re.compile(r",?\s+(?:and|or|&)\s+")
_IN_A_LIST = re.compile(r",?\s+(?:and|or|&)\s|,\s+[A-Z]|\s+[A-Z]")
_OF_A_PARTY = re.compile(r"\s(?:Republican|Democrat)\b")


def small_direction(case: Case) -> Verdict:
    """Read "north Carolina", as broadcasts write it."""
    left = case.name.left
    direction = _DIRECTION.search(left) if left[-6:-1] in {"north", "south"} else None  # spares time
    if not direction or case.meanings[0].kind == "state":
        return None
    found = tuple(j for j in lookup_at_home(f"{direction[1]} {case.name.text}") if j.kind == "state")
    if not found:
        return None
    start, toponym = case.name.start - len(direction[0]), case.toponym(Strength.SURE, case.name.end, case.key, found)
    return replace(toponym, start=start, text=case.name.run.text[start : toponym.end], key=normalise(found[0].name))


def state_in_words(case: Case) -> Verdict:
    """Read "Washington state", "New York State"."""
    match = _STATE_WORD.match(case.name.right()) if case.is_state_and_city else None
    return case.toponym(Strength.SURE, case.name.end + len(match[0]), case.key, case.meanings[:1]) if match else None


def town_like_a_state(case: Case) -> Verdict:
    """Read "Ohio, Ill.", "in Nevada, Iowa, on Monday" as towns; two states in a list remain states."""
    text, name = case.name.run.text, case.name
    postal, after, written = state_behind(text, name.end)
    found = tuple(j for j in lookup_at_home(f"{name.text}, {written}") if j.kind == "place") if postal else ()
    if not found:
        return None
    is_spelt_out = normalise(written) == normalise(by_code(state_words()[normalise(written)]).name)
    if is_spelt_out and (_IN_A_LIST.match(text, after) or not _LOCATED.search(name.left)):
        return None
    if (more := _GOES_ON.match(text, after)) and state_named(text, more.end())[0]:
        return None
    return case.toponym(Strength.SURE, after, case.key, found)


def in_state_behind(case: Case) -> Verdict:
    """Read "Usage, Pa."; nothing if the state has no such place: "Hollywood, Calif."."""
    postal, after, written = state_behind(case.name.run.text, case.name.end)
    if not postal or goes_on_a_list(case.key, written):
        return None
    if _OF_A_PARTY.match(case.name.run.text, after):
        return No.PLACE  # "Rep. Ana Carter, Texas Republican"
    certain = case.with_state(case.name.end, case.key, case.meanings)
    may_be_listed = case.is_state_and_city or case.meanings[0].kind in {"state", "nation"}
    return certain or (None if may_be_listed else No.PLACE)
