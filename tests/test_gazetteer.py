"""The tables of the gazetteer: whole, consistent with one another, and right where the Census can be asked."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

import raidline.places.gazetteer as tables
from raidline.places.containment import counties_of
from raidline.places.lookup import names
from raidline.places.names import normalise
from raidline.places.reading import by_code
from raidline.places.zips import state_of_zip

CENSUS = Path(__file__).resolve().parents[2] / "shared" / "gazetteer" / "county_place.csv"
LARGE_CITIES = Path(__file__).resolve().parents[1] / "scripts" / "cities_over_counties.tsv"
FOLDER = Path(tables.__file__).parent

COLUMNS = {
    "states": ["code", "postal", "name", "abbreviations", "population", "latitude", "longitude"],
    "counties": ["code", "name", "designation", "population", "latitude", "longitude", "also"],
    "places": ["code", "name", "designation", "population", "latitude", "longitude", "counties", "also"],
    "names": ["name", "codes"],
    "consolidated": ["place", "name", "county"],
    "aliases": ["name", "code", "reason"],
}


@pytest.fixture(scope="module", params=COLUMNS)
def table(request):
    return request.param, (FOLDER / f"{request.param}.tsv").read_text("utf-8")


def test_tables_are_plain_and_rectangular(table):
    name, text = table
    header, *lines = text.removesuffix("\n").split("\n")
    assert header.split("\t") == COLUMNS[name]
    assert lines
    assert {line.count("\t") for line in lines} == {len(COLUMNS[name]) - 1}
    assert "\r" not in text
    assert all(cell == cell.strip() for line in lines for cell in line.split("\t"))


def test_tables_are_sorted_and_keys_are_unique(table):
    name, _ = table
    keys = [tuple(row) if name == "consolidated" else row[0] for row in tables.table(name)]
    assert keys == sorted(keys, key=str.casefold if name == "aliases" else None)
    assert len(keys) == len(set(keys))


def test_states():
    assert len(tables.states()) == 50 + 1 + 5
    assert len({postal for postal, _ in tables.states().values()}) == len(tables.states())
    assert all(re.fullmatch(r"\d\d", code) for code in tables.states())


def test_counties():
    codes = {row[0] for row in tables.table("counties")}
    assert len([code for code in codes if code[:2] < "60"]) == 3142  # 3,143 with the District, which is a state here
    assert len([code for code in codes if code[:2] == "72"]) == 78
    assert len([code for code in codes if code[:2] == "09"]) == 8
    assert all(re.fullmatch(r"\d{5}", code) and code[:2] in tables.states() for code in codes)
    assert {"02063", "02066", "02158", "12086", "46102"} <= codes
    assert not codes & {"02261", "02270", "12025", "46113", "51515"}  # dissolved or renumbered


def test_every_place_lies_in_counties_of_its_state():
    counties = {row[0] for row in tables.table("counties")}
    for code, _, _, _, _, _, shares, _ in tables.table("places"):
        parts = [part.partition(":") for part in shares.split(" ")]
        assert parts
        for county, _, _ in parts:
            assert county in counties
            assert county[:2] == code[:2]
        values = [float(share or 1) for _, _, share in parts]
        assert sum(values) == pytest.approx(1)
        assert all(0 < value <= 1 for value in values)
        assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("name", ["counties", "places"])
def test_points_and_populations_are_sane(name):
    for code, _, _, population, latitude, longitude, *_ in tables.table(name):
        assert 0 <= int(population) < 12_000_000
        assert 17 < float(latitude) < 72
        assert -180 < float(longitude) < -65 or code.startswith("02")  # the Aleutians cross the date line


def test_every_state_has_people():
    assert [name for code, (_, name) in tables.states().items() if by_code(code).population < 50_000] == []
    assert by_code("11").population == 689_545
    states = sum(by_code(code).population for code in tables.states())
    assert by_code("US").population == states


def test_neighbourhoods_are_left_out():
    assert max(int(row[3]) for row in tables.table("places")) == by_code("3651000").population
    for name in ("south boston", "new south memphis", "meads", "west raleigh", "upper west side"):
        assert all(by_code(code).population < 20_000 for code in names().get(name, ())), name


def test_codes_for_the_same_jurisdiction_are_not_kept_twice():
    assert tables.same_area()["2404000"] == "24510"
    assert not tables.same_area().keys() & tables.rows().keys()
    assert all(code in tables.rows() or code == tables.DISTRICT for code in tables.same_area().values())


def test_names_lead_to_all_that_have_them_and_no_further():
    expected = defaultdict(set)
    for row in tables.table("names"):
        assert row[0] == normalise(row[0])
        expected[row[0]] = set(row[1].split(" "))
    for code, row in tables.rows().items():
        assert code in expected[normalise(row.split("\t")[1])]
    for key, codes in expected.items():
        for code in codes:
            name, designation = normalise(by_code(code).name), by_code(code).designation
            assert key in (name, f"{name} {designation.removeprefix('charter ')}")


def test_hand_kept_tables_name_what_exists():
    known = tables.rows().keys() | tables.states().keys() | {tables.NATION}
    assert [code for code in tables.aliases().values() if code not in known] == []
    for city, name, county in tables.table("consolidated"):
        assert by_code(city).name == name
        assert county in [c.code for c, _ in counties_of(by_code(city))]


@pytest.mark.skipif(not CENSUS.exists(), reason="the Census table to measure by is not beside this checkout")
def test_the_shares_of_large_cities_are_those_of_the_census():
    lines = [line for line in LARGE_CITIES.read_text("utf-8").splitlines() if not line.startswith("#")]
    with CENSUS.open(encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file))[2:]
    for city in csv.DictReader(lines, delimiter="\t"):
        people = {county: float(number) for county, state, place, _, _, _, number, *_ in rows
                  if state + place == city["code"]}  # fmt: skip
        shares = {county: number / sum(people.values()) for county, number in people.items()}
        said = {found[0]: float(found[2] or 1) for found in (part.partition(":") for part in city["counties"].split())}
        assert sum(said.values()) == pytest.approx(1)
        assert by_code(city["code"]).full_name == city["name"]
        assert [c.code for c, _ in counties_of(by_code(city["code"]))] == list(said)
        for county in said.keys() | shares.keys():
            assert said.get(county, 0) == pytest.approx(shares.get(county, 0), abs=0.01), (city["name"], county)


@pytest.mark.skipif(not CENSUS.exists(), reason="the Census table to measure by is not beside this checkout")
def test_primary_counties_agree_with_the_census():
    with CENSUS.open(encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file))[2:]
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for county, state, place, _, _, _, population, *_ in rows:
        if place != "99999":
            shares[state + place][county] = float(population)
    right, wrong = 0, []
    for code, people in shares.items():
        if code not in tables.rows() and code not in tables.same_area():
            continue
        found = by_code(code)
        first = "11001" if found.code == tables.DISTRICT else counties_of(found)[0][0].code
        if people.get(first) == max(people.values()):
            right += 1
        else:
            wrong.append(found)
    both = right + len(wrong)
    print(f"{both} places known to both, primary county right for {right / both:.2%}")  # noqa: T201 - the measure
    assert both > 31_000
    assert right / both > 0.99
    assert [place.full_name for place in wrong if place.population > 50_000] == []


def test_no_zip_code_has_two_counties():
    rows = [(county, span) for county, zips in tables.table("zip_counties") for span in zips.split(" ")]
    ends = sorted(tuple(map(int, f"{span}-{span}".split("-")[:2])) for _, span in rows)
    assert all(last < first for (_, last), (first, _) in pairwise(ends))
    assert len(rows) > 15_000


def test_zip_codes_lie_in_the_state_of_their_first_digits_but_for_two():
    rows = [(county, span[:5]) for county, zips in tables.table("zip_counties") for span in zips.split(" ")]
    first_digits = {f"{n:03}": state for a, b, state in tables.table("zips") for n in range(int(a), int(b) + 1)}
    other = [code for county, code in rows if by_code(county[:2]).state != first_digits[code[:3]]]
    assert other == ["06390", "83414"]  # an island of New York, and a valley of Wyoming that roads reach from Idaho
    assert [state_of_zip(code).name for code in other] == ["New York", "Wyoming"]
