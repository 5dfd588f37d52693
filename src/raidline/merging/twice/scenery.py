"""Whether two events are one by what their titles tell of, though they have hardly a word in common.

The smaller a place, the less has to be alike: in a large city much happens to all sorts of people on one day.
"""

from __future__ import annotations

from raidline.counts.people import in_like_words
from raidline.merging.kinds import kinds_agree
from raidline.merging.twice.distinction import proper_names
from raidline.merging.twice.entered import Told, names_its_town, without_its_towns, words_of_acts, words_told
from raidline.merging.twice.numbering import numbers_of
from raidline.merging.twice.scenes import (
    DECIDERS,
    DEEDS,
    MATTERS,
    PERSONS,
    SITES,
    STAGES,
    Scene,
    are_apart,
    at_work,
    in_common,
    scene_of,
)
from raidline.merging.twice.spots import A_CITY, SOME, TELLING, people_of
from raidline.models import Event, Kind

_HAPPENING = {Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST, Kind.STATEMENT, Kind.OTHER}
_DECIDED = {Kind.ORDER, Kind.POLICY, Kind.LEGISLATION, Kind.RULING, Kind.LAWSUIT, Kind.FUNDING}
_RULES = {Kind.ORDER, Kind.POLICY, Kind.LEGISLATION, Kind.STATEMENT}  # in which curators put one decision
_SMALL = 100_000  # people
# What has to be alike on one day in a small town, in a larger one, in a city, and in a state.
_IN_SMALL, _IN_LARGER, _IN_CITY, _IN_STATE = 1.0, 1.5, 2.5, 2.0
_NEXT_DAY = 1.0  # more
_TOWN_NAMED = 0.5  # by the title of an event of a county or state
_A_WORD, _A_USUAL_WORD = 1.0, 0.5
_NUMBERS = ((10, 1.5), (4, 1.0), (2, 0.5))  # what one number of people counts
_COUNTED = 0.75  # one count of the same, of a town and of the county around it
_YEARS = range(1900, 2100)


def on_one_scene(one: Told, two: Told, gap: int, place: str) -> bool:
    """Whether two titles tell of the same sort of people, site or deed, on one day of a place or the next.

    On the next day more than the site has to be alike: agents come back.
    """
    if gap > 1 or max(one.days, two.days) > 1 or not {one.event.kind, two.event.kind} <= _HAPPENING:
        return False
    if not kinds_agree(one.event.kind, two.event.kind):
        return False
    scenes = _scene(one.event), _scene(two.event)
    if are_apart(*scenes, (PERSONS, SITES)):
        return False
    is_protest = one.event.kind is two.event.kind is Kind.PROTEST
    aspects = (PERSONS,) if gap and is_protest else (PERSONS, DEEDS)  # people march day after day
    told, sites = in_common(*scenes, aspects), in_common(*scenes, (SITES,))
    told += _A_WORD if at_work(*scenes) else 0
    is_counted = place == "wider" and not gap and count_alike(one.event, two.event)
    told += _COUNTED if is_counted else 0
    if not told and not sites:
        return False  # words and numbers are compared without
    told += _numbers_alike(one.event, two.event)
    points = told + sites
    if gap and told < _A_WORD:
        return False
    needed = _needed(one.event, two.event) + (_NEXT_DAY if gap else 0)
    if place == "wider" and points < needed and (names_its_town(one, two) or names_its_town(two, one)):
        points += _TOWN_NAMED
    is_enough = points >= needed or points + _words_alike(one, two) >= needed
    return is_enough and not _are_named_apart(one.event, two.event)


def on_one_decision(one: Told, two: Told, gap: int) -> bool:
    """Whether two titles tell of a decision on the same matter, of a place and a day.

    On the next day they have to tell who decides as well; a state or the nation decides much.
    """
    kinds = {one.event.kind, two.event.kind}
    is_one_sort = len(kinds) == 1 or (not gap and kinds <= _RULES)
    if gap > 1 or max(one.days, two.days) > 1 or not is_one_sort or not kinds <= _DECIDED | _RULES:
        return False
    scenes = scene_of(one.event.title), scene_of(two.event.title)
    if are_apart(*scenes, (MATTERS, DECIDERS, STAGES)):
        return False
    matters = in_common(*scenes, (MATTERS,))
    more = in_common(*scenes, (DECIDERS,)) > 0 or matters > _A_WORD or _numbers_alike(one.event, two.event) > 0
    is_enough = matters >= _A_WORD and (not gap or more)
    return is_enough and not _are_named_apart(one.event, two.event)


def are_told_apart(one: Event, two: Event) -> bool:
    """Whether two titles tell of other sorts of people, or of others who decide."""
    aspects = (PERSONS, SITES, DECIDERS, MATTERS) if one.kind is two.kind is Kind.RULING else (PERSONS, SITES, DECIDERS)
    return are_apart(_scene(one), _scene(two), aspects)


def _scene(event: Event) -> Scene:
    return scene_of(without_its_towns(event.title, event.places))


def _needed(one: Event, two: Event) -> float:
    people = [people_of(event.places) for event in (one, two)]
    if not all(people):
        return _IN_STATE if any(people) else _IN_CITY
    least = min(people)
    return _IN_SMALL if least < _SMALL else _IN_LARGER if least < A_CITY else _IN_CITY


def _are_named_apart(one: Event, two: Event) -> bool:
    """Whether each title has names of its own: "Akins High", "Crockett High"."""
    a, b = proper_names(one, two), proper_names(two, one)
    return bool(a and b) and a.isdisjoint(b)


def _words_alike(one: Told, two: Told) -> float:
    """Return what other words are alike: none for acts, which are alike in most titles."""
    mine, its = (words_told(scene_of(told.event.title).rest, told.event.places) for told in (one, two))
    shared = [mine[word] for word in mine.keys() & its.keys() if word not in words_of_acts() and word[0] != "("]
    return sum(_A_WORD if worth >= TELLING else _A_USUAL_WORD for worth in shared if worth >= SOME)


def count_alike(one: Event, two: Event) -> bool:
    """Whether two events count one number of the same people or things, other than one."""
    return bool(one.counts and two.counts) and any(number > 1 for number in _counted_alike(one, two))


def _counted_alike(one: Event, two: Event) -> list[int]:
    mine, its = in_like_words((one.counts, two.counts))
    alike = (mine[what].low for what in mine.keys() & its.keys() if mine[what] == its[what])
    return [number for number in alike if number]


def _numbers_alike(one: Event, two: Event) -> float:
    """Return what an exact number counts that both events have."""
    exact = _counted_alike(one, two)
    titled = [int(number) for number in numbers_of(one.title) & numbers_of(two.title)]
    most = max((*exact, *(number for number in titled if number not in _YEARS)), default=0)
    return next((much for least, much in _NUMBERS if most >= least), 0.0)
