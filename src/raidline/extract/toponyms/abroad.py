"""Names abroad: those outside the jurisdictions of the United States, and the country an article is about."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from raidline import lexicon
from raidline.places.abroad import country_names
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.names import normalise

_PLACES = ("second", "first", "within")  # a later one overrides an earlier
_BEHIND = re.compile(
    r"(?:,\s+(?:(?:in|near)\s+)?|\s+in\s+)(?:(?:the|central|[a-z]+ern)\s+){0,2}"
    r"(?P<one>[A-ZÀ-Þ][\w’'-]*)(?P<two>\s[A-ZÀ-Þ][\w’'-]*)?"
)
_KINDS = ("state", "city", "town", "village", "province", "region", "capital", "port", "island", "resort")
_PEOPLE_BEFORE = re.compile(rf"\b(?P<people>[A-ZÀ-Þ]\w+) (?:[a-z]+ )?(?:{'|'.join(_KINDS)})s? (?:of )?$")
_PEOPLE_MAY_BE_BEFORE = ("of ", *(f"{kind}{plural} " for kind in _KINDS for plural in ("", "s")))


class Abroad(NamedTuple):
    """A name used in a country: a place there, which the bare name may or may not mean, or its people."""

    country: str
    sense: Literal["bare", "possible", "people"]


@cache
def names_abroad() -> dict[str, Abroad]:
    """Return the known names abroad, keyed by normalised name."""
    found: dict[str, Abroad] = {}
    for country, words in lexicon.load("abroad").items():
        for key in _PLACES:
            for name in words.get(key, ()):
                found[normalise(name)] = Abroad(country, "possible" if key == "second" else "bare")
        for name in words.get("people", ()):
            found[normalise(name)] = Abroad(country, "people")
        found[normalise(country)] = Abroad(country, "bare")
    found["georgia"] = Abroad("Georgia", "possible")  # the only country that shares its name with a state
    return found


def is_named_abroad(place: Jurisdiction, text: str) -> bool:
    """Whether a text names a place abroad; a country also by a place in it or by its people."""
    words = " ".join(["", *normalise(text).split(), ""])
    if place.kind != "country":
        return f" {normalise(place.name)} " in words
    names = [name for name, code in country_names().items() if code == place.code]
    names += [name for name, one in names_abroad().items() if one.country == place.name and one.sense != "possible"]
    return any(f" {name} " in words for name in names)


def is_said_to_be_abroad(left: str, right: str) -> bool:
    """Whether the words around a name put it abroad: "Lima, Peru", "the Mexican state of Guerrero"."""
    if match := _BEHIND.match(right):
        for region in (match["one"] + (match["two"] or ""), match["one"]):
            known = names_abroad().get(normalise(region))
            if known and known.sense == "bare":
                return True
    before = _PEOPLE_BEFORE.search(left) if left.endswith(_PEOPLE_MAY_BE_BEFORE) else None  # spares time
    known = names_abroad().get(normalise(before["people"])) if before else None
    return bool(known and known.sense == "people")
