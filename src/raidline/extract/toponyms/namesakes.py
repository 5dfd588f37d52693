"""Namesakes: what a capitalised name can mean, and which of its meanings an article intends."""

from __future__ import annotations

import re
from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Sequence

from raidline.extract.toponyms import placewords
from raidline.memo import remembered
from raidline.places.codes import prevails, state_words
from raidline.places.gazetteer import parts_of_towns
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided_at_home, lookup_at_home, names, state_of, town_of_part
from raidline.places.names import normalise
from raidline.places.reading import by_code
from raidline.places.typed import region_counties

Meanings = tuple[Jurisdiction, ...]

_LONGEST_ABBREVIATION = 5  # "Calif"; postal codes and abbreviations are read only after a name
WELL_KNOWN = 100_000  # people; a place this large is known by its bare name
METROPOLIS = 500_000  # as above, in every state: Houston is Houston in nearly any article
UNMISTAKABLE = 2  # spaces in the name of a part of a town: "Stewart Detention Center"
_NEAR = 110  # characters within which a state supports its namesakes, more if closer
_SAID_ELSEWHERE = "the article says which elsewhere"
_OFTEN = 3  # mentions of the state that an article is about, and how many times as many as of the next state


@remembered(8192)
def meanings(name: str) -> Meanings | None:
    """Return what a capitalised name can mean, best first; only the state if the name is one.

    Empty for a name that no place has; None for one that only looks like a place ("White House").
    """
    in_text, bodies, state_city_names = (placewords.table(key) for key in ("in_text", "bodies", "state_city_names"))
    if name in in_text:
        found = lookup_at_home(in_text[name])
        return (found[:1] if found[0].kind in {"state", "nation"} else found) if found else None
    if name in bodies:
        return lookup_at_home(bodies[name])[:1]
    if counties := region_counties(name):
        return tuple(dict.fromkeys(map(state_of, counties)))  # one of several, where it lies in two states
    if name in state_city_names:
        return (lookup_at_home(name)[0], *lookup_at_home(state_city_names[name]["city"]))
    key = normalise(name)
    if key in state_words() and (len(name) <= _LONGEST_ABBREVIATION or key in names()):
        return (by_code(state_words()[key]),) if state_words()[key] in names().get(key, ()) else ()
    found = tuple(sorted(map(by_code, names().get(key, ())), key=lambda j: -j.population))
    return (around, *found) if (around := part_of(key)) else found


def part_of(key: str) -> Jurisdiction | None:
    """Return the town or county around a listed neighbourhood, post or jail of this normalised name, if only one is."""
    return town_of_part(key) if key in parts_of_towns() else None


@remembered(8192)
def prevailing(key: str) -> Jurisdiction | None:
    """Return the one jurisdiction a normalised name means when typed alone, by size or by the hand-kept aliases."""
    return part_of(key) or decided_at_home(key)


def largest(found: Meanings) -> Meanings:
    """Return the one of several namesakes in a state that prevails, the city of Rochester over the town; else all."""
    first, *rest = sorted(found, key=lambda j: -j.population)
    others = [j.population for j in rest]
    return (first,) if others and prevails(first.population, others, in_one_state=True) else found


def goes_on_a_list(key: str, written: str) -> bool:
    """Whether a state behind a name, "New York" after "Boston", continues a list of cities."""
    first, second = prevailing(key), prevailing(normalise(written))
    return written in placewords.table("state_city_names") and bool(first and second and first.state != second.state)


def is_well_known(name: str) -> bool:
    """Whether a name has one prevailing meaning, a place with many people."""
    first = prevailing(normalise(name))
    return first is not None and first.population >= WELL_KNOWN


_SPELT = r"[A-Z][\w.]*(?:\s?[A-Z][\w.]*){0,3}"
_BEHIND = re.compile(
    rf",\s+(?P<comma>{_SPELT})|\s+\((?P<brackets>[A-Z][a-z]+\.)\)|\s+(?P<bare>[A-Z][a-z]{{2,4}}\.)(?=,)"
)
_STATE = re.compile(_SPELT)
_LAST_WORD = re.compile(r"\s?[A-Z][\w.]*$")


def state_behind(text: str, end: int) -> tuple[str, int, str]:
    """Return the postal code of the state after a name, where it ends, and its text: ", Texas", ", TX", " (Md.)".

    ("", end, "") if there is none.
    """
    match = _BEHIND.match(text, end)
    if not match:
        return "", end, ""
    state, at, written = state_named(text, match.start(str(match.lastgroup)))
    return (state, at + bool(match["brackets"]), written) if state else ("", end, "")


def state_named(text: str, start: int) -> tuple[str, int, str]:
    """Return the postal code of the state at a position in any usual spelling, where it ends, and its text."""
    match = _STATE.match(text, start)
    written = match[0] if match else ""
    while written:
        for spelt in (written, written.rstrip(".")):
            code = state_words().get(normalise(spelt)) if spelt != "County" else None  # which is normalised like "CO"
            state = by_code(code) if code else None
            if state and (spelt[-1] != "." or normalise(spelt) != normalise(state.name)):  # a name ends its sentence
                return state.state, start + len(spelt), spelt
        shorter = _LAST_WORD.sub("", written)
        written = shorter if shorter != written else ""
    return "", start, ""


def needs_no_state(place: Jurisdiction) -> bool:
    """Whether papers of every state name a city without its state: Los Angeles, Miami."""
    return place.population >= METROPOLIS or place.name in placewords.words("known_without_state")


class Evidence:
    """What an article says for certain: the states it names and where, and the names it has settled."""

    def __init__(self) -> None:
        self._states: dict[str, list[tuple[int, str]]] = defaultdict(list)  # where, and by which name
        self._settled: dict[str, tuple[Meanings, str]] = {}  # with the reason

    def add(self, at: int, key: str, found: Meanings, *, settle: bool, why: str = "") -> None:
        """Record a name that is a place, and its state if only one is left."""
        if len(found) == 1:
            state = found[0].state
            if state and not any(position == at for position, _ in self._close(state, at, 1)):
                insort(self._states[state], (at, key))
            if settle:
                self._settled.setdefault(key, (found, why or _SAID_ELSEWHERE))

    def names_a_state(self, *, besides: str = "") -> bool:
        """Whether any state is known, by a name other than `besides`."""
        return any(name != besides for found in self._states.values() for _, name in found)

    def names(self, state: str, *, besides: str = "") -> bool:
        """Whether the article names a state, or a place in it that is certain, by a name other than `besides`."""
        return any(name != besides for _, name in self._states.get(state, ()))

    def settled(self, key: str) -> Meanings:
        """Return what a name was found to mean elsewhere in the article; empty if it was not decided."""
        return self._settled[key][0] if key in self._settled else ()

    def reason(self, key: str) -> str:
        """Return in words why a settled name means what it does."""
        return self._settled[key][1]

    def supports(self, found: Sequence[Jurisdiction], at: int) -> bool:
        """Whether the article names the state of any of these outside of a position."""
        return any([position for position, _ in self._states.get(j.state, ())[:2]] not in ([], [at]) for j in found)

    def story(self) -> str:
        """Return the state of an article that is about one state, named at least three times; otherwise ""."""
        times = sorted(((len(at), state) for state, at in self._states.items()), reverse=True)
        if not times or times[0][0] < _OFTEN or (len(times) > 1 and times[0][0] < _OFTEN * times[1][0]):
            return ""
        return times[0][1]

    def closeness(self, state: str, at: int, key: str) -> float:
        """Return how close to a position the article names a state by a name other than `key`: from 1 down to 0."""
        close = (abs(position - at) for position, name in self._close(state, at, _NEAR) if name != key)
        return 1 - min(close, default=_NEAR) / _NEAR

    def _close(self, state: str, at: int, distance: int) -> list[tuple[int, str]]:
        positions = self._states.get(state, [])
        return positions[bisect(positions, (at - distance, "")) : bisect(positions, (at + distance, ""))]
