"""Tables as universities, legal aid, agencies and libraries keep them: what their headings and cells mean."""

from __future__ import annotations

import json

import pytest

from raidline.importing import Columns, make_events, read_records
from raidline.importing.tables.headings import field_of
from tabled import imported


def only(tmp_path, **cells):
    [event] = imported(tmp_path, [[*cells], [*cells.values()]]).events
    return event


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date(s) of raid", "date"),
        ("Date of the operation", "date"),
        ("Apprehension Date", "date"),
        ("Date (MM/DD/YYYY)", "date"),
        ("EVENT_DT", "date"),
        ("Fecha del suceso", "date"),
        ("Fecha de la redada", "date"),
        ("ARR_CITY", "city"),
        ("ARR_CNTY", "county"),
        ("City (nearest)", "city"),
        ("location.city", "city"),
        ("place.state", "state"),
        ("Lugar del operativo", "places"),
        ("Arrest location", "places"),
        ("Tipo de acción", "kind"),
        ("NBR_ARR", "arrested"),
        ("NBR_DET", "detained"),
        ("# Detained", "detained"),
        ("Personas detenidas", "detained"),
        ("¿Qué pasó?", "title"),
        ("Facility City", "city"),
        ("Apprehending Agency", "agencies"),
        ("Policy type", "kind"),
        ("Case name", "title"),
        ("How many?", "counts"),
        ("Source(s)", "cited"),
        ("Source 1 date", "published"),
        # what has another meaning, or none
        ("Raid", ""),
        ("Home city", ""),
        ("Facility phone", ""),
        ("Case number", ""),
        ("Incident #", ""),
        ("ARREST_METHOD", ""),
        ("UPD_TS", ""),
        ("archive.date", ""),
        ("Lead agency phone", ""),
        ("State of mind", ""),
    ],
)
def test_a_heading_is_read_without_what_is_around_it(heading, field):
    assert field_of(heading) == field


def test_an_act_is_on_the_day_of_its_announcement_not_on_that_from_which_it_holds(tmp_path):
    act = {"Headline": "Sheriff joins 287(g)", "Announced": "2031-02-06", "Effective": "2031-04-11"}
    assert only(tmp_path, **act)["date"] == "2031-02-06"
    del act["Announced"]
    assert only(tmp_path, **act)["date"] == "2031-04-11"


def test_an_exact_heading_goes_before_one_with_more_words(tmp_path):
    event = only(tmp_path, **{"Date of sweep": "2019-01-02", "Date": "2018-03-04", "State": "Texas"})
    assert (event["date"], event["notes"]) == ("2018-03-04", "Date of sweep: 2019-01-02")


@pytest.mark.parametrize(
    ("heading", "cell", "urls"),
    [
        ("Dossier", "https://a.example/1", ["https://a.example/1"]),
        ("Dossier", "https://a.example/1; https://b.example/2", ["https://a.example/1", "https://b.example/2"]),
        ("Dossier", "the minutes are at https://a.example/1", []),
        ("Photo", "https://a.example/1.jpg", []),
        ("Registration form", "https://a.example/1", []),
    ],
)
def test_a_column_of_nothing_but_addresses_names_sources(heading, cell, urls, tmp_path):
    event = only(tmp_path, **{"Date": "2019-01-02", "State": "Texas", heading: cell})
    assert [source["url"] for source in event["sources"] if "url" in source] == urls
    assert urls or cell in event["notes"]


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ({"State": "Texas", "Occasion": "3/14/2017"}, "2017-03-14"),
        ({"State": "Texas", "Last updated": "3/14/2017"}, None),
        ({"State": "Texas", "Beds": "2017"}, None),
        ({"State": "Texas", "Occasion": "3/14/2017", "Heard": "3/15/2017"}, None),
    ],
)
def test_the_only_column_of_days_holds_the_dates(cells, date, tmp_path):
    assert only(tmp_path, **cells).get("date") == date


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        ({"Date": "2017-03-14", "City": "Austin", "State": "TX"}, "Event in Austin, Texas"),
        ({"Type": "raid", "State": "TX", "Arrested": "9", "Agency": "ICE"}, "ICE: 9 arrested in Texas"),
        ({"Type": "raid", "Title": "A raid", "State": "TX"}, "A raid"),
        ({"Date": "2017-03-14"}, None),
    ],
)
def test_an_event_without_a_title_gets_one_of_what_is_known(cells, title, tmp_path):
    found = imported(tmp_path, [[*cells], [*cells.values()]])
    assert found.events[0].get("title") == title
    assert any("has no title; one is made" in remark for remark in found.remarks) is bool(title and title != "A raid")


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("Agents arrest nine in Austin, Texas", ["Austin, Texas"]),
        ("Agents arrest nine in Springfield", None),
        ("Agents arrest nine", None),
    ],
)
def test_the_place_is_read_from_the_title_if_no_column_has_it(title, places, tmp_path):
    assert only(tmp_path, Date="2017-03-14", Headline=title).get("places") == places
    assert only(tmp_path, Date="2017-03-14", Headline=title, State="Ohio")["places"] == ["Ohio"]


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("más de 20", "more than 20"),
        ("aprox. 20", "about 20"),
        ("aprox 20", "about 20"),
        ("Al menos 6", "at least 6"),
        ("unas 30 personas", "about 30"),
        ("entre 5 y 8", "between 5 and 8"),
        ("3 o 4", "3 or 4"),
        ("casi 40", "nearly 40"),
        ("ninguna", "none"),
        ("desconocido", "unknown"),
        ("5 y 8", None),
        ("entre 5", None),
        ("muchas", None),
    ],
)
def test_counts_in_spanish(cell, count, tmp_path):
    event = only(tmp_path, **{"Personas detenidas": cell, "Estado": "Texas"})
    assert event.get("counts", {}).get("detained") == count
    assert count or cell in event["notes"]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Redada", "operation"),
        ("Política", "policy"),
        ("politica", "policy"),
        ("Demanda", "lawsuit"),
        ("Fiesta", "other"),
    ],
)
def test_kinds_in_spanish(cell, kind, tmp_path):
    event = only(tmp_path, Tipo=cell, Estado="Texas")
    assert (event["kind"], event["notes"]) == (kind, f"Tipo: {cell}")


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"Ciudad": "Las Cruces", "Estado": "Nuevo México"}, ["Las Cruces, New Mexico"]),
        ({"Estado": "carolina del norte"}, ["North Carolina"]),
        ({"Lugar": "Newark, Nueva Jersey"}, ["Newark, New Jersey"]),
        ({"Ciudad": "Austin", "Estado": "Texas"}, ["Austin, Texas"]),
    ],
)
def test_states_in_spanish(cells, places, tmp_path):
    assert only(tmp_path, **cells)["places"] == places


SLIDE = {"Year": "2017", "Month": "3", "Day": "14", "Display Date": "", "Media": ""}


def test_the_text_of_a_slide_has_words_and_sources(tmp_path):
    text = (
        '<p>They came at dawn &amp; stayed.</p><p>The <a href="https://a.example/1">Valley Courier</a> was there.</p>'
    )
    event = only(tmp_path, **SLIDE, Headline="<b>ICE</b> in Austin, Texas", Text=text)
    assert (event["title"], event["places"]) == ("ICE in Austin, Texas", ["Austin, Texas"])
    assert event["summary"] == "They came at dawn & stayed.\nThe Valley Courier was there."
    assert [(one["url"], one["publisher"]) for one in event["sources"]] == [("https://a.example/1", "Valley Courier")]
    slide = {"start_date": {"year": 2017, "month": 3}, "text": {"headline": "ICE in Austin, Texas", "text": text}}
    (tmp_path / "x.json").write_text(json.dumps({"events": [slide]}))
    [other] = make_events(read_records(tmp_path / "x.json"), Columns(), "x").events
    assert (other["summary"], other["sources"][0]["url"]) == (event["summary"], "https://a.example/1")


@pytest.mark.parametrize("text", ["5 < 6 & 7 > 2", "R&D; A&B", "a <tag of ours>", "<3"])
def test_a_text_that_only_looks_like_markup_stays(text, tmp_path):
    assert only(tmp_path, Date="2017-03-14", State="Texas", Description=text)["summary"] == text


def test_links_of_a_text_are_sources_beside_those_of_columns(tmp_path):
    text = 'As <a href="https://a.example/1">one paper</a> says, and https://c.example/3'
    event = only(tmp_path, Date="2017-03-14", State="Texas", Description=text, Link="https://b.example/2")
    assert [source["url"] for source in event["sources"]] == ["https://b.example/2", "https://a.example/1"]
    event = only(tmp_path, Date="2017-03-14", State="Texas", Description="See https://c.example/3 for more.")
    assert [source["url"] for source in event["sources"]] == ["https://c.example/3"]
    assert event["summary"] == "See https://c.example/3 for more."


@pytest.mark.parametrize(
    ("archive", "archived", "noted"),
    [
        ("archive: https://archive.ph/Ab1", "https://archive.ph/Ab1", ""),
        ("archive: {url: https://archive.ph/Ab1, date: 2020-01-02}", "https://archive.ph/Ab1", "2020-01-02"),
        ("archive: {date: 2020-01-02}", None, "2020-01-02"),
    ],
)
def test_an_object_within_a_source_is_what_it_names(archive, archived, noted, tmp_path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "one.md").write_text(
        "---\ntitle: A rule\ndate: 2019-01-02\nlocation: {city: Austin, state: Texas}\ncitations:\n"
        f"  - url: https://a.example/1\n    outlet: Valley Courier\n    {archive}\n---\n"
    )
    [event] = make_events(read_records(tmp_path / "cards"), Columns(), "cards").events
    assert event["places"] == ["Austin, Texas"]
    assert event["sources"][0].get("archived") == archived
    assert noted in event.get("notes", "")


def test_a_template_among_cards_is_left_out_and_named(tmp_path):
    (tmp_path / "_template.md").write_text("---\ntitle:\ndate:\nsources: []\n---\n")
    (tmp_path / "one.md").write_text("---\ntitle: A rule\n---\n")
    found = make_events(read_records(tmp_path), Columns(), "cards")
    assert [event["title"] for event in found.events] == ["A rule"]
    assert found.left_out == ["_template.md: has nothing in its keys, as a template; left out"]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ([["State", "Agreement No."], ["TX", "A-1"], ["TX", "A-2"]], ["a 1 texas", "a 2 texas"]),
        ([["State", "Agreement No."], ["TX", "A-1"], ["TX", "A-1"]], ["texas", "texas 2"]),
        ([["State", "Date"], ["TX", "2017-01-02"], ["TX", "2018-01-02"]], ["2017 01 02 texas", "2018 01 02 texas"]),
    ],
)
def test_a_row_without_a_title_is_known_by_its_number_or_its_day(rows, keys, tmp_path):
    found = imported(tmp_path, rows)
    told = [
        " ".join("".join(sign if sign.isalnum() else " " for sign in key.usual).split()) for key in found.keys.values()
    ]
    assert told == keys


@pytest.mark.parametrize(
    ("cells", "places", "kind"),
    [
        ({"Group": "Austin, Texas"}, ["Austin, Texas"], "other"),
        ({"Group": "Texas"}, ["Texas"], "other"),
        ({"Group": "Raids"}, None, "operation"),
        ({"Group": "Our work"}, None, "other"),
        ({"Group": "Texas", "City": "Laredo", "State": "TX"}, ["Laredo, Texas"], "other"),
    ],
)
def test_the_groups_of_slides_are_places_where_nothing_else_is(cells, places, kind, tmp_path):
    event = only(tmp_path, **SLIDE, Headline="Nine held", **cells)
    assert (event.get("places"), event["kind"]) == (places, kind)
    assert places == [cells["Group"]] or kind != "other" or f"Group: {cells['Group']}" in event["notes"]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("5/12/2008 (raid began at dawn)", "2008-05-12"),
        ("March 3, 2017; second visit", "2017-03-03"),
        ("2017-03-04 [court file]", "2017-03-04"),
        ("March 2017 (press release)", "2017-03"),
        # what may be about the date
        ("March 3, 2017 (or maybe the fourth)", None),
        ("March 3, 2017 (not the seventh)", None),
        ("March 3, 2017 (see April)", None),
        ("March 3, 2017 (case 4)", None),
        ("March 3, 2017; before the raid", None),
        ("someday (press release)", None),
    ],
)
def test_words_behind_a_date_that_are_not_about_it_go_into_the_notes(cell, date, tmp_path):
    event = only(tmp_path, Date=cell, State="Texas")
    assert (event.get("date"), event["notes"]) == (date, f"Date: {cell}")


@pytest.mark.parametrize(
    ("title", "left"), [("TOTAL", 1), ("Grand total:", 1), ("Total recall of permits", 0), ("Average", 0)]
)
def test_a_row_of_totals_whose_sums_are_not_in_the_file_is_left_out(title, left, tmp_path):
    found = imported(tmp_path, [["Title", "Arrested"], ["A raid", "9"], [title, ""]])
    assert len(found.left_out) == left
