"""When an event took place that is dated with an expression: the conventions of the design, as EDTF."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

FRIDAY = date(2017, 3, 24)


def dated(sentence, anchor=FRIDAY):
    return [(t.text, str(t.edtf) if t.edtf else None) for t in find_timexes(sentence, anchor)]


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [
        # weekdays: at or before publication, at or after it for what is planned
        ("The sheriff spoke on Monday.", "Monday", "2017-03-20"),
        ("The sheriff spoke on Friday.", "Friday", "2017-03-24"),
        ("The sheriff spoke Thursday night.", "Thursday night", "2017-03-23"),
        ("The sheriff will speak on Monday.", "Monday", "2017-03-27"),
        ("The sheriff will speak on Friday.", "Friday", "2017-03-24"),
        ("A hearing is scheduled for Tuesday.", "Tuesday", "2017-03-28"),
        ("The ban holds until Wednesday.", "Wednesday", "2017-03-29"),
        ("Only two had filed by Wednesday.", "Wednesday", "2017-03-22"),
        ("Officials said Thursday that the jail will close.", "Thursday", "2017-03-23"),
        ("Raids could come as early as Sunday.", "Sunday", "2017-03-26"),
        ("Arrests are expected starting this Sunday.", "this Sunday", "2017-03-26"),
        ("The sheriff spoke last Friday.", "last Friday", "2017-03-17"),
        ("The council meets next Monday.", "next Monday", "2017-03-27"),
        # weeks, months, years
        ("The council voted last week.", "last week", "2017-03-13/2017-03-19"),
        ("The council voted this week.", "this week", "2017-03-20/2017-03-24"),
        ("The council will vote this week.", "this week", "2017-03-20/2017-03-26"),
        ("Raids will begin as early as this week.", "this week", "2017-03-20/2017-03-26"),
        ("The council voted this month.", "this month", "2017-03-01/2017-03-24"),
        ("The council voted earlier this month.", "earlier this month", "2017-03-01/2017-03-24"),
        ("The council will vote later this month.", "later this month", "2017-03-24/2017-03-31"),
        ("The council voted last month.", "last month", "2017-02"),
        ("The council voted last year.", "last year", "2016"),
        ("The council voted this year.", "this year", "2017-01-01/2017-03-24"),
        ("As of 2017, the county holds nobody.", "2017", "2017-01-01/2017-03-24"),
        ("They rallied over the weekend.", "the weekend", "2017-03-18/2017-03-19"),
        ("They will rally over the weekend.", "the weekend", "2017-03-25/2017-03-26"),
        ("They will leave by the end of the weekend.", "the end of the weekend", "2017-03-26~"),
        ("They rallied early in the weekend.", "early in the weekend", "2017-03-18~"),
        ("In recent weeks agents have come.", "recent weeks", "2017-02-24/2017-03-24"),
        ("Since 2014 the county has refused.", "2014", "2014"),
        # months and days without a year
        ("The jail closed in January.", "January", "2017-01"),
        ("The jail closed in October.", "October", "2016-10"),
        ("The jail will close in October.", "October", "2017-10"),
        ("The jail closed in March.", "March", "2017-03-01/2017-03-24"),
        ("But in April, the sheriff, long a critic of the plan, dropped it.", "April", "2016-04"),
        ("He awaits his day in court in April.", "April", "2017-04"),
        ("The policy began Feb. 1.", "Feb. 1", "2017-02-01"),
        ("The policy began Dec. 28.", "Dec. 28", "2016-12-28"),
        ("The policy, announced Sept. 28, is gone.", "Sept. 28", "2016-09-28"),
        ("The policy takes effect April 6, lawyers say.", "April 6", "2017-04-06"),
        ("The policy will take effect Sept. 1.", "Sept. 1", "2017-09-01"),
        # parts
        ("They came in early February.", "early February", "2017-02-01~/2017-02-10~"),
        ("They came in mid-February.", "mid-February", "2017-02-11~/2017-02-20~"),
        ("They came in late February.", "late February", "2017-02-21~/2017-02-28~"),
        ("They came in late February 2016.", "late February 2016", "2016-02-21~/2016-02-29~"),
        ("They came in late 2016.", "late 2016", "2016-10~/2016-12~"),
        ("They came in the early 1980s.", "the early 1980s", "1980~/1983~"),
        ("They came in the first week of March.", "the first week of March", "2017-03-01/2017-03-07"),
        ("They came in the last week of February.", "the last week of February", "2017-02-22/2017-02-28"),
        ("It must be ready by the end of the year.", "the end of the year", "2017-10~/2017-12~"),
        # other places in the calendar
        ("Arrests fell in fiscal 2016.", "fiscal 2016", "2015-10-01/2016-09-30"),
        ("Arrests fell in FY2016.", "FY2016", "2015-10-01/2016-09-30"),
        ("Arrests fell in the third quarter of 2016.", "the third quarter of 2016", "2016-35"),
        ("Arrests fell in the spring of 2016.", "the spring of 2016", "2016-21"),
        ("Arrests fell in the 1990s.", "the 1990s", "199X"),
        ("It happened two weeks ago.", "two weeks ago", "2017-03-06/2017-03-12"),
        ("It happened two years ago.", "two years ago", "2015"),
        ("It happened about three years ago.", "about three years ago", "2014~"),
        ("They marched the week of Jan. 9.", "the week of Jan. 9", "2017-01-09/2017-01-15"),
        ("It rose in the past two weeks.", "the past two weeks", "2017-03-10/2017-03-24"),
        # no place in the calendar
        ("It happened several years ago.", "several years ago", None),
        ("It happens every week.", "every week", None),
        ("He was held for two days.", "two days", None),
    ],
)
def test_the_convention(sentence, text, edtf):
    assert dated(sentence) == [(text, edtf)]


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [
        ("The rule began Feb. 1. Two days later agents came.", "Two days later", "2017-02-03"),
        ("The rule began Feb. 1. The following Monday agents came.", "The following Monday", "2017-02-06"),
        ("The rule began Feb. 1. The next day agents came.", "The next day", "2017-02-02"),
        ("The rule began Feb. 1. That same day agents came.", "That same day", "2017-02-01"),
        ("The rule began Feb. 1. A week earlier the sheriff spoke.", "A week earlier", "2017-01-25"),
        ("The rule began Feb. 1. The previous Friday he spoke.", "The previous Friday", "2017-01-27"),
        ("The rule began in May 2014. The following year it ended.", "The following year", "2015"),
        ("The rule began in May 2014. That day he spoke.", "That day", "2014-05"),
        ("He spoke on March 13. It came just one week after the report was out.", "one week", "2017-03-06"),
        ("The raid was on March 13. Two days after the raid, the council met.", "Two days", "2017-03-15"),
        ("He spoke yesterday, just days after she had spoken.", "days", "2017-03-16/2017-03-22"),
        ("He knew that three days before the raid nobody spoke of it.", "three days", None),
    ],
)
def test_what_is_counted_from_the_date_before(sentence, text, edtf):
    assert (text, edtf) in dated(sentence)


def test_a_date_that_only_describes_a_noun_does_not_move_the_story():
    text = "They met on March 14 and spoke of a January 25 order. Two days later they voted."
    assert dated(text)[-1] == ("Two days later", "2017-03-16")


def test_a_range_that_has_begun_ends_ahead():
    text = "They will send nine officers, some of them armed, from March through May, the sheriff said."
    march, may = find_timexes(text, date(2017, 3, 24))
    assert (str(march.until), str(may.edtf)) == ("2017-03-01/2017-05-31", "2017-05")


@pytest.mark.parametrize(
    ("sentence", "ends", "whole"),
    [
        ("They were freed from Jan. 28 to Feb. 3.", ["Jan. 28", "Feb. 3"], "2017-01-28/2017-02-03"),
        ("They were freed from Jan. 28 through Feb. 3.", ["Jan. 28", "Feb. 3"], "2017-01-28/2017-02-03"),
        ("They were freed between 2010 and 2014.", ["2010", "2014"], "2010/2014"),
        ("They were freed Jan. 5-9.", ["Jan. 5", "9"], "2017-01-05/2017-01-09"),
        ("They were freed Jan. 5-9, 2015.", ["Jan. 5", "9, 2015"], "2015-01-05/2015-01-09"),
        ("They were freed from Dec. 28 to Jan. 3, 2016.", ["Dec. 28", "Jan. 3, 2016"], "2015-12-28/2016-01-03"),
        (
            "They were freed from Oct. 1, 2015, to Feb. 3, 2016.",
            ["Oct. 1, 2015", "Feb. 3, 2016"],
            "2015-10-01/2016-02-03",
        ),
        ("They met between May 5, 2015, and May 7, 2015.", ["May 5, 2015", "May 7, 2015"], "2015-05-05/2015-05-07"),
        (
            "They met from Monday, Jan. 5, through Friday, Jan. 9.",
            ["Monday, Jan. 5", "Friday, Jan. 9"],
            "2015-01-05/2015-01-09",
        ),
        ("They were freed on May 5, 2015, and May 7, 2015.", ["May 5, 2015", "May 7, 2015"], None),
        ("On Monday, to Wednesday folk, nobody was freed.", ["Monday", "Wednesday"], None),
        ("They were freed in 1989-90.", ["1989", "90"], "1989/1990"),
        ("They were freed between March and May of 2015.", ["March", "May of 2015"], "2015-03/2015-05"),
        ("They were freed Monday through Wednesday.", ["Monday", "Wednesday"], "2017-03-20/2017-03-22"),
        ("They were freed in 2010 and in 2014.", ["2010", "2014"], None),
        ("Between April and February, the jail handed over nine.", ["April", "February"], "2016-04/2017-02"),
    ],
)
def test_the_first_of_two_knows_the_whole_interval(sentence, ends, whole):
    first, last = find_timexes(sentence, FRIDAY)
    assert [first.text, last.text] == ends
    assert (str(first.until) if first.until else None) == whole
    assert last.until is None


def test_that_week_is_the_interval_named_before():
    sentence = "They were freed from Jan. 28 to Feb. 3, officials said. That week 142 were freed in one county."
    assert dated(sentence)[-1] == ("That week", "2017-01-28/2017-02-03")


@pytest.mark.parametrize(
    ("anchor", "sentence", "edtf", "value"),
    [
        (date(2016, 2, 29), "It happened a year ago.", "2015", "2015"),
        (date(2016, 2, 29), "It happened yesterday.", "2016-02-28", "2016-02-28"),
        (date(2016, 3, 1), "It happened yesterday.", "2016-02-29", "2016-02-29"),
        (date(2017, 3, 1), "It happened on Feb. 29.", "2016-02-29", "2016-02-29"),
        (date(2017, 1, 2), "It happened on Dec. 31.", "2016-12-31", "2016-12-31"),
        (date(2016, 12, 30), "It will end on Jan. 2.", "2017-01-02", "2017-01-02"),
        (date(2017, 1, 1), "It happened last week.", "2016-12-19/2016-12-25", "2016-W51"),
        (date(2017, 1, 2), "It happened last week.", "2016-12-26/2017-01-01", "2016-W52"),
        (date(2021, 1, 1), "It happened this week.", "2020-12-28/2021-01-01", "2020-W53"),
        (date(2017, 1, 15), "It happened last month.", "2016-12", "2016-12"),
        (date(2017, 1, 15), "It happened in January.", "2017-01-01/2017-01-15", "2017-01"),
        (date(2017, 1, 15), "It happened last winter.", "2015-24", "2015-WI"),
        (date(2016, 10, 15), "It happened this fiscal year.", "2016-10-01/2016-10-15", "2017"),
        (date(2017, 5, 31), "It happened three months ago.", "2017-02", "2017-02"),
        (date(2000, 1, 1), "It happened yesterday.", "1999-12-31", "1999-12-31"),
    ],
)
def test_leap_days_year_ends_and_iso_weeks(anchor, sentence, edtf, value):
    (timex,) = find_timexes(sentence, anchor)
    assert (str(timex.edtf), timex.value) == (edtf, value)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They came on Monday.", "XXXX-WXX-1"),
        ("They came Monday night.", "XXXX-WXX-1TNI"),
        ("They came yesterday.", "XXXX-XX-XX"),
        ("They came last week.", "XXXX-WXX"),
        ("They came last month.", "XXXX-XX"),
        ("They came last year.", "XXXX"),
        ("They came over the weekend.", "XXXX-WXX-WE"),
        ("They came in February.", "XXXX-02"),
        ("They came on Feb. 1.", "XXXX-02-01"),
        ("They came in the third quarter.", "XXXX-Q3"),
        ("They came last summer.", "XXXX-SU"),
        ("They came two days ago.", "XXXX-XX-XX"),
        ("They came on Christmas Day.", "XXXX-XX-XX"),
        ("They came at noon.", "XXXX-XX-XXT12:00"),
    ],
)
def test_without_publication_date_relative_expressions_stay_open(sentence, value):
    (timex,) = find_timexes(sentence, None)
    assert (timex.value, timex.edtf, timex.earliest, timex.latest) == (value, None, None, None)
    assert "no " in timex.how or "unknown" in timex.how


def test_without_publication_date_what_is_written_in_full_is_read():
    assert dated("They came on Feb. 1, 2017. Two days later they left.", None) == [
        ("Feb. 1, 2017", "2017-02-01"),
        ("Two days later", "2017-02-03"),
    ]


def test_how_tells_the_steps():
    (timex,) = find_timexes("The sheriff spoke on Monday.", FRIDAY)
    assert timex.how == "'Monday': last Monday not after Friday 2017-03-24"
    (timex,) = find_timexes("The sheriff will speak on Monday.", FRIDAY)
    assert timex.how == "'Monday': next Monday not before Friday 2017-03-24: the clause looks ahead ('will')"
