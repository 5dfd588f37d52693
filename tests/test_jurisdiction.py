"""A jurisdiction answers what it is by itself: nobody reads that off its name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import by_code, local_name, resolve, state_of


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("United States", {"is_nation"}),
        ("Texas", set()),
        ("Travis County, Texas", {"is_local"}),
        ("Baltimore, Maryland", {"is_local"}),  # a city that is its own county
        ("Austin, Texas", {"is_local"}),
        ("Washington, D.C.", {"is_local", "is_district"}),  # a state, a county and a place
        ("Puerto Rico", set()),
        ("Mexico", set()),
        ("Tijuana, Mexico", {"is_local"}),
    ],
)
def test_what_it_is(name, asked):
    place = resolve(name)
    assert {what for what in ("is_nation", "is_local", "is_district") if getattr(place, what)} == asked


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
    austin, copy = by_code("4805000"), Jurisdiction("4805000", "Austin", "", "place", "", "TX", 0, None, None)
    assert austin == copy
    assert len({austin, copy, by_code("48453")}) == 2
    assert austin != "Austin, Texas"


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
