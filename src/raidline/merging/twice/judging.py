"""Whether two events beside each other are one, entered twice: how much has to be alike, and what tells them apart."""

from __future__ import annotations

import re

from raidline.merging.kinds import kinds_agree, kinds_that_fit
from raidline.merging.twice.answers import answers
from raidline.merging.twice.distinction import differences, streets_of
from raidline.merging.twice.entered import (
    Told,
    is_protest_against,
    names_another_town,
    words_of_site,
    words_told,
)
from raidline.merging.twice.forms import fill_one_form
from raidline.merging.twice.numbering import numbers_of, tells_of_more
from raidline.merging.twice.pairs import LEAST_SIMILAR, Pair
from raidline.merging.twice.scenery import are_told_apart
from raidline.merging.twice.scenes import DEEDS, scene_of
from raidline.merging.twice.signs import LARGE, ODD, ROUND, have_telling_count, large_numbers, share_needed
from raidline.models import Kind
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import read

A_FEW_DAYS, A_MONTH = 3, 31
# The share of what the words of both titles are worth that has to be in common.
SIMILAR = 0.5
VERY_SIMILAR = 0.58  # where days or places differ
SIMILAR_OF_A_DAY = 0.55  # where only the kinds differ, and agree
SIMILAR_OF_A_NUMBER = 0.34  # where both tell one large number of a day
SIMILAR_BY_WORTH = ((2.0, 0.3), (1.6, 0.36), (1.3, 0.39))  # on one day, in one place: the less, the more it has to tell
SIMILAR_FOR_LONG = 0.75  # for longer dates, which may overlap by chance
SIMILAR_OF_KINDS = 0.74  # for kinds that do not agree but that people mix up, on one day and in one place
SIMILAR_THROUGHOUT = 0.85  # below it, on another day, more has to be alike than the site: other words are worth
OF_THE_ACT = 0.8  # so much at least
EQUAL, NEVER = 0.999, 2.0
# What the words in common are worth at least.
TELLING = 1.9  # on another day
SAYING = 1.2  # in a wider place, or if the titles are equal and have a number
MUCH = 2.4
RULES = {Kind.POLICY, Kind.LEGISLATION, Kind.ORDER}
MIXED_UP = ({Kind.OPERATION, Kind.INCIDENT, Kind.PROTEST}, RULES)
_OF_COUNTIES = {*RULES, Kind.STATEMENT, Kind.FUNDING}
_END = "(ending)"  # how titles with "ends" and the like are compared
_ENDED = re.compile(  # as what a title says of somebody, not beside: "five held, one released"
    r"\b(?:held|taken|detained|arrested|jailed)\b[^,;:]*\s(?:is|are|was|were|gets|walks|go(?:es)?)\s(?:freed|released|out|deported|free|home)\b"
)
_AFTER = re.compile(r"\s(?:after|following)\s")
_ENFORCED = frozenset({"(arrest)", "(raid)"})  # how words for such acts are compared
_PROTESTS = {"walkout", "vigil", "march", "hunger strike"}  # classes of deeds
_COUNTY_ACTS = re.compile(r"(?:[A-Z][a-z]+\s)?(?:County|Supervisors)\b")


def is_one_twice(pair: Pair, *, is_form: bool) -> bool:
    """Whether two events are one; `is_form` says that their title is a form of words for whatever happens."""
    needed = _share_of_words(pair)
    if needed == NEVER and _is_one_count(pair):
        return not _are_told_apart(pair, is_rough=False)
    if needed == NEVER or (pair.gap and is_form):
        of_spot, by_sign = False, None
    else:
        of_spot = pair.of_spot and not (pair.place == "wider" and _is_elsewhere(pair))
        by_sign = share_needed(pair.one.event, pair.two.event, pair.signs, pair.gap, pair.place)
    is_alike = of_spot or (by_sign is not None and pair.similar >= by_sign)
    if not is_alike:
        is_alike = pair.similar >= max(needed, LEAST_SIMILAR) and not _by_chance(pair, is_form=is_form)
    return is_alike and not _are_told_apart(pair, is_rough=of_spot)


def _share_of_words(pair: Pair) -> float:  # noqa: PLR0911 - one case for each way in which two can differ
    """Return the share of their words that has to be alike."""
    one, two = pair.one, pair.two
    if not kinds_agree(one.event.kind, two.event.kind):
        kinds = {one.event.kind, two.event.kind}
        is_mixed = any(kinds <= mixed for mixed in MIXED_UP) and one.days == two.days == 1
        return SIMILAR_OF_KINDS if is_mixed and not pair.gap and (pair.place == "same" or kinds <= RULES) else NEVER
    if pair.gap > A_FEW_DAYS:
        return EQUAL if pair.one_page else NEVER
    if (longer := max(one.days, two.days)) > A_FEW_DAYS:
        if longer <= A_MONTH and _same_street_and_number(one, two):
            return SIMILAR_OF_A_NUMBER
        of_a_month = SIMILAR if pair.worth >= MUCH else VERY_SIMILAR
        return SIMILAR_FOR_LONG if longer > A_MONTH else of_a_month
    if not pair.gap and _same_large_number(one, two):
        return SIMILAR_OF_A_NUMBER
    is_part = one.words.keys() <= two.words.keys() or two.words.keys() <= one.words.keys()
    if (pair.gap and not pair.one_page and not is_part) or pair.place == "wider":
        return SIMILAR if pair.gap <= 1 and pair.worth >= MUCH else VERY_SIMILAR
    if one.event.kind is not two.event.kind:
        return SIMILAR_OF_A_DAY
    return next((share for much, share in SIMILAR_BY_WORTH if pair.worth >= much), SIMILAR)


def _is_one_count(pair: Pair) -> bool:
    """Whether two events of one day count one telling number of the same, and curators mix up their kinds."""
    fit = kinds_that_fit([*Kind].index(pair.one.event.kind))[[*Kind].index(pair.two.event.kind)]
    return fit and not pair.gap and have_telling_count(pair.signs)


def _same_street_and_number(one: Told, two: Told) -> bool:
    """Whether both titles name one street and tell one number."""
    return not streets_of(one.event.title).isdisjoint(streets_of(two.event.title)) and _same_number(one, two)


def _by_chance(pair: Pair, *, is_form: bool) -> bool:
    """Whether the words in common say too little on another day, or in a wider place."""
    telling = SAYING if pair.similar >= EQUAL and _same_number(pair.one, pair.two) else TELLING
    if pair.gap and (is_form or (pair.worth < telling and not pair.one_page)):
        return True
    if pair.gap and not pair.one_page and pair.similar < SIMILAR_THROUGHOUT and _is_of_a_site(pair):
        return True
    return pair.place == "wider" and (pair.worth < SAYING or _is_elsewhere(pair))


def _are_told_apart(pair: Pair, *, is_rough: bool) -> bool:
    """Whether something tells two events apart, however much is alike."""
    one, two = pair.one, pair.two
    if is_protest_against(one, two) or (not have_telling_count(pair.signs) and are_told_apart(one.event, two.event)):
        return True
    if pair.gap and (_are_other_protests(one, two) or fill_one_form(one.event.title, two.event.title)):
        return True
    if pair.gap and (_is_of_further_ones(one, two) or _ends_otherwise(one, two) or _is_aftermath(pair)):
        return True
    if answers(one.event, two.event) or answers(two.event, one.event):
        return True
    by_names = bool(pair.gap) or not _same_odd_number(pair)
    return any(differences(one.event, two.event, is_rough=is_rough, by_names=by_names))


def _are_other_protests(one: Told, two: Told) -> bool:
    """Whether people protested in two ways, or one title tells that they ended it: on another day they are two."""
    if not one.event.kind is two.event.kind is Kind.PROTEST:
        return False
    ways = [scene_of(told.event.title).of(DEEDS) & _PROTESTS for told in (one, two)]
    if ways[0] and ways[1] and ways[0].isdisjoint(ways[1]):
        return True
    return (_END in one.words) != (_END in two.words)  # "Hunger strike at the jail", "Hunger strike ends"


def _is_of_further_ones(one: Told, two: Told) -> bool:
    """Whether one title tells of more than the other did, "three more students lose visas", and of no number of it."""
    more = [tells_of_more(told.event.title) for told in (one, two)]
    return more[0] != more[1] and numbers_of(one.event.title).isdisjoint(numbers_of(two.event.title))


def _ends_otherwise(one: Told, two: Told) -> bool:
    """Whether one title tells of the end of what the other tells of: "Mother detained at school is freed"."""
    ends = [_ENDED.search(told.event.title) is not None for told in (one, two)]
    return ends[0] != ends[1]


def _is_aftermath(pair: Pair) -> bool:
    """Whether one title tells only behind "after" of the act that the other tells: "Shop shuts after owner is held"."""
    parts = [_AFTER.split(told.event.title, maxsplit=1) for told in (pair.one, pair.two)]
    if len(parts[0]) == len(parts[1]):
        return False
    told, other = (pair.one, pair.two) if len(parts[0]) > 1 else (pair.two, pair.one)
    first, then = (words_told(part, told.event.places).keys() for part in max(parts, key=len))
    return _ENFORCED.isdisjoint(first) and not _ENFORCED.isdisjoint(then) and not _ENFORCED.isdisjoint(other.words)


def _same_odd_number(pair: Pair) -> bool:
    """Whether both events have a number that is neither small nor round: 475, and not 500."""
    return any(number >= ODD and number % ROUND for number in large_numbers(pair.signs))


def _is_elsewhere(pair: Pair) -> bool:
    """Whether an event of a county or a state is not that of the town that lies there."""
    return names_another_town(pair.one, pair.two) or _is_of_another_body(pair.one, pair.two)


def _is_of_another_body(one: Told, two: Told) -> bool:
    """Whether a county acts in one event and a town of it in the other: "County passes", "Salinas passes"."""
    counties = [_COUNTY_ACTS.match(told.event.title) is not None for told in (one, two)]
    acting = (one if counties[0] else two).event
    is_there = any(isinstance(place, Jurisdiction) and place.kind == "county" for place in read(acting.places))
    return counties[0] != counties[1] and is_there and acting.kind in _OF_COUNTIES


def _is_of_a_site(pair: Pair) -> bool:
    """Whether hardly more is alike than where it was: agents come to one lot for days."""
    one, two = pair.one.event, pair.two.event
    sites = words_of_site(one.title, one.places) & words_of_site(two.title, two.places)
    return sum(pair.one.words[word] for word in pair.common if word not in sites) < OF_THE_ACT


def _same_number(one: Told, two: Told) -> bool:
    """Whether both titles have a number, and the same: a form of words for whatever happens has none."""
    number = numbers_of(one.event.title)
    return bool(number) and number == numbers_of(two.event.title)


def _same_large_number(one: Told, two: Told) -> bool:
    """Whether both titles have a number that hardly two events of a day and a place have in common."""
    common = numbers_of(one.event.title) & numbers_of(two.event.title)
    return any(int(number) >= LARGE and not 1900 <= int(number) < 2100 for number in common)
