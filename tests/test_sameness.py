"""Who takes part in a happening, and what that says of two tellings: a name tells, a class only hints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from raidline.dates.value import Edtf
from raidline.extract.events.actors import find_participants
from raidline.merging.sameness import kinds_agree, marks, same_happening
from raidline.models import Candidate, Kind, Participant, ParticipantKind, Status
from raidline.places.lookup import resolve

BODY, PAPER, CLASS = ParticipantKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE agents came.", {(BODY, "ICE")}),
        ("The National Guard came.", {(BODY, "National Guard")}),
        ("The Herald told of it.", {(PAPER, "Herald")}),
        ("Reporters came.", {(CLASS, "Reporters")}),  # a capital letter makes no name
        ("Two reporters came.", {(CLASS, "reporters")}),
        ("Police came.", {(CLASS, "police")}),  # the body and the office are one
        ("The sheriff came.", {(CLASS, "sheriff"), (CLASS, "police")}),
        ("A federal judge spoke.", {(CLASS, "federal court"), (CLASS, "court")}),
        ("The mayor spoke.", {(CLASS, "executive")}),
        ("People came.", set()),
    ],
)
def test_who_takes_part(text, expected):
    assert find_participants(text, (0, len(text))) == {Participant(*one) for one in expected}


ICE, HERALD = Participant(BODY, "ICE"), Participant(PAPER, "Herald")
POLICE, COURT, SMALL = Participant(CLASS, "police"), Participant(CLASS, "Court"), Participant(BODY, "eBay police")


def candidate(date="2017-02-01", kind=Kind.STATEMENT, place="Texas", participants=()):
    return Candidate(
        article="star",
        date=Edtf.parse(date),
        kind=kind,
        status=Status.OCCURRED,
        places=(place,),
        agencies=(),
        participants=frozenset(participants),
        counts={},
        attribution=None,
        start=0,
        end=9,
        salience=0.5,
        **dict.fromkeys(("date_text", "how", "trigger", "modality", "title", "quote"), "x"),
    )


@pytest.mark.parametrize(
    ("place", "participants", "same"),
    [
        ("Texas", {ICE}, True),
        ("Texas", {SMALL}, True),  # named, however it is spelt
        ("Texas", {POLICE}, False),  # some police of the state
        ("Texas", {COURT}, False),  # a class, however it is spelt
        ("Austin, Texas", {POLICE}, True),  # of a town there is one
    ],
)
def test_a_class_tells_of_one_happening_only_in_one_town(place, participants, same):
    one = candidate(place=place, participants=participants)
    assert same_happening(one, one.model_copy(update={"article": "herald"})) is same


@pytest.mark.parametrize(
    ("participants", "same"),
    [({ICE, HERALD}, True), ({ICE, POLICE}, False), ({POLICE, COURT}, False), ({ICE}, False)],
)
def test_a_slip_of_days_takes_two_names(participants, same):
    one = candidate("2017-02-01", place="Austin, Texas", participants=participants)
    other = candidate("2017-02-03", place="Austin, Texas", participants=participants)
    assert same_happening(one, other) is same


@pytest.mark.parametrize(
    ("participants", "place", "expected"),
    [
        ({ICE, POLICE}, "Texas", ("ICE",)),
        ({COURT}, "Texas", ()),
        ({SMALL}, "Texas", ("eBay police",)),
        ({POLICE}, "Travis County", ("",)),
        ({ICE}, "Washington, D.C.", ("ICE",)),  # a state, too
        ({ICE}, "United States", ("ICE",)),
    ],
)
def test_what_meets_in_a_state_is_found_again_by_names(participants, place, expected):
    assert marks(candidate(participants=participants), resolve(place)) == expected


def test_a_participant_is_its_kind_and_its_name():
    assert replace(POLICE) == POLICE != replace(POLICE, kind=BODY)
    assert [one.is_named for one in (ICE, HERALD, POLICE)] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (Kind.INCIDENT, Kind.OPERATION, True),  # somebody is shot in a raid
        (Kind.INCIDENT, Kind.OTHER, True),  # one report leaves out where he died
        (Kind.INCIDENT, Kind.INCIDENT, True),
        (Kind.OPERATION, Kind.OTHER, False),
        (Kind.INCIDENT, Kind.PROTEST, False),
        (Kind.INCIDENT, Kind.STATEMENT, False),
    ],
)
def test_an_incident_may_be_told_as_the_operation_it_happened_in(one, two, agree):
    assert kinds_agree(one, two) is agree
    pair = [candidate(kind=kind, place="Austin, Texas", participants=[ICE]) for kind in (one, two)]
    assert same_happening(*pair) is agree
