"""Slips in the names of agencies and counts are found; names of one's own are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from raidline.check.rule import Checked
from raidline.check.rules.identity import unknown_related
from raidline.check.rules.jurisdictions import misspelt, unknown_place
from raidline.check.rules.sourcing import url_not_web
from raidline.check.rules.spaces import stray_spaces
from raidline.check.rules.spelling import agency_spelling, count_spelling
from raidline.dates.value import Edtf, EdtfError
from raidline.models import Event
from raidline.store.load import Record, load_events
from raidline.yamltext.reading import loads


def messages(rule, url="https://paper.example/1", **fields):
    event = {"id": "e", "date": "2017", "title": "T", "kind": "other", "places": ["Texas"]}
    event |= {"sources": [{"url": url, "publisher": "P", "published": "2017"}]} | fields
    record = Record(Event.model_validate(event), Path("x.yaml"), 1, 0, loads("events: []", "x.yaml"))
    return [problem.message for problem in rule(Checked([record], {}))]


@pytest.mark.parametrize(
    ("agency", "told"),
    [
        ("IEC", "did you mean 'ICE'?"),
        ("ICE, DHS", "write them one by one: [ICE, DHS]"),
        ("FBI and ICE", "write them one by one: [FBI, ICE]"),
        ("Imigration and Customs Enforcement", "did you mean 'Immigration and Customs Enforcement'?"),
        ("ICE", None),
        ("Customs and Border Protection", None),
        ("TRAC", None),
        ("BPC", None),  # letters of CBP, and a body of its own
        ("DSH", "did you mean 'DHS'?"),
        ("Canyon County Sheriff's Ofice", "Sheriff's Office\"?"),
        ("Tyler Police Departmant", "did you mean 'Tyler Police Department'?"),
        ("Board of Comissioners", "did you mean 'Board of Commissioners'?"),
        ("Minnesota National Gaurd", "did you mean 'Minnesota National Guard'?"),  # two letters swapped
        ("Washingon Legislature", "did you mean 'Washington Legislature'?"),  # a state
        ("Indianapolis Public Schools", None),
        ("Georgian Embassy", None),
        ("Police Officers' Association", None),
        ("Departamento de Policía", None),
        ("County Counsel", None),
        ("Office of the Public Defender", None),
        ("Bordertown Police", None),
        ("Austin Police Department", None),
        # Words of the language that are only like those of agencies; not if the agency is then a known one.
        ("Yakama Nation", None),
        ("Migration Policy Institute", None),
        ("Wine Country Coalition", None),
        ("Boarder Patrol", "did you mean 'Border Patrol'?"),
        ("Harris County Sheriff, Precinct 4", None),
    ],
)
def test_agencies(agency, told):
    found = messages(agency_spelling, agencies=[agency])
    assert len(found) == (told is not None)
    assert all(told in message for message in found)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("arested", "arrested"),
        ("agnets", "agents"),  # two letters swapped
        ("counts", None),  # of an indictment
        ("injurred", "injured"),  # a letter doubled
        ("teams", None),  # one letter from teens, but a word
        ("detaned", "detained"),
        ("volunters", "volunteers"),
        ("famlies", "families"),
        ("tenants", None),  # no slip of anything, though near "students"
        ("labourers", None),
        ("proteseters", "protesters"),
        ("arrested", None),
        ("arrests", None),
        ("charges", None),  # a form of "charged"
        ("detainees", None),
        ("dollars", None),
        ("houses searched", None),
    ],
)
def test_counts(name, meant):
    found = messages(count_spelling, counts={name: "9"})
    assert found == ([f"nothing else is counted as {name!r} - did you mean {meant!r}?"] if meant else [])


def test_an_address_with_a_space_says_where():
    [told] = messages(url_not_web, url="https://paper.example/the report")
    assert "it has a space behind 'https://paper.example/the'; write %20" in told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Agents\u200b at the station", "contains an invisible character (U+200B)"),
        ("\u202eAgents at the station", "contains an invisible character (U+202E)"),
        ("Agents\tat the station", "a tab, spaces at an end"),
        ("Agents at the station \U0001f468\u200d\U0001f33e", None),  # a joiner makes one sign of two
    ],
)
def test_what_nobody_sees_in_a_title(title, told):
    found = messages(stray_spaces, title=title)
    assert bool(found) == bool(told)
    assert told is None or told in found[0]


def test_a_long_name_is_cut_off_in_a_message():
    [told] = messages(unknown_place, places=["A" * 5000])
    assert len(told) < 200


def test_curled_quotes_are_told():
    assert "write straight ones" in messages(unknown_place, places=["“Austin"])[0]


def test_an_event_that_names_itself():
    assert messages(unknown_related, related=["e"]) == ["the event names itself; remove it"]


def test_a_time_that_a_program_has_counted_in_minutes():
    with pytest.raises(EdtfError, match="660 is what some programs make of the time 11:00"):
        Edtf.parse("660")


def test_the_name_of_a_person_is_pointed_at_over_line_ends(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text("events:\n  - id: x\n    summary: >-\n      He saw Maria\n      Sample there.\n", encoding="utf-8")
    document = loads(path.read_text(encoding="utf-8"), "x.yaml")
    assert document.position_within(("events", 0, "summary"), "Maria Sample") == (4, 14)
    assert document.position_within(("events", 0, "summary"), "Ana Real") == document.position(("events", 0, "summary"))
    assert load_events([path]).problems


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (["Austin, Texas", "Austin, TX"], ["Austin, TX"]),
        (["Tijuana", "Tijuana, Mexico"], ["Tijuana"]),
        (["Chicago, Illinois", "Pilsen, Chicago", "Little Village, Chicago"], []),  # the town's name would say less
    ],
)
def test_places(places, told):
    found = [one.name for one in misspelt(Checked([record(place) for place in places], {}))]
    assert found == told


def record(place):
    event = {"id": "e", "date": "2017", "title": "T", "kind": "other", "places": [place]}
    event |= {"sources": [{"url": "https://paper.example/1", "publisher": "P", "published": "2017"}]}
    return Record(Event.model_validate(event), Path("x.yaml"), 1, 0, loads("events: []", "x.yaml"))
