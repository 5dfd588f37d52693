"""The home of a paper, if its name or its address shows it: "The Concord Monitor", "concordmonitor.com"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from raidline import lexicon
from raidline.extract.toponyms import placewords
from raidline.places.codes import state_words
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup_at_home, names, resolve
from raidline.places.names import normalise
from raidline.places.reading import by_code

_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<name>[\w.-]+?)(?:\.(?:co|com|org|net|gov))?\.(?P<domain>[a-z]{2,})/?"
)
_COUNTY = re.compile(r"(?:The\s)?(?:[A-Z][\w.’'-]+\s){1,3}(?:County|Parish)(?=\s[A-Z])")
_NOTE = re.compile(r"\s\([^()]*\)$")
_CALL_LETTERS = re.compile(
    r"^[KW][A-Z]{2,3}(?:-(?:AM|FM|TV))?\s(?:\d\S*\s)?"
)  # before the town of a station: "WABC Reno"
_SHORT = (3, 4)  # letters of one that opens it
_SHORTEST = 5  # letters of a place in the name of a paper: shorter ones are parts of words
_SHORTEST_STATE = 4  # as above
_SHORTEST_COUNTY = 12  # letters, "County" included
_TOWN = 10_000  # people: smaller ones with short names have no papers
_LONGEST = 80  # characters of a name worth examining


class Home(NamedTuple):
    """Where a publisher is at home: the jurisdictions its name can mean, best first, or abroad."""

    meanings: tuple[Jurisdiction, ...] = ()
    abroad: bool = False


@lru_cache(maxsize=1024)
def home_of(publisher: str) -> Home:
    """Return the home of a publisher by its name or address; empty if these do not show it."""
    if known := _known(publisher):
        return Home((known,))
    publisher = _NOTE.sub("", publisher).strip()
    address = _ADDRESS.fullmatch(publisher.lower()) if len(publisher) <= _LONGEST else None
    if address and address["domain"] in _words("domains_abroad"):
        return Home(abroad=True)
    if address:
        whole = (_letters(address["name"]), _letters(address["name"].rpartition(".")[2]))
        found = next(filter(None, map(_place_spelt, whole)), ()) or _named_in(whole[0])
        return Home(found)
    if station := _CALL_LETTERS.match(publisher):
        return Home(_place_spelt(_letters(publisher[station.end() :])))
    names = (publisher, publisher.partition(",")[0])
    return Home(next(filter(None, map(_named_in, map(_letters, names))), ()) or _named_apart(publisher))


def _known(publisher: str) -> Jurisdiction | None:
    """Return the home of a paper or station that is listed, by its name or its address."""
    name = publisher.strip().lower().rpartition("://")[2].removeprefix("www.").partition("/")[0]
    spelt = (_letters(part).removeprefix("the") for part in (name, name.rpartition(".")[0]))
    return next((_homes()[letters] for letters in spelt if letters in _homes()), None)


@cache
def _homes() -> dict[str, Jurisdiction]:
    return {_letters(name).removeprefix("the"): resolve(home) for name, home in lexicon.load("papers")["homes"].items()}


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower()) if name.isascii() and len(name) <= _LONGEST else ""


def _named_in(letters: str) -> tuple[Jurisdiction, ...]:
    """Return the jurisdiction in a paper's name without its trade words; the fewest words are removed first."""
    pending, seen = [letters], {letters}
    for name in pending:
        cut = [name[: match.start()] for match in (_closings().search(name),) if match]
        cut += [name[match.end() :] for match in (_openings().match(name),) if match]
        for shorter in cut:
            if found := _place_spelt(shorter):
                return found
            if shorter not in seen:
                seen.add(shorter)
                pending.append(shorter)
    return ()


def _named_apart(publisher: str) -> tuple[Jurisdiction, ...]:
    """Return the counties of "The Ford County Plainsman", whatever it is called, or the towns of a short name."""
    county = _COUNTY.match(publisher)
    found = lookup_at_home(normalise(county[0].removeprefix("The "))) if county else ()
    return tuple(place for place in found if place.kind == "county") or _named_first(publisher)


def _named_first(publisher: str) -> tuple[Jurisdiction, ...]:
    """Return the one town of the name that a paper begins with, whatever stands before its trade word."""
    words = re.split(r"[\s-]+", publisher.removeprefix("The "))
    if words[-1].lower() in _words("closings"):
        for after in range(len(words) - 1, 0, -1):
            name = " ".join(words[:after])
            found = lookup_at_home(normalise(name)) if normalise(name) in names() and len(name) >= _SHORTEST else ()
            is_word = placewords.is_double(name) or name in placewords.words("words_first")
            if len(found) == 1 and found[0].population >= _TOWN and not is_word:
                return found
    return _named_shortly(publisher)


def _named_shortly(publisher: str) -> tuple[Jurisdiction, ...]:
    """Return the towns of a name too short to be looked for in others, before nothing but trade words: "Erie Times"."""
    words = re.split(r"[\s-]+", publisher.removeprefix("The "))
    trade = _words("openings") | _words("closings")
    name, others = words[0], {word.lower() for word in words[1:]}
    if len(name) not in _SHORT or not others or not others <= trade or name.lower() in trade:
        return ()
    found = lookup_at_home(normalise(name)) if normalise(name) in names() and not placewords.is_double(name) else ()
    return found if any(place.population >= _TOWN for place in found) else ()


def _place_spelt(letters: str) -> tuple[Jurisdiction, ...]:
    """Return the jurisdictions of a name written as one word: "lasvegas"; none for a trade word."""
    code = state_words().get(letters) if len(letters) >= _SHORTEST_STATE else None
    if code:
        return () if by_code(code).name in placewords.table("state_city_names") else (by_code(code),)
    if len(letters) < _SHORTEST or any(letters in _words(key) for key in ("openings", "closings", "no_homes")):
        return ()
    spelt = (letters, *(f"{letters[:at]} {letters[at:]}" for at in range(2, len(letters) - 1)))
    found = next((lookup_at_home(one) for one in map(normalise, spelt) if one in names()), ()) or _only_county(spelt)
    if not found or (_scenery().fullmatch(letters) and all(place.population < _TOWN for place in found)):
        return _state_in_part(letters)
    return () if found[0].name in placewords.table("state_city_names") else found  # those are read everywhere


def _state_in_part(letters: str) -> tuple[Jurisdiction, ...]:
    """Return the state of a name for a part of one: "northgeorgia"."""
    part = next((word for word in _words("directions") if letters.startswith(word)), "")
    rest = letters.removeprefix(part)
    code = state_words().get(rest) if part and len(rest) >= _SHORTEST_STATE else None
    state = by_code(code) if code else None
    return (state,) if state and state.name not in placewords.table("state_city_names") else ()


def _only_county(spelt: Iterable[str]) -> tuple[Jurisdiction, ...]:
    """Return the county of a name that no town has, if only one is called so: "Transylvania Times"."""
    counties = (lookup_at_home(one) for one in (normalise(f"{name} county") for name in spelt) if one in names())
    return next((found for found in counties if len(found) == 1 and len(found[0].name) >= _SHORTEST_COUNTY), ())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word.replace(" ", "") for word in lexicon.load("papers")[key])


@cache
def _scenery() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_words('scenery'))})+")


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_words("openings"), key=lambda word: (-len(word), word))))


@cache
def _closings() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_words('closings'), key=lambda word: (-len(word), word)))})$")
