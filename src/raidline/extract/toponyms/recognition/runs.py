"""The toponyms of a run of capitalised words: the longest known names, each read by the first rule that knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.names import Name, Run
from raidline.extract.toponyms.recognition.bare import read_bare
from raidline.extract.toponyms.recognition.counties import counties, county, county_of, is_beside_county
from raidline.extract.toponyms.recognition.known import is_of_a_council, known, opens_a_name
from raidline.extract.toponyms.recognition.states import (
    in_state_behind,
    small_direction,
    state_in_words,
    town_like_a_state,
)
from raidline.extract.toponyms.recognition.toponym import Case, No, Toponym, Verdict

_LONGEST_NAME = 5
_NUMBER = re.compile(r"-\d")  # "DC-8"


def toponyms_in(run: Run, surnames: frozenset[str]) -> Iterator[Toponym | Abroad]:
    """Yield the places of a run of capitalised words, here and abroad; at each position the longest known name.

    If a whole name is not a place, its parts are not either: "Kansas City Star" is not in Kansas.
    """
    at = 0
    while at < len(run.words):
        at, place = _longest_known(run, at, surnames) if opens_a_name(run.bare[at]) else (at + 1, None)
        if place:
            yield place


def _longest_known(run: Run, at: int, surnames: frozenset[str]) -> tuple[int, Toponym | Abroad | None]:
    """Return where to read on behind the longest known name that begins at a word, and the place it is, if any."""
    for after in range(min(len(run.words), at + _LONGEST_NAME), at, -1):
        if is_of_a_council(run, at, after):
            continue
        start, end = run.span(at, after)
        key, abroad, found = known(run.text[start:end])
        if found == () and not abroad and not is_beside_county(run.text, start, end):  # spares time
            continue
        name = Name.of(run, at, after)
        if found == ():
            found = counties(name)
        if found:
            return after, _judge(Case(name, key, found, abroad, surnames)) or abroad
        if abroad or found is None:
            return after, abroad
    return at + 1, None


def _judge(case: Case) -> Toponym | None:
    """Return the toponym of the first rule that decides."""
    for rule in _RULES:
        if verdict := rule(case):
            return None if verdict is No.PLACE else verdict
    return read_bare(case)


def _people(case: Case) -> Verdict:
    """Read "Canadian" as people, not a place, although Texas has a town with that name."""
    return No.PLACE if case.abroad and case.abroad.sense == "people" else None


def _word(case: Case) -> Verdict:
    """Read "May", "Time" as words, unless a state follows; "Crane Co." as a firm, "FOLLOW US" as us."""
    name = case.name
    if name.text in placewords.words("never_alone"):
        return case.with_state(name.end, case.key, case.meanings) or No.PLACE
    shouted = name.run.shouts and name.text == "US"
    return No.PLACE if shouted or name.text.endswith(" Co") or _NUMBER.match(name.right()) else None


_RULES: tuple[Callable[[Case], Verdict], ...] = (
    _people,
    county,
    small_direction,
    _word,
    county_of,
    state_in_words,
    town_like_a_state,
    in_state_behind,
)
