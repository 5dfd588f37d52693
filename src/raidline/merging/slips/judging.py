"""Reports that date one act a day or two apart: "late Tuesday" and "early Wednesday", "two weeks after"."""

from __future__ import annotations

from raidline.merging.kinds import kinds_of
from raidline.merging.nearness import Nearness
from raidline.merging.telling import Telling
from raidline.models import Kind

_ONE_STORY = 3  # words that both articles tell most of
_AN_ACT = 0.4  # what words in common are worth at least
_NEAR = ("local", "setting", "named", "state")


def may_have_slipped(one: Telling, two: Telling) -> bool:
    """Whether the days of two reports are apart, but not if they are off by as much as their words allow."""
    is_apart = one.first > two.last or two.first > one.last
    return is_apart and one.earliest <= two.latest and two.earliest <= one.latest


def tell_one_act(one: Telling, two: Telling, near: Nearness) -> bool:
    """Whether two such reports tell one act: of one kind, story and place, in some of the same words and numbers."""
    if kinds_of(one, two) != "same" or one.kind is Kind.STATEMENT or near not in _NEAR:
        return False
    is_told_alike = len(one.topics & two.topics) >= _ONE_STORY and one.words.in_common(two.words) >= _AN_ACT
    return is_told_alike and all(one.amounts[what] == two.amounts[what] for what in one.amounts.keys() & two.amounts)
