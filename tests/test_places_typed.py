"""What people type for a place, how it is read, and what they are told of it."""

from __future__ import annotations

import pytest

from raidline.errors import RaidlineError
from raidline.places.gazetteer import table
from raidline.places.lookup import decided, lookup
from raidline.places.reading import by_code
from raidline.places.typed import read_typed
from raidline.places.unresolved import AmbiguousPlace, UnknownPlace


def names(typed):
    return [place.full_name for place in read_typed(typed).places]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Travis County", "Travis County, Texas"),
        ("Travis", "Travis County, Texas"),
        ("travis, tx", "Travis County, Texas"),
        ("Harris", "Harris County, Texas"),
        ("Harris, Georgia", "Harris County, Georgia"),
        ("Harris, Minnesota", "Harris, Minnesota"),
        ("Cook", "Cook County, Illinois"),
        ("Maricopa County", "Maricopa County, Arizona"),
        ("Plaquemines", "Plaquemines Parish, Louisiana"),
        ("Dallas", "Dallas, Texas"),  # the city, although its county is larger
        ("Austin", "Austin, Texas"),
        ("LA", "Louisiana"),
        ("L.A.", "Los Angeles, California"),
        ("48453", "Travis County, Texas"),
        ("Tijuana, Mexico", "Tijuana, Mexico"),
    ],
)
def test_one_place_is_meant(typed, name):
    assert names(typed) == [name]


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("LA", "LA is read as the state of Louisiana; there is also Los Angeles, California"),
        ("la", "la is read as the state of Louisiana; there is also Los Angeles, California"),
        (
            "Harris County",
            "Harris County is read as Harris County, Texas; there is also Harris County, Georgia",
        ),
        ("Navajo Nation, Arizona", "Navajo Nation, Arizona is read as all of the state of Arizona, where it lies"),
        ("Pine Ridge Reservation", "Pine Ridge Reservation is read as Oglala Lakota County, South Dakota, where it lies"),
        ("Little Village, Chicago", "Little Village, Chicago is read as Chicago, Illinois, where it lies"),
        ("48453", "48453 is read as the code of Travis County, Texas, not as a ZIP code"),
        *((plain, "") for plain in ("Travis County", "Travis", "TX", "CA", "Texas", "Ohio", "Harris County, Texas",
                                    "Austin, Texas", "Los Angeles, CA", "48", "4805000", "Mexico", "United States")),
    ],
)  # fmt: skip
def test_what_else_could_be_meant_is_told(typed, remark):
    assert read_typed(typed).remark == remark


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Houston", "Houston is read as Houston, Texas; there is also "),
        ("Harris", "Harris is read as Harris County, Texas; there is also Harris County, Georgia; "),
        ("New York", "New York is read as the state of New York; there is also New York"),
        ("Washington", "Washington is read as the state of Washington; there is also "),
    ],
)
def test_namesakes_are_told(typed, told):
    assert read_typed(typed).remark.startswith(told)


def test_only_the_nearest_namesakes_are_named():
    assert read_typed("Houston").remark.count(";") <= 4


@pytest.mark.parametrize("typed", ["Orange", "Orange County", "Springfield", "Jackson", "Washington County"])
def test_what_size_does_not_decide_is_asked(typed):
    with pytest.raises(AmbiguousPlace, match="add the state"):
        read_typed(typed)


def test_counties_are_among_what_may_be_meant():
    with pytest.raises(AmbiguousPlace, match="'Orange' could be Orange County, California; Orange County, Florida"):
        read_typed("Orange")


@pytest.mark.parametrize(
    ("typed", "county"),
    [
        ("78701", "Travis County, Texas"),
        ("02108", "Suffolk County, Massachusetts"),
        ("78701-1234", "Travis County, Texas"),
    ],
)
def test_a_zip_code_is_read_as_its_county(typed, county):
    found = read_typed(typed)
    assert [place.full_name for place in found.places] == [county]
    assert found.remark == f"{typed} is read as {county}, the county of this ZIP code"


@pytest.mark.parametrize(("typed", "state"), [("98901", "Washington"), ("78710", "Texas")])  # in two counties; boxes
def test_a_zip_code_of_no_one_county_is_told(typed, state):
    with pytest.raises(RaidlineError, match=f"{typed} is a ZIP code of {state}, of no one county; type the city"):
        read_typed(typed)


@pytest.mark.parametrize("typed", ["Nowhereville", "00000", "787011", ""])
def test_what_nobody_knows_stays_unknown(typed):
    with pytest.raises(UnknownPlace):
        read_typed(typed)


@pytest.mark.parametrize("typed", ["Chicagoland", "chicagoland", "Greater Chicago"])
def test_a_region_is_its_counties(typed):
    read = read_typed(typed)
    assert [place.name for place in read.places] == [f"{name} County" for name in
                                                     ("Cook", "DuPage", "Kane", "Lake", "McHenry", "Will")]  # fmt: skip
    assert read.remark.startswith(f"{typed} is read as Cook County, Illinois; ")


def test_every_region_consists_of_counties():
    rows = table("regions")
    assert [row[0].casefold() for row in rows] == sorted(row[0].casefold() for row in rows)
    for name, codes, reason in rows:
        places = [by_code(code) for code in codes.split()]
        assert len(set(places)) == len(places) >= 2, name
        assert all(place.kind == "county" or place.designation == "city" or place.code == "11" for place in places), (
            name
        )
        assert reason


def test_no_region_takes_the_name_of_a_town():
    for name in (name.strip() for names, *_ in table("regions") for name in names.split(";")):
        assert all(place.population < 1_000 for place in lookup(name)), name


@pytest.mark.parametrize("name", ["Harris", "Travis", "Chicagoland", "78701"])
def test_a_timeline_is_read_more_strictly(name):
    """What is written there lasts, and in running text these are people's names."""
    assert decided(name) is None
