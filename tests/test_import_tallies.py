"""Columns of numbers beside a date: those that count what was done, and those that measure or number something."""

from __future__ import annotations

import csv
import io

import pytest

from raidline.importing import Columns, Layout, make_events, read_records
from raidline.importing.guessing.tallies import name_of_tally

SOME = ("41", "38", "52", "7")


def imported(tmp_path, *rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path = tmp_path / "list.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    return make_events(read_records(path, Layout()), Columns(), "list")


def counts_below(tmp_path, heading, cells):
    rows = [[f"2031-0{at}", "Salem, OR", cell] for at, cell in enumerate(cells, 1)]
    return [event.get("counts", {}) for event in imported(tmp_path, ["Month", "Place", heading], *rows).events]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Requests received", "requests received"),
        ("# of Requests received (monthly)", "requests received"),
        ("Honored", "honored"),
        ("DETAINERS ISSUED", "detainers issued"),
        ("ICE detainers not honored", "ICE detainers not honored"),
        ("Turned over", "turned over"),
        ("Transferred to ICE", "transferred to ICE"),
        ("Total declined", "declined"),
        ("People handed over", "people handed over"),
        ("Detainers", "detainers"),
        ("Transfers to ICE", "transfers to ICE"),
        ("Shots fired", "shots fired"),
        ("Arrests made", "arrested"),
        ("Removals carried out", "deported"),
        ("Arrests appealed", "arrests appealed"),  # which is something else
        ("Grants awarded", ""),
        ("Case filed", ""),  # a number of it
        ("Warrant issued", ""),
        ("Docket number", ""),
        ("ZIP", ""),
        ("No.", ""),
        ("Total", ""),
        ("Estimated", ""),
        ("Number reported", ""),
        ("Population served", ""),
        ("Residents affected", ""),
        ("Workers employed", ""),
        ("Amounts received", ""),
        ("Dollars awarded", ""),
        ("Fines collected", ""),
        ("Days detained", ""),
        ("Miles traveled", ""),
        ("Average detainees transferred", ""),
        ("Beds", ""),
        ("Established", ""),
        ("Stories published", ""),  # about reports
        ("Rows checked", ""),  # about the list
        ("Age", ""),
        ("", ""),
    ],
)
def test_headings_that_say_what_was_done(heading, name):
    assert name_of_tally(heading) == name


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (SOME, SOME),
        (("1,204", "998", "1,530"), ("1,204", "998", "1,530")),
        (("0", "1", "1"), ("0", "1", "1")),
        (("12", "fewer than 5", "40", "31"), ("12", "fewer than 5", "40", "31")),
        (("1", "2", "3", "4"), ()),  # the rows are numbered
        (("30112", "30987", "31400"), ()),  # numbers of cases
        (("97301", "97302", "97305"), ()),  # ZIP codes
        (("00412", "00413", "00420"), ()),
        (("2019", "2024", "2031"), ()),  # years
        (("$41", "$38", "$52"), ()),
        (("4.5", "3.8", "5.2"), ()),
        (("41%", "38%", "52%"), ()),
        (("B-41", "B-38", "B-52"), ()),
        (("yes", "no", "yes"), ()),
        (("41", "38"), ()),  # too few to show it
    ],
)
def test_cells_that_count(tmp_path, cells, read):
    told = [{"requests received": number} for number in read] or [{}] * len(cells)
    assert counts_below(tmp_path, "Requests received", cells) == told


def test_one_and_nought_below_a_single_word_answer_whether_it_was_done(tmp_path):
    assert counts_below(tmp_path, "Honored", ("1", "0", "1")) == [{}, {}, {}]
    assert counts_below(tmp_path, "Honored", ("1", "0", "3")) == [{"honored": n} for n in ("1", "0", "3")]


def test_a_count_that_another_column_has_is_not_taken_twice(tmp_path):
    rows = [[f"2031-0{at}", "Salem, OR", "9", number] for at, number in enumerate(SOME, 1)]
    found = imported(tmp_path, ["Month", "Place", "Arrested", "Arrests made"], *rows).events
    assert [event["counts"] for event in found] == [{"arrested": "9"}] * len(SOME)
    assert found[0]["notes"] == "Arrests made: 41"


def test_numbers_without_a_date_beside_them_count_nothing(tmp_path):
    rows = [["Salem, OR", "Jail log", number] for number in SOME]
    found = imported(tmp_path, ["Place", "Title", "Requests received"], *rows).events
    assert [event.get("counts") for event in found] == [None] * len(SOME)


def test_several_columns_and_what_their_cells_do_not_say(tmp_path):
    rows = [[f"2031-0{at}", "Salem, OR", number, "3", str(at * at)] for at, number in enumerate(SOME[:3], 1)]
    rows += [["2031-04", "Salem, OR", "see memo", "3", "1"], ["2031-05", "Salem, OR", "60", "", "9"]]
    headings = ["Month", "Place", "Detainers issued", "Honored", "Handed back"]
    done = imported(tmp_path, headings, *rows)
    assert done.events[0]["counts"] == {"detainers issued": "41", "honored": "3", "handed back": "1"}
    assert "detainers issued" not in done.events[3]["counts"]
    assert done.events[3]["notes"] == "Detainers issued: see memo"
    assert "honored" not in done.events[4]["counts"]
