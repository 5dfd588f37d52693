"""Lists with codes, periods above their rows, and numbers in the words of those who keep them."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

from raidline.importing import Columns, Layout, make_events, read_records
from raidline.importing.acts import kind_of
from raidline.importing.conventions.bounds import with_ranges
from raidline.importing.days.dayorder import Order
from raidline.importing.forms.cases import is_case
from raidline.importing.guessing.counted import counts_told, kind_of_counts
from raidline.importing.records import InputRow
from raidline.importing.sources.copies import with_copies
from raidline.importing.sources.labels import said_beside
from raidline.importing.sources.nested import named
from raidline.importing.tables.joins.legends import legend_in
from raidline.importing.wording.howmany import in_words


def imported(tmp_path, *rows, name="list.csv"):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path = tmp_path / name
    path.write_text(out.getvalue(), encoding="utf-8")
    return make_events(read_records(path, Layout()), Columns(), "list")


CODED = (
    ["ID", "Event Date", "Prec.", "City", "ST", "Event type", "Title", "Link"],
    ["A1", "2031-02-03", "D", "Austin", "TX", "1", "Six taken at a shop", "https://post.example/a"],
    ["A2", "2031-02-01", "M", "Austin", "TX", "2", "Crowd at the gate", "https://post.example/b"],
    ["A3", "2031-01-01", "Y", "Austin", "TX", "3", "Judge frees four", "https://post.example/c"],
)
LEGEND = (
    ["CODEBOOK"],
    ["Event type", "1", "raid"],
    ["", "2", "protest"],
    ["", "3", "court ruling"],
    ["Prec.", "D", "exact day"],
    ["", "M", "month only"],
    ["", "Y", "year only"],
)
MEANT = [("2031", "ruling"), ("2031-02", "protest"), ("2031-02-03", "operation")]


def test_a_legend_below_a_table_says_what_its_codes_mean(tmp_path):
    found = imported(tmp_path, *CODED, [], *LEGEND)
    assert sorted((event["date"], event["kind"]) for event in found.events) == MEANT
    assert any("a legend is below the table (6-12: 'CODEBOOK; Event type 1 raid" in told for told in found.remarks)
    assert any("Event type (code): 1" in event["notes"] for event in found.events)


def test_a_legend_in_a_sheet_of_its_own_may_name_the_columns(tmp_path):
    book = openpyxl.Workbook()
    for row in CODED:
        book.active.append(row)
    other = book.create_sheet("Legend")
    for row in (["Variable", "Code", "Label"], *LEGEND[1:]):
        other.append(row)
    book.save(tmp_path / "list.xlsx")
    found = make_events(read_records(tmp_path / "list.xlsx"), Columns(), "list")
    assert sorted((event["date"], event["kind"]) for event in found.events) == MEANT


@pytest.mark.parametrize(
    "below",
    [
        [["2031-03-04", "Late entry"], ["2031-03-05", "Another"]],  # records with little in them yet
        [["B1"], ["B2"], ["B3"]],
    ],
)
def test_rows_below_an_empty_one_that_explain_nothing_stay_rows(below, tmp_path):
    found = imported(tmp_path, *CODED, [], *below)
    assert not any("a legend is" in told for told in found.remarks)
    assert len(found.events) + len(found.left_out) == len(CODED) - 1 + len(below)


@pytest.mark.parametrize(
    ("rows", "legend"),
    [
        ([["R", "raid"], ["P", "protest"]], {"": {"R": "raid", "P": "protest"}}),
        ([["R = raid, P = protest"]], {"": {"R": "raid", "P": "protest"}}),
        ([["Event type: 1 = raid, 2 = protest"]], {"event type": {"1": "raid", "2": "protest"}}),
        ([["Kind", "R", "raid"], ["", "P", "protest"]], {"kind": {"R": "raid", "P": "protest"}}),
        ([["Compiled by volunteers"]], {}),
    ],
)
def test_what_a_legend_explains(rows, legend):
    assert legend_in(rows) == legend


@pytest.mark.parametrize("heading", ["Day", "Date"])
def test_bare_days_are_of_the_month_in_the_row_above(heading, tmp_path):
    rows = [
        [heading, "Title", "Place"],
        ["January 2031"],
        ["4", "A", "Austin, TX"],
        ["9-11", "B", "Austin, TX"],
        ["Tue 14", "C", "Austin, TX"],
        ["February"],
        ["mid", "D", "Austin, TX"],
        ["?", "E", "Austin, TX"],
        ["Mar 5, 2031", "F", "Austin, TX"],
        ["2030"],
        ["3/4", "H", "Austin, TX"],
    ]
    found = imported(tmp_path, *rows)
    assert {event["title"]: event.get("date") for event in found.events} == {
        "A": "2031-01-04",
        "B": "2031-01-09/2031-01-11",
        "C": "2031-01-14",
        "D": "2031-02-11~/2031-02-20~",
        "E": "2031-02",
        "F": "2031-03-05",
        "H": "2030-03-04",
    }
    assert any("a bare day is of the month in the title above its rows" in told for told in found.remarks)


@pytest.mark.parametrize(
    ("month", "date"),
    [("July 2031", "2031-07"), ("2031-07", "2031-07"), ("May-31", "2031-05"), ("July", None), ("7", None)],
)
def test_a_column_of_months_may_say_their_year(month, date, tmp_path):
    [event] = imported(tmp_path, ["Month", "Title", "Place"], [month, "Jail report", "Austin, TX"]).events
    assert event.get("date") == date


@pytest.mark.parametrize(
    ("cell", "count", "is_all"),
    [
        ("believed to be 12", "about 12", False),
        ("a dozen or so", "about a dozen", False),
        ("12 (est.)", "about 12", False),
        ("reportedly 5", "5", False),
        ("20 confirmed", "20", False),
        ("8 min.", "at least 8", False),
        ("not less than 8", "at least 8", False),
        ("at least six men", "at least six", False),
        ("8 ICE detainees", "8", False),
        ("three workers", "three", True),
        ("eight (8)", "8", True),
        ("1.2k", "about 1,200", False),
        ("4 adults and 2 children", "6", False),
        ("2 women, 1 man", "3", False),
        ("3 men, 2 adults", "3 men, 2 adults", True),  # some may be in both
        ("2 men, 2 men", "2 men, 2 men", True),
        ("1 confirmed, 3 unconfirmed", "1 confirmed, 3 unconfirmed", True),
        ("5 plus driver", "5 plus driver", True),
        ("5 agents", "5 agents", True),
        ("50?", "50?", True),
        ("unos 15", "about 15", True),
    ],
)
def test_numbers_in_the_words_of_those_who_keep_a_list(cell, count, is_all):
    assert in_words(cell) == (count, is_all)


@pytest.mark.parametrize(
    ("low", "high", "total"),
    [
        ("10", "15", "10 to 15"),
        ("10", "10", "10"),
        ("10", "", "at least 10"),
        ("", "15", "at most 15"),
        ("1,000", "1,500.0", "1,000 to 1,500"),
        ("", "", None),
        ("15", "10", None),
        ("few", "15", None),
    ],
)
def test_the_fewest_and_the_most_of_a_crowd_are_one_count(low, high, total):
    cells = {"Crowd low": low, "crowd_high": high}
    [row], told = with_ranges([InputRow("line 2", cells, headings=[*cells])])
    assert row.cells.get("crowd") == total
    assert bool(told) is (total is not None)
    assert total or row.cells == cells


def test_a_range_of_what_nobody_names_is_no_count(tmp_path):
    rows = [["Date", "Title", "Type", "Place", "N min", "N max"], ["2031", "T", "raid", "Austin, TX", "10", "15"]]
    [event] = imported(tmp_path, *rows).events
    assert "counts" not in event
    assert "10 to 15" in event["notes"]


@pytest.mark.parametrize(
    ("sort", "place"),
    [("county", "Webb County, Texas"), ("city", "Webb, Texas"), ("", "Webb, Texas")],
)
def test_a_column_says_what_sort_of_place_a_name_is(sort, place, tmp_path):
    head = ["Date", "Title", "Place name", "Place type", "State"]
    rows = [["2031", f"Title {at}", "Laredo", "city", "TX"] for at in range(4)]
    found = imported(tmp_path, head, *rows, ["2031", "Last", "Webb", sort, "TX"])
    [event] = [event for event in found.events if event["title"] == "Last"]
    assert (place in event["places"]) is (sort == "county")


@pytest.mark.parametrize(
    ("counts", "kind"),
    [
        ({"arrested": "9"}, "operation"),
        ({"deported": "dozens"}, "operation"),
        ({"protesters": "400"}, "protest"),
        ({"injured": "2"}, "incident"),
        ({"arrested": "0"}, ""),
        ({"arrested": "unknown"}, ""),
        ({"detainers": "9"}, ""),
        ({}, ""),
    ],
)
def test_what_is_counted_says_the_kind_where_nothing_else_does(counts, kind):
    assert kind_of_counts(counts) == kind


def test_a_count_says_no_kind_where_the_title_names_who_decides(tmp_path):
    rows = [
        ["Date", "Title", "Place", "Arrests"],
        ["2031", "Poultry truck", "Austin, TX", "4"],
        ["2031", "Judge frees four", "Austin, TX", "4"],
    ]
    assert {e["title"]: e["kind"] for e in imported(tmp_path, *rows).events} == {
        "Poultry truck": "operation",
        "Judge frees four": "other",  # those arrested are whom the judge frees
    }


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Patrol stop: 9 people taken off a bus", {"arrested": "9"}),
        ("Agents pull two women from a car", {"detained": "2"}),
        ("Deputies hand over three drivers", {"detained": "3"}),
        ("Agents pull over near a school", {}),
        ("9 boxes taken off a truck", {}),
    ],
)
def test_headlines_tell_who_was_taken_in_fewer_words(text, counts):
    assert dict(counts_told(text, "operation")) == counts


def test_the_first_sentence_of_a_text_tells_how_many_where_the_title_does_not(tmp_path):
    head = ["Date", "Headline", "Text", "Place"]
    told = "Eleven workers were detained, a paper wrote. In 2030, agents had arrested 40."
    [event] = imported(tmp_path, head, ["2031-01-09", "Raid at a tortilla factory", told, "Salinas, CA"]).events
    assert event["counts"] == {"detained": "11"}


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("policy change", "policy"),
        ("Worksite enforcement", "operation"),
        ("287(g) agreement", "policy"),
        ("Arrest at check-in", "operation"),
        ("Legislation (state)", "legislation"),
        ("press conference", "statement"),
        ("abuse allegation", "incident"),
        ("Muerte", "incident"),
        ("community alert", None),
        ("data release", None),
    ],
)
def test_kinds_in_the_words_of_lists(cell, kind):
    assert kind_of(cell) == kind


def test_a_row_that_says_that_it_repeats_another_is_left_out_and_named(tmp_path):
    head = ["#", "Date", "What happened", "Place", "Link"]
    rows = [
        ["1", "2031-01-02", "Raid on a diner", "Austin, TX", "https://post.example/1"],
        ["2", "2031-01-02", "DUPLICATE of #1", "", ""],
        ["3", "2031-01-03", "dup of 1", "", "https://other.example/1"],  # whose address nobody else has
        ["4", "2031-01-04", "See 40 march in Austin", "Austin, TX", ""],
    ]
    found = imported(tmp_path, head, *rows)
    assert len(found.events) == 3
    assert any("line 3: says that it is 'DUPLICATE of #1'; left out" in told for told in found.remarks)


def test_numbers_of_rows_are_no_counts(tmp_path):
    rows = [[str(n), f"2031-01-0{n}", "Redada", "Austin", "Texas", f"Caso {n}"] for n in range(1, 6)]
    found = imported(tmp_path, ["Núm.", "Fecha", "Tipo", "Ciudad", "Estado", "Título"], *rows)
    assert not any("counts" in event for event in found.events)
    assert not any("count cannot be read" in told for told in found.remarks)


def test_spanish_names_of_towns_and_bodies(tmp_path):
    rows = [["Fecha", "Título", "Ciudad", "Estado", "Agencia"]]
    rows += [["2031-01-02", "Redada en un taller", "Filadelfia", "Pensilvania", "Patrulla Fronteriza"]]
    [event] = imported(tmp_path, *rows).events
    assert (event["places"], event["agencies"]) == (["Philadelphia, Pennsylvania"], ["Border Patrol"])


PAGE, COPY = "https://post.example/stop", "https://archive.ph/Tr1aD"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([{"url": PAGE}, {"url": COPY}], [{"url": PAGE, "archived": COPY}]),
        ([{"url": PAGE}, {"archived": COPY}], [{"url": PAGE, "archived": COPY}]),
        (
            [{"url": PAGE}, {"url": "https://b.example/1"}, {"url": COPY}],
            [{"url": PAGE}, {"url": "https://b.example/1"}, {"url": COPY}],  # a copy of either, or of neither
        ),
        ([{"url": PAGE}, {"url": COPY, "title": "Own title"}], [{"url": PAGE}, {"url": COPY, "title": "Own title"}]),
        ([{"url": COPY}], [{"url": COPY}]),
    ],
)
def test_a_copy_beside_its_page_in_a_list_of_sources(sources, expected):
    assert with_copies(sources) == expected


def test_what_a_curator_notes_of_a_source_is_not_its_title():
    assert "title" not in named({"url": PAGE, "note": "paywalled"})
    assert named({"url": PAGE, "words": "Three held at a stop"})["title"] == "Three held at a stop"


def test_nested_numbers_are_counts(tmp_path):
    event = {"date": "2031-01-02", "title": "Raid", "place": "Austin, TX", "numbers": {"arrested": 14, "released": 2}}
    path = tmp_path / "list.json"
    path.write_text(json.dumps([event]), encoding="utf-8")
    [found] = make_events(read_records(path), Columns(), "list").events
    assert found["counts"] == {"arrested": "14", "released": "2"}


CASES = (
    ["Case", "Court", "Filed", "Status", "Documents"],
    ["Clinic v. DHS", "N.D. Cal.", "2031-01-22", "Pending", "Complaint https://court.example/1"],
    ["City of Ashby v. DHS", "D. Mass.", "2031-02-11", "Pending", "Order https://court.example/2"],
    ["Union vs. Border Patrol", "E.D. Cal.", "2031-03-03", "Pending", "read here: https://court.example/3"],
)


def test_a_list_of_lawsuits_is_called_by_its_parties_and_placed_by_its_courts(tmp_path):
    found = imported(tmp_path, *CASES)
    told = [(e["title"], e["kind"], e["places"], e.get("status")) for e in found.events]
    assert told == [
        ("Clinic v. DHS", "lawsuit", ["California"], None),
        ("City of Ashby v. DHS", "lawsuit", ["Massachusetts"], None),
        ("Union vs. Border Patrol", "lawsuit", ["California"], None),
    ]
    assert all("Status: Pending" in event["notes"] for event in found.events)
    assert [event["sources"][0].get("title") for event in found.events] == ["Complaint", "Order", None]
    assert {event["sources"][0]["publisher"] for event in found.events} == {"court.example"}


def test_what_is_pending_and_no_case_is_planned(tmp_path):
    [event] = imported(tmp_path, ["Date", "Title", "Status"], ["2031-01-22", "Rally in Salem, OR", "Pending"]).events
    assert event["status"] == "planned"


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Doe v. City of Salem", True),
        ("Doe vs. Sheriff", True),
        ("A march v. a raid", False),
        ("Sheriff visits Victor", False),
        ("v. Doe", False),
    ],
)
def test_what_lawsuits_are_called(title, is_one):
    assert is_case(title) is is_one


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Amended complaint", {"title": "Amended complaint"}),
        ("Story (paywall)", {"title": "Story (paywall)"}),
        ("read more here", {}),
        ("Press release", {"title": "Press release"}),
        ("Valley Press", {"publisher": "Valley Press"}),
        ("KTVX", {"publisher": "KTVX"}),
    ],
)
def test_words_beside_a_link_that_name_a_document_are_no_publisher(label, told):
    assert said_beside(label, "x.example", Order.USUAL) == told


@pytest.mark.parametrize(
    ("second", "sources"),
    [
        (f"https://web.archive.org/web/20310310000000/{PAGE}", 1),
        (COPY, 2),  # of this page, or of another one
        ("https://web.archive.org/web/20310310000000/https://b.example/1", 2),
    ],
)
def test_a_copy_in_the_column_of_another_source_is_that_of_its_page(second, sources, tmp_path):
    head = ["Date", "Title", "Place", "source_1", "source_2"]
    [event] = imported(tmp_path, head, ["2031", "Raid", "Austin, TX", PAGE, second]).events
    assert len(event["sources"]) == sources
    assert (event["sources"][0].get("archived") == second) is (sources == 1)
    assert second in str(event["sources"])


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("workplace_raid", {"detained": "23"}), ("mass_deportation", {"deported": "23"}), ("statement", None)],
)
def test_those_affected_by_a_raid_are_counted_by_what_it_was(kind, counts, tmp_path):
    rows = [["date", "title", "incident_type", "place", "affected_count"]]
    rows += [[f"2031-01-0{n}", f"T{n}", kind, "Austin, TX", "23"] for n in range(1, 4)]
    assert imported(tmp_path, *rows).events[0].get("counts") == counts


@pytest.mark.parametrize(
    ("heading", "cell", "date"),
    [
        ("Week of", "2031-01-08", "2031-01-06/2031-01-12"),
        ("Week beginning", "1/8/2031", "2031-01-08/2031-01-14"),
        ("week_ending", "1/12/2031", "2031-01-06/2031-01-12"),
        ("Week of", "January 2031", "2031-01"),
        ("Week of", "Jan 6-10, 2031", "2031-01-06/2031-01-10"),
        ("Date", "2031-01-08", "2031-01-08"),
    ],
)
def test_a_heading_says_that_a_day_stands_for_its_week(heading, cell, date, tmp_path):
    [event] = imported(tmp_path, [heading, "Title", "Place"], [cell, "Vans at a corner", "Austin, TX"]).events
    assert event["date"] == date


@pytest.mark.parametrize("years", [["2031"], ["2030", "2031"]])
def test_lists_under_years_are_of_those_years(years, tmp_path):
    shown = {year: [{"when": "March 3-5", "headline": f"Vigils of {year}", "city": "Austin, TX"}] for year in years}
    path = tmp_path / "list.json"
    path.write_text(json.dumps(shown), encoding="utf-8")
    found = make_events(read_records(path), Columns(), "list").events
    assert [event["date"] for event in found] == [f"{year}-03-03/{year}-03-05" for year in years]


ABOUT_CALIFORNIA = ("Raid at a tortilla factory in Salinas", "Students walk out in Gilroy", "Sweep through Watsonville")


@pytest.mark.parametrize(
    ("titles", "places"),
    [
        ((*ABOUT_CALIFORNIA, "Judge halts transfers from the Hollister jail"), ["Hollister, California"]),
        ((*ABOUT_CALIFORNIA, "Raid at a dairy in Hollister"), ["Hollister, California"]),
        ((*ABOUT_CALIFORNIA, "Detainers triple"), None),
        ((*ABOUT_CALIFORNIA[:2], "Raid at a dairy in Hollister"), None),  # two towns may be chance
        ((*ABOUT_CALIFORNIA, "Vigil in Reno, Nevada", "Raid at a dairy in Hollister"), None),
    ],
)
def test_a_town_in_a_title_is_of_the_state_that_all_titles_are_of(titles, places, tmp_path):
    rows = [[f"2031-01-0{at}", title] for at, title in enumerate(titles, 1)]
    found = imported(tmp_path, ["Date", "Headline"], *rows).events
    assert next(event.get("places") for event in found if event["title"] == titles[-1]) == places
