"""Reports of one day that tell so much alike that they are compared, though their places or kinds say little.

A paper leaves out the town that its readers know; another names the village and not the county seat; a third tells of a
law in the words for the arrests that it forbids.
"""

from __future__ import annotations

from functools import lru_cache

from raidline.merging.kinds import UNALIKE
from raidline.merging.nearness import PAIRS, Nearness, Where
from raidline.merging.telling import Telling
from raidline.merging.words import seldom_acts
from raidline.models import Kind
from raidline.places.containment import with_wider

SURELY_ONE_STORY = 4  # words that two articles tell most of, that outweigh a doubt about the kinds
_AN_ACT = 0.4  # what words in common are worth at least
_ACT_AND_MORE, _DESPITE_A_DOUBT = 0.8, 1.2  # the same in articles of one story
_FROM_NOWHERE = 1.6  # the same for a report from nowhere in particular: two words that few use


def is_one_act(one: Telling, two: Telling, kinds: str, near: Nearness) -> bool:
    """Whether two reports of one day, of kinds that agree or may, are to be compared for what they tell alike.

    `kinds` is how alike their kinds are (`raidline.merging.kinds.kinds_of`), `near` how near their places.
    """
    is_of_one_day = one.first == two.last and two.first == one.last
    is_said = Kind.STATEMENT in (one.kind, two.kind)
    if kinds in UNALIKE or not is_of_one_day or is_said or one.topics.isdisjoint(two.topics):
        return False
    worth = one.words.in_common(two.words)
    if near in ("local", "state", "nation"):
        is_sure = len(one.topics & two.topics) >= SURELY_ONE_STORY
        return is_sure and worth >= (_DESPITE_A_DOUBT if kinds == "likely" else _ACT_AND_MORE)
    if near == "region":
        return _tell_what_is_seldom(one, two) and _in_one_county(one.where, two.where)
    if near == "setting":
        return kinds != "likely" and worth >= _AN_ACT
    return near == "around" and kinds == "same" and worth >= _FROM_NOWHERE and not one.keys.isdisjoint(two.keys)


def _tell_what_is_seldom(one: Telling, two: Telling) -> bool:
    return not seldom_acts().isdisjoint(one.words.often & two.words.often)


@lru_cache(PAIRS)
def _in_one_county(one: Where, two: Where) -> bool:
    return not _counties(one).isdisjoint(_counties(two))


def _counties(where: Where) -> set[str]:
    return {around.code for place in where.places for around in with_wider(place) if around.kind == "county"}
