"""What tells two events apart whose titles are alike: numbers, streets, hours, names, opposites.

Something that only one of them says contradicts nothing, but for "the second", "another" and the like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from raidline import lexicon
from raidline.counts.agreement import agree, supports
from raidline.counts.people import in_like_words
from raidline.counts.spelled import SPELLED, spelled
from raidline.lexicon.patterns import words_source
from raidline.merging.twice.numbering import (
    AGE,
    HEDGE,
    HOUR,
    LAW,
    NEARLY,
    ROAD,
    ROUGHLY,
    SPAN,
    about_one_number,
    are_near,
    figures_of,
    one_number,
    without_hours,
)
from raidline.merging.twice.sorts import matters_apart, sorts_apart
from raidline.models import Event
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import lookup_at_home, read

_READ = 65_536  # titles, cached
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*")
_STREET = re.compile(
    r"\b((?:[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th))(?:\s(?:[A-Z][\w.’'-]*))?)\s"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Drive|Lane|Highway|Parkway|Pike"
    r"|STREET|AVENUE|ROAD|BOULEVARD|DRIVE|LANE|HIGHWAY|PARKWAY|PIKE)"
)
_STREET_WORDS = frozenset(
    (
        *("street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "dr", "lane", "ln"),
        *("highway", "hwy", "parkway", "pkwy", "pike"),
    )
)
_SCHOOL = re.compile(r"\b((?:[A-Z][\w.’'-]*\s){1,3})(?:Elementary|Middle|High|Academy|Charter|Preschool)\b")
_NUMBERED = re.compile(rf"\b(?:day|night|week|phase|part|round)\s({SPELLED}|\d{{1,2}})\b", re.IGNORECASE)  # "night two"
_SERIES = re.compile(  # "No Kings 3", "No Kings II": the third and the second of a series
    r"\b(?:Kings|Protest|March|Rally|Vigil|Surge|Sweep|Blitz|Walkout|Strike)\s(?P<number>[2-9]|II|III|IV)(?:\.0)?\b(?![-–,:]\d)"
)
_NTH = re.compile(r"\b([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\s(?:of\sthe\s)?No\sKings\b")
_ROMAN = {"II": "2", "III": "3", "IV": "4"}
_OF_A_COUNTY = re.compile(r"\b([A-Z][a-z]+)\sCounty\b")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b(?!\s+(?:[A-Z]|street|avenue))", re.IGNORECASE)
_ALL = re.compile(rf"\b[Aa]ll\s(?:of\s)?(?:the\s|its\s)?(\d+|{SPELLED})\s[a-z]")  # "all 67 sheriffs": not one of them
_PART = re.compile(r"\b(?:[Tt]hird|[Ff]ourth|[Ff]ifth|[Tt]enth)\sof\b")  # of a whole
_OFFICIAL = re.compile(
    r"\b(?:Ald|Alderman|Alderwoman|Judge|Justice|Mayor|Bishop|Archbishop|Gov|Governor|Sen|Senator|Rep|Sheriff|Rev|Father|Sister"
    r"|Chief|Commander|Commissioner|Councilman|Councilwoman|Pastor|President|Secretary)\.?\s([A-Z][\w’'-]+)(?:\s([A-Z][\w’'-]+))?"
)
_COUNTING = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINALS = {word: number for number, word in enumerate(_COUNTING, 1)}
_ONE_MORE = re.compile(  # "two brothers held; third runs": one of the same
    rf"\b({SPELLED}|\d{{1,2}})\s(?:\w+\s){{1,8}}?\w+[,;]\s(?:an?\s|the\s)?(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:\w+s|\w+ed|is|was)\b",
    re.IGNORECASE,
)
_AGAIN = frozenset({"another", "again", "same judge", "same court", "same place", "same spot", "same lot"})
_HEADLINE = 0.7  # the share of words with a capital
_SMALL, _SENTENCE = 3, 2  # letters; words without a capital: "Agents arrest vendors at Home Depot in Van Nuys"
_TOWN = 5_000  # people: hamlets are called Man, Protest or Justice
_NAME_LETTERS = 4  # "Honduran" and "Honduras" are one


@dataclass(frozen=True, slots=True)
class Marks:
    """What a title says that another event's may contradict."""

    figures: frozenset[str]
    ordinals: frozenset[str]
    hours: frozenset[str]
    streets: frozenset[str]
    schools: frozenset[str]
    laws: frozenset[str]
    spans: frozenset[str]
    ages: frozenset[str]
    series: frozenset[str]
    names: frozenset[str]
    sides: frozenset[tuple[int, int, str]]  # row, side, word


def differences(one: Event, other: Event, *, is_rough: bool = False, by_names: bool = True) -> Iterator[str]:
    """Yield what tells two events apart, in words: "“first”, not “second”"; nothing if they can be one.

    If `is_rough`, larger numbers that are off by a tenth at most, 11 and 12, are no difference. Names count only
    `by_names`, and those of peoples only against others of peoples.
    """
    a, b = _marks(one.title), _marks(other.title)
    ordinals, its_ordinals = a.ordinals - b.series, b.ordinals - a.series  # "third No Kings rally", "No Kings 3"
    yield from _apart(ordinals - {"1"}, its_ordinals - {"1"}, alone=True)
    yield from _apart(ordinals, its_ordinals)
    yield from _apart(a.series, b.series)
    yield from _apart(a.laws, b.laws)
    yield from _apart(a.spans, b.spans)
    yield from _apart(a.ages, b.ages)
    yield from _apart(a.figures, b.figures, same=about_one_number if is_rough else one_number)
    told, others = _details(one), _details(other)
    yield from _apart(told.hours, others.hours)
    yield from _apart(told.streets, others.streets)
    yield from _apart(told.schools, others.schools)
    placed = _place_words(one.places, other.places)
    both = a.names & b.names
    if all(len(event.places) == 1 and ", " in event.places[0] for event in (one, other)):  # a town, and its county
        placed |= _words_of(one.places) | _words_of(other.places)
    named = (a.names - placed - _words_of(other.places)) | both
    others_named = (b.names - placed - _words_of(one.places)) | both
    are_places = named <= _words_of(one.places) and others_named <= _words_of(other.places)
    if by_names and not are_places:  # each title names where it was: a town, and its county
        officials = _officials(one.title) | _officials(other.title)  # a person's name contradicts no place's
        for some in (_peoples(), officials, (named | others_named) - _peoples() - officials):
            yield from _apart(named & some, others_named & some, same=_one_name)
    for sort, its_sort in chain(sorts_apart(one, other), matters_apart(one, other)):
        if set(_sides().get(sort, ())).isdisjoint(_sides().get(its_sort, ())):  # chicken is poultry
            yield _not(sort, its_sort)
    hedged = {int(figure.strip(HEDGE)) for figure in a.figures | b.figures if HEDGE in figure}
    for row in {row for row, *_ in a.sides} & {row for row, *_ in b.sides}:
        mine = {(side, word) for n, side, word in a.sides if n == row}
        its = {(side, word) for n, side, word in b.sides if n == row}
        if {side for side, _ in mine}.isdisjoint(side for side, _ in its):
            yield _not(min(word for _, word in mine), min(word for _, word in its))
    ours, its_counts = in_like_words((one.counts, other.counts))
    for what in sorted(ours.keys() & its_counts.keys()):
        here, there = ours[what], its_counts[what]
        is_hedged = any(count.low == count.high and count.low in hedged for count in (here, there))  # "about forty"
        may_be_one = (is_hedged and are_near(here, there, ROUGHLY)) or (is_rough and are_near(here, there, NEARLY))
        if not (may_be_one or agree(here, there) or supports(here, there) or supports(there, here)):
            yield f"{what}: {_not(str(here), str(there))}"


def streets_of(title: str) -> frozenset[str]:
    """Return the streets that a title names, without the word for a street."""
    return _marks(title).streets


def _apart(
    mine: frozenset[str], others: frozenset[str], *, alone: bool = False, same: Callable[[str, str], bool] | None = None
) -> Iterator[str]:
    """Yield the difference if each has something that the other lacks; `alone`: if one of them has."""
    a, b = mine - others, others - mine
    if same:
        a, b = (
            frozenset(x for x in a if not any(same(x, y) for y in others)),
            frozenset(y for y in b if not any(same(y, x) for x in mine)),
        )
    if (a and b) or (alone and (a or b)):
        yield _not(min(a, default="none"), min(b, default="none"))


def _not(one: str, other: str) -> str:
    return f"“{one.strip(HEDGE)}”, not “{other.strip(HEDGE)}”"


def _one_name(one: str, other: str) -> bool:
    return one[:_NAME_LETTERS] == other[:_NAME_LETTERS]


def proper_names(one: Event, other: Event) -> frozenset[str]:
    """Return the names in the title of an event, but for those of their places and of peoples; none in capitals."""
    words = list(_WORD.finditer(_bodies().sub(" ", one.title)))
    if all(word[0][0].isupper() for word in words if len(word[0]) > _SMALL):
        return frozenset()
    placed = _words_of(one.places) | _words_of(other.places) | _place_words(one.places, other.places)
    names = {word[0] for word in words[1:] if word[0][0].isupper()} - placed - _acronyms() - _peoples()
    return frozenset(name for name in names if name.casefold() not in _usual())


def _details(event: Event) -> Marks:
    return _marks(f"{event.title}. {event.summary}" if event.summary else event.title)


@lru_cache(_READ)
def _marks(text: str) -> Marks:
    hours = frozenset(
        f"{int(m[1])}{':' + m[2] if m[2] and m[2] != '00' else ''} {m[3].lower()}.m." for m in HOUR.finditer(text)
    )
    streets = frozenset(m[1] for m in chain(_STREET.finditer(text), ROAD.finditer(text)))
    plain = without_hours(text)
    told = [word.casefold() for word in _WORD.findall(_PART.sub(" ", plain))]
    words = {*told, *map(" ".join, pairwise(told))}
    ordinals = {str(_ORDINALS[word]) for word in words & _ORDINALS.keys()} | words & _AGAIN
    ordinals |= {str(spelled(match[1].lower()) or match[1]) for match in _NUMBERED.finditer(plain)}
    ordinals |= {f"all {match[1].lower()}" for match in _ALL.finditer(plain)}
    ordinals |= {match[0][:-2] for match in _ORDINAL.finditer(plain)}
    ordinals -= {str(int(spelled(found[1].lower()) or found[1]) + 1) for found in _ONE_MORE.finditer(plain)}
    sides = frozenset((*at, word) for word in words for at in _sides().get(word, ()))
    schools = frozenset(m[1].split()[0] for m in _SCHOOL.finditer(text))
    series = frozenset(_ROMAN.get(found["number"], found["number"]) for found in _SERIES.finditer(plain))
    if found := _NTH.search(plain):  # "third No Kings"
        series |= {str(_ORDINALS[found[1].lower()])}
        ordinals -= series
    laws = frozenset(found[1] for found in LAW.finditer(plain))
    spans = frozenset(str(spelled(found[1].lower()) or found[1]) for found in SPAN.finditer(plain))
    ages = frozenset(found[1] or found[2] or found[3] for found in AGE.finditer(plain))
    return Marks(
        figures_of(text), frozenset(ordinals), hours, streets, schools, laws, spans, ages, series, _names(plain), sides
    )


def _names(title: str) -> frozenset[str]:
    """Return the words that are names: those with a capital but the first, which has to be a place's or a people's."""
    without = _bodies().sub(" ", title)
    found = list(_WORD.finditer(without))
    telling = [m[0] for m in found if m[0].casefold() not in lexicon.load("function_words")["words"]]
    lower = sum(word[0].islower() and len(word) > _SMALL for word in telling)
    if lower < _SENTENCE and sum(word[0].isupper() for word in telling) > _HEADLINE * len(telling):
        return frozenset()
    counties = {match[1] for match in _OF_A_COUNTY.finditer(title)}  # also "Union", which is usual elsewhere
    names = {m[0] for m in found if m[0][0].isupper() and (m.start() or _is_name(m[0]))} - {"No"}
    names = {re.sub(r"['’]s$", "", name) for name in names} - _acronyms()
    named = {name for name in names if name.casefold() not in _usual() and name.casefold() not in _STREET_WORDS}
    return frozenset(named | counties)


@lru_cache(_READ)
def _officials(title: str) -> frozenset[str]:
    """Return the names of those whom a title tells by their office: "Mayor Ana Vale"."""
    return frozenset(name for found in _OFFICIAL.findall(title) for name in found if name)


@lru_cache(_READ)
def _is_name(word: str) -> bool:
    """Whether a word that begins a title names a people, a county or a larger town; others are only its first word."""
    places = [*lookup_at_home(word), *lookup_at_home(f"{word} County")]
    return word in _peoples() or any(one.population >= _TOWN for one in places)


@lru_cache(_READ)
def _place_words(some: tuple[str, ...], others: tuple[str, ...]) -> frozenset[str]:
    """Return the words for the places that both events have: titles name them in different ways."""
    both = set(read(some)).intersection(read(others))
    written = [name for name in (*some, *others) if not both.isdisjoint(read([name]))]
    full = [place.full_name for place in both if isinstance(place, Jurisdiction)]
    return frozenset(word for name in (*written, *full) for word in _WORD.findall(name))


@lru_cache(_READ)
def _words_of(places: tuple[str, ...]) -> frozenset[str]:
    """Return the words for places: what names where the other event was contradicts nothing."""
    return frozenset(word for name in places for word in _WORD.findall(name))


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(words_source(word for row in lexicon.load("agencies") for word in row["words"]))


@cache
def _acronyms() -> frozenset[str]:
    """Return the words in capitals that name nobody and no place."""
    return frozenset(lexicon.load("compounds")["acronyms"])


@cache
def _peoples() -> frozenset[str]:
    return frozenset(people for row in lexicon.load("abroad").values() for people in row.get("people", ()))


@cache
def _usual() -> frozenset[str]:
    holidays = (word for name in lexicon.load("compounds")["holidays"] for word in name.split())
    shops = (
        word
        for row in lexicon.load("scenes")
        if row["name"] == "home store"
        for one in row["words"]
        for word in one.split()
    )
    usual = (*lexicon.load("showing")["public"], *lexicon.load("function_words")["calendar"])
    words = (*usual, *holidays, *shops, "side")
    return frozenset(word.casefold() for word in words if word not in _peoples())


@cache
def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for row, entry in enumerate(lexicon.load("opposites")):
        for side, words in enumerate(entry["sides"]):
            for word in words:
                found[word] = (*found.get(word, ()), (row, side))
    return found
