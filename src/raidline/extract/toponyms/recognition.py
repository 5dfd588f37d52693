"""Recognition of toponyms: names that may be places, and what the words beside each of them say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Literal, NamedTuple

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import Abroad
from raidline.extract.toponyms.filters import (
    borne_by,
    is_a_person,
    is_in_headline,
    is_no_place,
    is_part_of_a_longer_name,
)
from raidline.extract.toponyms.known import is_of_a_council, known, opens_a_name
from raidline.extract.toponyms.names import Name, Run
from raidline.extract.toponyms.namesakes import (
    Meanings,
    goes_on_a_list,
    is_well_known,
    largest,
    state_behind,
    state_named,
)
from raidline.extract.toponyms.roles import Role, Usage, read_role, read_site
from raidline.places.codes import state_words
from raidline.places.lookup import lookup_at_home, names
from raidline.places.names import normalise
from raidline.places.reading import by_code

_LONGEST_NAME = 5
_COUNTY_BEHIND = re.compile(r"\s(?:county|parish)\b")
_COUNTY_BEFORE = re.compile(r"\b(?P<what>[Cc]ounty|[Pp]arish) of $")
_STATE_WORD = re.compile(r"\s[sS]tate\b(?!\s+(?:[Uu]niversity|[Cc]ollege))")
_DIRECTION = re.compile(r"\b(north|south)\s$")
_LOCATED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Tt]o|[Ff]rom|of) $")
_GOES_ON = re.compile(r",?\s+(?:and|or|&)\s+")
_IN_A_LIST = re.compile(r",?\s+(?:and|or|&)\s|,\s+[A-Z]|\s+[A-Z]")
_OF_A_PARTY = re.compile(r"\s(?:Republican|Democrat)\b")
_NUMBER = re.compile(r"-\d")  # "DC-8"
_THE = re.compile(r"\b[Tt]he $")


class Strength(IntEnum):
    """How strongly a toponym's own words mark it as a place."""

    BORNE = -1  # by something else, "Huntsville Memorial Hospital": a place only if the article mentions it elsewhere
    DOUBTFUL = 0  # in a headline, where the words beside it say nothing
    NAMED = 1
    PLACED = 2  # after a word of place, or before an office
    SURE = 3  # with its state, a dateline, "County"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name that may be a place; `left` and `right` are the text beside it, `rival` its namesake abroad."""

    start: int
    end: int
    text: str
    key: str
    meanings: Meanings
    role: Role
    how: str
    strength: Strength
    rival: Abroad | None = None
    left: str = ""
    right: str = ""


class _No(Enum):
    PLACE = 0


class _Case(NamedTuple):
    """A known name in its run, with its meanings here and abroad, and others in the article with the same name."""

    name: Name
    key: str
    meanings: Meanings
    abroad: Abroad | None
    surnames: frozenset[str]

    @property
    def is_state_and_city(self) -> bool:
        return self.name.text in placewords.table("state_city_names")

    def toponym(self, strength: Strength, end: int, key: str, found: Meanings) -> Toponym:
        """Return a toponym up to `end`, in the role that the words after it allow."""
        name, usage = self.name, read_role(self.name, end)
        text, right = name.run.text[name.start : end], name.right(end)
        return Toponym(name.start, end, text, key, found, usage.role, usage.how, strength, None, name.left, right)

    def as_read(self, strength: Strength, usage: Usage) -> Toponym:
        """Return the toponym of the bare name."""
        name, how, rival = self.name, usage.how, self.abroad
        shown = name.start, name.end, name.text
        return Toponym(*shown, self.key, self.meanings, usage.role, how, strength, rival, name.left, name.right())

    def with_state(self, end: int, key: str, found: Meanings) -> Toponym | None:
        """Return the toponym of a name with the state after `end`; None if that state has no such place."""
        postal, after, _ = state_behind(self.name.run.text, end)
        here = tuple(j for j in found if j.state == postal and not j.is_state)
        return self.toponym(Strength.SURE, after, key, largest(here)) if here else None


_Verdict = Toponym | Literal[_No.PLACE] | None


def toponyms_in(run: Run, surnames: frozenset[str]) -> Iterator[Toponym | Abroad]:
    """Yield the places of a run of capitalised words, here and abroad; at each position the longest known name.

    If a whole name is not a place, its parts are not either: "Kansas City Star" is not in Kansas.
    """
    at, count = 0, len(run.words)
    while at < count:
        if opens_a_name(run.bare[at]):
            for after in range(min(count, at + _LONGEST_NAME), at, -1):
                start, end = run.span(at, after)
                if is_of_a_council(run, at, after):
                    continue
                key, abroad, found = known(run.text[start:end])
                if found == () and not abroad and not _is_beside_county(run.text, start, end):  # spares time
                    continue
                name = Name.of(run, at, after)
                if found == ():
                    found = _counties(name)
                if found is None or abroad or found:
                    if one := (found and _judge(_Case(name, key, found, abroad, surnames))) or abroad:
                        yield one
                    at = after - 1
                    break
        at += 1


def _is_beside_county(text: str, start: int, end: int) -> bool:
    return _COUNTY_BEHIND.match(text, end) is not None or text.endswith(" of ", 0, start)


def _judge(case: _Case) -> Toponym | None:
    for rule in _RULES:
        if verdict := rule(case):
            return None if verdict is _No.PLACE else verdict
    return _read(case)


def _people(case: _Case) -> _Verdict:
    """Read "Canadian" as people, not a place, although Texas has a town with that name."""
    return _No.PLACE if case.abroad and case.abroad.sense == "people" else None


def _county(case: _Case) -> _Verdict:
    """Read "Travis county", "Travis county, Texas"."""
    found = _counties(case.name) if _COUNTY_BEHIND.match(case.name.right()) else ()
    if not found:
        return None
    end = case.name.end + len(" ") + len(case.name.right().split(maxsplit=1)[0].rstrip(",.;:"))
    key = normalise(case.name.run.text[case.name.start : end])
    if state_behind(case.name.run.text, end)[0]:
        return case.with_state(end, key, found) or _No.PLACE
    return case.toponym(Strength.SURE, end, key, found)


def _counties(name: Name) -> Meanings:
    match = _COUNTY_BEHIND.match(name.right())
    return lookup_at_home(name.text + match[0]) if match else _counties_before(name)


def _counties_before(name: Name) -> Meanings:
    match = _COUNTY_BEFORE.search(name.left) if name.left.endswith(" of ") else None
    key = f"{normalise(name.text)} {match['what'].lower()}" if match else ""
    return tuple(j for j in lookup_at_home(key) if j.kind == "county") if key in names() else ()


def _small_direction(case: _Case) -> _Verdict:
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


def _word(case: _Case) -> _Verdict:
    """Read "May", "Time" as words, unless a state follows; "Crane Co." as a firm, "FOLLOW US" as us."""
    name = case.name
    if name.text in placewords.words("never_alone"):
        return case.with_state(name.end, case.key, case.meanings) or _No.PLACE
    shouted = name.run.shouts and name.text == "US"
    return _No.PLACE if shouted or name.text.endswith(" Co") or _NUMBER.match(name.right()) else None


def _county_of(case: _Case) -> _Verdict:
    """Read "the county of Los Angeles", "the parish of Orleans"."""
    found = _counties_before(case.name)
    if not found:
        return None
    key = f"{case.key} {found[0].name.rpartition(' ')[2].lower()}"
    return case.with_state(case.name.end, key, found) or case.toponym(Strength.SURE, case.name.end, key, found)


def _state_in_words(case: _Case) -> _Verdict:
    """Read "Washington state", "New York State"."""
    match = _STATE_WORD.match(case.name.right()) if case.is_state_and_city else None
    return case.toponym(Strength.SURE, case.name.end + len(match[0]), case.key, case.meanings[:1]) if match else None


def _town_like_a_state(case: _Case) -> _Verdict:
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


def _state_behind(case: _Case) -> _Verdict:
    """Read "Usage, Pa."; nothing if the state has no such place: "Hollywood, Calif."."""
    postal, after, written = state_behind(case.name.run.text, case.name.end)
    if not postal or goes_on_a_list(case.key, written):
        return None
    if _OF_A_PARTY.match(case.name.run.text, after):
        return _No.PLACE  # "Rep. Ana Carter, Texas Republican"
    certain = case.with_state(case.name.end, case.key, case.meanings)
    may_be_listed = case.is_state_and_city or case.meanings[0].kind in {"state", "nation"}
    return certain or (None if may_be_listed else _No.PLACE)


_RULES: tuple[Callable[[_Case], _Verdict], ...] = (
    _people,
    _county,
    _small_direction,
    _word,
    _county_of,
    _state_in_words,
    _town_like_a_state,
    _state_behind,
)


def _read(case: _Case) -> Toponym | None:
    """Read a name by its role, unless a filter excludes it."""
    name = case.name
    if name.text in placewords.table("bodies"):
        return case.as_read(Strength.SURE, Usage("organisation", f"'{name.text}' is a body of the place", placed=True))
    if (site := read_site(name)) and not is_a_person(name):
        return case._replace(abroad=None).as_read(Strength.PLACED, site)
    usage = read_role(name, name.end)
    if borne := _borne(case, usage):
        return borne
    doubtful = is_part_of_a_longer_name(name, usage)
    if (doubtful and not is_in_headline(name)) or is_no_place(name, usage, case.surnames):
        return None
    return case.as_read(_strength(case, usage, doubtful=doubtful), usage)


def _borne(case: _Case, usage: Usage) -> Toponym | None:
    """Read "Kern County Hospital", "Ohio Turnpike Authority", "Ozark Chamber of Commerce" as named after places."""
    name, first = case.name, case.meanings[0]
    if first.kind == "nation" or case.is_state_and_city or name.run.shouts or is_a_person(name):
        return None
    if usage.role != "context" and (usage.role != "scene" or usage.placed):
        return None
    bearer = borne_by(name, placewords.words("bodies_of_states" if first.kind == "state" else "institutions"))
    if not bearer:
        return None
    role: Role = "organisation" if first.kind == "state" else "affiliation"
    is_sure = first.kind == "state" or case.key.endswith((" county", " parish"))
    strength = Strength.SURE if is_sure else Strength.BORNE
    return case.as_read(strength, Usage(role, f"'{name.text} {bearer}' bears its name", placed=False))


def _strength(case: _Case, usage: Usage, *, doubtful: bool) -> Strength:
    if case.abroad is None and not case.is_state_and_city:
        is_state = case.meanings[0].kind in {"state", "nation"}
        if (is_state and not doubtful) or case.key.endswith((" county", " parish")):
            return Strength.SURE
    if doubtful:
        return Strength.DOUBTFUL
    if usage.role == "scene" and _THE.search(case.name.left) and not is_well_known(case.name.text):
        return Strength.NAMED  # "in the Loop" is not in a town with that name
    is_scene = usage.role == "scene" and not placewords.is_double(case.name.text)
    return Strength.PLACED if usage.placed or is_scene else Strength.NAMED
