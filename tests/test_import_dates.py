"""Cells that hold a date: each word of them counts, and no bound becomes the day itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.importing.columns import Columns
from raidline.importing.days.cell import LONGEST, read_date
from raidline.importing.days.dayorder import Order, order_of
from raidline.importing.days.vocabulary import may_be_date
from raidline.importing.events import make_events
from raidline.importing.records import InputRow

EXACT = {
    "2017-02-05": "2017-02-05",
    " 2017-02-01~/2017-02-10~ ": "2017-02-01~/2017-02-10~",
    "2017": "2017",
    "2/5/2017": "2017-02-05",
    "2-5-17": "2017-02-05",
    "12/31/69": "2069-12-31",
    "12/31/70": "1970-12-31",
    "5.2.2017": "2017-02-05",
    "2 / 5 / 2017": "2017-02-05",
    "2017/2/5": "2017-02-05",
    "2017.02": "2017-02",
    "20170205": "2017-02-05",
    "2/2017": "2017-02",
    "2017-W10": "2017-03-06/2017-03-12",
    "February 5, 2017": "2017-02-05",
    "the 5th of February, 2017": "2017-02-05",
    "feb 2017": "2017-02",
    "Feb-2017": "2017-02",
    "2017 February": "2017-02",
    "19-Nov-12": "2012-11-19",
    "04/Mar/2017": "2017-03-04",
    "2017-Mar-04": "2017-03-04",
    "spring 2017": "2017-21",
    "winter 2016-17": "2016-24",
    "2017Q1": "2017-33",
    "FY2017": "2016-10-01/2017-09-30",
    "on March 4, 2017": "2017-03-04",
    '"3/4/2017".': "2017-03-04",
    "(3/4/2017)": "2017-03-04",
    "5 de marzo de 2017": "2017-03-05",
    "sábado, 4 de marzo de 2017": "2017-03-04",
    "enero 2017": "2017-01",
    "4 mars 2017": "2017-03-04",
    "4. März 2017": "2017-03-04",
}
LESS_THAN_A_DAY = {
    "2025-06-00": "2025-06",
    "2017-03-??": "2017-03",
    "2017-03-XX": "2017-03-XX",
    "2025-00-00": "2025",
    "00/06/2025": "2025-06",
    "06/00/2025": "2025-06",
    "XX/XX/2025": "2025",
    "00/2025": "2025",
    "March 2017 (exact day unknown)": "2017-03",
    "an unknown day in March 2017": "2017-03",
    "sometime in March 2017": "2017-03",
    "early February 2017": "2017-02-01~/2017-02-10~",
    "late 3/2017": "2017-03-21~/2017-03-31~",
    "mid-2017": "2017-04~/2017-09~",
    "first week of March 2017": "2017-03-01/2017-03-07",
}
CLOCKS = {
    "2017-02-05 00:00:00": "2017-02-05",
    "2/5/2017 0:00": "2017-02-05",
    "5/16/2025 12:00:00 AM": "2025-05-16",
    "2025-05-16T00:00:00-05:00": "2025-05-16",
    "2017-02-05 11:30": "2017-02-05T11:30:00",
    "2017-02-05T11:30:15.123Z": "2017-02-05T11:30:15Z",
    "2025-05-16 am": "2025-05-16",
    "June 5th 2017 ~10am": "2017-06-05",
    "2025-05-16 (morning)": "2025-05-16",
    "the night of March 4, 2017": "2017-03-04",
    "2025-05-16 8:21 PM": "2025-05-16",
    "5/16/2025 8:21:41 AM": "2025-05-16",
    "8:21 AM 5/16/2025": "2025-05-16",
    "2025-05-16 23:21:41 UTC": "2025-05-16",
    "March 4, 2017 at 8:30 p.m. CST": "2017-03-04",
    "March 4, 2017, 7-9 pm": "2017-03-04",
    "3/4/2017 19:00-21:00": "2017-03-04",
    "March 4, 2017 10 pm - 2 am": "2017-03-04/2017-03-05",
    "March 4, 2017 7pm - March 5, 2017 2am": "2017-03-04/2017-03-05",
}
WEEKDAYS = {
    "Saturday, March 4, 2017": "2017-03-04",
    "Sat 3/4/2017": "2017-03-04",
    "March 6, 2017 (Monday)": "2017-03-06",
    "Sun 3/4/2017": None,
    "March 6, 2017 (Tuesday)": None,
}
HEDGES = {
    "about 2009": "2009~",
    "about 3/4/2017": "2017-03-04~",
    "around March 4, 2017": "2017-03-04~",
    "ca. 3/4/2017": "2017-03-04~",
    "c. 2017": "2017~",
    "c2017": "2017~",
    "circa March 2017": "2017-03~",
    "approx. 2017": "2017~",
    "roughly 3/4/17": "2017-03-04~",
    "~3/4/2017": "2017-03-04~",
    "on or about March 4, 2017": "2017-03-04~",
    "on or around 3/4/2017": "2017-03-04~",
    "3/4/2017 (approx.)": "2017-03-04~",
    "3/4/2017 est.": "2017-03-04~",
    "March 4, 2017 (exact date unknown)": "2017-03-04~",
    "about March 4-6, 2017": "2017-03-04~/2017-03-06~",
    "2017?": "2017?",
    "3/4/2017?": "2017-03-04?",
    "March 4, 2017 (?)": "2017-03-04?",
    "probably March 4, 2017": "2017-03-04?",
    "possibly about March 2017": "2017-03%",
    "o/a 3/4/2017": "2017-03-04~",
    "on/about March 4, 2017": "2017-03-04~",
    "2019ish": "2019~",
    "March 2019-ish": "2019-03~",
    "3/4/2017 (tentative)": "2017-03-04?",
    "aprox. 4 de marzo de 2017": "2017-03-04~",
    "alrededor del 4 de marzo de 2017": "2017-03-04~",
}
BOUNDS = {
    "after 2017-03-04": "2017-03-04/..",
    "after March 4, 2017": "2017-03-04/..",
    "Since 2014": "2014/..",
    "since early 2017": "2017-01~/..",
    "3/4/2017 or later": "2017-03-04/..",
    "from March 4, 2017 on": "2017-03-04/..",
    "March 4, 2017 onwards": "2017-03-04/..",
    "no earlier than March 4, 2017": "2017-03-04/..",
    "2017 - present": "2017/..",
    "2017-present": "2017/..",
    "March 2017 to present": "2017-03/..",
    "March 4, 2017 (ongoing)": "2017-03-04/..",
    "2017+": "2017/..",
    "after about March 2017": "2017-03~/..",
    "by 3/4/2017": "../2017-03-04",
    "before March 4, 2017": "../2017-03-04",
    "prior to March 4, 2017": "../2017-03-04",
    "until March 4, 2017": "../2017-03-04",
    "through 3/4/2017": "../2017-03-04",
    "no later than early March 2017": "../2017-03-10~",
    "March 4, 2017 or earlier": "../2017-03-04",
    "pre-2020": "../2020",
    "post-2020": "2020/..",
    "pre-March 2020": "../2020-03",
    "2017–present": "2017/..",
    "desde 2014": "2014/..",
    "antes del 3/4/2017": "../2017-03-04",
}
SPANS = {
    "4-6 March 2017": "2017-03-04/2017-03-06",
    "4–6 March 2017": "2017-03-04/2017-03-06",
    "4th to 6th of March 2017": "2017-03-04/2017-03-06",
    "March 4-6, 2017": "2017-03-04/2017-03-06",
    "March 4/5, 2017": "2017-03-04/2017-03-05",
    "March 4 thru 6, 2017": "2017-03-04/2017-03-06",
    "28 Feb - 3 Mar 2017": "2017-02-28/2017-03-03",
    "3 Feb 2017 – 5 Feb 2017": "2017-02-03/2017-02-05",
    "Dec 30, 2016 - Jan 2, 2017": "2016-12-30/2017-01-02",
    "Dec 30 - Jan 2, 2017": "2016-12-30/2017-01-02",
    "12/30-1/2/2017": "2016-12-30/2017-01-02",
    "3/4/2017-3/6/2017": "2017-03-04/2017-03-06",
    "3/4-3/6/2017": "2017-03-04/2017-03-06",
    "2017-03-04 to 2017-03-06": "2017-03-04/2017-03-06",
    "2017-03-04/06": "2017-03-04/2017-03-06",
    "March-April 2017": "2017-03/2017-04",
    "March/April 2017": "2017-03/2017-04",
    "2014-16": "2014/2016",
    "from 2014 to 2016": "2014/2016",
    "between March 4 and 6, 2017": "2017-03-04/2017-03-06",
    "summer/fall 2017": "2017-22/2017-23",
    "Q1-Q2 2017": "2017-33/2017-34",
    "early to mid-March 2017": "2017-03-01~/2017-03-20~",
    "early March to mid-April 2017": "2017-03-01~/2017-04-20~",
    "overnight March 4-5, 2017": "2017-03-04/2017-03-05",
    "del 4 al 6 de marzo de 2017": "2017-03-04/2017-03-06",
    "week of 3/6/2017": "2017-03-06/2017-03-12",
    "the week of March 8, 2017": "2017-03-06/2017-03-12",
    "week of Sunday, March 5, 2017": "2017-03-05/2017-03-11",
    "week of about March 6, 2017": "2017-03-06~/2017-03-12~",
    "w/o 3/8/2017": "2017-03-06/2017-03-12",
    "wk. of 3/8/17": "2017-03-06/2017-03-12",
    "w/c 3/6/2017": "2017-03-06/2017-03-12",
    "3Q 2017": "2017-35",
    "week ending 3/11/2017": "2017-03-05/2017-03-11",
    "weekend of March 11, 2017": "2017-03-11/2017-03-12",
    "weekend of March 10-11, 2017": "2017-03-10/2017-03-11",
    "2017 or 2018": "[2017,2018]",
    "March 4 or 5, 2017": "[2017-03-04,2017-03-05]",
    "March 4 and 5, 2017": "{2017-03-04,2017-03-05}",
    "3/4/2017; 3/6/2017": "{2017-03-04,2017-03-06}",
}
NONE = (
    "", "to", "23", "-4600", "?", "n/a", "unknown", "TBD", "Ongoing", "present", "42771", "201703",
    "March 3", "Jan-17", "17-Mar", "3/4", "yesterday", "someday", "1Q17",
    "13/13/2017", "2/30/2017", "31/02/2017", "2017-13-01", "2017-02-30", "2017-00-15",
    "17-03-04", "3/4-6/2017", "3/4/2017-", "3/4/2017 -", "March 6-4, 2017", "4/3/2017 to 3/3/2017",
    "weekend of March 8, 2017", "week of March 2017", "w/o 3/8", "w/e 3/10/2017", "FY 2017-18", "fiscal year 2017-18",
    "1/0/1900", "1/0/00", "12/30/1899", "1899-12-30", "1899-12-30 00:00:00", "1900-01-00", "3/4/0017",
    "not March 4, 2017", "reported March 4, 2017", "3/4/2017 (updated)", "before and after March 4, 2017 unclear",
    "vers le 4 mars 2017", "nach dem 4. März 2017", "4 mars 2017!", "2017 " * 50, "2017" + " " * 500 + "x",
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        *(
            pair
            for table in (EXACT, LESS_THAN_A_DAY, CLOCKS, WEEKDAYS, HEDGES, BOUNDS, SPANS)
            for pair in table.items()
        ),
        *((cell, None) for cell in NONE),
    ],
)
def test_a_cell_is_read_as_a_whole_or_not_at_all(cell, edtf):
    when = read_date(cell)
    assert (when and when.text) == edtf


@pytest.mark.parametrize("word", ["hardly", "allegedly", "not", "vers", "nach", "reportedly", "uncertainly after"])
@pytest.mark.parametrize("day", ["3/4/2017", "March 4, 2017", "2017-03-04", "4 marzo 2017", "19-Nov-12"])
def test_a_word_that_is_not_known_is_never_passed_over(word, day):
    assert read_date(f"{word} {day}") is None
    assert read_date(f"{day} {word}") is None


@pytest.mark.parametrize(
    ("cell", "order", "edtf"),
    [
        ("3/4/2017", Order.DAY, "2017-04-03"),
        ("3/4/2017", Order.MONTH, "2017-03-04"),
        ("3/4/2017", Order.MIXED, "[2017-03-04,2017-04-03]"),
        ("4/4/2017", Order.MIXED, "2017-04-04"),
        ("3/14/2017", Order.DAY, "2017-03-14"),
        ("14/3/2017", Order.MONTH, "2017-03-14"),
        ("5.2.2017", Order.MONTH, "2017-05-02"),
        ("after 3/4/2017", Order.DAY, "2017-04-03/.."),
        ("after 3/4/2017", Order.MIXED, None),
        ("3/4-5/4/2017", Order.DAY, "2017-04-03/2017-04-05"),
        ("25-12-17", Order.DAY, "2017-12-25"),
    ],
)
def test_the_order_of_day_and_month(cell, order, edtf):
    when = read_date(cell, order)
    assert (when and when.text) == edtf


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["3/4/2017", "13/4/2017"], Order.DAY),
        (["3/4/2017", "after 4/13/2017"], Order.MONTH),
        (["3/4/2017"], Order.USUAL),
        (["13/4/17", "4/13/17"], Order.MIXED),
        (["3/14/2017-16/3/2017"], Order.MIXED),
        (["17-03-04", "13/13/2017", "2017-13-04"], Order.USUAL),
    ],
)
def test_a_column_tells_the_day_from_the_month(cells, expected):
    assert order_of(cells) is expected


WORDS = st.sampled_from(
    ["about", "ca.", "after", "by", "week of", "from", "to", "-", "/", "or", "and", "early", "mid-", "March", "4", "6th", "2017",
     "3/4/2017", "3/4", "2017-03-04", "Sat", "8:30 pm", "CST", "(approx)", "?", "~", "present", "Q1", "spring", "de", "marzo",
     "winter", "between", "0", "00", "9999", "0001", "weekend of", "[", "}", "..", "'17", "19-Nov-12"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=9).map(" ".join) | st.lists(WORDS, max_size=9).map("".join))
def test_law_no_composed_cell_raises(cell):
    for order in (Order.USUAL, Order.MIXED):
        when = read_date(cell, order)
        assert when is None or when.text


def _dated(*cells, heading="Date", **more):
    records = [InputRow(f"row {n}", {heading: cell, "Title": f"Raid {n}", **more}) for n, cell in enumerate(cells, 2)]
    imported = make_events(records, Columns(), "list")
    by_title = {event["title"]: event for event in imported.events}
    return [by_title[f"Raid {n}"].get("date") for n in range(2, len(cells) + 2)], "\n".join(imported.remarks)


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (["Jun-19", "Aug-20"], [None, None]),
        (["Jun-19", "Aug-98"], ["2019-06", "1998-08"]),
        (["Jun-19", "Aug-00"], ["2019-06", "2000-08"]),
        (["Jun-19", "Aug-2020"], ["2019-06", "2020-08"]),
        (["Jun 19", "August 2020", "3/4/2017"], [None, "2020-08", "2017-03-04"]),
        (["19-Jun", "Aug-2020"], [None, "2020-08"]),
    ],
)
def test_a_column_tells_whether_the_number_behind_a_month_is_its_year(cells, dates):
    found, said = _dated(*cells)
    assert found == dates
    assert all(day or repr(cell) in said for cell, day in zip(cells, found, strict=True))
    assert ("is the year" in said) is (cells[0].startswith("Jun-") and found[0] is not None)


def test_a_column_of_years_makes_the_number_behind_a_month_a_day():
    assert _dated("Jun-19", "Aug-00", Year="2020")[0][0] == "2020-06-19"


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (["1486252800", "1486296000"], ["2017-02-05", "2017-02-05T12:00:00Z"]),
        (["1486252800000", "2017"], ["2017-02-05", "2017"]),
        (["1486252800", "3"], [None, None]),
        (["1486252800", "20170205"], [None, "2017-02-05"]),
    ],
)
def test_a_column_of_seconds_is_one_of_days(cells, dates):
    found, said = _dated(*cells)
    assert found == dates
    assert ("since 1970" in said) is (dates[0] is not None)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("June 1, 2017 (month only)", "2017-06"),
        ("6/1/2017 [year only]", "2017"),
        ("June 2017 (month only)", "2017-06"),
        ("June 1, 2017 (low)", "2017-06-01"),
        ("June 1, 2017 (first raid only)", "2017-06-01"),
    ],
)
def test_a_date_is_only_as_precise_as_the_brackets_beside_it_say(cell, date):
    assert _dated(cell)[0] == [date]


def test_many_hedges_end_in_time():
    assert read_date("about " * 10 + "zz 1" + " approx" * 4) is None
    assert len("about " * 10 + "zz 1" + " approx" * 4) <= LONGEST


@pytest.mark.parametrize(
    ("cell", "may_be"),
    [
        ("sometime in the spring of 2014", True),
        ("3 maj 2017", True),
        ("1° maggio 2017", True),
        ("9 hrs, March 3, 2017", True),
        ("Día de los Muertos 2017", True),
        ("el 3 de marzo de 2017", True),
        ("on or about July 12, 2007 (#1)", False),
        ("week of June 5, 2005, per log 2", False),
        ("3 maj 2017 upstairs", False),
        ("July 3, 2017 upstairs", False),
        ("Plant 3, Line 12", False),
    ],
)
def test_most_cells_that_are_no_date_need_not_be_read(cell, may_be):
    assert may_be_date(cell) is may_be


@pytest.mark.parametrize("cell", ["week of 9999-12-31", "week ending 0001-01-01", "weekend of 12/31/9999"])
def test_a_week_that_ends_beyond_the_calendar_is_no_date(cell):
    assert read_date(cell) is None
