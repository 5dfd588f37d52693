"""Places that an act names but nobody can resolve: they are shown as written, never taken for the nation."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from raidline import lexicon
from raidline.extract.text.sentences import Span
from raidline.extract.toponyms.abroad import is_named_abroad, names_abroad
from raidline.extract.toponyms.names import titles
from raidline.extract.toponyms.people import first_names
from raidline.lexicon.patterns import words_source
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided
from raidline.places.names import normalise
from raidline.places.typed import region_names

UNKNOWN = "a place that is unknown or one of several"
ABROAD = "named in the sentence, abroad"
_NEAR = 45  # characters between what happens and where
_PARTED = re.compile(
    r"[,;:()“”\"]|\b(?:for|of|after|before|who|whom|whose|that|wanted|accused|convicted|born|from|with|by|and|to)\b"
)
_COMMA_COUNTRY = re.compile(r",\s+(?P<country>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?)")
_OWNER = r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?)"
_OF_OWNER = re.compile(rf"\sof\s{_OWNER}(?:,\s+(?P<country>[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?))?")
_LONGEST = 40  # characters of a name and its possessive
_NAME = (  # "St. Anselm County", "O'Dell", "Coeur d'Alene"
    r"(?P<name>(?:(?:St|Ste|Mt|Ft|Pt)\.\s)?(?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:[ -](?:d['’])?[A-Z][a-zà-ÿ]+){0,2})"
)
# what follows a place, and not a noun that the name describes: "in Mexican waters", "in Ana Real's car"
_ENDS = (
    r"(?=[,.;:)—–]|\s[—–-]\s|\s*$|\s(?:on|in|at|and|or|last|this|early|late|after|before|during|with|for|"
    r"said|was|were|is|who|where|when|that|[a-z]+ed)\b)"
)

# "at Guantánamo Bay", "at the naval base in Rota": a base abroad; at home "at Fort Bliss" says no more than the town
_AT_A_BASE = re.compile(
    rf"\bat\s(?:(?:the\s)?(?:U\.S\.\s)?(?:[Nn]aval\s|[Aa]ir\s)?(?:[Ss]tation|[Bb]ase)\s(?:(?:at|in)\s)?)?{_NAME}{_ENDS}"
)


def place_as_written(text: str, span: Span, known: Collection[int] = ()) -> Jurisdiction | str | None:
    """Return the place of an act or of an office by the words beside its name; None if there is none.

    A known place abroad gives its country, any other name is returned as written; at `known` positions places at home
    begin, where somebody may live.
    """
    for match in _located().finditer(text, *span):
        if match.start("name") in known:
            continue
        if country := _country_of(match):
            return country
        if normalise(match["name"]) not in names_abroad() and _others().isdisjoint(match["name"].split()):
            return match["name"]
    return None


def happens_abroad(text: str, clause: Span, trigger: Span) -> Jurisdiction | None:
    """Return the country where something happens by the words around its trigger; None for what only comes from there.

    "Two men were killed in Tapachula", "Police in Cork, Ireland, marched"; not "agents arrested a man for a murder
    in Tapachula".
    """
    matches = []
    for start, end in ((clause[0], trigger[0]), (trigger[1], clause[1])):
        for match in filter(None, (_located().search(text, start, end), _AT_A_BASE.search(text, start, end))):
            if len(gap := text[start : match.start()]) <= _NEAR and not _PARTED.search(gap):
                matches.append(match)
    found = (country for match in matches if (country := _country_of(match)))
    return next((country for country in found if isinstance(country, Jurisdiction)), None)


def _country_of(match: re.Match[str]) -> Jurisdiction | str | None:
    """Return the country of a name, or the one written behind it: "Cork, Ireland"; None if it is not known abroad."""
    behind = _COMMA_COUNTRY.match(match.string, match.end())
    for name in filter(None, (match["name"], behind and behind["country"])):
        known = names_abroad().get(normalise(name))
        if known and known.sense != "people":
            country = decided(known.country)
            if known.sense == "possible" and (country is None or not is_named_abroad(country, match.string)):
                continue  # "in Chesterfield" is most likely not in England
            return country or known.country
    return None


@cache
def _located() -> re.Pattern[str]:
    """Match "in Pine Hollow", "the mayor of Pine Hollow", "Police in Pine Hollow", "in the Quad Cities"."""
    offices, regions = words_source(lexicon.load("unplaced")["offices"]), words_source(region_names())
    beside = rf"(?:\b(?:[Ii]n|[Nn]ear|[Oo]utside)|{offices}\s+of)\s+(?:the\s+(?={regions}))?"
    return re.compile(beside + _NAME + _ENDS)


@cache
def _others() -> frozenset[str]:
    """Return words that make a capitalised name something else: people, months, bodies, faiths."""
    return frozenset(lexicon.load("unplaced")["no_places"]) | first_names() | titles()


def government_abroad(text: str, span: Span) -> Jurisdiction | None:
    """Return the country whose government is the subject that a stretch of text opens with; None if none is.

    Not for "Relatives asked Mexico's president", "Georgia's attorney general" or "the New Mexico government".
    """
    if match := _head_of().match(text, *span):
        return _country_of_head(match)
    match = _subject().match(text, *span)
    known = names_abroad().get(normalise(match["name"])) if match else None
    return decided(known.country) if known and known.sense != "possible" else None


def belongs_abroad(text: str, start: int) -> bool:
    """Whether the name right before a position is that of another country or of its people: "Mexico's president"."""
    before = max(0, start - _LONGEST), start
    if "".join(text[slice(*before)].rsplit(maxsplit=1)[-1:]).islower():  # spares time
        return False
    match = _owner().search(text, *before)
    known = names_abroad().get(normalise(match["name"])) if match else None
    return bool(known and known.sense != "possible")


def is_of_a_town_abroad(text: str, end: int) -> bool:
    """Whether a town of another country stands behind an office that ends at a position: "mayor of Ciudad Juárez"."""
    match = _OF_OWNER.match(text, end) if text.startswith(" of ", end) else None
    return match is not None and _country_of_head(match) is not None


def _country_of_head(match: re.Match[str]) -> Jurisdiction | None:
    """Return the country of a town that an office is of, by its name or by what stands behind: "Nogales, Sonora"."""
    known = names_abroad().get(normalise(match["name"]))
    if known is None or known.sense == "possible":
        known = names_abroad().get(normalise(match["country"])) if match["country"] else None
    return decided(known.country) if known and known.sense == "bare" else None


@cache
def _owner() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:[Tt]he\s)?{_OWNER}(?:['’]s?)?\s$")


@cache
def _head_of() -> re.Pattern[str]:
    """Match "Across the river, the mayor of Ciudad Juárez"."""
    offices = words_source(lexicon.load("unplaced")["offices"])
    return re.compile(rf"\W*(?:[A-Z][^,.]{{2,40}},\s)?[Tt]he\s{offices}{_OF_OWNER.pattern}")


@cache
def _subject() -> re.Pattern[str]:
    """Match "On Monday, Mexico's foreign minister", "But the Brazilian government"."""
    words = lexicon.load("unplaced")
    opening = rf"(?:(?:{words_source(words['openings'])}|[A-Z][a-z]+day|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}),?\s)*"
    return re.compile(rf"\W*{opening}(?:[Tt]he\s)?{_OWNER}(?:['’]s?)?\s{words_source(words['governments'])}")
