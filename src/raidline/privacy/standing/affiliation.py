"""Whom an organisation has: "Harbor Light's Ann Vale", "Ann Vale of New Labor"; towns have people, too."""

from __future__ import annotations

import calendar
import re

from raidline.places.abroad import country_names
from raidline.places.gazetteer import cities_abroad, codes_of
from raidline.places.names import normalise
from raidline.privacy.listed import is_family, is_given
from raidline.privacy.people import places_in
from raidline.privacy.registers import is_word, plain
from raidline.privacy.roles import role_words

_REACH = 80  # characters before a surname
_GIVEN = r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,3}$"  # what stands between and the surname
_BODY = r"[A-ZÀ-Þ][\w.&-]*(?:\s+(?:(?:of|the|and|for|en|de|del|la|las|los|y)\s+){0,2}[A-ZÀ-Þ&\d][\w.&-]*){0,5}"
_OWNER = re.compile(rf"(?<![\w’'-])({_BODY})(?:['’]s|(?<=[sS])['’])\s+{_GIVEN}")
_AND_NAME = r"(?:,?\s+(?:and|&)\s+[A-ZÀ-Þ][\w.’'-]*(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,2})?"
_MEMBER = re.compile(
    rf"{_AND_NAME},?\s+(?:of|with)\s+(?:the\s+)?([A-Z][\w’'&-]*(?:\s+(?:(?:of|the|and|for)\s+){{0,2}}[A-Z][\w’'&-]*){{0,5}})"
)
_IN_ONE = re.compile(rf"{_AND_NAME},?\s+(?:de|del)\s+(?:la\s+)?([A-ZÀ-Þ][\w’'-]*)")
_OF_ITS = re.compile(
    rf"{_AND_NAME},?\s+(?:of|with|from)\s+(?:the\s+)?(?:(?:[A-Z][\w.&-]*\s+){{0,4}}[A-Z][\w.&-]*|city|county|state)['’]s\s+(?:\w+\s+){{0,2}}"
    r"(?:Office|Department|Bureau|Agency|Commission|clinic|center|project|program|office|department|chapter|union|group|law\s+school|newsroom|desk|team)\b"
)
_WHERE = frozenset(  # last words of places in which people live
    {
        "Apartments",
        "Avenue",
        "Beach",
        "City",
        "County",
        "Court",
        "Gardens",
        "Heights",
        "Hills",
        "Homes",
        "Island",
        "Lake",
    }
    | {"Manor", "Park", "Reservation", "Ridge", "Road", "Springs", "Square", "Street", "Terrace", "Towers", "Township"}
    | {"Valley", "Village", "Villas", "Army", "Church", "Nation"}
)
_IN_SPANISH = frozenset(  # first words of bodies
    {"Alianza", "Asociación", "Coalición", "Colectivo", "Comité", "Compas", "Compañeros", "Comunidad", "Familias"}
    | {"Fuerza", "Lucha", "Manos", "Movimiento", "Mujeres", "Organización", "Raíces", "Unidos", "Voces", "Voz"}
)
_TIMES = frozenset({*calendar.day_name, *calendar.month_name, "Today", "Yesterday", "Tomorrow"})


def is_of_a_body(text: str, start: int, end: int) -> bool:
    """Whether an organisation has the person whose surname stands from `start` to `end`."""
    if (found := _OWNER.search(text, max(0, start - _REACH), start)) and _is_body(text, found.start(1), found[1]):
        return True
    if _OF_ITS.match(text, end):
        return True
    if found := _IN_ONE.match(text, end):  # "Ann Vale, de Alianza Migrante"
        return found[1] in _IN_SPANISH
    found = _MEMBER.match(text, end)
    return found is not None and _is_said_in_words(found[1]) and _is_no_place(text, found.start(1), found[1])


def _is_body(text: str, start: int, name: str) -> bool:
    """Whether a name with capitals that has somebody is that of a body: no surname, no word that opens a text."""
    if " " not in name and not name.isupper() and (is_family(plain(name)) or (start == 0 and is_word(plain(name)))):
        return False
    return _is_no_place(text, start, name)


def _is_no_place(text: str, start: int, name: str) -> bool:
    """Whether a name with capitals is of no place, people, day or person."""
    words = name.split()
    if words[-1] in _WHERE or words[0] in _TIMES or plain(words[0]) in role_words("kin"):
        return False
    if len(words) == 1 and (is_given(plain(name)) or name in role_words("no_name")):
        return False
    plain_name = normalise(name)
    if codes_of(plain_name) or plain_name in country_names() or plain_name in cities_abroad():
        return False
    is_place = any(one < start + len(name) and start < other for one, other in places_in(text))
    return not (is_place or (is_given(plain(words[0])) and not is_word(plain(words[-1]))))


def _is_said_in_words(name: str) -> bool:
    """Whether each word of a name is one of the language: "New Labor", and not "San Juan Guichicovi"."""
    if name.split(maxsplit=1)[0] in _IN_SPANISH:
        return True
    return all(is_word(plain(re.sub(r"['’]s?$", "", word))) or word in {"&"} for word in name.split())
