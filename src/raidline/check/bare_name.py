"""Whether a text names a place by its name alone, as papers write of their own town: "in Reading", "Holland residents".

Which of several namesakes it means, only the event knows; a name that stands in another state anywhere means that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from raidline import lexicon
from raidline.article import Article
from raidline.places.codes import state_words
from raidline.places.containment import counties_of, within
from raidline.places.gazetteer import parts_of_towns
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, decided_at_home, state_of
from raidline.places.names import normalise
from raidline.places.parts import all_around

_REACH = 24  # characters
_MUCH_OF = 0.25  # of the people of a county
_PLACED = re.compile(
    r"\b(?:in|at|near|from|of|outside|around|to|across|through|for|downtown|and|left|leaves?|leaving|reach(?:es|ed)?|enter(?:s|ed)"
    r"|visit(?:s|ed|ing)?|into|towards?|throughout|(?:north|south|east|west)(?:ern)?)\s$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[“\"(])$")
_ARTICLE = re.compile(r"\b(?:an?|the|its)\s$", re.IGNORECASE)
_NOUN = re.compile(r"\s[a-z]{3,}")
_OF_A_TOWN = re.compile(
    r"[’']s\s[a-z]|(?:[’']s?)?\s(?:residents?|police|officials?|mayor|city|council|schools?|leaders?|lawyers?|families|area|"
    r"neighbors|neighborhoods?|courthouse|courtroom|jail|hospital|sheriff|was|is|has)\b"
    r"|,\s(?:the\s(?:only|largest|second|county\sseat|first|state)|where|which|home\sto|an?\s(?:town|city|suburb|village|hamlet))\b"
    r"|\s?\([A-Z]{2,5}\)\s|\s?[—–-]+\s|:\s",  # datelines
    re.IGNORECASE,
)
_STATE_ACTS = re.compile(
    r"\b(?:Gov\.|[Gg]overnor|Legislature|Statehouse|the Assembly|[Ss]tatewide|across the state"
    r"|[Ss]tate (?:Senate|House|Assembly|Capitol|law|police|troopers|senators?|lawmakers))"
)
_SHORT = 3  # letters of the codes of states
_NAME = r"([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
_LISTED_BEFORE, _LISTED_BEHIND = re.compile(rf"\b{_NAME}(?:,|,?\sand)\s$"), re.compile(rf"(?:,|,?\sand)\s{_NAME}")
_OF_A_CAR = re.compile(r"^,\s[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:plates|license|tags)\b")  # "in Marshall, Ohio plates"
_IN_A_STATE = re.compile(r",\s+(?:in\s+)?((?:[A-Z][\w.]*\s?){1,3})")
_SEATED = {  # what sits in one city, and stands for it: "Congress passed", "at the White House"
    "Washington, D.C.": re.compile(
        r"\b(?:White House|Capitol Hill|Pentagon|Congress(?!\sof\b)|House of Representatives"
        r"|U\.?S\.? (?:Senate|House|Capitol))\b"
    )
}
_CAPITALISED = re.compile(r"\b((?:St\.\s)?[A-Z][a-z][\w-]*(?:\s[A-Z][a-z][\w-]*){0,2})")
_CALENDAR = "|".join(lexicon.load("function_words")["calendar"])
_OF_NAMES = (
    "Police|City|Mayor|Council|Schools?|High|Elementary|Middle|Public|Fire|Municipal|Regional|Community|Area|Memorial"
)
_BODY = re.compile(  # "the Stonington Select Board", but not Columbia University
    r"\s(?:[A-Z][a-z]+\s){0,2}(?:Board|Council|Commission|Commissioners|Committee|Department|Authority|District|Hall|Library"
    r"|Courthouse|Jail|Selectboard|Selectmen|Trustees|Supervisors|Aldermen|Chamber)\b"
)
_LONGER_NAME = re.compile(rf"\s(?!(?:{_OF_NAMES}|{_CALENDAR})\b)[A-Z][a-z]|-[A-Z]")


def is_of_another_state(place: Jurisdiction, text: str) -> bool:
    """Whether a text has the name of a place, and with another state than its own alone."""
    own = state_of(place).code
    states = {_state_behind(text[one.end() : one.end() + _REACH]) for one in _written(place.name).finditer(text)}
    return bool(states - {None}) and own not in states


def is_of_its_state(place: Jurisdiction, text: str) -> bool:
    """Whether a text tells of the acts of a state, "Gov. Vale signed", and names no other: papers mean their own."""
    if place.kind != "state":
        return False
    if " " in place.name and re.search(rf"\b{place.name.rpartition(' ')[2]}s\b", text):
        return True  # "both Carolinas"
    if not _STATE_ACTS.search(text):
        return False
    named = {state_words().get(normalise(found[0])) for found in _states().finditer(text)}
    return not named - {place.code, None}


@cache
def _states() -> re.Pattern[str]:
    """Return the full names of states, as they are written."""
    states = {one.name for name in state_words() if len(name) > _SHORT and (one := decided(name))}
    names = sorted(states, key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, reversed(names)))})\b")


def is_named_alone(place: Jurisdiction, text: str) -> bool:
    """Whether a text has the name of a place without a state, and nowhere with another one."""
    found = False
    for match in _written(place.name).finditer(text):
        behind = text[match.end() : match.end() + _REACH]
        if (state := _state_behind(behind)) and state != state_of(place).code:
            return False
        has_body = _BODY.match(text, match.end()) is not None
        if _LONGER_NAME.match(behind) and not state and not has_body:
            continue
        before = text[max(0, match.start() - _REACH) : match.start()]
        found = found or bool(state) or has_body or _is_placed(before, behind) or _is_listed(place, before, behind)
    return found


def has_its_seat(place: Jurisdiction, text: str) -> bool:
    """Whether a text names a body that sits in a city, and stands for it: "Congress" for Washington."""
    seated = _SEATED.get(place.full_name)
    return seated is not None and seated.search(text) is not None


def is_of_the_town(town: Jurisdiction, article: Article) -> bool:
    """Whether a paper that is called after a town tells of no other town of its state: it need not say where it is."""
    if town.kind != "place" or not (article.publisher or "").startswith(f"{town.name} "):
        return False
    return not any(other != town for other in towns_named(article.text, state_of(town)))


def is_at_its_head(place: Jurisdiction, article: Article) -> bool:
    """Whether the headline of an article has the name of a place, or the name of its paper that of a county."""
    if is_of_another_state(place, article.text):
        return False
    title = article.title or ""
    found = (match for match in _written(place.name).finditer(title) if place.kind != "state")
    if any(not _LONGER_NAME.match(title[match.end() : match.end() + _REACH]) for match in found):
        return True
    return place.kind == "county" and _written(place.name).search(article.publisher or "") is not None


def is_told_without_its_name(place: Jurisdiction, article: Article) -> bool:
    """Whether an article means a place by its county, its government or the paper itself, which is called after it."""
    if is_of_the_town(place, article) or is_of_its_state(place, article.text):
        return True
    return _is_most_of_its_county(place, article.text) or _is_its_capital(place, article.text)


def _is_most_of_its_county(place: Jurisdiction, text: str) -> bool:
    """Whether a text names the county of a city, and its state, in which a great part of the county's people live."""
    if place.kind != "place":
        return False
    large = (county for county, _ in counties_of(place) if place.population >= _MUCH_OF * county.population)
    return _tells_state(state_of(place), text) and any(is_named_alone(county, text) for county in large)


def _is_its_capital(place: Jurisdiction, text: str) -> bool:
    """Whether a text tells of the acts of a state of which a city is the capital: "the Legislature", "Gov. Vale"."""
    state = state_of(place)
    if f"{place.name}, {state.name}" not in lexicon.load("capitals")["cities"]:
        return False
    return _STATE_ACTS.search(text) is not None and _tells_state(state, text)


def _tells_state(state: Jurisdiction, text: str) -> bool:
    """Whether a text has the name of a state."""
    return re.search(rf"\b{re.escape(state.name)}\b", text) is not None


def towns_named(text: str, state: Jurisdiction) -> Iterator[Jurisdiction]:
    """Yield the towns of a state of which a text has the name alone."""
    for name in dict.fromkeys(match[1] for match in _CAPITALISED.finditer(text)):
        town = decided_at_home(f"{name}, {state.name}")
        if town and town.kind == "place" and is_named_alone(town, text):
            yield town


def has_a_part(place: Jurisdiction, text: str) -> bool:
    """Whether a text names a post, a jail or a neighbourhood in a place by more than one word: "Fort Polk"."""
    parts = _parts_of(place)
    plain = f" {normalise(text)} " if parts else ""
    return any(f" {part} " in plain for part in parts)


@lru_cache(maxsize=4096)
def _parts_of(place: Jurisdiction) -> tuple[str, ...]:
    state = state_of(place).name
    known = (part for part, around in parts_of_towns().items() if len(around) == 1 and around[0].endswith(state))
    return tuple(one for one in known if " " in one and any(within(town, place) for town in all_around(one, decided)))


def _is_listed(place: Jurisdiction, before: str, behind: str) -> bool:
    """Whether a name stands beside that of another town of its state in a list: "Spokane, Everett and Bellingham"."""
    beside = (_LISTED_BEFORE.search(before), _LISTED_BEHIND.match(behind))
    towns = (decided_at_home(f"{one[1]}, {state_of(place).name}") for one in beside if one)
    return any(town is not None and town.kind == "place" for town in towns)


def _is_placed(before: str, behind: str) -> bool:
    """Whether the words around a name make it a place: "in Reading", "Holland residents", "an Aberdeen plant"."""
    if _PLACED.search(before) or (_OPENING.search(before) and _OF_A_TOWN.match(behind)):
        return True
    if _ARTICLE.search(before) is None:
        return False
    return _NOUN.match(behind) is not None or _OF_A_TOWN.match(behind) is not None  # "the Holland School Board"


def _state_behind(behind: str) -> str | None:
    """Return the code of the state that stands behind a name: "Reading, Pa.", "Reading, Pennsylvania, on"."""
    match = None if _OF_A_CAR.search(behind) else _IN_A_STATE.match(behind)
    words = match[1].split() if match else []
    names = (normalise(" ".join(words[:many])) for many in range(len(words), 0, -1))
    return next((state_words()[name] for name in names if name in state_words()), None)


@lru_cache(maxsize=4096)
def _written(name: str) -> re.Pattern[str]:
    """Return a name as texts have it; datelines in capitals."""
    return re.compile(rf"(?<![\w-])(?:{re.escape(name)}|{re.escape(name.upper())})(?![\w])")
