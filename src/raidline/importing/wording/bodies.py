"""Who acts, as a cell says it: public bodies, told apart from people, who are never named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from raidline import inert, lexicon
from raidline.extract.events.actors import find_agencies
from raidline.importing.wording.inspanish import body_in_english
from raidline.places.lookup import decided
from raidline.privacy.people import find_people

_PARTED = re.compile(r"[;|\n]")
_LISTED = re.compile(r"\s*(?:,|/|\+|&|\band\b|\bwith\b|\by\b|\bcon\b)\s*", re.IGNORECASE)
_SHORTENED = re.compile(r".+ (?:[PS]D|SO|[PS]\.D\.|S\.O\.)")  # the police or the sheriff of a town called like a person
_WITH_SHORT = re.compile(r"(?P<name>[^()]+) \((?P<short>[A-Z]{2,6})\)")  # "Border Patrol (USBP)"
_WITH_REMARK = re.compile(r"(?P<name>[^()]+) \((?P<said>[^()A-Z]*[a-z][^()A-Z]*)\)")  # "ICE (in plain clothes)"
_CAPITALS = re.compile(r"[A-Z]{2,6}")  # "FHP" in "FHP, ICE"
_LISTED_NAME = re.compile(r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2}, [A-Z][a-z'’-]+(?: [A-Z][a-z'’.-]*){0,2}")
_CODE = re.compile(r"(?<![\w-])[A-Z]{2,8}(?:_[A-Z]{2,8})+(?![\w-])")  # ICE_ERO
_MOST_WORDS = 4  # of a name
_QUOTES = " \t\"“”'"


class Actors(NamedTuple):
    """The public bodies of a cell, and the texts that name none."""

    bodies: tuple[str, ...]
    rest: tuple[str, ...]


@lru_cache(maxsize=8_192)  # a table names the same ones again and again
def actors_in(cell: str, *, lenient: bool) -> Actors:
    """Return who acts; of a text with a person's name only the bodies that raidline knows, such as "sheriff".

    A text that names neither a person nor nobody ("unknown") is a body if `lenient`, else only if its words say so.
    """
    bodies: list[str] = []
    rest: list[str] = []
    for part in _parts(cell):
        if _names_person(part):
            bodies += find_agencies(part, (0, len(part)))
            rest.append(part)
        elif part.lower() in lexicon.load("agency_cells")["nobody"] or not (lenient or names_body(part)):
            rest.append(part)
        elif (match := _WITH_REMARK.fullmatch(part)) and names_body(match["name"]) and not names_body(match["said"]):
            bodies.append(match["name"])
            rest.append(part)
        else:
            bodies.append(part)
    return Actors(tuple(dict.fromkeys(bodies)), tuple(rest))


def names_body(text: str) -> bool:
    """Whether the words of a text say that it is a public body: "Oak County Sheriff", "border patrol"."""
    return bool(_SHORTENED.fullmatch(text) or _bodies().search(text) or find_agencies(text, (0, len(text))))


def are_bodies(cells: Sequence[str]) -> bool:
    """Whether most of the cells name public bodies and no people."""
    named = [cell for cell in cells if actors_in(cell, lenient=False).bodies and not _names_person(cell)]
    return len(named) * 2 > len(cells)


def is_person(text: str) -> bool:
    """Whether a text is nothing but a person's name, in any order: "Dana Whitlock", "WHITLOCK, DANA"."""
    if _LISTED_NAME.fullmatch(text) and not names_body(text) and decided(text) is None:  # "WHITLOCK, Dana"
        return True
    words = text.split()
    if not 1 < len(words) <= _MOST_WORDS or names_body(text) or any(map(str.isdecimal, text)):
        return False
    given, comma, family = text.partition(",")
    spelt = f"{family} {given}" if comma else text
    plain = " ".join(spelt.title().split()) if spelt.isupper() else " ".join(spelt.split())
    return any(len(person.text) == len(plain) for person in find_people(plain))


def _names_body_or_nobody(text: str) -> bool:
    return text.lower() in lexicon.load("agency_cells")["nobody"] or names_body(text)


def _are_names_of_bodies(listed: Sequence[str]) -> bool:
    """Whether all texts name a body or nobody; beside one that is known, capital letters are the name of another."""
    others = [text for text in listed if not _names_body_or_nobody(text)]
    return not others or (len(others) < len(listed) and all(map(_CAPITALS.fullmatch, others)))


def _is_one_name(text: str, parts: Sequence[str]) -> bool:
    """Whether a known body is called by the whole text, of which no part knows it: "Immigration and Customs ..."."""
    known = {body for part in parts for body in find_agencies(*_whole(part))}
    return not known.issuperset(find_agencies(*_whole(text)))


def _shortened(part: str) -> str:
    """Return the known abbreviation behind a name: ICE for "La Migra (ICE)"; any other text unchanged."""
    match = _WITH_SHORT.fullmatch(part.strip())
    return match["short"] if match and names_body(match["name"]) and find_agencies(*_whole(match["short"])) else part


def _whole(text: str) -> tuple[str, tuple[int, int]]:
    return text, (0, len(text))


def _names_person(text: str) -> bool:
    return not _SHORTENED.fullmatch(text) and bool(find_people(text))


def _parts(cell: str) -> Iterator[str]:
    """Yield the parts of a cell; a comma or "and" parts it only between bodies, not in "Parks and Police Office"."""
    for piece in map(
        _shortened, _PARTED.split(_CODE.sub(lambda code: code[0].replace("_", " "), body_in_english(cell)))
    ):
        listed = [text for part in _LISTED.split(piece) if (text := inert.line(part).strip(_QUOTES))]
        if len(listed) > 1 and _are_names_of_bodies(listed) and not _is_one_name(piece, listed):
            yield from listed
        elif whole := inert.line(piece).strip(_QUOTES):
            yield whole


@cache
def _bodies() -> re.Pattern[str]:
    words = sorted(map(re.escape, lexicon.load("agency_cells")["bodies"]), key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(words)})(?:['’]s)?(?![\w'-])", re.IGNORECASE)
