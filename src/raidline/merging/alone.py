"""Reports that are the only ones of their time in two articles that tell one story: one act in words that say little.

"He was freed on March 9" and "One of them walked out of a jail in Maine last Friday" share no word, and their places or
kinds may be misread. But if each article tells one act of that day, and both tell one story, it is hardly another act.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from raidline.merging.kinds import kinds_of
from raidline.merging.nearness import nearness
from raidline.merging.telling import IN_THE_STREETS, Telling
from raidline.merging.words import acts_of, is_act, is_rare
from raidline.models import Kind

ONE_STORY = 2  # words that two articles tell most of, if they tell one story
_SURELY_ONE_STORY = 3  # the same, beside a second act of the day or kinds that exclude each other
_SHORT, _LONGEST = 10, 31  # days that the shorter and the longer of two dates may span
# What words in common are worth at least: of what is said, and of kinds that exclude each other.
_A_WORD, _AN_ACT = 0.15, 0.4
_PROTEST = "(protest)"  # as words for it are compared
_LIKELIER = 0.4  # by how much more they have to be worth than those in common with another report of the time


class Alone:
    """The reports of each article, to see which of them are alone with their date."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._by_article: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            self._by_article[telling.candidate.article].append(telling)
        self._acts = Counter((telling.candidate.article, telling.candidate.quote) for telling in tellings)

    def is_one_act(self, one: Telling, two: Telling) -> bool:
        """Whether two reports of different articles tell one act because there is hardly another that they can tell."""
        story = one.topics & two.topics
        shorter, longer = sorted((one.last - one.first, two.last - two.first))
        if longer and one.kind in IN_THE_STREETS and two.kind in IN_THE_STREETS:
            story = story.difference(*one.names, *two.names)  # a town has several in a month
        topics = len(story)
        if topics < ONE_STORY or shorter > _SHORT or longer > _LONGEST or one.first > two.last or two.first > one.last:
            return False
        is_sure = topics >= _SURELY_ONE_STORY
        if not is_sure and (longer or not any(map(is_rare, story))):
            return False
        most = 1 if is_sure and not longer else 0
        return (
            _may_tell_one_act(one, two, topics)
            and self._is_in_a_sentence_of_its_own(one)
            and self._is_in_a_sentence_of_its_own(two)
            and self._others(one, two) + self._others(two, one) <= most
        )

    def _is_in_a_sentence_of_its_own(self, telling: Telling) -> bool:
        return self._acts[telling.candidate.article, telling.candidate.quote] == 1

    def _others(self, one: Telling, two: Telling) -> int:
        """Return how many others that the article of `two` tells are of the time of `one` and share as much with it."""
        fewest = one.words.in_common(two.words) - _LIKELIER
        return sum(
            other is not two
            and one.first <= other.last
            and other.first <= one.last
            and one.words.in_common(other.words) > fewest
            for other in self._by_article[two.candidate.article]
        )


def _may_tell_one_act(one: Telling, two: Telling, topics: int) -> bool:
    """Whether neither numbers and places nor acts and kinds say that two reports of one day tell different acts."""
    if one.counts_others(two) or _name_other_places(one, two):
        return False
    acts, others = (frozenset(filter(is_act, telling.words.often)) for telling in (one, two))
    if acts and others and acts.isdisjoint(others):
        return False
    if Kind.PROTEST in (one.kind, two.kind) and one.kind is not two.kind:
        in_the_streets = acts & others - acts_of(one.kind) - acts_of(two.kind)
        is_about_it = _PROTEST in acts ^ others
        return not is_about_it and (bool(in_the_streets) or not one.words.rare.isdisjoint(two.words.rare))
    return _may_be_of_one_kind(one, two, topics)


def _may_be_of_one_kind(one: Telling, two: Telling, topics: int) -> bool:
    """Whether the kinds of two reports of one day can be those of one act; there are many statements a day."""
    if one.kind is two.kind is Kind.STATEMENT and one.named.union(one.unnamed).isdisjoint(two.named | two.unnamed):
        return False
    worth = one.words.in_common(two.words)
    if kinds_of(one, two) == "exclusive":
        return topics >= _SURELY_ONE_STORY and worth >= _AN_ACT
    return worth >= _A_WORD or Kind.STATEMENT not in (one.kind, two.kind)


def _name_other_places(one: Telling, two: Telling) -> bool:
    """Whether each report names the town or county of its act, which may be misread otherwise, and they are not one."""
    if not (one.names_place_of(one) and two.names_place_of(two)):
        return False
    return nearness(one.where, two.where) in ("", "region")
