"""What no column of a list says but its titles, its texts and its courts: kinds and places."""

from __future__ import annotations

import csv

import pytest

from raidline.importing import Columns, make_events, read_records
from raidline.importing.wording.bodies import is_person
from raidline.importing.wording.courts import place_of_court
from raidline.importing.wording.told import docket_told, kind_told, places_in, places_told


def imported(tmp_path, head, *rows):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return make_events(read_records(path), Columns(), "list-csv")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Raid on a cannery, buses left at noon", "operation"),
        ("Agents search two orchards", "operation"),
        ("Six workers taken outside a mill", "operation"),
        ("Man dies in a holding cell", "incident"),
        ("Judge lets the inspection go ahead", "ruling"),
        ("County drops its jail lease", "policy"),
        ("Students walk out", "protest"),
        ("Vigil for a man who died in detention", "protest"),
        ("Rally over the raid", "protest"),
        ("Arrest report", "report"),  # the last of two nouns
        ("Mayor urges calm", "statement"),
        ("Sheriff says raid was lawful", "statement"),
        ("Mayor announces ordinance", "legislation"),
        ("Judge in Salem, Oregon, orders inspections", "ruling"),
        ("Fund for those detained", ""),  # no detention is told
        ("Outrage after the raid", ""),
        ("Quarterly meeting notes of the garden club", "hearing"),
        ("A quiet day", ""),
        ("", ""),
    ],
)
def test_a_title_tells_the_kind_of_its_own_act_only(title, kind):
    assert kind_told(title) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("COMPLAINT against all defendants (Filing fee $405)", "lawsuit"),
        ("NOTICE OF APPEAL by the county", "lawsuit"),
        ("ORDER granting 4 Motion", "ruling"),
        ("MEMORANDUM OPINION AND ORDER", "ruling"),
        ("Minute Entry for proceedings held before the court", "hearing"),
        ("Summons issued", ""),
        ("The order was kept", ""),  # opens with another word
        ("Orderly rows of vans", ""),
    ],
)
def test_a_docket_names_its_papers_first(text, kind):
    assert docket_told(text) == kind


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Vigil outside a court, Salem, OR", ["Salem, Oregon"]),
        ("Raid in Salem, Oregon, and a rally in Bend, Oregon", ["Salem, Oregon", "Bend, Oregon"]),
        ("Van seen (Salem, OR)", ["Salem, Oregon"]),
        ("Salem, OR, or Bend, OR", []),  # either may be where it was
        ("Mayor of Salem, Oregon, speaks", []),
        ("Salem raid", []),
        ("Texas sues", []),
    ],
)
def test_a_title_tells_its_only_place(text, places):
    assert list(places_told(text)) == places


def test_a_text_tells_a_place_in_its_first_sentences():
    assert places_in("Polk County, Oregon. Deputies were there.") == ("Polk County, Oregon",)
    assert places_in("Deputies came. They came again. It was in Salem, Oregon.") == ()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("U.S. District Court, Western District of Washington (Tacoma)", "Tacoma, Washington"),
        ("W.D. Wash.", "Washington"),
        ("S.D. Tex. - Laredo", "Laredo, Texas"),
        ("S.D.N.Y.", "New York"),
        ("Central District of California", "California"),
        ("U.S. Court of Appeals for the Ninth Circuit", ""),
        ("School District of Nowhere", ""),
        ("J.D. Vance", ""),
    ],
)
def test_a_court_says_where_it_sits(name, place):
    assert place_of_court(name) == place


def test_kinds_and_places_of_titles_are_named_once(tmp_path):
    rows = [("2031-05-06", "Raid at a mill, Salem, OR"), ("2031-05-07", "Something at a mill, Bend, OR")]
    found = imported(tmp_path, ["Date", "Title"], *rows)
    assert [(one["kind"], one["places"]) for one in found.events] == [
        ("operation", ["Salem, Oregon"]),
        ("other", ["Bend, Oregon"]),
    ]
    said = "\n".join(found.remarks)
    assert "line 2: has no kind in a column of its own; read from its title" in said
    assert "line 3: has no kind; entered as other" in said
    assert "line 2 and 1 more: has no place in a column of its own; read from its title" in said


def test_a_docket_becomes_dated_and_placed_events(tmp_path):
    head = ["Court", "Case Number", "Case Title", "Date Entered", "Docket Text", "Document URL"]
    court = "U.S. District Court, District of Oregon (Portland)"
    rows = [
        [court, "3:31-cv-1", "Oaks v. County", "05/06/2031", text, f"https://docket.example/{n}"]
        for n, text in enumerate(["COMPLAINT by Oaks", "MOTION for a stay by Oaks", "ORDER denying the stay"])
    ]
    events = imported(tmp_path, head, *rows).events
    assert {(one["date"], *one["places"]) for one in events} == {("2031-05-06", "Portland, Oregon")}
    assert [one["kind"] for one in events][::2] == ["lawsuit", "ruling"]
    assert events[0]["summary"] == "COMPLAINT by Oaks"


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("What happened", "Day of it", "Story", "Reported by", "Reported on"), ("url", "publisher", "published")),
        (("What happened", "Day of it", "Write-up", "Reported by", "Reported on"), ("url", "publisher", "published")),
    ],
)
def test_who_reported_it_is_a_publisher_beside_links(tmp_path, headings, fields):
    row = ["Vigil at a mill", "5/1/2031", "https://valley.example/1", "Valley Watch", "5/6/2031"]
    found = imported(tmp_path, headings, row, *[[f"{row[0]} {n}", *row[1:]] for n in range(3)])
    by_heading = {one.heading: one.field for one in found.columns}
    assert tuple(by_heading[one] for one in headings[2:]) == fields


def test_who_reported_it_stays_open_without_links_or_if_it_is_a_person(tmp_path):
    rows = [["Vigil at a mill", "5/1/2031", "Dana Whitlock", "https://valley.example/1"]] * 3
    named = imported(tmp_path, ["Title", "Date", "Reported by", "Link"], *rows)
    assert {one.heading: one.field for one in named.columns}["Reported by"] == "notes"
    unlinked = imported(tmp_path, ["Title", "Date", "Reported by"], *[row[:3] for row in rows])
    assert {one.heading: one.field for one in unlinked.columns}["Reported by"] == "notes"


def test_days_of_receipt_date_what_has_no_other_day(tmp_path):
    rows = [["Records of a jail", "5/1/2031", "6/1/2031"]] * 3
    found = imported(tmp_path, ["Subject", "Date Received", "Date Closed"], *rows)
    assert [one.field for one in found.columns] == ["title", "date", "notes"]
    dated = imported(tmp_path, ["Subject", "Date Received", "Event date"], *rows)
    assert [one.field for one in dated.columns] == ["title", "notes", "date"]
    updated = imported(tmp_path, ["Subject", "Last updated", "Date of birth"], *rows)
    assert [one.field for one in updated.columns] == ["title", "notes", "notes"]


def test_a_kind_that_never_changes_yields_to_one_that_does(tmp_path):
    rows = [["incident", kind, "5/1/2031", f"Salem {n}"] for n, kind in enumerate(["raid", "court_ruling", "vigil"])]
    found = imported(tmp_path, ["type", "subtype", "date", "title"], *rows)
    assert [one["kind"] for one in found.events] == ["operation", "ruling", "protest"]
    same = imported(tmp_path, ["type", "subtype", "date", "title"], *[["incident", "x", *row[2:]] for row in rows])
    assert {one["kind"] for one in same.events} == {"incident"}


def test_a_column_called_body_may_name_the_body_that_met(tmp_path):
    rows = [["5/6/2031", f"City of {town}, OR", f"Policy on vans {town}"] for town in ("Salem", "Bend", "Eugene")]
    found = imported(tmp_path, ["Meeting", "Body", "Item"], *rows)
    assert [one["places"] for one in found.events] == [["Salem, Oregon"], ["Bend, Oregon"], ["Eugene, Oregon"]]


def test_what_a_log_of_requests_asks_for_did_not_happen_there(tmp_path):
    head = ["Request Number", "Requester", "Date Received", "Subject", "Disposition"]
    rows = [[f"31-{n}", "Valley Watch", "5/6/2031", f"Arrests in Salem, Oregon, {n}", "Open"] for n in range(3)]
    found = imported(tmp_path, head, *rows)
    assert {(one["kind"], *one["places"]) for one in found.events} == {("other", "Salem, Oregon")}
    assert "the rows are requests" in "\n".join(found.remarks)
    asked = imported(tmp_path, ["Title", "Date", "Received request"], ["Raid at a mill", "5/6/2031", "no"])
    assert asked.events[0]["kind"] == "operation"


def test_headings_stand_below_titles_even_if_few_of_them_are_known(tmp_path):
    head = ["Ref", "Requester", "Logged in", "Subject"]
    rows = [
        ["1", "Valley Watch", "5/6/2031", "Records of a jail"],
        ["2", "Valley Watch", "5/7/2031", "Mails of a jail"],
    ]
    found = imported(tmp_path, ["Department of Jails"], ["FOIA log", "Run date: 6/1/2031"], head, *rows)
    assert [one["title"] for one in found.events] == ["Records of a jail", "Mails of a jail"]
    plain = imported(tmp_path, ["Ref", "Wording"], ["1", "A raid"], ["2", "A vigil"])  # no titles above
    assert len(plain.events) == 2


@pytest.mark.parametrize(
    ("years", "dates"),
    [
        (["2030", "", "2031", ""], ["2030-11-06", "2030-12", "2031-01-28/2031-01-30", "2031-02-14"]),
        (["2030", "", "2030", ""], ["2030-11-06", None, "2030-01-28/2030-01-30", None]),  # repeated: not that way
        (["", "", "2031", ""], [None, None, "2031-01-28/2031-01-30", None]),
        (["2030", "", "2032", "2031"], ["2030-11-06", None, "2032-01-28/2032-01-30", "2031-02-14"]),
    ],
)
def test_a_year_counts_for_the_rows_below_it(tmp_path, years, dates):
    days = ["Nov 6", "Dec", "Jan 28-30", "Feb 14"]
    rows = [[year, day, f"Vigil at a mill {day}"] for year, day in zip(years, days, strict=True)]
    found = imported(tmp_path, ["Year", "Month/Day", "What happened"], *rows)
    by_title = {one["title"]: one.get("date") for one in found.events}
    assert [by_title[row[2]] for row in rows] == dates
    said = [line for line in found.remarks if "of the year above" in line]
    assert len(said) == (dates.count(None) == 0)


def test_numbers_of_bills_say_what_the_rows_are(tmp_path):
    head = ["Bill", "State", "Short title", "Introduced date"]
    rows = [[number, "Oregon", "Arrests at courthouses", "5/6/2031"] for number in ("HB 1022", "SB 18", "S.B. 7")]
    assert {one["kind"] for one in imported(tmp_path, head, *rows).events} == {"legislation"}
    names = [["Bill", *row[1:]] for row in rows]
    assert {one["kind"] for one in imported(tmp_path, head, *names).events} == {"operation"}  # as the titles say


def test_a_text_without_a_title_tells_the_kind_in_its_first_sentence(tmp_path):
    rows = [["5/6/2031", "On Monday, agents arrested five people at a mill. A vigil followed.", "OR"]]
    [event] = imported(tmp_path, ["Date", "Text", "State"], *rows).events
    assert event["kind"] == "operation"


@pytest.mark.parametrize("name", ["WHITLOCK, Dana", "Whitlock, Dana", "FARO, Lin"])
def test_names_of_people_beside_their_ages_are_no_titles(tmp_path, name):
    rows = [[name, "44", f"5/{n}/2031", "Salem", "OR"] for n in (1, 2, 3)]
    found = imported(tmp_path, ["Name", "Age", "Date of death", "City", "State"], *rows)
    assert name not in " ".join(one["title"] for one in found.events)
    assert found.events[0]["notes"].startswith(f"Name: {name}")
    bills = imported(tmp_path, ["Name", "Date", "State"], ["Vigil at a mill", "5/1/2031", "OR"])
    assert bills.events[0]["title"] == "Vigil at a mill"


def test_a_family_name_in_capitals_is_that_of_a_person_unless_it_is_a_town():
    assert is_person("WHITLOCK, Dana")
    assert not is_person("SALEM, Oregon")
    assert not is_person("RAID, Vigil And More Of It")
