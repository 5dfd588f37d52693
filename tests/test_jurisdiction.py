"""A jurisdiction answers what it is by itself: nobody reads that off its name."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys

import pytest

from raidline.dates.value import Edtf
from raidline.models import Candidate, Kind, Status
from raidline.places import AmbiguousPlace, UnknownPlace
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import local_name, resolve, state_of
from raidline.places.reading import by_code

CANDIDATE = Candidate(
    article="star",
    date=Edtf.parse("2017-02-01"),
    kind=Kind.OPERATION,
    status=Status.OCCURRED,
    places=(resolve("Austin"), resolve("United States")),
    agencies=(),
    participants=frozenset(),
    counts={},
    attribution=None,
    start=0,
    end=9,
    salience=0.5,
    **dict.fromkeys(("date_text", "how", "trigger", "modality", "title", "quote"), "x"),
)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("United States", {"is_nation"}),
        ("Texas", {"is_state"}),
        ("Travis County, Texas", {"is_local"}),
        ("Baltimore, Maryland", {"is_local"}),  # a city that is its own county
        ("Austin, Texas", {"is_local"}),
        ("Washington, D.C.", {"is_local", "is_district"}),  # a state, a county and a place
        ("Puerto Rico", {"is_state"}),
        ("Mexico", set()),
        ("Tijuana, Mexico", {"is_local"}),
    ],
)
def test_what_it_is(name, asked):
    place = resolve(name)
    assert {what for what in ("is_nation", "is_state", "is_local", "is_district") if getattr(place, what)} == asked


@pytest.mark.parametrize(
    ("name", "short", "local", "state"),
    [
        ("United States", "United States", "United States", "United States"),
        ("Texas", "Texas", "Texas", "Texas"),
        ("Travis County, Texas", "Travis County", "Travis County", "Texas"),
        ("Woodlawn, Baltimore County, Maryland", "Woodlawn", "Woodlawn, Baltimore County", "Maryland"),
        ("Washington, D.C.", "Washington", "Washington", "Washington, D.C."),
        ("Washington", "Washington", "Washington", "Washington"),
        ("Tijuana, Mexico", "Tijuana", "Tijuana", "Mexico"),
    ],
)
def test_its_names_and_its_state(name, short, local, state):
    place = resolve(name)
    assert (place.short_name, local_name(place), str(state_of(place))) == (short, local, state)
    assert str(place) == place.full_name


def test_two_of_one_code_are_equal():
    austin, other = by_code("4805000"), Jurisdiction("4805000", "Austin", "", "place", "", "TX", 0, None, None)
    assert austin == other
    assert len({austin, other, by_code("48453")}) == 2
    assert austin != "Austin, Texas"


def test_a_copy_of_one_is_the_same_value():
    austin = by_code("4805000")
    assert pickle.loads(pickle.dumps(austin)) is austin  # noqa: S301 - our own
    assert copy.deepcopy(austin) is austin


def test_a_candidate_is_written_with_names_and_read_from_them():
    written = CANDIDATE.model_dump(mode="json")
    assert written["places"] == ["Austin, Texas", "United States"]
    assert Candidate.model_validate(written) == CANDIDATE
    assert json.loads(CANDIDATE.model_dump_json()) == written


@pytest.mark.parametrize(("name", "error"), [("Erewhon, Texas", UnknownPlace), ("Orange County", AmbiguousPlace)])
def test_a_candidate_lies_nowhere_but_in_a_jurisdiction(name, error):
    with pytest.raises(error, match=name):
        Candidate.model_validate(CANDIDATE.model_dump() | {"places": [name]})


def test_the_value_is_at_hand_without_the_gazetteer():
    program = "import sys; from raidline.places import Jurisdiction; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "raidline.places.jurisdiction" in loaded
    assert not {"raidline.places.lookup", "raidline.places.gazetteer"} & set(loaded)


def test_what_the_package_offers_is_loaded_on_first_use():
    program = "from raidline.places import AmbiguousPlace, UnknownPlace, resolve; print(resolve('Travis County').code)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "48453\n"
    with pytest.raises(ImportError, match="resolv"):
        from raidline.places import resolv  # noqa: F401, PLC0415
