"""Whether two titles tell of one spot or one sort of people, on one day of a town: "bakery", "roofers", "chaplain".

In a town hardly two things happen on one day at spots of one sort or to people of one sort; if each title says where,
in other words, they are two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.spelled import FIRST_WORDS
from raidline.merging.kinds import kinds_agree
from raidline.merging.twice.entered import Told, names_its_town, without_ending, words_of_acts, words_of_site
from raidline.merging.words import acts_of, beginnings
from raidline.models import Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import read

A_CITY = 700_000  # people
TELLING, SOME = 0.85, 0.4  # what a word is worth that few reports use, and one that many do
FIRST_KEYS = frozenset(without_ending(word[:6]) for word in FIRST_WORDS)  # numbers are compared on their own
_A_FEW_DAYS = 3
_SITE_NAMED = re.compile(
    r"\b[A-Z][\w’'-]+\s(?:Park|Plaza|Church|Hospital|Square|Elementary|High|Academy|Mall|Station|Cemetery|Library)\b"
)
_READ = 65_536  # lists of places, cached
_DECIDED = {
    Kind.ORDER,
    Kind.POLICY,
    Kind.LEGISLATION,
    Kind.RULING,
    Kind.HEARING,
    Kind.LAWSUIT,
    Kind.FUNDING,
    Kind.REPORT,
}
_ACTORS = ("body", "court", "chamber", "force", "session")  # rows of words that tell who acts, or where a matter stands
_HAPPENING = {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST, Kind.OTHER}


def spots_of(told: Told) -> list[str]:
    """Return the words of a title that hardly two events of a day and a town have: those that few reports use."""
    return [word for word, worth in told.words.items() if worth >= TELLING and _may_be_spot(word)]


def on_one_spot(one: Told, two: Told, common: Set[str], gap: int) -> bool:
    """Whether two titles tell of one spot or sort of people, at most a day apart, and of no other spot.

    On the next day one more thing has to be alike: the act, another word, or the town, which the title of an event of
    its county or state names. In a large city two such words have to be alike, and the day.
    """
    telling = {word for word in common if one.words[word] >= TELLING and _may_be_spot(word)}
    if (
        gap > 1
        or max(one.days, two.days) > _A_FEW_DAYS
        or not telling
        or not {one.event.kind, two.event.kind} <= _HAPPENING
    ):
        return False
    if not kinds_agree(one.event.kind, two.event.kind) or _are_elsewhere(one, two, telling):
        return False
    people = min(filter(None, (people_of(one.event.places), people_of(two.event.places))), default=0)
    if people >= A_CITY:
        return not gap and (len(telling) > 1 or _name_one_site(one, two))
    if not gap:
        return bool(people)
    sites = words_of_site(one.event.title, one.event.places) & words_of_site(two.event.title, two.event.places)
    also = {word for word in common - telling if one.words[word] >= SOME and word not in words_of_acts()}
    is_act_alone = telling <= sites and not also - sites - {word for word in also if word[0] == "("}
    is_named = names_its_town(one, two) or names_its_town(two, one)
    return bool(people) and (is_named or (not is_act_alone and len(telling) + len(also) > 1))


def _name_one_site(one: Told, two: Told) -> bool:
    """Whether both titles name one site, as hardly two of a day in a city do: "Reed Park"."""
    return not _sites_named(one.event.title).isdisjoint(_sites_named(two.event.title))


@lru_cache(_READ)
def _sites_named(title: str) -> frozenset[str]:
    return frozenset(match[0] for match in _SITE_NAMED.finditer(title))


def on_one_matter(one: Told, two: Told, common: Set[str], gap: int) -> bool:
    """Whether two titles tell of one decision: of one kind, day and matter, "masks", "parole".

    A matter that many reports tell needs the act of such a decision too; one of a state or the nation, one more word.
    """
    kind = one.event.kind
    if gap or kind is not two.event.kind or kind not in _DECIDED or max(one.days, two.days) > 1:
        return False
    matters = [word for word in common if one.words[word] >= SOME and _may_be_spot(word) and word not in _acting()]
    telling = [word for word in matters if one.words[word] >= TELLING]
    also = [word for word in common if one.words[word] >= SOME]
    if telling and (len(also) > 1 or (people_of(one.event.places) and people_of(two.event.places))):
        return True
    return bool(matters) and not acts_of(kind).isdisjoint(common)


def _may_be_spot(word: str) -> bool:
    is_named = word[0] != "(" and not word.isdigit() and word not in FIRST_KEYS
    return is_named and word not in words_of_acts() and word not in _bodies()


@cache
def _bodies() -> frozenset[str]:
    """Return the abbreviations of agencies, as they are compared: who acts is no spot."""
    words = (word for row in lexicon.load("agencies") for word in row["words"] if word.isupper())
    return frozenset(without_ending(key) for word in words for key in beginnings(word))


@cache
def _acting() -> frozenset[str]:
    """Return the words, as they are compared, for those who decide, and for the stages of it."""
    rows = (row for row in lexicon.load("opposites") if row["name"] in _ACTORS)
    words = (word for row in rows for side in row["sides"] for word in side)
    return frozenset(without_ending(key) for word in words for key in beginnings(word))


def _are_elsewhere(one: Told, two: Told, telling: Collection[str]) -> bool:
    """Whether each title says where, with no word in common, and what is alike is no part of it."""
    mine, its = (
        {word for word in words_of_site(told.event.title, told.event.places) if told.words.get(word, 0) >= SOME}
        for told in (one, two)
    )
    return bool(mine and its) and mine.isdisjoint(its) and (mine | its).isdisjoint(telling)


@lru_cache(_READ)
def people_of(places: tuple[str, ...]) -> int:
    """Return the people of the largest of some towns or counties; 0 if a state or the nation is among them."""
    known = [place for place in read(places) if isinstance(place, Jurisdiction)]
    if any(place.kind in ("state", "nation") for place in known):
        return 0
    return max((place.population for place in known), default=0)
