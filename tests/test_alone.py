"""Reports that are the only ones of their time in two articles of one story are one act, whatever words tell it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.merging.merge import _clustered
from raidline.models import Kind
from raidline.values.participant import Participant, ParticipantKind
from samples import make_candidate

STORY = ("tannery", "vander", "(arrest)", "hides")
HEARING, OPERATION, OTHER, PROTEST = Kind.HEARING, Kind.OPERATION, Kind.OTHER, Kind.PROTEST
RULING, STATEMENT = Kind.RULING, Kind.STATEMENT
MAYOR = frozenset({Participant(ParticipantKind.CLASS, "executive")})


def report(article, quote, kind=OTHER, *, date="2033-03-09", place="Toledo, Ohio", story=STORY, start=0, **more):
    return make_candidate(article, date, quote, start=start, kind=kind, place=place, topics=story, **more)


def joined(*reports):
    """Whether the first report was joined with one of another article."""
    return any(len(cluster) > 1 and reports[0] in cluster for cluster in _clustered(reports))


FREED = report("herald", "He was let go on March 9.")
WALKED = report("star", "One walked out of a cell last Friday.", OPERATION, place="Portland, Maine")


def test_the_only_acts_of_a_day_are_one():
    assert joined(FREED, WALKED)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(report("star", WALKED.quote, OPERATION, date="2033-03-10"), id="another day"),
        pytest.param(report("star", WALKED.quote, OPERATION, story=("(arrest)", "boats")), id="another story"),
        pytest.param(
            report("star", WALKED.quote, OPERATION, story=("(arrest)", "hides")[:1]), id="only an act in common"
        ),
        pytest.param(report("star", "Dozens rallied outside.", PROTEST), id="a protest about it"),
        pytest.param(report("star", "The mayor called it wrong.", STATEMENT), id="what is said of it"),
        pytest.param(report("star", "One walked out.", OPERATION, date="2033"), id="a year"),
    ],
)
def test_others_are_not(other):
    assert not joined(FREED, other)


def test_two_places_that_both_name_are_two_acts():
    """A place that a report does not name may be misread; one that it names is right."""
    toledo = report("herald", "He was let go in Toledo.")
    assert joined(toledo, WALKED)
    assert not joined(toledo, report("star", "One walked out of a cell in Portland.", place="Portland, Maine"))


def test_with_another_act_of_the_day_the_story_has_to_be_clear():
    plea = report("star", "A plea was entered.", HEARING, start=50, place="Portland, Maine")
    assert joined(FREED, WALKED, plea)
    two = ("tannery", "vander")
    assert not joined(*(one.model_copy(update={"topics": two}) for one in (FREED, WALKED, plea)))


def test_an_act_told_in_the_sentence_of_another_is_not_alone():
    also = report("star", WALKED.quote, HEARING, date="2033-01-05", start=WALKED.start)
    assert not joined(FREED, WALKED, also)


def test_kinds_that_exclude_each_other_need_an_act_in_common():
    blocked = report("herald", "The court blocked the rule that bars fishing.", RULING, place="Toledo, Ohio")
    assert joined(blocked, report("star", "The rule was enjoined.", OPERATION, place="Portland, Maine"))
    assert not joined(blocked, report("star", "Officers came to the pier.", OPERATION, place="Portland, Maine"))


def test_a_protest_at_the_place_of_an_act_is_not_the_act():
    sacked = report("herald", "They stopped work at the tannery gate.", OPERATION)
    assert joined(sacked, report("star", "The men at the tannery gate sat down.", PROTEST))
    assert not joined(sacked, report("star", "A crowd rallied at the tannery gate.", PROTEST))


def test_what_two_officials_say_on_a_day_is_not_one_statement():
    said = report("herald", "The mayor complained that nobody had told her of it.", STATEMENT, participants=MAYOR)
    other = {"place": "Portland, Maine", "kind": STATEMENT}
    assert joined(
        said, report("star", "It was wrong that nobody was told, the mayor said.", participants=MAYOR, **other)
    )
    assert not joined(said, report("star", "It was wrong that nobody was told, a bishop said.", **other))


@pytest.mark.parametrize(("others", "is_one"), [([], True), (["Two walked out of a cell."], False)])
def test_a_month_is_the_day_of_the_only_act_that_it_can_be(others, is_one):
    month = report("star", "The man walked out of a cell in March.", OPERATION, date="2033-03", place="Portland, Maine")
    more = [report("herald", quote, date="2033-03-20", start=50) for quote in others]
    assert joined(report("herald", "He was let go on March 9.", OPERATION), month, *more) is is_one


@pytest.mark.parametrize(("number", "is_one"), [("2,900", True), ("3,500", True), ("9,000", False)])
def test_three_times_as_many_are_other_people(number, is_one):
    """The bound is three times; organizers and the police differ by less."""
    crowds = [
        report(article, quote, PROTEST, counts={"protesters": Count.parse(people)})
        for article, quote, people in (
            ("herald", "A march filled the square.", "3,000"),
            ("star", "Marchers came to the square.", number),
        )
    ]
    assert joined(*crowds) is is_one


def test_the_bounds_are_those_of_short_dates():
    """A week and a month of one story may be one act; two months may not."""
    week = "2033-03-07/2033-03-13"
    assert joined(report("herald", "He was let go that week.", date=week), report("star", WALKED.quote, date="2033-03"))
    assert Edtf.parse(week).bounds()[1] - Edtf.parse(week).bounds()[0] < timedelta(10)
    months = "2033-03/2033-04"
    assert not joined(report("herald", "He was let go.", date=months), report("star", WALKED.quote, date="2033-03"))
