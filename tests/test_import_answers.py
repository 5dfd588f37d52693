"""What a list leaves to its reader: the day that a form's answers count from, and the one state it is all about."""

from __future__ import annotations

import csv
import json

import pytest

from raidline.importing import Columns, make_events, read_records


def imported(tmp_path, *rows):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return make_events(read_records(path), Columns(), "list-csv")


def dates_of(found, titles):
    by_title = {one["title"]: one.get("date") for one in found.events}
    return [by_title[title] for title in titles]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("last night", "2031-01-19"),
        ("today around 8am", "2031-01-20"),
        ("Dec 30", "2030-12-30"),
        ("1/19", "2031-01-19"),
        ("the week of Jan 6", "2031-01-06/2031-01-12"),
        ("Feb 3", None),  # not before the answer
        ("when the vans came", None),
        ("yesterday or the day before that", None),
        ("2031-01-02", "2031-01-02"),  # needs no help
    ],
)
def test_a_date_in_words_is_counted_from_the_day_of_the_answer(tmp_path, said, date):
    head = ["Timestamp", "What did you see?", "When did it happen?"]
    rows = [["1/20/2031 9:11:05", "Vans at a mill", said], ["1/21/2031 8:00:00", "A raid at a mill", "1/13/2031"]]
    found = imported(tmp_path, head, *rows, ["1/22/2031 8:00:00", "A vigil at a mill", "1/14/2031"])
    assert dates_of(found, ["Vans at a mill", "A raid at a mill"]) == [date, "2031-01-13"]
    event = next(one for one in found.events if one["title"] == "Vans at a mill")
    assert date == said or said in event["notes"]
    counted = [line for line in found.remarks if "are counted from 'Timestamp'" in line]
    assert len(counted) == (date not in (None, said))


def test_without_one_day_of_answers_nothing_is_counted(tmp_path):
    head = ["Received", "Submitted", "Title", "When was it"]
    row = ["1/20/2031", "1/22/2031", "Vans at a mill", "last night"]
    assert "date" not in imported(tmp_path, head, row, row).events[0]
    alone = imported(tmp_path, head[2:], row[2:], row[2:])
    assert "date" not in alone.events[0]


def test_a_list_of_counties_is_of_the_only_state_with_all_of_them(tmp_path):
    rows = [[f"5/{n}/2031", f"Vigil {n}", name] for n, name in enumerate(("Benton", "Deschutes", "Polk", "Lane"), 1)]
    found = imported(tmp_path, ["Date", "Title", "County"], *rows)
    assert [one["places"] for one in found.events][:2] == [["Benton County, Oregon"], ["Deschutes County, Oregon"]]
    assert "the state is Oregon, the only state with all counties of 'County'" in found.remarks
    assert next(one for one in found.columns if one.heading == "State").why.startswith("the only state")


@pytest.mark.parametrize(
    "names", [("Washington", "Polk", "Marion"), ("Deschutes", "Travis", "Kern"), ("Deschutes", "Lane")]
)
def test_counties_of_several_states_say_none(tmp_path, names):
    rows = [[f"5/{n}/2031", f"Vigil {n}", name] for n, name in enumerate(names, 1)]
    found = imported(tmp_path, ["Date", "Title", "County"], *rows)
    assert "State" not in {one.heading for one in found.columns}


def test_a_state_that_a_list_says_counts(tmp_path):
    rows = [["5/1/2031", "Vigil", name, "WA"] for name in ("Benton", "Deschutes", "Polk", "Lane")]
    found = imported(tmp_path, ["Date", "Title", "County", "State"], *rows)
    assert "Benton County, Washington" in str(found.events)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("# in household detained", "counts.detained"),
        ("# arrested at the scene", "counts.arrested"),
        ("# of vans", "notes"),
        ("#", "notes"),
    ],
)
def test_a_number_sign_asks_how_many(tmp_path, heading, field):
    rows = [[f"5/{n}/2031", f"Vigil {n}", str(n)] for n in (1, 2, 3)]
    found = imported(tmp_path, ["Date", "Title", heading], *rows)
    assert {one.heading: one.field for one in found.columns}[heading] == field


def read(tmp_path, data):
    path = tmp_path / "list.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return make_events(read_records(path), Columns(), "list-json")


def test_sources_may_stand_under_names_of_their_own(tmp_path):
    sources = {
        "watch": {"url": "https://valley.example/1", "publisher": "Valley Watch", "title": "A raid"},
        "post": {"url": "https://post.example/1", "publisher": "Post", "published": "2031-05-07"},
    }
    [event] = read(tmp_path, [{"date": "2031-05-06", "title": "Raid at a mill", "sources": sources}]).events
    assert [(one["publisher"], one.get("title")) for one in event["sources"]] == [
        ("Valley Watch", "A raid"),
        ("Post", None),
    ]
    assert event["sources"][1]["published"] == "2031-05-07"


def test_a_slide_may_show_a_vaguer_date_than_its_day(tmp_path):
    start = {"year": "2031", "month": "2", "day": "1", "display_date": "Early February 2031"}
    [event] = read(tmp_path, {"events": [{"start_date": start, "text": {"headline": "Raid"}}]}).events
    assert event["date"] == "2031-02-01~/2031-02-10~"


def test_a_citation_may_end_in_an_iso_date(tmp_path):
    source = "Valley Watch, Vans at a mill, 2031-05-07, https://valleywatch.example/1"
    found = imported(tmp_path, ["Date", "Title", "Source"], ["2031-05-06", "Raid", source])
    [one] = found.events[0]["sources"]
    assert (one["publisher"], one["title"], one["published"]) == ("Valley Watch", "Vans at a mill", "2031-05-07")


def markdown(tmp_path, text):
    path = tmp_path / "list.md"
    path.write_text(text, encoding="utf-8")
    return make_events(read_records(path), Columns(), "list-md")


ITEMS = """
## January 2031

- **Jan. 5** - Raid in Salem, Oregon. ([Watch](https://watch.example/1), Jan. 6; [Post](https://post.example/1))
- **Jan. 30** - Vigil in Bend, Oregon. ([Valley Watch](https://watch.example/2), May 7, 2031)
- **Dec. 31** - Raid in Bend, Oregon. ([Valley Watch](https://watch.example/3), Jan. 2)
"""


def test_a_chronology_may_have_front_matter_of_its_own(tmp_path):
    found = markdown(tmp_path, f"---\ntitle: Chronology\nkeeper: Valley Watch\n---\n{ITEMS}")
    assert [one["date"] for one in found.events] == ["2031-01-05", "2031-01-30", "2031-12-31"]
    assert found.remarks[0].startswith("line 8: ")
    [card] = markdown(tmp_path, f"---\ntitle: Raid\ndate: 2031-05-06\n---\n{ITEMS}").events  # of one event
    assert card["date"] == "2031-05-06"
    [short] = markdown(tmp_path, f"---\ntitle: Raid\n---\n{ITEMS[: ITEMS.index('- **Dec')]}").events
    assert short["title"] == "Raid"


def test_a_day_behind_a_link_is_that_of_its_report(tmp_path):
    found = markdown(tmp_path, ITEMS)
    days = [one.get("published") for event in found.events for one in event["sources"]]
    assert days == ["2031-01-06", "[2031-01-05..]", "2031-05-07", "2032-01-02"]
    assert [one["publisher"] for one in found.events[0]["sources"]] == ["Watch", "Post"]


def placed(tmp_path, *rows):
    named = [[f"5/{n}/2031", f"Vigil {n}", *row] for n, row in enumerate(rows, 1)]
    found = imported(tmp_path, ["Date", "Title", "City", "County"], *named)
    return {one["title"]: one["places"] for one in found.events}, found.remarks


def test_the_towns_beside_few_counties_tell_their_state(tmp_path):
    places, remarks = placed(tmp_path, ("Des Moines", "Polk"), ("Ankeny", "Polk"), ("", "Polk"), ("", "Dallas"))
    assert places["Vigil 1"] == ["Des Moines, Iowa"]
    assert places["Vigil 3"] == ["Polk County, Iowa"]
    assert places["Vigil 4"] == ["Dallas County, Iowa"]  # and not the larger city elsewhere
    assert "the state is Iowa, the only state with all counties of 'County' and towns of 'City'" in remarks


@pytest.mark.parametrize(
    "rows",
    [
        [("Salem", "Marion"), ("", "Polk")],  # too few names
        [("Ankeny", "Polk"), ("Boise", "Ada"), ("", "Polk")],  # of two states
        [("Ankeny", "Polk"), ("Norwalk, Ohio", "Huron"), ("", "Polk")],  # one says another state
        [("Oz", "Polk"), ("Ankeny", "Polk"), ("Nowhere", "Polk"), ("", "Polk")],  # towns that nobody knows
    ],
)
def test_towns_beside_counties_that_leave_their_state_open(tmp_path, rows):
    places, remarks = placed(tmp_path, *rows)
    assert places[f"Vigil {len(rows)}"] == ["Polk"]
    assert not any("the only state with all" in one for one in remarks)


def test_a_county_is_none_of_the_city_that_is_called_like_it(tmp_path):
    rows = [[f"5/{n}/2031", f"Vigil {n}", name] for n, name in enumerate(("Polk", "Story", "Dallas"), 1)]
    found = imported(tmp_path, ["Date", "Title", "County"], *rows)
    assert [one["places"] for one in found.events][-1] == ["Dallas County, Iowa"]
