"""Lists as newsrooms, networks and clinics keep them: words around the usual headings, and cells with several things."""

from __future__ import annotations

import pytest

from raidline.importing import Columns, make_events
from raidline.importing.acts import kind_named
from raidline.importing.records import InputRow
from raidline.importing.tables.headings import field_of
from raidline.importing.wording.bodies import actors_in
from tabled import imported


def made(**cells):
    cells = {"Date": "2017-02-05", "Title": "One", **{name.replace("_", " "): cell for name, cell in cells.items()}}
    imported = make_events([InputRow("row 2", cells, headings=list(cells))], Columns(), "list")
    return imported.events[0], imported


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("# ppl arrested", "arrested"),
        ("Nº de detenidos", "detained"),
        ("Number of immigrants detained (est.)", "detained"),
        ("No. of persons reported killed", "killed"),
        ("Officers injured", ""),
        ("Arrested by", ""),
        ("Detained where", ""),
        ("Agencies seen", "agencies"),
        ("Facility location", "places"),
        ("Facility name", "venue"),
        ("Press release date", "published"),
        ("Release date", ""),
        ("Other coverage", "cited"),
        ("Insurance coverage", ""),
        ("When was it?", "date"),
        ("Where did it happen?", "places"),
        ("Where does it hurt?", ""),
        ("Which agency", "agencies"),
        ("In which city or town?", "city"),
        ("Who were the officers? (check all that apply)", "actors"),
        ("Who are you?", ""),
        ("In which year were you born?", ""),
        ("What did you hear?", ""),
        ("1st link", "url"),
        ("2nd outlet", "publisher"),
        ("event_cat", "kind"),
        ("st_abbr", "state"),
        ("Incident took place", "date"),
        ("People in custody (#)", "detained"),
        ("Press 1 outlet", "publisher"),
        ("Press 1 headline", "source_title"),
        ("Press 1 date", "published"),
        ("Coverage 2 link", "url"),
        ("Press officer", ""),
        ("Story size", ""),
        ("Departure city", "city"),
        ("Destination city", ""),
    ],
)
def test_words_around_a_heading(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Date of raid", "operation"),
        ("Arrest date", "operation"),
        ("Name of policy", "policy"),
        ("Bill title", "legislation"),
        ("Protest name", "protest"),
        ("Date", ""),
        ("Event", ""),
        ("Case caption", ""),
        ("Court date", ""),
        ("March 2025", ""),
        ("Raid or protest", ""),
        ("Date of incident", ""),
    ],
)
def test_a_heading_names_the_kind_of_a_whole_table(heading, kind):
    assert kind_named(heading) == kind


def test_the_kind_of_a_table_without_one_is_that_of_its_headings():
    cells = {"Date of raid": "2017-02-05", "State": "TX"}
    imported = make_events([InputRow("row 2", cells, headings=list(cells))], Columns(), "list")
    assert imported.events[0]["kind"] == "operation"
    assert any("has no kind; the heading 'Date of raid' says operation" in remark for remark in imported.remarks)
    event, imported = made(State="TX", Type="fandango", **{"Raid date": "2017"})
    assert event["kind"] == "other"  # a column of kinds counts, also where it cannot be read


@pytest.mark.parametrize(
    ("cell", "kind", "said"),
    [
        ("vigil; rally", "protest", False),
        ("Raid,Checkpoint", "operation", False),
        ("Sighting,Raid", "operation", True),
        ("raid / protest", "operation", True),
        ("traffic stop", "operation", False),
        ("walkout", "protest", False),
        ("sighting,surveillance", "other", False),
        ("", "other", False),
    ],
)
def test_a_cell_with_several_kinds(cell, kind, said):
    event, imported = made(State="TX", Type=cell)
    assert event["kind"] == kind
    assert any("several kinds" in remark for remark in imported.remarks) is said
    assert cell in event.get("notes", "")


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("La Migra (ICE)", ("ICE",)),
        ("Immigration and Customs Enforcement (ICE)", ("ICE",)),
        ("Immigration and Customs Enforcement", ("Immigration and Customs Enforcement",)),
        ("ICE and HSI", ("ICE", "HSI")),
        ("ICE, Unknown", ("ICE",)),
        ("Various", ()),
        ("Oak County Sheriff (OCSO)", ("Oak County Sheriff (OCSO)",)),
        ("Border Patrol (plain clothes)", ("Border Patrol",)),
        ("ICE (masked)", ("ICE",)),
        ("Sheriff (Oak County)", ("Sheriff (Oak County)",)),
    ],
)
def test_an_abbreviation_in_brackets_is_the_name_of_a_body_that_is_known(cell, bodies):
    assert actors_in(cell, lenient=True).bodies == bodies


@pytest.mark.parametrize(
    ("cell", "publisher", "title"),
    [
        ("Agents came at dawn — Oak Courier — https://www.oakcourier.example/1", "Oak Courier", "Agents came at dawn"),
        ("Oak Courier — Agents came at dawn — https://www.oakcourier.example/1", "Oak Courier", "Agents came at dawn"),
        ("Family waits: what is known, Star, https://oakcourier.example/1", "Star", "Family waits: what is known"),
        ("Oak Courier https://other.example/1", "Oak Courier", None),
    ],
)
def test_the_site_tells_the_publisher_from_the_title(cell, publisher, title):
    event, _ = made(State="TX", Source=cell)
    [source] = event["sources"]
    assert (source["publisher"], source.get("title")) == (publisher, title)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Oak Courier", "publisher"),
        ("Neighbors describe how the agents came at dawn", "title"),
        ("Raid: what is known", "title"),
        ("The Oak and Elm and Ash and Birch Courier", "publisher"),
    ],
)
def test_the_name_of_a_nested_source_is_its_title_or_its_publisher(name, key):
    from raidline.importing.sources.nested import named  # noqa: PLC0415

    assert named({"name": name, "href": "https://oakandelmandashandbirchcourier.example/1"})[key] == name


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"Where": "4312 Elm Ave, Green Bay, WI", "County": "Brown"}, ["Green Bay, Wisconsin"]),
        ({"Where": "4312 Elm Ave, Green Bay, WI 54301", "County": "Brown County"}, ["Green Bay, Wisconsin"]),
        ({"Where": "Elm Ave", "County": "Brown County"}, ["Brown County"]),
    ],
)
def test_an_address_says_the_state_of_the_county_beside_it(cells, places):
    assert made(**cells)[0]["places"] == places


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"City": "Aurora (CO)"}, ["Aurora, Colorado"]),
        ({"City": "Aurora CO"}, ["Aurora, Colorado"]),
        ({"Place": "Aurora CO; Denver (CO)"}, ["Aurora, Colorado", "Denver, Colorado"]),
        ({"Place": "Weld Co"}, ["Weld County, Colorado"]),
        ({"Place": "Weld CO"}, ["Weld County, Colorado"]),
        ({"City": "Hyannis, MA"}, ["Hyannis, MA"]),  # never that in Nebraska
        ({"City": "Hyannis (MA)"}, ["Hyannis, MA"]),
        ({"City": "Austin, Dallas", "State": "TX"}, ["Austin, Texas", "Dallas, Texas"]),
    ],
)
def test_the_state_beside_a_town_counts(cells, places):
    assert made(**cells)[0]["places"] == places


@pytest.mark.parametrize(
    ("cells", "urls"),
    [
        (["Courier https://a.example/1", "Star https://b.example/2; Courier https://a.example/3"], 0),
        (["Courier https://a.example/1", "Star https://b.example/2", "Courier https://a.example/3"], 3),
        (["Courier https://a.example/1", "Star https://b.example/2", "no link"], 0),
        (["see the minutes of the board of May at https://a.example/1"] * 3, 0),
    ],
)
def test_a_column_of_addresses_with_names_beside_them_is_one_of_sources(cells, urls):
    rows = [
        {"Date": "2017-02-05", "Title": f"Raid {n}", "State": "TX", "Read about it": cell}
        for n, cell in enumerate(cells)
    ]
    records = [InputRow(f"row {n}", row, headings=list(row)) for n, row in enumerate(rows)]
    events = make_events(records, Columns(), "list").events
    assert sum("url" in source for event in events for source in event["sources"]) == urls


def test_a_state_in_a_title_is_that_of_the_rows_below(tmp_path):
    rows = [
        ["", "What", "Meeting date", "Link"],
        ["TEXAS", "", "", ""],
        ["", "One", "2017-02-05", ""],
        ["New Mexico", "", "", ""],
        ["", "Two", "2017-02-06", ""],
    ]
    found = imported(tmp_path, rows)
    assert {event["title"]: event["places"] for event in found.events} == {"One": ["Texas"], "Two": ["New Mexico"]}
    assert any("the state is that in the title above its rows" in remark for remark in found.remarks)
    assert len(found.left_out) == 2
    rows = [["Date", "Title", "State"], ["2017", "One", "Ohio"], ["Texas", "", ""], ["2018", "Two", ""]]
    assert {event["title"]: event.get("places") for event in imported(tmp_path, rows).events}["Two"] is None


def test_the_details_of_sources_in_spanish():
    from raidline.importing.sources.nested import named  # noqa: PLC0415

    told = {"medio": "Faro", "titulo": "Redada", "fecha": "2017-02-06", "enlace": "https://a.example/1", "archivo": "x"}
    assert named(told) == {
        "publisher": "Faro",
        "title": "Redada",
        "published": "2017-02-06",
        "url": "https://a.example/1",
        "archived": "x",
    }


def test_a_locality_that_is_not_known_in_its_state_is_not_passed_over():
    event, imported = made(Locality="Nowhere Flats", State="MA")
    assert (event["places"], "Locality: Nowhere Flats" in event["notes"]) == (["Massachusetts"], True)
    assert imported.unread == 1
    assert made(Location="Blue Door Cafe", City="Austin", State="TX")[1].unread == 0


def test_groups_over_ordinals_are_headings(tmp_path):
    rows = [
        ["Raids of the region", "", "", "", "", ""],
        ["When", "", "Where", "", "Sources", ""],
        ["Start", "End", "Town", "State", "1st link", "2nd link"],
        ["2017-02-05", "2017-02-06", "Austin", "TX", "https://a.example/1", "https://b.example/2"],
    ]
    [event] = imported(tmp_path, rows).events
    assert (event["date"], event["places"]) == ("2017-02-05/2017-02-06", ["Austin, Texas"])
    assert [source["url"] for source in event["sources"]] == ["https://a.example/1", "https://b.example/2"]
