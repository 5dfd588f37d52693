"""What stands beside a date in a table is heeded, and what decides a whole column is said."""

from __future__ import annotations

import pytest

from tabled import imported


def only(tmp_path, **cells):
    return imported(tmp_path, [[name.replace("_", " ") for name in cells], [*cells.values()]])


@pytest.mark.parametrize(
    ("cells", "edtf"),
    [
        ({"date": "2025-06-15", "date_precision": "month"}, "2025-06"),
        ({"date": "2025-06-15", "date_precision": "year"}, "2025"),
        ({"date": "2025-06-15", "date_precision": "Year only"}, "2025"),
        ({"date": "2025-06-15", "date_precision": "day"}, "2025-06-15"),
        ({"date": "2025-06-15", "date_precision": "exact"}, "2025-06-15"),
        ({"date": "2025-06-15", "date_precision": "approximate"}, "2025-06-15~"),
        ({"date": "2025-06-15", "date_precision": "unknown"}, "2025-06-15?"),
        ({"date": "2025-06-15", "date_precision": "quarter"}, "2025-34"),
        ({"date": "2025-01-15", "date_precision": "season"}, "2024-24"),
        ({"date": "2025-06-15", "date_precision": "week"}, "2025-06-15/2025-06-21"),
        ({"date": "2025-06-15", "date_precision": "decade"}, "202X"),
        ({"date": "2025-06", "date_precision": "day"}, "2025-06"),
        ({"date": "2025", "date_precision": "month"}, "2025"),
        ({"date": "2025-06-15~", "date_precision": "month"}, "2025-06~"),
        ({"date": "2025-06-15T10:30:00Z", "date_precision": "month"}, "2025-06"),
        ({"start": "2025-06-01", "end": "2025-08-31", "date_precision": "month"}, "2025-06/2025-08"),
        ({"date": "2025-06-15", "approximate": "true"}, "2025-06-15~"),
        ({"date": "2025-06-15", "approximate": "Yes"}, "2025-06-15~"),
        ({"date": "2025-06-15", "approximate": "false"}, "2025-06-15"),
        ({"date": "2025-06-15", "circa": "x"}, "2025-06-15~"),
        ({"Date (approx)": "2025-06-15"}, "2025-06-15~"),
        ({"Approximate date": "June 2025"}, "2025-06~"),
        ({"date": "2025-06-15", "display_date": "2005"}, "2005"),
        ({"date": "2025-06-15", "display_date": "June 2025"}, "2025-06"),
        ({"date": "2025-06-15", "display_date": "one summer"}, "2025-06-15"),
        ({"Year": "2017", "Month": "2", "Day": "5"}, "2017-02-05"),
        ({"Year": "2017.0", "Month": "2.0", "Day": ""}, "2017-02"),
        ({"Year": "2017", "Month": "March", "Day": "4"}, "2017-03-04"),
        ({"Year": "2017", "Month": "", "Day": "4"}, "2017"),
        ({"Year": "2017", "Month": "2", "End Year": "2017", "End Month": "3"}, "2017-02/2017-03"),
        ({"Day": "2017-02-05"}, "2017-02-05"),
        ({"Date": "March 4", "Year": "2017"}, "2017-03-04"),
        ({"Date": "3/4", "Year": "2017"}, "2017-03-04"),
        ({"Date": "2017-03-04", "Year": "2017"}, "2017-03-04"),
        ({"Start": "2014", "End": "present"}, "2014/.."),
        ({"Start": "3/4/2017", "End": "Ongoing"}, "2017-03-04/.."),
        ({"Start": "", "End": "2017-03-04"}, "2017-03-04"),
        ({"Fecha": "4 de marzo de 2017", "Título": "Redada"}, "2017-03-04"),
        ({"Date": "42771"}, "2017-02-05"),
        ({"Date": "42771.75"}, "2017-02-05"),
    ],
)
def test_the_date_of_a_row(cells, edtf, tmp_path):
    [event] = only(tmp_path, **cells).events
    assert event.get("date") == edtf


@pytest.mark.parametrize(
    ("cells", "note", "remark"),
    [
        ({"date": "2025-06-15", "date_precision": "nearly"}, "date precision: nearly", "'nearly' says nothing"),
        (
            {"date": "2025-06-15", "display_date": "2005"},
            "date: 2025-06-15",
            "is not the 2005 that 'display date' says",
        ),
        ({"date": "2025-06-15", "display_date": "one summer"}, "display date: one summer", "display date"),
        ({"Date": "5/16/2025 8:21 AM"}, "Date: 5/16/2025 8:21 AM", "the time of day in 'Date' has no field"),
        ({"Year": "2017", "Month": "14", "Day": "4"}, "Month: 14", "'14' is not part of a date"),
        ({"Year": "2017", "Month": "", "Day": "4"}, "Day: 4", "Day"),
        ({"Date": "after March 4"}, "Date: after March 4", "'after March 4' cannot be read"),
        ({"Start": "2017", "End": "unknown"}, "End: unknown", "'unknown' cannot be read"),
    ],
)
def test_what_of_it_is_not_read_is_kept_and_named(cells, note, remark, tmp_path):
    found = only(tmp_path, **cells)
    assert note in found.events[0]["notes"].split("\n")
    assert any(remark in told for told in found.remarks)


@pytest.mark.parametrize(
    ("cells", "given", "dates", "remark"),
    [
        (
            ["3/4/2025", "2025"],
            None,
            ["2025", "2025-03-04"],
            "3/4/2025 is read as March 4, because no date shows which",
        ),
        (["3/4/2025"], False, ["2025-03-04"], None),
        (["3/4/2025"], True, ["2025-04-03"], None),
        (
            ["3/4/2025", "13/4/2025"],
            None,
            ["2025-04-03", "2025-04-13"],
            "read as April 3, because another date can only",
        ),
        (
            ["3/4/2025", "4/13/2025"],
            None,
            ["2025-03-04", "2025-04-13"],
            "read as March 4, because another date can only",
        ),
        (["13/4/2025"], None, ["2025-04-13"], None),
        (["4/4/2025"], None, ["2025-04-04"], None),
        (["3.4.2025"], None, ["2025-04-03"], "--month-first makes it March 4"),
        (
            ["3/4/2025", "13/4/2025", "4/14/2025"],
            None,
            ["[2025-03-04,2025-04-03]", "2025-04-13", "2025-04-14"],
            "3/4/2025 stays March 4 or April 3",
        ),
        (["3/4/2025", "4/14/2025"], True, ["2025-04-03", "2025-04-14"], "4/14/2025 can only be read the other way"),
    ],
)
def test_one_way_for_a_whole_column(cells, given, dates, remark, tmp_path):
    found = imported(tmp_path, [["Date", "Article"], *([cell, "a"] for cell in cells)], day_first=given)
    assert [event["date"] for event in found.events] == dates
    told = [one for one in found.remarks if "column 'Date'" in one]
    assert len(told) == (remark is not None)
    assert remark is None or remark in told[0]


def test_the_days_of_sources_follow_their_own_column_else_that_of_events(tmp_path):
    def published(*rows):
        found = imported(tmp_path, [["Date", "Link", "Published"], *([d, "https://a.example", p] for d, p in rows)])
        return [event["sources"][0]["published"] for event in found.events]

    assert published(("13/3/2017", "4/5/2017")) == ["2017-05-04"]
    assert published(("13/3/2017", "4/5/2017"), ("2018", "4/15/2017")) == ["2017-04-05", "2017-04-15"]


@pytest.mark.parametrize(
    ("columns", "rows", "dates", "remark"),
    [
        (["Date", "Published"], [["12/06/2019", "13/06/2019"]], ["2019-06-12"], "column 'Published' can only have the day"),
        (["Fecha", "Publicado"], [["12/06/2019", "13/06/2019"]], ["2019-06-12"], "column 'Publicado' can only have the day"),
        (["Date", "Published"], [["12/06/2019", "12/13/2019"]], ["2019-12-06"], "column 'Published' can only have the month"),
        (["Date", "Retrieved"], [["12/06/2019", "13/06/2019"]], ["2019-06-12"], "column 'Retrieved' can only have the day"),
        (["Date", "Retrieved"], [["12/06/2019", "on 13/06/2019 at home"]], ["2019-12-06"], "no date shows"),
        (["Start", "End"], [["12/06/2019", "13/06/2019"]], ["2019-06-12/2019-06-13"], "another date can only have the day"),
        (["Date", "Retrieved", "Published"], [["12/06/2019", "13/06/2019", "06/13/2019"]], ["[2019-06-12,2019-12-06]"], "stays December 6 or June 12"),
        # No number above 12, but an event cannot be later than its source
        (["Date", "Published"], [["12/06/2019", "2019-06-20"]], ["2019-06-12"], "12/06/2019 would otherwise be later than its source of 2019-06-20"),
        (["Date", "Published"], [["06/12/2019", "07/12/2019"]], ["2019-06-12"], "no date shows"),
        (["Date", "Published"], [["11/02/2019", "02/12/2019"]], ["2019-02-11"], "later than its source of 02/12/2019"),
        (["Date", "Published"], [["12/06/2019", "2019-12-07"]], ["2019-12-06"], "no date shows"),
        (["Date", "Published"], [["12/06/2019", "2019-05-20"]], ["2019-12-06"], "no date shows"),
        (["Date", "Published", "Status"], [["12/06/2019", "2019-06-20", "planned"]], ["2019-12-06"], "no date shows"),
        (["Date", "Published"], [["12/06/2019", "2019-06-20"], ["06/12/2019", "2019-06-20"]], ["2019-06-12", "2019-12-06"], "rows contradict each other"),
    ],
)  # fmt: skip
def test_the_columns_of_a_table_share_an_order(columns, rows, dates, remark, tmp_path):
    found = imported(tmp_path, [["Link", *columns], *(["https://a.example/1", *row] for row in rows)])
    assert [event["date"] for event in found.events] == dates
    assert remark in next(one for one in found.remarks if one.startswith(f"column '{columns[0]}'"))


def test_columns_that_prove_opposite_orders_are_read_each_in_its_own_and_named(tmp_path):
    rows = [["Date", "Link", "Published"], ["13/3/2017", "https://a.example/1", "4/15/2017"]]
    rows.append(["4/3/2017", "https://a.example/2", "4/5/2017"])
    found = imported(tmp_path, rows)
    assert [event["date"] for event in found.events] == ["2017-03-04", "2017-03-13"]
    assert [event["sources"][0]["published"] for event in found.events] == ["2017-04-05", "2017-04-15"]
    said = "column 'Date' has the day first and column 'Published' has the month first: each is read in its own order"
    assert said in found.remarks


def test_numbers_are_days_only_where_all_numbers_of_a_column_are(tmp_path):
    found = imported(tmp_path, [["Date", "Title"], ["42771", "a"], ["", "b"], ["42772", "c"]])
    assert [event.get("date") for event in found.events] == ["2017-02-05", "2017-02-06", None]
    assert any("count from December 30, 1899" in told for told in found.remarks)
    found = imported(tmp_path, [["Date", "Title"], ["42771", "a"], ["2017", "b"], ["March 2016", "c"]])
    assert [event.get("date") for event in found.events] == ["2016-03", "2017", "2017-02-05"]
    found = imported(tmp_path, [["Date", "Title"], ["42771", "a"], ["7", "b"]])
    assert [event.get("date") for event in found.events] == [None, None]


def test_a_second_column_of_a_field_counts_where_the_first_is_empty(tmp_path):
    rows = [["Date", "Summary", "Description", "Title"], ["2017", "One", "", "T"], ["2018", "", "Two", "U"]]
    assert [event["summary"] for event in imported(tmp_path, rows).events] == ["One", "Two"]
    rows[2][1] = "Both"
    found = imported(tmp_path, rows).events
    assert [(event["summary"], event.get("notes")) for event in found] == [("One", None), ("Both", "Description: Two")]
