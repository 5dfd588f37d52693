"""Which reports are joined: the likeliest pairs first, an article once, and dates that have a day in common."""

from __future__ import annotations

from itertools import permutations

import pytest

from raidline.merging.merge import _clustered
from raidline.models import Kind
from raidline.values.participant import Participant, ParticipantKind
from samples import make_candidate

BODIES = frozenset(Participant(ParticipantKind.BODY, name) for name in ("ICE", "FBI"))


def articles(reports):
    """The articles of each happening that several tell, in order, with the places in their texts, in any order given."""
    found = {
        frozenset((one.article, one.start) for one in cluster) for cluster in _clustered(reports) if len(cluster) > 1
    }
    assert all(
        found
        == {frozenset((one.article, one.start) for one in cluster) for cluster in _clustered(order) if len(cluster) > 1}
        for order in permutations(reports)
    )
    return found


def test_of_two_candidates_of_an_article_the_likelier_is_joined():
    reports = [
        make_candidate("herald", "2017-02-01", "Agents arrested nine cooks at a ferry."),
        make_candidate("star", "2017-02-01", "Agents arrested a baker.", start=10),
        make_candidate("star", "2017-02-01", "Nine cooks were arrested at the ferry.", start=50),
    ]
    assert articles(reports) == {frozenset({("herald", 0), ("star", 50)})}


@pytest.mark.parametrize(("second", "joined"), [("2017-02-09", 2), ("2017-02-01", 3)])
def test_a_month_does_not_join_two_days_of_it(second, joined):
    reports = [
        make_candidate("herald", "2017-02-01", "Agents arrested nine cooks at a ferry."),
        make_candidate("courier", second, "Agents arrested nine cooks at a ferry."),
        make_candidate("star", "2017-02-01/2017-02-10", "Nine cooks were arrested at the ferry."),
    ]
    assert [len(one) for one in articles(reports)] == [joined]


def test_a_report_contradicts_a_date_only_if_nothing_agrees_with_it():
    disclosure = {"kind": Kind.STATEMENT, "participants": BODIES}
    reports = [
        make_candidate("herald", "2017-02-01", "ICE told the FBI of a list.", **disclosure),
        make_candidate("courier", "2017-02-03", "ICE told the FBI of a list.", **disclosure),
        make_candidate("star", "2017-02-03", "The FBI had a list of ICE.", **disclosure),
    ]
    assert articles(reports) == {frozenset({("courier", 0), ("star", 0)})}
    assert articles(reports[:2]) == {frozenset({("herald", 0), ("courier", 0)})}
