"""What codes a typed name can mean within the United States, and the jurisdiction of each code."""

from __future__ import annotations

import copyreg
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from raidline.places import gazetteer
from raidline.places.abroad import by_code_abroad
from raidline.places.codes import in_state, people_of, population_of, prevails, row_of, shares_of, state_words
from raidline.places.gazetteer import aliases, codes_of, row, same_area, state_points, states
from raidline.places.jurisdiction import DISTRICT, NATION, Jurisdiction, Kind, is_abroad
from raidline.places.names import normalise, rewordings

LONGEST = 200  # characters; no place name is longer, and a longer text is not compared with all of them
_DOTTED = {"L.A.": "0644000"}  # Los Angeles; the postal code of Louisiana has no full stops
_CODE = re.compile(r"US-(\d+|[A-Z]{2})", re.IGNORECASE)  # as tables have it: US-48453; and ISO 3166-2: US-TX

Find = Callable[[str], tuple[str, ...]]


@lru_cache(maxsize=8_192)  # of 40,000: a large corpus names most of these
def by_code(code: str) -> Jurisdiction:
    """Return the jurisdiction of a FIPS code ("48", "48453", "4805000"), "US", "MX", "MX:Tijuana". Raises KeyError."""
    if is_abroad(code):
        return by_code_abroad(code)
    if len(code) > 2 and row(code) is None:
        code = same_area().get(code, code)
    if code == NATION:
        return Jurisdiction(code, "United States", "United States", "nation", "", "", population_of(""), None, None)
    postal, state = states()[code[:2]]
    if len(code) == 2:
        at = state_points().get(code, (None, None))
        return Jurisdiction(code, state, state, "state", "", postal, population_of(code), *at)
    name, designation, population, latitude, longitude, *_ = row_of(code)[1:]
    namesakes = [people_of(c) for c in in_state(codes_of(normalise(name)), code[:2]) if c != code]
    qualified = name
    if len(code) > 5 and namesakes and not prevails(int(population), namesakes, in_one_state=True):
        qualified = f"{name}, {by_code(shares_of(code)[0][0]).name}"
    kind: Kind = "county" if len(code) == 5 else "place"
    point = float(latitude), float(longitude)
    return Jurisdiction(code, name, f"{qualified}, {state}", kind, designation, postal, int(population), *point)


# Processes send each other codes, so that each has one value of a jurisdiction, however many name it.
copyreg.pickle(Jurisdiction, lambda place: (by_code, (place.code,)))


# Processes send each other codes, so that each has one value of a jurisdiction, however many name it.
copyreg.pickle(Jurisdiction, lambda place: (by_code, (place.code,)))


def codes_meant(name: str) -> tuple[str, ...]:
    """Return the codes that a typed name can mean, best first; none if it is too long to be a name."""
    if len(name) > LONGEST:
        return ()
    if code := _CODE.fullmatch(name.strip()):
        name = code[1]
    if name.strip().upper() in _DOTTED:
        return (_DOTTED[name.strip().upper()],)
    parts = [key for part in name.split(",") if (key := normalise(part))]
    if len(parts) > 1 and codes_of(parts[-1]) == (NATION,):
        parts.pop()
    key = " ".join(parts).removesuffix(" usa")
    if key.isdigit():
        if key in states() or row(key):
            return (key,)
        return (same_area()[key],) if key in same_area() else ()
    return _read(parts, key, codes_of) or _read(parts, key, _without_spaces)


def _read(parts: list[str], key: str, find: Find) -> tuple[str, ...]:
    """Read a name as "place, state" or "place, county, state", then as written, then with a state at its end."""
    state = state_words().get(parts[-1], "") if len(parts) > 1 else ""
    if state and (found := named(parts[0], find, state, " ".join(parts[1:-1]))):
        return found
    if found := named(key, find):
        return found
    words = key.split()
    for at in range(1, len(words)):  # the longest state name comes first: "west virginia" before "virginia"
        if state := state_words().get(" ".join(words[at:]), ""):
            return named(" ".join(words[:at]), find, state)
    return ()


def _without_spaces(key: str) -> tuple[str, ...]:
    return _joined_names().get(key.replace(" ", ""), ())


@cache
def _joined_names() -> Mapping[str, tuple[str, ...]]:
    joined: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, codes in gazetteer.names().items():
        joined[name.replace(" ", "")] += codes
    return dict(joined)


def named(key: str, find: Find, state: str = "", county: str = "") -> tuple[str, ...]:
    """Return the codes of a normalised name, best first, limited to the state and county if given."""
    for name, designation in rewordings(key):
        codes = find(name)
        if state:
            codes = in_state(codes, state)
        elif name == key and name in state_words():
            codes = (state_words()[name], *(code for code in codes if code != state_words()[name]))
        if county:
            codes = tuple(c for c in codes if any(normalise(by_code(x).name) == county for x, _ in shares_of(c)))
        if designation in ("state", "commonwealth", "territory"):
            codes = tuple(code for code in codes if code in states())
        elif designation:
            codes = tuple(code for code in codes if code not in states() or code == DISTRICT)
            codes = tuple(c for c in codes if by_code(c).designation == designation) or codes
        if codes:
            return tuple(sorted(codes, key=lambda code: _rank(code, name)))
    return ()


def _rank(code: str, name: str) -> tuple[bool, bool, int, str]:
    is_state = state_words().get(name) == code or code == NATION
    return not is_state, aliases().get(name) != code, -by_code(code).population, code
