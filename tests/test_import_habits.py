"""Habits of lists kept by hand: dates without their year, questions as headings, counties between the rows."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from raidline.errors import RaidlineError
from raidline.importing import Columns, Layout, make_events, read_records
from raidline.importing.days.cell import read_date
from raidline.importing.guessing.questions import asked_for
from raidline.importing.wording.bodies import actors_in
from raidline.importing.wording.marks import unmarked


def imported(tmp_path, *rows, name="list.csv"):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path = tmp_path / name
    path.write_text(out.getvalue(), encoding="utf-8")
    return make_events(read_records(path, Layout()), Columns(), "list")


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("5/13 & 5/14", None),  # 14 is no year behind a single number
        ("5/13-5/14", None),
        ("5/13 & 5/14/31", "{2031-05-13,2031-05-14}"),
        ("20 and 21 March 2031", "{2031-03-20,2031-03-21}"),
        ("20 y 21 de marzo de 2031", "{2031-03-20,2031-03-21}"),
        ("20 or 21 March 2031", "[2031-03-20,2031-03-21]"),
        ("5/5, 5/7 and 5/9/31", "{2031-05-05,2031-05-07,2031-05-09}"),
        ("May 5, 6 and 7, 2031", "{2031-05-05,2031-05-06,2031-05-07}"),
        ("May 5, 6 and 37, 2031", None),
        ("2017-18", "2017/2018"),
        ("FY31 Q1", "2030-10-01/2030-12-31"),
        ("FY31 Q2", "2031-01-01/2031-03-31"),
        ("Q3 FY2031", "2031-04-01/2031-06-30"),
        ("fourth quarter of fiscal year 2031", "2031-07-01/2031-09-30"),
        ("FY31 Q5", None),
        ("Q1 CY2031", "2031-33"),
        ("CY31 Q1", "2031-33"),
        ("calendar year 2031", "2031"),
        ("5/5/31 approx 7am", "2031-05-05"),
        ("before dawn 5/5/31", "2031-05-05"),
    ],
)
def test_dates_that_nobody_writes_twice_in_the_same_way(cell, date):
    found = read_date(cell)
    assert (found and found.text) == date


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (["5/5", "5/6", "5/9/31"], ["2031-05-05", "2031-05-06", "2031-05-09"]),
        (["5/9/31", "5/6", "early May"], ["2031-05-09", "2031-05-06", "2031-05-01~/2031-05-10~"]),
        (["5/9/31", "5/13 & 5/14"], ["2031-05-09", "{2031-05-13,2031-05-14}"]),
        (["12/28", "1/3/31"], [None, "2031-01-03"]),  # the year before
        (["5/9/31", "3/1", "5/12/31"], ["2031-05-09", None, "2031-05-12"]),  # out of order
        (["5/9/30", "5/10", "5/9/31"], ["2030-05-09", None, "2031-05-09"]),  # two years to choose from
        (["5/5", "5/6"], [None, None]),
        (["19-Jun", "6/20/31"], [None, "2031-06-20"]),  # perhaps June 2019
    ],
)
def test_the_year_of_a_date_is_that_of_its_column_if_that_keeps_the_order(cells, dates, tmp_path):
    rows = [[cell, f"Raid number {at}", "Austin, TX"] for at, cell in enumerate(cells)]
    found = imported(tmp_path, ["Date", "Title", "Place"], *rows)
    by_title = {event["title"]: event.get("date") for event in found.events}
    assert [by_title[row[1]] for row in rows] == dates
    completed = [
        date for cell, date in zip(cells, dates, strict=True) if date and "/31" not in cell and "/30" not in cell
    ]
    assert any("the year of a date without one" in line for line in found.remarks) is bool(completed)


@pytest.mark.parametrize(
    ("date", "published", "found"),
    [
        ("Week of 5/5", "5/13/31", "2031-05-05/2031-05-11"),
        ("12/30", "1/3/31", "2030-12-30"),
        ("5/20", "5/13/31", None),  # a year before its source, or after it
        ("5/5", "", None),
    ],
)
def test_the_year_of_a_date_is_that_before_its_source(date, published, found, tmp_path):
    rows = [
        [date, "A raid", "Austin, TX", "https://example.org/a", published],
        ["6/1/30", "A vote", "Austin, TX", "https://example.org/b", "6/2/30"],
        ["6/1/31", "A talk", "Austin, TX", "https://example.org/c", "6/2/31"],
    ]
    made = imported(tmp_path, ["Date", "Title", "Place", "Link", "Date published"], *rows)
    assert next(event.get("date") for event in made.events if event["title"] == "A raid") == found


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("1. On what date did the incident you are reporting take place? (best guess)", "date"),
        ("When did you first notice that agents were there?", "date"),
        ("2. In which city or town did it take place?", "city"),
        ("3. In which state did all of this happen?", "state"),
        ("5. How many people do you believe were detained? (leave blank if not known)", "counts.detained"),
        ("How many people were arrested and how many of them deported?", ""),
        ("6. Which agencies did you see? Select all that apply", "agencies"),
        ("If there is a news story please paste its link", "url"),
        ("8. Anything else that we should know?", ""),
        ("In what language should we answer you?", ""),
    ],
)
def test_what_a_question_asks_for(question, field):
    assert asked_for(question) == field


def test_the_answers_to_a_form_are_events(tmp_path):
    head = [
        "Timestamp",
        "Email Address",
        "1. On what date did the incident you are reporting take place?",
        "2. In which city or town did it take place?",
        "3. In which state?",
        "4. Describe in one sentence what happened",
        "5. How many people do you believe were detained?",
    ]
    rows = [
        ["5/6/2031 9:14:22", "a@mail.example", "5/5/2031", "Greeley", "Colorado", "Agents stopped a church van", "4"],
        ["5/7/2031 9:00:01", "b@mail.example", "5/7/2031", "Pueblo", "CO", "Agents searched a bakery at dawn", "2"],
        ["5/9/2031 9:30:40", "c@mail.example", "5/8/2031", "Denver", "CO", "Agents waited outside a school", ""],
    ]
    events = imported(tmp_path, head, *rows).events
    assert [(one["date"], one["places"], one.get("counts")) for one in events] == [
        ("2031-05-05", ["Greeley, Colorado"], {"detained": "4"}),
        ("2031-05-07", ["Pueblo, Colorado"], {"detained": "2"}),
        ("2031-05-08", ["Denver, Colorado"], None),
    ]


def test_a_county_in_a_title_is_that_of_the_rows_below(tmp_path):
    rows = [
        ["Yakima County", "", "", ""],
        ["5/5/2031", "Sunnyside", "A raid", "3"],
        ["Grant County", "", "", ""],
        ["5/6/2031", "Quincy", "A vote", ""],
        ["5/7/2031", "Nosuchtown", "A talk", ""],
    ]
    made = imported(tmp_path, ["Date", "Town", "Title", "Arrests"], *rows)
    places = {event["title"]: event["places"] for event in made.events}
    assert places["A raid"] == ["Sunnyside, Washington"]  # one of three towns of this name
    assert places["A vote"] == ["Quincy, Washington"]
    assert "Washington" not in places["A talk"][0]
    assert any("the county is that in the title" in line for line in made.remarks)


def test_statewide_before_a_state_is_the_state(tmp_path):
    rows = [["5/5/2031", "A report", "Statewide FL"], ["5/6/2031", "A raid", "Polk County, FL"]]
    events = imported(tmp_path, ["Date", "Title", "County/State"], *rows).events
    assert [event["places"] for event in events] == [["Florida"], ["Polk County, Florida"]]


def test_as_of_is_the_day_of_the_source_and_not_of_the_event(tmp_path):
    rows = [["Week of 5/5/2031", "A raid", "Austin, TX", "https://example.org/a", "5/13/2031"]]
    (event,) = imported(tmp_path, ["Reporting period", "Title", "Place", "Link", "As of"], *rows).events
    assert event["date"] == "2031-05-05/2031-05-11"
    assert event["sources"][0]["published"] == "2031-05-13"


def test_a_row_of_daggers_takes_no_time():
    assert unmarked("2031-03" + "†" * 60 + "-04") == "2031-03" + "†" * 60 + "-04"
    assert unmarked("51" + " †*" * 3 + "[1]²") == "51"


README = """\
# What happens here

Kept by volunteers.

| Date | Where | What | Source |
|:-----|------:|------|--------|
| 2031-05-06 | Austin, TX | **Two** taken \\| van seen | [Globe](https://globe.example/a), [TV7](https://tv7.example/b) |
| 2031-05-09 | Dallas, TX | A vote on a jail | |

| Name | Role |
|------|------|
| somebody | editor |
"""
ITEMS = """\
# Timeline

## 2031

- 2031-05-06 — Agents arrest four in Salem, Oregon (Wire, https://wire.example/four)
- **May 8, 2031**: Vigil at a courthouse ([Lane Reporter](https://lane.example/vigil))
- May 9 – [A letter](https://school.example/letter) goes to
  all parents
### May

- 5/9: Three taken at a dock [KXRO](https://kxro.example/dock)
- 5/10: A walkout (about 40) https://paper.example/walkout
- Pull requests are welcome
"""


def read(tmp_path, text, name="README.md"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return make_events(read_records(path, Layout()), Columns(), "readme")


def test_a_table_in_markdown_is_a_table(tmp_path):
    made = read(tmp_path, README)
    assert [(one["date"], one["title"], one["places"]) for one in made.events] == [
        ("2031-05-06", "Two taken | van seen", ["Austin, Texas"]),
        ("2031-05-09", "A vote on a jail", ["Dallas, Texas"]),
    ]
    assert [(one["url"], one["publisher"]) for one in made.events[0]["sources"]] == [
        ("https://globe.example/a", "Globe"),
        ("https://tv7.example/b", "TV7"),
    ]
    assert any("5 lines around the tables left out" in line for line in made.remarks)


def test_a_list_of_dated_items_in_markdown_is_a_table(tmp_path):
    made = read(tmp_path, ITEMS, "timeline.md")
    assert [(one["date"], one["title"], [source.get("url") for source in one["sources"]]) for one in made.events] == [
        ("2031-05-06", "Agents arrest four in Salem, Oregon", ["https://wire.example/four"]),
        ("2031-05-08", "Vigil at a courthouse", ["https://lane.example/vigil"]),
        ("2031-05-09", "A letter goes to all parents", ["https://school.example/letter"]),
        ("2031-05-09", "Three taken at a dock", ["https://kxro.example/dock"]),
        ("2031-05-10", "A walkout (about 40)", ["https://paper.example/walkout"]),
    ]
    assert [source["publisher"] for one in made.events[:2] for source in one["sources"]] == ["Wire", "Lane Reporter"]
    assert made.left_out == [
        "line 13: is an item of a list that does not begin with a date: 'Pull requests are welcome'; left out"
    ]


@pytest.mark.parametrize(
    "text", ["# About\n\n- one\n- two\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "Only words.\n", ""]
)
def test_a_text_without_dated_items_is_no_list(text, tmp_path):
    with pytest.raises(RaidlineError, match="front matter"):
        read(tmp_path, text, "notes.md")


def book(tmp_path, **sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "book.xlsx"
    workbook.save(path)
    return make_events(read_records(path, Layout()), Columns(), "book")


def test_sheets_of_a_database_say_what_its_numbers_mean(tmp_path):
    made = book(
        tmp_path,
        tblIncident=[
            ["IncidentDate", "TypeID", "PlaceID", "Headline"],
            ["2031-05-06", 2, 11, "A warehouse is inspected"],
            ["2031-05-09", 1, 12, "Residents rally"],
        ],
        tblType=[["TypeID", "Event type"], [1, "Protest"], [2, "Raid"]],
        tblPlace=[["PlaceID", "City", "State"], [11, "Newark", "NJ"], [12, "Princeton", "NJ"], [13, "Elizabeth", "NJ"]],
    )
    assert [(one["title"], one["kind"], one["places"]) for one in made.events] == [
        ("A warehouse is inspected", "operation", ["Newark, New Jersey"]),
        ("Residents rally", "protest", ["Princeton, New Jersey"]),
    ]
    assert any("is taken from 'tblType', 'tblPlace'" in line for line in made.remarks)


def test_a_legend_says_what_codes_mean_and_the_codes_are_kept(tmp_path):
    made = book(
        tmp_path,
        Encounters=[
            ["ENC_DT", "EVT_CITY", "EVT_ST", "LEAD_AGCY", "APPR_CNT"],
            ["2031-05-06", "Irving", "TX", "ERO", 1],
            ["2031-05-09", "Garland", "TX", "HSI", 2],
        ],
        Legend=[
            ["Code", "Meaning"],
            ["ERO", "Enforcement and Removal Operations"],
            ["HSI", "Homeland Security Investigations"],
            [1, "one"],
            [2, "two"],
        ],
    )
    assert [(one["agencies"], one["counts"]) for one in made.events] == [
        (["Enforcement and Removal Operations"], {"arrested": "1"}),  # a number of a legend is no code
        (["Homeland Security Investigations"], {"arrested": "2"}),
    ]
    assert "(code): ERO" in made.events[0]["notes"]


def test_a_sheet_that_explains_nothing_is_named_as_left_out(tmp_path):
    made = book(
        tmp_path,
        Raids=[["Date", "City", "State", "Title"], ["2031-05-06", "Irving", "TX", "A raid"]],
        Towns=[["City", "Mayor"], ["Somewhere", "A body"]],
    )
    assert any("left out: 'Towns'" in line for line in made.remarks)


def test_tags_say_the_kind_if_most_cells_have_one(tmp_path):
    rows = [
        ["6/1/2031", "Checkpoint on a road", "Conway, NH", "checkpoint,traffic"],
        ["6/3/2031", "A vigil at an office", "Nashua, NH", "vigil,protest"],
        ["6/7/2031", "A raid on roofers", "Nashua, NH", "raid,workplace"],
    ]
    head = ["Event date", "Name", "Location", "Tags"]
    assert [one["kind"] for one in imported(tmp_path, head, *rows).events] == ["operation", "protest", "operation"]
    others = [
        [row[0], title, row[2], tag]
        for row, title, tag in zip(rows, ["A road", "An office", "A roof"], ["urgent", "todo", "raid"], strict=True)
    ]
    assert {one["kind"] for one in imported(tmp_path, head, *others).events} == {"other"}


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [("FHP, ICE", ("FHP", "ICE")), ("FHP, XYZ", ("FHP, XYZ",)), ("ICE, Farmers of Oak", ("ICE, Farmers of Oak",))],
)
def test_capital_letters_beside_a_known_body_are_another_one(cell, bodies):
    assert actors_in(cell, lenient=True).bodies == bodies


@pytest.mark.parametrize(
    ("heading", "cells", "agencies"),
    [
        ("Custodian", ["ICE", "ICE", "Border Patrol"], [["ICE"], ["ICE"], ["Border Patrol"]]),
        ("Custodian", ["Oak Inn", "Oak Inn", "Elm Inn"], [[], [], []]),
        ("Press statement", ["ICE", "ICE", "Border Patrol"], [[], [], []]),  # who reports it
    ],
)
def test_the_only_column_of_public_bodies_is_one_of_agencies(heading, cells, agencies, tmp_path):
    rows = [[f"5/{at}/2031", f"A raid at farm number {at}", "Austin, TX", cell] for at, cell in enumerate(cells, 13)]
    made = imported(tmp_path, ["Date", "Title", "Place", heading], *rows)
    assert [event.get("agencies", []) for event in made.events] == agencies
    assert any("read as agencies, by its cells" in line for line in made.remarks) is any(agencies)


def test_a_row_that_repeats_another_is_left_out_and_named(tmp_path):
    head = ["Date", "Title", "Place", "Link"]
    row = ["5/6/2031", "A bakery is searched", "Dallas, TX", "https://example.org/a"]
    made = imported(tmp_path, head, row, row, [*row[:3], "https://example.org/b"])
    assert [one["sources"][0]["url"] for one in made.events] == ["https://example.org/a", "https://example.org/b"]
    assert "line 3: repeats line 2 word for word; left out" in made.remarks


@pytest.mark.parametrize("heading", ["Remark", "Link"])
def test_alike_rows_without_a_title_or_an_address_may_be_different_arrests(heading, tmp_path):
    cells = {"Remark": "at work", "Link": "https://example.org/a"}
    row = ["5/6/2031", "Dallas, TX", cells[heading]]
    assert len(imported(tmp_path, ["Date", "Place", heading], row, row).events) == 2
