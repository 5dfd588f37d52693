"""Maps of a site: which sheet, which dots, and that the outlines fit the gazetteer."""

from __future__ import annotations

import re

import pytest

from raidline.places.lookup import resolve
from raidline.places.reading import by_code
from raidline.publish.areamap import map_of, outlines
from raidline.publish.areas import areas_of
from samples import make_event, timeline_of

PARTED = "02261"  # Valdez-Cordova, since 2019 two census areas


def drawn(sheet, *places):
    events = [make_event(f"e{number}", "2017-02-01", [place]) for number, place in enumerate(places)]
    return map_of(resolve(sheet), areas_of(timeline_of(*events)))


def numbers(found):
    return {dot.area.place.name: len(dot.area.entries) for dot in found.dots}


def test_a_map_has_a_dot_for_each_state_and_the_numbers_of_its_page():
    found = drawn("United States", "Austin, Texas", "Travis County, Texas", "Texas", "Reno, Nevada", "Puerto Rico")
    assert numbers(found) == {"Texas": 3, "Nevada": 1}
    assert [dot.area.place.name for dot in found.dots] == ["Texas", "Nevada"]  # small ones lie on top
    assert found.dots[0].radius > found.dots[1].radius
    assert found.land
    assert all(dot.outline.path not in found.land for dot in found.dots)


def test_a_state_has_a_map_of_its_counties_and_cities_that_are_one():
    found = drawn("Virginia", "Fairfax County, Virginia", "Richmond, Virginia", "Falls Church, Virginia", "Virginia")
    assert numbers(found) == {"Fairfax County": 1, "Richmond": 1, "Falls Church": 1}
    assert min(found.width, found.height) > 100


@pytest.mark.parametrize("places", [[], ["Texas"], ["Texas", "Austin, Texas"], ["Puerto Rico", "Guam"]])
def test_one_dot_is_no_map(places):
    assert drawn("United States", *places) is None


@pytest.mark.parametrize("sheet", ["Travis County, Texas", "Austin, Texas", "Puerto Rico", "Mexico"])
def test_no_map_without_a_sheet(sheet):
    assert drawn(sheet, "Austin, Texas", "Reno, Nevada") is None


@pytest.mark.parametrize("sheet", ["US", "48", "51", "02", "09", "11"])
def test_every_outline_is_a_place_and_its_dot_lies_on_the_sheet(sheet):
    (width, height), found = outlines()[sheet]
    for one in found:
        assert one.code == PARTED or by_code(one.code).kind in {"state", "county", "place"}
        assert 0 <= one.x <= width
        assert 0 <= one.y <= height
        assert re.fullmatch(r"(M\d+ \d+l-?\d+(?:[ -]\d+)+z)*", one.path)


def test_all_states_with_counties_have_a_sheet():
    assert len(outlines()) == 52
    assert len(outlines()["US"][1]) == 51
