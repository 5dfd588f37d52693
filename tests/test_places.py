"""What names mean, and what lies in what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.errors import RaidlineError
from raidline.places.containment import containers, counties_of, is_mostly_in, with_wider, within
from raidline.places.gazetteer import rows, states, table
from raidline.places.lookup import (
    AmbiguousPlace,
    UnknownPlace,
    by_code,
    decided,
    is_part_of_town,
    lookup,
    names,
    read,
    resolve,
)

UNIQUE = {
    "Austin": "Austin, Texas",
    "AUSTIN": "Austin, Texas",
    "Austin, Texas": "Austin, Texas",
    "Austin TX": "Austin, Texas",
    "austin,tex.": "Austin, Texas",
    "City of Austin": "Austin, Texas",
    "City of Austin, Texas": "Austin, Texas",
    "Austin, Texas, USA": "Austin, Texas",
    "Austin, Travis County, Texas": "Austin, Texas",
    "Austin, Minnesota": "Austin, Minnesota",
    "4805000": "Austin, Texas",
    "Travis County": "Travis County, Texas",
    "travis county, tx": "Travis County, Texas",
    "Travis Co., Texas": "Travis County, Texas",
    "County of Travis": "Travis County, Texas",
    "48453": "Travis County, Texas",
    "US-48453": "Travis County, Texas",
    "us-06": "California",
    "US-TX": "Texas",
    "Mecklenburg County, North Carolina": "Mecklenburg County, North Carolina",
    "Orleans Parish": "Orleans Parish, Louisiana",
    "Texas": "Texas",
    "TX": "Texas",
    "tex.": "Texas",
    "State of Texas": "Texas",
    "48": "Texas",
    "Commonwealth of Virginia": "Virginia",
    "United States": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "D.C.": "Washington, D.C.",
    "Washington, D.C.": "Washington, D.C.",
    "washington dc": "Washington, D.C.",
    "District of Columbia": "Washington, D.C.",
    "11001": "Washington, D.C.",
    "Washington": "Washington",
    "Washington State": "Washington",
    "Washington, Pennsylvania": "Washington, Pennsylvania",
    "New York": "New York",
    "State of New York": "New York",
    "New York, New York": "New York City, New York",
    "City of New York": "New York City, New York",
    "NYC": "New York City, New York",
    "New York County": "New York County, New York",
    "Manhattan": "New York County, New York",
    "Manhattan, Kansas": "Manhattan, Kansas",
    "Brooklyn, NY": "Kings County, New York",
    "the Bronx": "Bronx County, New York",
    "Bronx": "Bronx County, New York",
    "Staten Island": "Richmond County, New York",
    "Georgia": "Georgia",
    "Kansas City, Mo.": "Kansas City, Missouri",
    "Charleston, West Virginia": "Charleston, West Virginia",
    "Charleston West Virginia": "Charleston, West Virginia",
    "L.A.": "Los Angeles, California",
    "LA": "Louisiana",
    "Los Angeles": "Los Angeles, California",
    "Cleveland": "Cleveland, Ohio",
    "St Paul": "St. Paul, Minnesota",
    "Saint Paul, Minn.": "St. Paul, Minnesota",
    "Ste Genevieve, Missouri": "Ste. Genevieve, Missouri",
    "Ft. Worth": "Fort Worth, Texas",
    "Mt. Vernon, N.Y.": "Mount Vernon, New York",
    "Prince George’s County": "Prince George's County, Maryland",
    "Dona Ana County": "Doña Ana County, New Mexico",
    "Miami Dade County": "Miami-Dade County, Florida",
    "De Kalb County, Ga.": "DeKalb County, Georgia",
    "LaSalle County, Ill.": "LaSalle County, Illinois",
    "La Porte County": "LaPorte County, Indiana",
    "Oglala Lakota County": "Oglala Lakota County, South Dakota",
    "Kusilvak Census Area": "Kusilvak Census Area, Alaska",
    "Kenai Peninsula Borough": "Kenai Peninsula Borough, Alaska",
    "Alexandria, VA": "Alexandria, Virginia",
    "5101000": "Alexandria, Virginia",
    "Baltimore": "Baltimore, Maryland",
    "Baltimore City": "Baltimore, Maryland",
    "Baltimore County": "Baltimore County, Maryland",
    "St. Louis": "St. Louis, Missouri",
    "Anchorage": "Anchorage, Alaska",
    "Municipality of Anchorage": "Anchorage, Alaska",
    "Juneau, Alaska": "Juneau, Alaska",
    "San Juan, P.R.": "San Juan, Puerto Rico",
    "Bayamon": "Bayamón, Puerto Rico",
    "Puerto Rico": "Puerto Rico",
    "Guam": "Guam",
    "City and County of San Francisco": "San Francisco, California",
    "Louisville": "Louisville, Kentucky",
    "Nashville": "Nashville, Tennessee",
    "Honolulu": "Honolulu, Hawaii",
    "Boise": "Boise, Idaho",
    "The Woodlands": "The Woodlands, Texas",
    "Woodlands, Texas": "The Woodlands, Texas",
    "Greenwich, Connecticut": "Greenwich, Connecticut",
    "Edison Township": "Edison, New Jersey",
    "Lakewood, N.J.": "Lakewood, New Jersey",
    "Town of Hempstead": "Town of Hempstead, New York",
    "Village of Hempstead, New York": "Hempstead, New York",
    "Mountain View, California": "Mountain View, California",
    "Washington Township, Morris County, New Jersey": "Washington Township, Morris County, New Jersey",
}

AMBIGUOUS = {
    "Orange County": "Orange County, California",
    "Springfield": "Springfield, Missouri",
    "Portland": "Portland, Oregon",
    "Columbus": "Columbus, Ohio",
    "Kansas City": "Kansas City, Missouri",
    "Aurora": "Aurora, Colorado",
    "Washington County": "Washington County, Oregon",
    "St. Louis County": "St. Louis County, Missouri",
    "Washington Township, New Jersey": "Washington Township, Gloucester County, New Jersey",
}

UNKNOWN = {
    "Austn, Texas": ["Austin, Texas"],
    "Travsi County": ["Travis County, Texas"],
    "Travis": ["Travis County, Texas"],
    "Zzyzxville": [],
    "Upper Elm Side": [],
    "Hawlem Hill, New York": [],
    "Meads, Kentucky": [],
    "": [],
    ", ,": [],
    "99999": [],
    "00": [],
    "٤٨": [],
    "Travis County, Ohio": [],
}


@pytest.mark.parametrize(("name", "full_name"), UNIQUE.items())
def test_resolves(name, full_name):
    assert resolve(name).full_name == full_name


@pytest.mark.parametrize(("name", "among"), AMBIGUOUS.items())
def test_ambiguous_names_are_reported_not_guessed(name, among):
    with pytest.raises(AmbiguousPlace) as caught:
        resolve(name)
    assert among in [j.full_name for j in caught.value.candidates]
    assert caught.value.candidates == lookup(name)
    message = str(caught.value)
    assert name in message
    assert "\n" not in message


@pytest.mark.parametrize(("name", "suggested"), UNKNOWN.items())
def test_unknown_names_suggest_the_closest_spelling(name, suggested):
    assert lookup(name) == ()
    with pytest.raises(UnknownPlace) as caught:
        resolve(name)
    found = [j.full_name for j in caught.value.candidates]
    assert found[:1] == suggested or not suggested
    assert all(full_name in str(caught.value) for full_name in found)


@pytest.mark.parametrize("name", ["Travs", "Travs County", "Travs, Texas"])
def test_a_county_misspelt_is_suggested_with_and_without_the_word(name):
    with pytest.raises(UnknownPlace, match="did you mean Travis County, Texas"):
        resolve(name)


@pytest.mark.parametrize(("name", "meant"), [("Austni", "Austin, Texas"), ("Huoston", "Houston, Texas")])
def test_a_name_of_which_two_letters_changed_places_is_suggested(name, meant):
    with pytest.raises(UnknownPlace, match=f"did you mean {meant}"):
        resolve(name)


def test_names_much_less_alike_than_the_first_are_not_suggested():
    with pytest.raises(UnknownPlace) as caught:
        resolve("Travis Conty")  # of names that share its letters, such as Rains County, one is far more alike
    assert [place.full_name for place in caught.value.candidates] == ["Travis County, Texas"]
    with pytest.raises(UnknownPlace, match="Cook County, Illinois, Rooks County, Kansas or Crook County, Oregon"):
        resolve("Kook County")


def test_messages():
    with pytest.raises(AmbiguousPlace) as caught:
        resolve("Orange County")
    assert str(caught.value).startswith("'Orange County' could be Orange County, California; Orange County, Florida; ")
    assert str(caught.value).endswith("- add the state")
    with pytest.raises(UnknownPlace, match="no jurisdiction is called 'Austn, Texas' - did you mean Austin, Texas"):
        resolve("Austn, Texas")


def test_best_candidate_comes_first():
    assert [j.full_name for j in lookup("Washington")][:2] == ["Washington", "Washington, D.C."]
    assert [j.full_name for j in lookup("New York")] == ["New York", "New York City, New York"]
    assert [j.full_name for j in lookup("Portland")][:2] == ["Portland, Oregon", "Portland, Maine"]
    assert lookup("Orange County")[0].full_name == "Orange County, California"


@pytest.mark.parametrize(
    ("code", "kind", "designation", "state", "name"),
    [
        ("US", "nation", "", "", "United States"),
        ("48", "state", "", "TX", "Texas"),
        ("11", "state", "", "DC", "Washington, D.C."),
        ("48453", "county", "county", "TX", "Travis County"),
        ("22071", "county", "parish", "LA", "Orleans Parish"),
        ("51510", "county", "city", "VA", "Alexandria"),
        ("02020", "county", "municipality", "AK", "Anchorage"),
        ("72127", "county", "municipio", "PR", "San Juan"),
        ("4805000", "place", "city", "TX", "Austin"),
        ("0644000", "place", "city", "CA", "Los Angeles"),
        ("3402320230", "place", "township", "NJ", "Edison"),
        ("4872656", "place", "cdp", "TX", "The Woodlands"),
    ],
)
def test_jurisdiction(code, kind, designation, state, name):
    found = by_code(code)
    assert (found.code, found.kind, found.designation, found.state, found.name) == (
        code,
        kind,
        designation,
        state,
        name,
    )


def test_every_full_name_is_read_back():
    every = {code for codes in names().values() for code in codes}
    assert len(every) > 35_000
    assert [code for code in every if resolve(by_code(code).full_name).code != code] == []


@given(st.text(max_size=40))
def test_any_text_is_answered_or_refused(text):
    try:
        found = resolve(text)
    except RaidlineError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both outcomes are allowed
    else:
        assert found in lookup(text)


COUNTIES = {
    "Austin, Texas": ["Travis County, Texas", "Williamson County, Texas", "Hays County, Texas"],
    "New York City": [
        "Kings County, New York",
        "Queens County, New York",
        "New York County, New York",
        "Bronx County, New York",
        "Richmond County, New York",
    ],
    "Philadelphia": ["Philadelphia County, Pennsylvania"],
    "Denver": ["Denver County, Colorado"],
    "San Francisco": ["San Francisco County, California"],
    "New Orleans": ["Orleans Parish, Louisiana"],
    "Nashville": ["Davidson County, Tennessee"],
    "Alexandria, Virginia": ["Alexandria, Virginia"],
    "Anchorage": ["Anchorage, Alaska"],
    "Charlotte": ["Mecklenburg County, North Carolina"],
    "Bakersfield": ["Kern County, California"],
    "Washington, D.C.": ["Washington, D.C."],
    "San Juan, Puerto Rico": ["San Juan, Puerto Rico"],
    "Travis County": ["Travis County, Texas"],
    "Hartford, Connecticut": ["Hartford County, Connecticut"],
    "Valdez, Alaska": ["Chugach Census Area, Alaska"],
    "Texas": [],
    "United States": [],
}


@pytest.mark.parametrize(("place", "counties"), COUNTIES.items())
def test_counties_of(place, counties):
    found = counties_of(resolve(place))
    assert [county.full_name for county, _ in found] == counties
    assert sum(share for _, share in found) == (pytest.approx(1) if counties else 0)
    assert [share for _, share in found] == sorted((share for _, share in found), reverse=True)


def test_chicago_is_in_cook_county():
    county, share = counties_of(resolve("Chicago"))[0]
    assert county.full_name == "Cook County, Illinois"
    assert share > 0.95


@pytest.mark.parametrize(
    ("inner", "outer", "least", "most"),
    [
        ("Austin, Texas", "Austin, Texas", 1, 1),
        ("Austin, Texas", "Travis County", 0.9, 0.99),
        ("Austin, Texas", "Williamson County, Texas", 0.01, 0.1),
        ("Austin, Texas", "Texas", 1, 1),
        ("Austin, Texas", "US", 1, 1),
        ("Austin, Texas", "Harris County", 0, 0),
        ("Austin, Texas", "Oklahoma", 0, 0),
        ("Travis County", "Texas", 1, 1),
        ("Travis County", "Austin, Texas", 0, 0),
        ("Travis County", "Hays County, Texas", 0, 0),
        ("Texas", "Travis County", 0, 0),
        ("Texas", "US", 1, 1),
        ("US", "Texas", 0, 0),
        ("US", "US", 1, 1),
        ("San Francisco", "San Francisco County", 1, 1),
        ("San Francisco County", "San Francisco", 1, 1),
        ("New Orleans", "Orleans Parish", 1, 1),
        ("Orleans Parish", "New Orleans", 1, 1),
        ("Philadelphia County", "Philadelphia", 1, 1),
        ("Brooklyn", "New York City", 1, 1),
        ("New York City", "Brooklyn", 0.25, 0.35),
        ("Brooklyn", "Queens", 0, 0),
        ("Brooklyn", "New York", 1, 1),
        ("Westchester County", "New York City", 0, 0),
        ("Washington, D.C.", "US", 1, 1),
        ("Washington, D.C.", "Washington", 0, 0),
        ("Alexandria, Virginia", "Virginia", 1, 1),
        ("Alexandria, Virginia", "Fairfax County", 0, 0),
        ("Round Rock, Texas", "Austin, Texas", 0, 0),
    ],
)
def test_within(inner, outer, least, most):
    assert least <= within(resolve(inner), resolve(outer)) <= most


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("US", []),
        ("Texas", ["United States"]),
        ("Washington, D.C.", ["United States"]),
        ("Travis County", ["Texas", "United States"]),
        ("Alexandria, Virginia", ["Virginia", "United States"]),
        ("Charlotte", ["Mecklenburg County, North Carolina", "North Carolina", "United States"]),
        ("Brooklyn", ["New York City, New York", "New York", "United States"]),
        ("San Francisco", ["San Francisco County, California", "California", "United States"]),
        ("San Francisco County", ["San Francisco, California", "California", "United States"]),
    ],
)
def test_containers(name, expected):
    assert [j.full_name for j, _ in containers(resolve(name))] == expected


@pytest.mark.parametrize("name", ["Austin, Texas", "New York City", "Brooklyn", "Travis County", "Anchorage", "DC"])
def test_containers_agree_with_within(name):
    inner = resolve(name)
    assert all(share == within(inner, outer) for outer, share in containers(inner))


def test_what_can_be_no_finer_has_a_point():
    """The nation has none, nor have states whose counties have theirs."""
    holding = {code[:2] for code in rows() if len(code) == 5}
    for code in states():
        assert (by_code(code).latitude is None) == (code in holding), code
    assert by_code("US").latitude is None
    assert by_code("11").longitude == pytest.approx(-77.04, abs=0.05)


@pytest.mark.parametrize(("share", "is_in"), [(1.0, True), (0.5, True), (0.499, False), (0.0, False)])
def test_half_of_its_people_put_a_place_in_another(share, is_in):
    assert is_mostly_in(share) is is_in


def test_names_are_read_once_each_and_unreadable_ones_stay():
    found = read(["Austin, TX", "Springfield", "City of Austin", "Nowhere at all", "Springfield"])
    assert found == (resolve("Austin"), "Springfield", "Nowhere at all")


@pytest.mark.parametrize(
    ("name", "wider"),
    [
        ("Austin", ["Austin, Texas", "Travis County, Texas", "Texas"]),  # some of it is in Williamson County
        ("San Francisco County", ["San Francisco County, California", "San Francisco, California", "California"]),
        ("Texas", ["Texas"]),
        ("Washington, D.C.", ["Washington, D.C."]),
        ("United States", ["United States"]),
        ("Tijuana, Mexico", ["Tijuana, Mexico", "Mexico"]),
    ],
)
def test_what_mostly_contains_a_place(name, wider):
    assert [str(place) for place in with_wider(resolve(name))] == wider


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        # a part that the table lists, alone, with its town or its state
        ("Little Village, Chicago", "Chicago, Illinois"),
        ("little village, chicago, ill.", "Chicago, Illinois"),
        ("Pilsen", "Chicago, Illinois"),  # a hamlet in Kansas has the name, too
        ("Boyle Heights, California", "Los Angeles, California"),
        ("East Boston", "Boston, Massachusetts"),
        ("Adams Morgan, Washington, D.C.", "Washington, D.C."),
        # whatever stands before a borough; a listed part of one is also one of the city
        ("Corona, Queens", "Queens County, New York"),
        ("Broadway Junction, Brooklyn, NY", "Kings County, New York"),
        ("Jackson Heights, New York City", "New York City, New York"),
        # sides, and what stands in brackets
        ("St. Paul (East Side), Minnesota", "St. Paul, Minnesota"),
        ("East Side, St. Paul, Minnesota", "St. Paul, Minnesota"),
        ("Far South Side, Chicago", "Chicago, Illinois"),
        # posts that no town holds
        ("Fort Snelling, Minnesota", "Hennepin County, Minnesota"),
        ("Camp Pendleton, California", "San Diego County, California"),
        ("Dover Air Force Base, Delaware", "Kent County, Delaware"),
        ("Stewart Detention Center, Georgia", "Lumpkin, Georgia"),
        ("Delaney Hall, NJ", "Newark, New Jersey"),
        # reservations: the county that holds most of one, or the state
        ("Pine Ridge Reservation", "Oglala Lakota County, South Dakota"),
        ("Pine Ridge Indian Reservation, South Dakota", "Oglala Lakota County, South Dakota"),
        ("Tohono O’odham Nation", "Pima County, Arizona"),
        ("Navajo Nation, Arizona", "Arizona"),
        ("Navajo Nation, Utah", "San Juan County, Utah"),
    ],
)
def test_parts_of_towns_are_read_as_the_town(name, meant):
    assert resolve(name).full_name == meant
    assert is_part_of_town(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Brentwood, California", "Brentwood, California"),  # a city, too
        ("Chelsea, Massachusetts", "Chelsea, Massachusetts"),
        ("Hollywood, Florida", "Hollywood, Florida"),
        ("Jamaica", "Jamaica"),  # the country
        ("Chinatown", None),  # of many towns
        ("Navajo Nation", None),  # of three states
        ("Pine Ridge", None),  # a town's name, too
        ("Boyle Heights, Ohio", None),
        ("Boyle Heights, Chicago", None),  # no part of it
        ("Portland (Maine)", "Portland, Maine"),
        ("Evanston, Chicago", None),
    ],
)
def test_what_only_looks_like_a_part_of_a_town(name, meant):
    assert (place.full_name if (place := decided(name)) else None) == meant
    assert not is_part_of_town(name)


@pytest.mark.parametrize(
    ("name", "told"),
    [("Navajo Nation", "Arizona; New Mexico; San Juan County, Utah - add the state"), ("Chinatown", "Los Angeles")],
)
def test_a_part_of_several_is_told_with_all_of_them(name, told):
    with pytest.raises(AmbiguousPlace, match=told):
        resolve(name)


def test_each_listed_part_is_read_with_its_town():
    listed = [(part, around) for around, parts in table("parts") for part in parts.split("; ")]
    assert len(listed) > 400
    assert [row for row in listed if (place := decided(", ".join(row))) is None or place.full_name != row[1]] == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Elm Court, St. Paul, Minnesota", "St. Paul, Minnesota"),  # no listed part
        ("Minneapolis, Minesota", "Minneapolis, Minnesota"),
        ("Travis Conty, Texas", "Travis County, Texas"),
        ("Travs, Texas", "Travis County, Texas"),
        ("Boyle Heights, Ohio", None),  # in another state
        ("Dallas, Oklahoma", None),  # nothing of the state is like it
        ("Harbour, Nowhere", None),  # the words behind the comma are not left out
        ("Shasaka", None),  # not Shasta County: nothing says that it is a county
    ],
)
def test_what_is_suggested_is_around_it_or_of_its_state_and_kind(name, meant):
    with pytest.raises(UnknownPlace) as found:
        resolve(name)
    assert [one.full_name for one in found.value.candidates][:1] == ([meant] if meant else [])
