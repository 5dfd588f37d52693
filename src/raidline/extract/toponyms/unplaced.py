"""Places that an act names but nobody can resolve: they are shown as written, never taken for the nation."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms.abroad import names_abroad
from raidline.extract.toponyms.names import titles
from raidline.extract.toponyms.people import first_names
from raidline.lexicon.patterns import words_source
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided
from raidline.places.names import normalise

UNKNOWN = "a place that is unknown or one of several"
ABROAD = "named in the sentence, abroad"
_NAME = r"(?P<name>[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+){0,2})"
# what follows a place, and not a noun that the name describes: "in Mexican waters", "in Ana Real's car"
_ENDS = (
    r"(?=[,.;:)—–]|\s[—–-]\s|\s*$|\s(?:on|in|at|and|or|last|this|early|late|after|before|during|with|for|"
    r"said|was|were|is|who|where|when|that|[a-z]+ed)\b)"
)


def place_as_written(text: str, span: Span) -> Jurisdiction | str | None:
    """Return the place of an act or of an office by the words beside its name; None if there is none.

    A known place abroad gives its country, any other name is returned as written.
    """
    for match in _located().finditer(text, *span):
        name = match["name"]
        known = names_abroad().get(normalise(name))
        if known and known.sense != "people":
            return decided(known.country) or known.country
        if not known and _others().isdisjoint(name.split()):
            return name
    return None


@cache
def _located() -> re.Pattern[str]:
    """Match "in Pine Hollow", "the mayor of Pine Hollow", "Police in Pine Hollow"."""
    offices = words_source(lexicon.load("unplaced")["offices"])
    return re.compile(rf"(?:\b(?:[Ii]n|[Nn]ear|[Oo]utside)|{offices}\s+of)\s+{_NAME}{_ENDS}")


@cache
def _others() -> frozenset[str]:
    """Return words that make a capitalised name something else: people, months, bodies, faiths."""
    return frozenset(lexicon.load("unplaced")["no_places"]) | first_names() | titles()
