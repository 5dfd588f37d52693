"""Tables with a column for each month: each number is an event of its own, and nothing of a row is lost."""

from __future__ import annotations

import csv

import pytest

from raidline.importing import Columns, make_events, read_records
from raidline.importing.forms.periods import periods_of


def imported(tmp_path, *rows):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return make_events(read_records(path), Columns(), "list-csv")


TITLE = ["Arrests by county"]
HEAD = ["County", "State", "Oct-30", "Nov-30", "Dec-30", "Jan-31", "Total", "Remarks"]


def test_each_number_below_a_month_is_an_event(tmp_path):
    rows = [["Polk", "OR", "41", "<5", "0", "-", "46", "by hand"], ["Lane", "OR", "", "1,020", "n/a", "7", "1,027", ""]]
    found = imported(tmp_path, TITLE, HEAD, *rows)
    assert [(one["date"], one["places"], one["counts"]) for one in found.events] == [
        ("2030-10", ["Polk County, Oregon"], {"arrested": "41"}),
        ("2030-11", ["Polk County, Oregon"], {"arrested": "fewer than 5"}),
        ("2030-11", ["Lane County, Oregon"], {"arrested": "1,020"}),
        ("2031-01", ["Lane County, Oregon"], {"arrested": "7"}),
    ]
    assert {one["kind"] for one in found.events} == {"operation"}
    assert [one.get("notes") for one in found.events] == ["by hand", "by hand", None, None]
    said = "\n".join(found.remarks)
    assert "the columns from 'Oct-30' to 'Jan-31' are periods" in said
    assert "column 'Total' adds up others; left out" in said
    assert "cells with no number or zero are of no event; left out" in said


def test_a_row_without_numbers_is_named(tmp_path):
    found = imported(tmp_path, TITLE, HEAD, ["Polk", "OR", "1", "2", "3", "4"], ["Lane", "OR", "-", "", "0", "n/a"])
    assert len(found.events) == 4
    assert found.left_out == ["line 4: has no number below any period; left out"]


def test_a_text_below_a_month_tells_what_happened(tmp_path):
    head = ["County", "State", "January 2031", "February 2031", "March 2031"]
    [event] = imported(tmp_path, head, ["Polk", "OR", "", "Raid at a mill", ""]).events
    assert (event["date"], event["title"], event["kind"]) == ("2031-02", "Raid at a mill", "operation")


def test_the_title_of_a_table_may_give_its_source(tmp_path):
    title = ["Source: Valley Watch, https://valley.example/data."]
    found = imported(tmp_path, TITLE, title, HEAD, ["Polk", "OR", "1", "2", "3", "4"])
    assert {one["sources"][0]["url"] for one in found.events} == {"https://valley.example/data"}
    own = imported(tmp_path, title, ["Date", "Title", "State", "Link"], ["2031-05-06", "A", "OR", ""])
    assert "url" not in own.events[0]["sources"][0]


@pytest.mark.parametrize(
    ("headings", "titles", "dates"),
    [
        (["County", "2029", "2030", "2031"], [], ["2029", "2030", "2031"]),
        (["County", "Jan", "Feb", "Mar"], ["Detentions in 2031"], ["2031-01", "2031-02", "2031-03"]),
        (["County", "2031-01", "2031-02", "2031-03"], [], ["2031-01", "2031-02", "2031-03"]),
        (["County", "9999-10", "9999-11", "9999-12"], [], ["9999-10", "9999-11", "9999-12"]),  # no day behind the last
        (["County", "Jan", "Feb", "Mar"], ["Detentions"], []),  # of which year?
        (["County", "Jan", "Feb", "Mar"], ["Detentions, fiscal year 2031"], []),
        (["County", "Jan", "Feb", "Mar"], ["Detentions, 2030 and 2031"], []),
        (["County", "Jan-31", "Feb-31"], [], []),  # too few
        (["County", "Jan-31", "Mar-31", "May-31"], [], []),  # do not follow each other
        (["Date", "Jan-31", "Feb-31", "Mar-31"], [], []),  # rows have dates of their own
        (["County", "Arrests", "Date", "Source"], [], []),
    ],
)
def test_columns_are_periods_only_if_one_follows_the_other(headings, titles, dates):
    assert list(periods_of(headings, titles).dates.values()) == dates


def test_what_is_counted_is_said_once(tmp_path):
    assert periods_of(HEAD, ["Arrests by county"]).counted == "arrested"
    assert periods_of(HEAD, ["Arrests and deaths by county"]).counted == ""
    unsaid = imported(tmp_path, ["By county"], HEAD, ["Polk", "OR", "1", "2", "3", "4"])
    assert {one["kind"] for one in unsaid.events} == {"other"}
    assert unsaid.events[0]["notes"] == "Number: 1"
