"""Blocking only saves comparisons: the events are those that comparing everything with everything would give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.merging import happenings, merge
from raidline.merging.blocking import MOST_COMPARED, Blocks
from raidline.merging.telling import Telling
from raidline.models import Candidate, Kind, Status
from raidline.places.lookup import resolve
from raidline.values.participant import Participant, ParticipantKind
from samples import ARTICLES

DATES = [
    "2017-02-01",
    "2017-02-03",
    "2017-02-01~/2017-02-10~",
    "2017-01-25/2017-02-02",
    "2017-01",
    "2017-02",
    "2017-03-01",
    "2016-12-31",
    "2017",
    "2018-01-02",
    "2016/2017",
    "2017-21",
    "2016-11/2017-01",
    "2017-02-01/..",
    "../2017-02",
    "0001",
    "9999-12",
]
PLACES = [
    "Austin, Texas",
    "Austin, TX",
    "Travis County, Texas",
    "Texas",
    "Houston, Texas",
    "United States",
    "San Francisco, California",
    "San Francisco County, California",
    "Brooklyn, New York",
    "New York, New York",
    "Washington, D.C.",
    "Tijuana, Mexico",
    "Mexico",
]
KINDS = [Kind.OPERATION, Kind.HEARING, Kind.STATEMENT, Kind.REPORT, Kind.POLICY, Kind.ORDER]
PARTICIPANTS = [
    *(Participant(ParticipantKind.BODY, name) for name in ("ICE", "2017", "2017-02-01")),
    *(Participant(ParticipantKind.PAPER, name) for name in ("Herald", "Courier")),
    *(Participant(ParticipantKind.CLASS, name) for name in ("executive", "police")),
]


QUOTES = [
    "They came.",
    "ICE agents led nine cooks off the ferry.",
    "Nine cooks were led off a ferry by the captain.",
    "Tamsin Okafor was shot dead on the ferry.",
    "The killing of Tamsin Okafor led to a march.",
    "The governor signed an order.",
]


@st.composite
def candidates(draw):
    where = draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True))
    return Candidate(
        article=draw(st.sampled_from(sorted(ARTICLES))),
        date=Edtf.parse(draw(st.sampled_from(DATES))),
        date_text="then",
        how="read",
        trigger="arrested",
        kind=draw(st.sampled_from(KINDS)),
        status=Status.OCCURRED,
        modality="",
        title="A title",
        places=tuple(where),
        setting=tuple(draw(st.lists(st.sampled_from(PLACES), max_size=1))),
        kinds=tuple(draw(st.sets(st.sampled_from(KINDS), max_size=2))),
        topics=tuple(draw(st.sets(st.sampled_from(["okafor", "ferry", "vance"])))),
        place_text="" if where else draw(st.sampled_from(["", "Brooklyn", "Houston", "Travis"])),
        agencies=(),
        participants=frozenset(draw(st.lists(st.sampled_from(PARTICIPANTS), max_size=3))),
        counts={"arrested": Count.parse("9")} if draw(st.booleans()) else {},
        attribution=None,
        quote=draw(st.sampled_from(QUOTES)),
        start=draw(st.integers(0, 99)),
        end=100,
        salience=0.5,
    )


class Everything(Blocks):
    """What blocking must lose nothing of: each report beside all before it."""

    def near(self, telling):
        return list(self._tellings)


def compared_with_everything(found):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(happenings, "Blocks", Everything)
        return merge._clustered(found)


def told(**more):
    """A candidate of the Star about nine arrests, nowhere in particular."""
    plain = {
        "article": "star",
        "date_text": "then",
        "how": "read",
        "trigger": "arrested",
        "kind": Kind.OPERATION,
        "status": Status.OCCURRED,
        "modality": "",
        "title": "A title",
        "places": (),
        "agencies": (),
        "participants": frozenset(),
        "counts": {},
        "attribution": None,
        "quote": "They came by ferry.",
        "start": 0,
        "end": 9,
        "salience": 0.5,
    }
    return Candidate(**plain | more)


def test_a_month_in_two_places_finds_a_town_told_without_its_state():
    """The towns of one name have no state in common, but a long date is looked for in states alone."""
    day = told(date=Edtf.parse("2017-02-01"), place_text="Brooklyn", quote="ICE agents led nine cooks off the ferry.")
    places = resolve("Austin, Texas"), resolve("Kings County, New York")
    month = day.model_copy(
        update={"article": "herald", "date": Edtf.parse("2017-02"), "places": places, "place_text": ""}
    )
    assert merge._clustered([day, month]) == compared_with_everything([day, month])


@settings(max_examples=300)
@given(found=st.lists(candidates(), max_size=12))
def test_law_blocks_lose_nothing(found):
    assert merge._clustered(found) == compared_with_everything(found)


def test_what_is_far_apart_shares_no_block():
    def candidate(place, when, quote="They came."):
        return told(date=Edtf.parse(when), places=(place,), quote=quote)

    blocks = Blocks()
    blocks.add(0, Telling(candidate("Austin, Texas", "2017-02-01", "They came by ferry.")))

    def numbers(one):
        return [number for number, _ in blocks.near(Telling(one))]

    assert numbers(candidate("Travis County, Texas", "2017-02", "The ferry came.")) == [0]
    assert numbers(candidate("Travis County, Texas", "2017-02-01/2017-02-04")) == [0]
    assert numbers(candidate("Houston, Texas", "2017-02-01")) == []
    assert numbers(candidate("Houston, Texas", "2017-02-01", "The ferry came.")) == [0]  # a word that few use
    assert numbers(candidate("Houston, Texas", "2017-02-01", "The raid in Austin.")) == [0]  # names the place
    assert numbers(candidate("Houston, Texas", "2017-02-02", "The ferry came.")) == []
    assert numbers(candidate("Austin, Texas", "2017-06")) == []


def test_of_many_reports_those_are_compared_that_share_what_few_others_say():
    """A town that everybody writes about costs no more than others; what is rare in it is still found."""
    blocks = Blocks()
    for number in range(300):
        quote = "The ferry sank." if number == 150 else f"They came by bus {number}."
        blocks.add(
            number, Telling(told(date=Edtf.parse("2017-02-01"), places=(resolve("Austin, Texas"),), quote=quote))
        )
    asked = Telling(told(date=Edtf.parse("2017-02-01"), places=(resolve("Travis County, Texas"),)))
    found = [number for number, _ in blocks.near(asked)]
    assert found[0] == 150
    assert len(found) == MOST_COMPARED
    assert found == [number for number, _ in blocks.near(asked)]
