"""Places abroad: a country, or a city in one, is recorded as such and never mixed up with a town of the same name."""

from __future__ import annotations

import csv
import io

import pytest

from raidline import read_articles
from raidline.check import run_checks
from raidline.errors import RaidlineError
from raidline.export import export_timeline
from raidline.extract.toponyms.mentions import find_places
from raidline.importing import Columns, make_events, read_records
from raidline.models import Event
from raidline.places.abroad import countries, country_names
from raidline.places.containment import containers, within
from raidline.places.gazetteer import states, table
from raidline.places.lookup import lookup, resolve
from raidline.places.reading import by_code
from raidline.places.unresolved import AmbiguousPlace
from raidline.store.load import load_events
from raidline.timeline.build import build_timeline


@pytest.mark.parametrize(
    ("written", "full_name", "code"),
    [
        ("China", "China", "CN"),
        ("Mexico", "Mexico", "MX"),
        ("México", "Mexico", "MX"),
        ("the Netherlands", "Netherlands", "NL"),
        ("U.K.", "United Kingdom", "GB"),
        ("Georgia (country)", "Georgia (country)", "GE"),
        ("Tijuana, Mexico", "Tijuana, Mexico", "MX:Tijuana"),
        ("tijuana, mexico", "Tijuana, Mexico", "MX:Tijuana"),
        ("Ciudad  Juárez, Mexico", "Ciudad Juárez, Mexico", "MX:Ciudad_Juárez"),
        ("Toronto, Ontario, Canada", "Toronto, Ontario, Canada", "CA:Toronto,_Ontario"),
        ("Kralendijk, Bonaire, Sint Eustatius and Saba", None, None),
        ("Mexico City", "Mexico City, Mexico", "MX:Mexico_City"),
        ("National", "United States", "US"),
        ("MX", "Mexico", "MX"),
        ("CA", "California", "06"),
        # a larger city stands alone, a smaller one before a province
        ("Tijuana", "Tijuana, Mexico", "MX:Tijuana"),
        ("ciudad juarez", "Ciudad Juárez, Mexico", "MX:Ciudad_Juárez"),
        ("San Pedro Sula", "San Pedro Sula, Honduras", "HN:San_Pedro_Sula"),
        ("Port-au-Prince", "Port-au-Prince, Haiti", "HT:Port-au-Prince"),
        ("Kinshasa", "Kinshasa, Democratic Republic of the Congo", None),
        ("Nogales, Sonora", "Nogales, Sonora, Mexico", "MX:Nogales,_Sonora"),
        ("Vancouver, B.C.", "Vancouver, British Columbia, Canada", "CA:Vancouver,_British_Columbia"),
        ("Tijuana, BC", "Tijuana, Baja California, Mexico", "MX:Tijuana,_Baja_California"),
        ("Reynosa, Tamps.", "Reynosa, Tamaulipas, Mexico", "MX:Reynosa,_Tamaulipas"),
        ("Toronto, Ontario", "Toronto, Ontario, Canada", "CA:Toronto,_Ontario"),
        ("Sonora, California", "Sonora, California", None),
        ("Vancouver", "Vancouver, Washington", None),
        # a state is nearer, and so is a town whose state is written
        ("Georgia", "Georgia", "13"),
        ("China, Maine", "China, Maine", "2301112735"),
        ("Mexico, Missouri", "Mexico, Missouri", "2947648"),
        ("National, Maryland", "National, Maryland", None),
        ("New Mexico", "New Mexico", "35"),
        ("San Juan, Puerto Rico", "San Juan, Puerto Rico", None),
        ("Panama City", "Panama City, Florida", None),
    ],
)
def test_what_a_name_means(written, full_name, code):
    if full_name is None:
        with pytest.raises(RaidlineError):
            resolve(written)
        return
    found = resolve(written)
    assert found.full_name == full_name
    assert code in (None, found.code)
    assert by_code(found.code) == found
    assert resolve(found.full_name) == found


@pytest.mark.parametrize(
    "written",
    ["Tijuana, Mexicoo", ", Mexico", "12, Mexico", "a_b, Mexico", f"{'a' * 150}, Mexico", "<b>, Mexico", "Narnia"],
)
def test_what_is_no_place_abroad(written):
    with pytest.raises(RaidlineError):
        resolve(written)


def test_a_misspelt_country_is_told_with_the_right_one():
    with pytest.raises(RaidlineError, match="did you mean Lima, Peru"):
        resolve("Lima, Peruu")


def test_the_towns_with_the_name_of_a_country_stay_namesakes():
    assert [one.full_name for one in lookup("China")][:2] == ["China", "China, Maine"]


def test_every_country_has_one_code_and_is_no_state():
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in countries())
    assert not {postal for postal, _ in states().values()} & set() | ({"PR", "GU", "VI", "AS", "MP"} & set(countries()))
    assert len({country.name for country in countries().values()}) == len(countries())
    for name, code in country_names().items():
        assert resolve(name).code == code, name


def test_what_lies_in_what():
    tijuana, mexico, nation, texas = map(resolve, ("Tijuana, Mexico", "Mexico", "United States", "Texas"))
    assert within(tijuana, mexico) == within(mexico, mexico) == 1.0
    assert not any(within(a, b) for a, b in [(tijuana, nation), (mexico, nation), (texas, mexico), (mexico, tijuana)])
    assert containers(tijuana) == ((mexico, 1.0),)
    assert containers(mexico) == ()


def event(place, **more):
    source = {"url": "https://example.org/a", "publisher": "Example Herald", "published": "2025-03-16"}
    fields = {"id": "a", "date": "2025-03-15", "title": "A flight", "kind": "operation", "sources": [source]}
    return Event.model_validate(fields | {"places": [place]} | more)


def test_a_country_has_a_timeline_and_the_nation_does_not_take_part():
    events = [event("Tijuana, Mexico"), event("San Diego, California", id="b")]
    assert [entry.event.id for entry in build_timeline(events, {}, place=resolve("Mexico")).entries] == ["a"]
    assert [entry.event.id for entry in build_timeline(events, {}, place=resolve("United States")).entries] == ["b"]


@pytest.mark.parametrize(
    ("format", "says"),
    [
        ("csv", "MX:Tijuana"),
        ("json", '"code": "MX:Tijuana"'),
        ("ics", "CATEGORIES:operation,Tijuana Mexico"),
        ("jsonld", '"name": "Mexico"'),
        ("md", "Tijuana, Mexico"),
    ],
)
def test_exports_name_the_country(format, says):  # noqa: A002 - as the option is called
    assert says in export_timeline(build_timeline([event("Tijuana, Mexico")], {}), format)


def test_running_text_still_means_towns_of_the_united_states():
    (found,) = find_places("Police in China, Maine, closed a road.")
    assert found.jurisdiction.full_name == "China, Maine"
    assert not find_places("He was flown to Tijuana, Mexico, on Monday.")


def only(tmp_path, **cells):
    out = io.StringIO()
    csv.writer(out).writerows([[*cells], [*cells.values()]])
    path = tmp_path / "x.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    (data,) = make_events(read_records(path), Columns(), "x-csv").events
    return data


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"country": "Mexico", "city": "Tijuana"}, ["Tijuana, Mexico"]),
        ({"country": "El Salvador"}, ["El Salvador"]),
        ({"country": "Canada", "city": "Toronto", "state": "Ontario"}, ["Toronto, Canada"]),
        ({"country": "USA", "city": "Austin", "state": "TX"}, ["Austin, Texas"]),
        ({"country": "United States", "state": "TX"}, ["Texas"]),
        ({"places": "Tijuana, Mexico"}, ["Tijuana, Mexico"]),
        ({"places": "Mexico"}, ["Mexico"]),
        ({"city": "Mexico", "state": "MO"}, ["Mexico, Missouri"]),
        ({"city": "National"}, ["United States"]),
        ({"places": "National", "state": "Maryland"}, ["United States"]),
    ],
)
def test_places_of_a_record(cells, places, tmp_path):
    assert only(tmp_path, date="2025-03-15", title="A", **cells)["places"] == places


def test_what_is_no_country_is_kept_in_notes(tmp_path):
    data = only(tmp_path, date="2025-03-15", title="A", country="Ruritania", city="Austin", state="TX")
    assert (data["places"], data["notes"]) == (["Austin, Texas"], "country: Ruritania")


@pytest.mark.parametrize(
    ("place", "text", "problems"),
    [
        ("Tijuana, Mexico", "He crossed into Tijuana on March 15.", []),
        ("Mexico", "Mexican officials met them on March 15.", []),
        ("El Salvador", "The flight to El Salvador left on March 15.", []),
        ("Mexico", "He was sent away on March 15.", ["place-unsupported"]),
        ("Tijuana, Mexico", "Mexican officials met them on March 15.", ["place-unsupported"]),
    ],
)
def test_an_article_bears_out_a_place_abroad(place, text, problems, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "b.md").write_text(
        f"---\nid: b\ntitle: A day\npublisher: Example Herald\npublished: 2025-03-16\n---\n\n{text}\n", encoding="utf-8"
    )
    path = tmp_path / "events.yaml"
    path.write_text(
        "events:\n  - id: a\n    date: 2025-03-15\n    title: A day\n    kind: operation\n"
        f'    places: ["{place}"]\n    sources:\n      - article: b\n',
        encoding="utf-8",
    )
    articles = {one.id: one for one in read_articles([tmp_path / "articles"])[0]}
    found = run_checks(load_events([path]), articles)
    assert [one.rule for one in found if one.rule.startswith("place")] == problems


def test_a_city_abroad_is_told_before_the_towns_with_its_name():
    with pytest.raises(AmbiguousPlace, match="could be Havana, Cuba; Havana, Illinois"):
        resolve("Havana")


def test_two_cities_abroad_of_one_name_are_told():
    with pytest.raises(AmbiguousPlace, match="Hyderabad, India; Hyderabad, Pakistan - add the country"):
        resolve("Hyderabad")


def test_the_table_of_cities_abroad_has_countries_of_the_gazetteer_in_order():
    rows = [(name, country) for name, country, _ in table("cities_abroad")]
    assert rows == sorted(set(rows))
    assert {country for _, country in rows} <= set(countries())
    assert [name for name, country in rows if not by_code(f"{country}:{name.replace(' ', '_')}")] == []
