"""How near two reports are, also by their articles: where these are set, and what they tell most of."""

from __future__ import annotations

from raidline.merging.nearness import Nearness, nearness
from raidline.merging.telling import IN_THE_STREETS, Telling
from raidline.merging.words import is_rare
from raidline.models import Kind

SHORT = 10  # days; dates up to this meet by chance less often
LONGEST_RETOLD = 31  # days that the date of a report may span that looks back
BY_PLACES = ("local", "state", "nation")
_ONE_STORY = 2  # words in common that two articles tell most of, if they tell one story of one day
_CLEARLY_ONE_STORY = 3  # the same, if one of them looks back: "in May", "last month"


def near_by_story(one: Telling, two: Telling) -> Nearness:
    """Return how near two reports are by their places, what they name and what their articles tell most of."""
    near = nearness(one.where, two.where)
    if near not in BY_PLACES and (one.names_place_of(two) or two.names_place_of(one)):
        return "named"
    if near in ("around", "nation", "region") and _in_one_story(one, two, near):
        return "setting"
    if near == "state" and Kind.STATEMENT not in (one.kind, two.kind) and _set_in_one_town(one, two):
        return "setting"
    return near


def _in_one_story(one: Telling, two: Telling, near: Nearness) -> bool:
    """Whether two articles are set in one town or tell most of the same; statements are made of anything.

    Of two towns of one state, articles tell the same by chance, in the words for acts: rare words have to be shared.
    """
    if one.kind is Kind.STATEMENT or two.kind is Kind.STATEMENT:
        return False
    if _set_in_one_town(one, two):
        return True
    topics = one.topics & two.topics
    if near == "region" and Kind.OPERATION not in (one.kind, two.kind) and _names_what_the_other_tells_of(one, two):
        return one.first == one.last == two.first == two.last
    if near == "region":
        topics = frozenset(filter(is_rare, topics))
    return tell_one_story(one, two, topics)


def _names_what_the_other_tells_of(one: Telling, two: Telling) -> bool:
    return any(name <= two.topics for name in one.names) or any(name <= one.topics for name in two.names)


def _set_in_one_town(one: Telling, two: Telling) -> bool:
    longer = max(one.last - one.first, two.last - two.first)
    return longer <= SHORT and nearness(one.around, two.around) == "local"


def tell_one_story(one: Telling, two: Telling, topics: frozenset[str]) -> bool:
    """Whether these words suffice that two articles tell most of: for an act of one day, or one that one looks back at.

    "A law signed in May" is an office's act; raids and protests are too many in a month.
    """
    shorter, longer = sorted((one.last - one.first, two.last - two.first))
    if not longer:
        return len(topics) >= _ONE_STORY
    is_looked_back_at = shorter <= SHORT and longer <= LONGEST_RETOLD and one.kind is two.kind
    return is_looked_back_at and is_of_an_office(one.kind) and len(topics) >= _CLEARLY_ONE_STORY


def is_of_an_office(kind: Kind) -> bool:
    """Whether an office does what is of this kind, of which there are not many in a month."""
    return kind not in IN_THE_STREETS and kind is not Kind.STATEMENT
