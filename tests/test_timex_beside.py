"""Days and spans that are named by others: parts of a month, weeks off, beside a holiday, over the new year."""

from __future__ import annotations

from datetime import date

import pytest

from raidline import lexicon
from raidline.extract.timex import find_timexes

FRIDAY = date(2017, 3, 24)


def dated(sentence, anchor=FRIDAY):
    return [(t.text, str(t.edtf) if t.edtf else None) for t in find_timexes(sentence, anchor)]


PARTS = [
    ("They met on the second Tuesday in May last year.", "the second Tuesday in May last year", "2016-05-10"),
    ("They met on the 3rd Wednesday of January.", "the 3rd Wednesday of January", "2017-01-18"),
    ("They met on the first Monday of September.", "the first Monday of September", "2016-09-05"),
    ("They will meet on the third Monday in May.", "the third Monday in May", "2017-05-15"),
    ("They met on the final Sunday in Feb. 2016.", "the final Sunday in Feb. 2016", "2016-02-28"),
    ("ON THE FIRST MONDAY OF THE MONTH, ICE CAME.", "THE FIRST MONDAY OF THE MONTH", "2017-03-06"),
    ("They met on the last Tuesday of the month.", "the last Tuesday of the month", "2017-02-28"),
    ("They will meet on the last Tuesday of the month.", "the last Tuesday of the month", "2017-03-28"),
    ("They will meet on the fourth Thursday of next month.", "the fourth Thursday of next month", "2017-04-27"),
    ("They met on the last day of February 2016.", "the last day of February 2016", "2016-02-29"),
    ("They met on the last day of the year.", "the last day of the year", "2016-12-31"),
    ("They will meet on the last day of the year.", "the last day of the year", "2017-12-31"),
    ("They met the last weekend of January 2016.", "the last weekend of January 2016", "2016-01-30/2016-01-31"),
    ("They met in the first half of February.", "the first half of February", "2017-02-01/2017-02-15"),
    ("They met in the first six months of last year.", "the first six months of last year", "2016-01/2016-06"),
    ("They met in the first six months of fiscal 2016.", "the first six months of fiscal 2016", "2015-10/2016-03"),
    ("They met in the first three months of 2017.", "the first three months of 2017", "2017-01-01/2017-03-24"),
    ("They met in the last two weeks of February.", "the last two weeks of February", "2017-02-15/2017-02-28"),
    ("They met in the first week of 2016.", "the first week of 2016", "2016-01-01/2016-01-07"),
    ("They met in the last month of 2016.", "the last month of 2016", "2016-12"),
    ("They met one Sunday in February.", "one Sunday in February", "2017-02"),
    ("They meet the first Monday of each month.", "the first Monday of each month", None),
]
WEEKS_OFF = [
    ("They met Tuesday last week.", "Tuesday last week", "2017-03-14"),
    ("They met Wednesday night of last week.", "Wednesday night of last week", "2017-03-15"),
    ("They met last week, on Tuesday.", "last week, on Tuesday", "2017-03-14"),
    ("They will meet Thursday of next week.", "Thursday of next week", "2017-03-30"),
    ("They met the week before last.", "the week before last", "2017-03-06/2017-03-12"),
    ("They met on Friday before last.", "Friday before last", "2017-03-10"),
    ("They met the weekend before last.", "the weekend before last", "2017-03-11/2017-03-12"),
    ("They met the month before last.", "the month before last", "2017-01"),
    ("They met the winter before last.", "the winter before last", "2015-24"),
    ("They will meet the week after next.", "the week after next", "2017-04-03/2017-04-09"),
    ("They met on Sunday two weeks ago.", "Sunday two weeks ago", "2017-03-05"),
    ("They met three Sundays ago.", "three Sundays ago", "2017-03-05"),
    ("They met a couple of Sundays ago.", "a couple of Sundays ago", "2017-03-12"),
    ("They met a fortnight ago Monday.", "a fortnight ago Monday", "2017-03-06"),
    ("They met a week ago last Monday.", "a week ago last Monday", "2017-03-13"),
    ("They will meet two weeks from tomorrow.", "two weeks from tomorrow", "2017-04-08"),
    ("They met two weeks ago today.", "two weeks ago today", "2017-03-10"),
    ("They met two to three weeks ago.", "two to three weeks ago", "2017-02-27/2017-03-12"),
    ("He left Feb. 1. They met the Monday after.", "the Monday after", "2017-02-06"),
]
LENGTHS = [
    ("They met two years and three months ago.", "two years and three months ago", "2014-12"),
    ("They met two years, three months ago.", "two years, three months ago", "2014-12"),
    ("They met three weeks and two days ago.", "three weeks and two days ago", "2017-03-01"),
    ("They met a year and a day ago.", "a year and a day ago", "2016-03-23"),
    ("They met a month and a half ago.", "a month and a half ago", "2017-02"),
    ("They met two and a half weeks ago.", "two and a half weeks ago", "2017-03-06/2017-03-12"),
    ("They met a dozen days ago.", "a dozen days ago", "2017-03-12"),
    ("Ten years later, he returned.", "Ten years later", None),
    ("In 2005 he came. Ten years later, he left.", "Ten years later", "2015"),
    ("In 2012 he came. Ten years later, he remembers.", "Ten years later", None),
]
BESIDE = [
    ("They met the week before Memorial Day.", "the week before Memorial Day", "2016-05-23/2016-05-29"),
    ("They met the weekend before Thanksgiving.", "the weekend before Thanksgiving", "2016-11-19/2016-11-20"),
    ("They met the Friday following Presidents Day.", "the Friday following Presidents Day", "2017-02-24"),
    ("They met the first Tuesday after Labor Day.", "the first Tuesday after Labor Day", "2016-09-06"),
    ("They met two days before March 3.", "two days before March 3", "2017-03-01"),
    ("They met three weeks before Christmas.", "three weeks before Christmas", "2016-11-28/2016-12-04"),
    ("They met days after Election Day.", "days after Election Day", "2016-11-09/2016-11-15"),
    ("They met on the eve of Thanksgiving.", "the eve of Thanksgiving", "2016-11-23"),
    ("They met the week of Thanksgiving.", "the week of Thanksgiving", "2016-11-21/2016-11-27"),
    ("They met the weekend of March 4.", "the weekend of March 4", "2017-03-04/2017-03-05"),
    ("They met over the July 4 weekend.", "July 4 weekend", "2016-07-02/2016-07-04"),
    ("They will meet the week before Easter.", "the week before Easter", "2017-04-03/2017-04-09"),
]
HOLIDAYS = [
    ("They met over New Year's, too.", "New Year's", "2017-01-01"),
    ("They met on Thanksgiving eve.", "Thanksgiving eve", "2016-11-23"),
    ("They met on Christmas night.", "Christmas night", "2016-12-25"),
    ("They met on election night.", "election night", "2016-11-08"),
    ("They met over the Memorial Day holiday weekend.", "Memorial Day holiday weekend", "2016-05-28/2016-05-30"),
    ("They met on MLK Jr. Day.", "MLK Jr. Day", "2017-01-16"),
    ("They met on Veteran's Day.", "Veteran's Day", "2016-11-11"),
    ("They met on Indigenous People's Day.", "Indigenous People's Day", "2016-10-10"),
    ("They met this past Thanksgiving.", "this past Thanksgiving", "2016-11-24"),
    ("They met on Dia de los Muertos.", "Dia de los Muertos", "2016-11-02"),
    ("They met on Día de Muertos.", "Día de Muertos", "2016-11-02"),
    ("They met on Super Tuesday.", "Super Tuesday", "2016-03-01"),
]
FISCAL = [
    ("It rose in fiscal years 2015 and 2016.", "fiscal years 2015", "2014-10-01/2015-09-30"),
    ("It rose in fiscal years 2015 and 2016.", "2016", "2015-10-01/2016-09-30"),
    ("It rose in the 2016 fiscal year.", "the 2016 fiscal year", "2015-10-01/2016-09-30"),
    ("It rose in FY-16.", "FY-16", "2015-10-01/2016-09-30"),
    ("It rose in the first quarter of fiscal 2016.", "the first quarter of fiscal 2016", "2015-36"),
    ("It rose in the last two quarters of 2016.", "the last two quarters of 2016", "2016-41"),
]
SPANS = [
    ("It rose between December and February 2015.", "December", "2014-12"),
    ("It rose Nov.-Jan. 2015.", "Nov.", "2014-11"),
    ("It rose in November, December and January 2015.", "November", "2014-11"),
    ("It rose in March and February 2015.", "March", "2015-03"),
    ("It rose in October, November and December 2015.", "October", "2015-10"),
    ("It rose from late December to early January 2016.", "late December", "2015-12-21~/2015-12-31~"),
    ("It rose from March to May of last year.", "March", "2016-03"),
    ("It rose from 28 December to 3 January 2016.", "28 December", "2015-12-28"),
    ("It rose in the winter of 2015-16.", "the winter of 2015-16", "2015-24"),
]
DAYS = [
    ("They met on Monday the 20th.", "Monday the 20th", "2017-03-20"),
    ("They will meet on Tuesday the 4th.", "Tuesday the 4th", "2017-04-04"),
    ("They met on Friday, March the 17th.", "Friday, March the 17th", "2017-03-17"),
    ("They met Monday 13 to Wednesday 15 February.", "Monday 13", "2017-02-13"),
    ("They met on 13, 14 and 15 February.", "14", "2017-02-14"),
    ("They met on 13, 14 and 15 February.", "15 February", "2017-02-15"),
    ("They met on the 13th and 14th.", "14th", "2017-03-14"),
    ("They met on 19-Nov-12.", "19-Nov-12", "2012-11-19"),
    ("They met on 13.06.2016.", "13.06.2016", "2016-06-13"),
    ("They met on 2016/06/13.", "2016/06/13", "2016-06-13"),
]


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"), [*PARTS, *WEEKS_OFF, *LENGTHS, *BESIDE, *HOLIDAYS, *FISCAL, *SPANS, *DAYS]
)
def test_the_day_that_is_meant(sentence, text, edtf):
    assert (text, edtf) in dated(sentence)


@pytest.mark.parametrize(
    ("day", "sentence", "text", "edtf"),
    [  # what is told took place beside the holiday, which may itself lie ahead
        ("2017-11-21", "They came the Friday before Thanksgiving.", "the Friday before Thanksgiving", "2017-11-17"),
        ("2017-12-26", "They came two days after Christmas.", "two days after Christmas", "2016-12-27"),
    ],
)
def test_the_holiday_is_the_one_beside_which_it_can_have_happened(day, sentence, text, edtf):
    assert dated(sentence, date.fromisoformat(day)) == [(text, edtf)]


UNITS = [*lexicon.load("timex_words")["UNIT"]["words"], *lexicon.load("timex_words")["UNITS"]["words"]]


@pytest.mark.parametrize("lead", ["a", "an", "two", "half a", "the", "the two", "a few", "several", ""])
@pytest.mark.parametrize("unit", UNITS)
def test_law_any_length_beside_a_day_is_read(lead, unit):
    for direction in ("before", "after", "prior to"):
        found = dated(f"They came {lead} {unit} {direction} March 3, 2016.".replace("  ", " "))
        if found or not unit.startswith("centur"):  # of which two are too far to count
            assert found[-1][0].endswith("March 3, 2016")


@pytest.mark.parametrize("length", ["an hour", "two hours", "a minute", "30 seconds", "a few hours", "a millennium"])
def test_what_is_no_number_of_days_is_a_length_beside_the_day(length):
    assert dated(f"They came {length} before Christmas.") == [(length, None), ("Christmas", "2016-12-25")]


def test_inauguration_day_comes_every_fourth_year():
    assert dated("They met on Inauguration Day.", date(2019, 3, 1)) == [("Inauguration Day", "2017-01-20")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the last day of school.",
        "They held 20, 21 and 22 people.",
        "It was filed 06.12.2017.",
        "The council met, and May said no.",
        "They freed him, and April called.",
        "They searched May's office; June's lawyer objected.",
        "After May refused, they left.",
        "According to May, it fell.",
        "It was a New Year's resolution.",
        "Between May and the sheriff nothing was said.",
    ],
)
def test_nothing_is_found(sentence):
    assert dated(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Monday 20 people were held.", [("Monday", "2017-03-20")]),
        ("On Friday, the fourth raid began.", [("Friday", "2017-03-24")]),
        ("In April and May they said no.", [("April", "2016-04"), ("May", "2016-05")]),
        ("They met on Feb. 6 and on the 20th.", [("Feb. 6", "2017-02-06"), ("the 20th", "2017-02-20")]),
        ("They met on Feb. 26 and on the 3rd.", [("Feb. 26", "2017-02-26"), ("the 3rd", "2017-03-03")]),
        ("They will be here until May.", [("May", "2017-05")]),
        (
            "They met last week, Monday through Wednesday.",
            [("last week, Monday", "2017-03-13"), ("Wednesday", "2017-03-15")],
        ),
        ("They bought it from Feb. 14 to Thursday.", [("Feb. 14", "2017-02-14"), ("Thursday", "2017-03-23")]),
    ],
)
def test_near_ones_are_read_as_they_are(sentence, found):
    assert dated(sentence) == found
