"""The home of a paper, as its name or address tells, and what that makes of the names in its articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.extract.toponyms.judging.publishers import Home, home_of
from raidline.extract.toponyms.mentions import find_places


@pytest.mark.parametrize(
    ("publisher", "first"),
    [
        ("The Tulsa Courier", "Tulsa, Oklahoma"),
        ("tulsadailynews.com", "Tulsa, Oklahoma"),
        ("https://www.tulsa.com/", "Tulsa, Oklahoma"),
        ("news.tulsa.com", "Tulsa, Oklahoma"),
        ("santafereporter.com", "Santa Fe, New Mexico"),
        ("Nevada Public Radio", "Nevada"),
        ("Nevada Statehouse Brief", "Nevada"),
        ("Erie Times", "Erie, Pennsylvania"),
        ("The Ada Evening Call", "Ada, Oklahoma"),
        ("Ottumwa Evening Bugle", "Ottumwa, Iowa"),
        ("The Lima Morning Courier", "Lima, Ohio"),
        ("York News-Tribune", "York, Pennsylvania"),
        ("The Utah Courier", "Utah"),
        ("The Newnan Coweta Ledger", "Newnan, Georgia"),
        ("The Ford County Plainsman", "Ford County, Kansas"),
        ("Transylvania Times", "Transylvania County, North Carolina"),  # no town is called so
        ("North Georgia News", "Georgia"),
        ("upstatemainetoday.com", "Maine"),
        ("Bay City Tribune", "Bay City, Michigan"),
        # offices, stations and groups
        ("City of Tulsa, Office of the City Manager", "Tulsa, Oklahoma"),
        ("Pinal County Sheriff's Office", "Pinal County, Arizona"),
        ("Office of the Utah Attorney General (press release)", "Utah"),
        ("State of Utah, Office of Communications", "Utah"),
        ("Utah Immigrant Rights Coalition", "Utah"),
        ("ACLU of Nevada", "Nevada"),
        ("KZZZ Tulsa", "Tulsa, Oklahoma"),
        ("abc99tulsa.com", "Tulsa, Oklahoma"),
    ],
)
def test_a_paper_is_at_home_where_its_name_says(publisher, first):
    home = home_of(publisher)
    assert home.meanings[0].full_name == first
    assert not home.abroad


@pytest.mark.parametrize(
    "publisher",
    ["Valley Herald", "Lake Shore Weekly", "East Bay Times", "Queen City Post", "Western Slope News", "Herald", "Free Press", "Real News", "Gary Courier", "Erie", "Life and Times", "Time Weekly", "The Ill Courier", "The New York Courier", "washingtongazette.com", "Associated Press", "", "news.com", "The White House", "Office of Public Affairs", "National Public Radio", "KZZZ 9 News", "ABC News", "¿", "a" * 999],
)  # fmt: skip
def test_other_names_tell_no_home(publisher):
    assert home_of(publisher) == Home()


@pytest.mark.parametrize(
    ("publisher", "home"),
    [
        ("Gothamist", "New York City, New York"),
        ("https://www.kuow.org/stories", "Seattle, Washington"),
        ("The Oregonian", "Portland, Oregon"),
        ("thecity.nyc", "New York City, New York"),
        ("KTLA", "Los Angeles, California"),
        ("Denver Oregonian Club", None),
    ],
)
def test_a_listed_paper_is_at_home_though_its_name_does_not_say_so(publisher, home):
    found = home_of(publisher).meanings
    assert ([place.full_name for place in found] == [home]) is (home is not None)


@pytest.mark.parametrize("publisher", ["tulsanews.co.uk", "https://www.elcorreo.mx", "news.ca"])
def test_an_address_of_another_country_is_abroad(publisher):
    assert home_of(publisher) == Home(abroad=True)


@given(st.text(alphabet="thenewsdaily .-/:", max_size=90))
def test_any_publisher_is_read_without_error(publisher):
    assert isinstance(home_of(publisher), Home)


def _named(text, publisher=None):
    return [m.jurisdiction and m.jurisdiction.full_name for m in find_places(text, publisher)]


def test_the_state_of_a_paper_tells_its_towns_from_namesakes():
    text = "Police in Springfield waited."
    assert _named(text) == [None]
    assert _named(text, "The Massachusetts Courier") == ["Springfield, Massachusetts"]


def test_a_paper_named_after_a_state_weighs_as_one_of_its_towns():
    assert _named("Hudson police waited.") == [None]
    assert _named("Hudson police waited.", "The Texas Herald") == ["Hudson, Texas"]


def test_the_town_of_a_paper_draws_the_names_around_it():
    text = "Police in Auburn and deputies of Lee County waited."
    assert _named(text, "Opelika Ledger") == ["Auburn, Alabama", "Lee County, Alabama"]


def test_the_name_of_a_paper_alone_does_not_choose_among_its_own_namesakes():
    assert _named("Police in Newark waited.", "Newark Ledger") == [None]


def test_a_paper_abroad_means_its_own_towns():
    text = "Police in Lancaster waited."
    assert _named(text) != []
    assert _named(text, "lancasterledger.co.uk") == []
    county = "A judge in Oxford County, Maine, spoke. Peru residents marched. A Mexico-based group sued."
    assert _named(county) == ["Oxford County, Maine", "Peru, Maine", "Mexico, Maine"]
    assert _named(county, "lancasterledger.co.uk") == ["Oxford County, Maine"]
    assert _named("Reno police waited.", "lancasterledger.co.uk") == []
    towns = "Deputies of Allen County waited. Officials of Beaverdam met. Officials of Delphos met."
    assert _named(towns) == ["Allen County, Ohio", "Beaverdam, Ohio", "Delphos, Ohio"]
    assert _named(towns, "tulsanews.co.uk") == [None]
