"""Days as month/day without a year, and times that go back to a date told before: each with what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

THURSDAY = date(2031, 6, 19)


def read(sentence):
    return {one.text: str(one.edtf) if one.edtf else None for one in find_timexes(sentence, THURSDAY)}


SHORT = [
    ("On 6/12, vans came.", {"6/12": "2031-06-12"}),
    ("Vans came on 6/12, 6/14 and 6/15.", {"6/12": "2031-06-12", "6/14": "2031-06-14", "6/15": "2031-06-15"}),
    ("Vans came from 5/31-6/2.", {"5/31": "2031-05-31", "6/2": "2031-06-02"}),
    ("Monday 6/16: Vans come.", {"Monday 6/16": "2031-06-16"}),
    ("Vans came on Monday (6/16).", {"Monday (6/16)": "2031-06-16"}),
    ("A march will be held on 6/28.", {"6/28": "2031-06-28"}),
    ("6/12: Vans come.\n6/14: Cooks march.", {"6/12": "2031-06-12", "6/14": "2031-06-14"}),
    ("10/9/2029: Vans come.\n10/11: Cooks march.", {"10/9/2029": "2029-10-09", "10/11": "2029-10-11"}),
    ("Vans came on 9/11.", {"9/11": "2001-09-11"}),
    # parts, scores, rounds of a clock, what is no day
    ("The farm lies on 1/2 acre.", {}),
    ("He pays for 3/4 of it.", {}),
    ("The court split 5/4: it ruled.", {}),
    ("It is open 24/7.", {}),
    ("Vans came on 2/30.", {}),
    ("Vans came on 13/2, they say.", {}),
    ("They vote on 1/4 cent.", {}),
    ("It cost $6/12: too much.", {}),
]


@pytest.mark.parametrize(("sentence", "found"), SHORT)
def test_month_and_day_in_figures(sentence, found):
    assert read(sentence) == found


TOLD = [
    # nothing tells which day
    ("He was taken the same day.", {"the same day": None}),
    ("Vans came that night.", {"that night": None}),
    ("The following day, cooks marched.", {"The following day": None}),
    ("The next morning, cooks marched.", {"The next morning": None}),
    ("That week, cooks marched.", {"That week": None}),
    # a date before it does
    ("It rained June 9. He was taken the same day.", {"June 9": "2031-06-09", "the same day": "2031-06-09"}),
    ("It rained June 9. Vans came that night.", {"June 9": "2031-06-09", "that night": "2031-06-09"}),
    ("It rained June 9. The next morning, vans came.", {"June 9": "2031-06-09", "The next morning": "2031-06-10"}),
    # what counts from the day of writing needs none
    ("Vans came last night.", {"last night": "2031-06-18"}),
    ("Vans came this week.", {"this week": "2031-06-16/2031-06-19"}),
]


@pytest.mark.parametrize(("sentence", "found"), TOLD)
def test_what_goes_back_to_a_date_before_it_needs_one(sentence, found):
    assert read(sentence) == found


WEEKENDS = [
    ("Over the 4th of July weekend, vans came.", {"the 4th of July weekend": "2030-07-04/2030-07-07"}),
    ("On Labor Day weekend of last year, vans came.", {"Labor Day weekend of last year": "2030-08-31/2030-09-02"}),
    ("On the 4th of July, cooks will march.", {"the 4th of July": "2031-07-04"}),
    ("The Sunday school was closed.", {}),
    ("The Monday school board vote failed.", {"Monday": "2031-06-16"}),
]


@pytest.mark.parametrize(("sentence", "found"), WEEKENDS)
def test_weekends_of_holidays(sentence, found):
    assert read(sentence) == found


ORDERED = [
    # a range that goes over New Year, without "from"
    ("The ban ran Nov. 15 through March 15.", {"Nov. 15": "2030-11-15", "March 15": "2031-03-15"}),
    ("The ban runs Nov. 15 through March 15.", {"Nov. 15": "2031-11-15", "March 15": "2032-03-15"}),
    ("It fell from January to December.", {"January": "2030-01", "December": "2030-12"}),
    ("It fell Friday to December's level.", {"Friday": "2031-06-13", "December": "2030-12"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), ORDERED)
def test_a_range_begins_before_it_ends(sentence, found):
    assert read(sentence) == found


IN_A_YEAR = [
    ("In 2028, vans came on Feb. 3 and Nov. 19.", {"2028": "2028", "Feb. 3": "2028-02-03", "Nov. 19": "2028-11-19"}),
    ("They came twice in 2028: on Feb. 3 and Nov. 19.", {"2028": "2028", "Feb. 3": "2028-02-03", "Nov. 19": "2028-11-19"}),
    ("The town, which joined in 2028, left on Feb. 3.", {"2028": "2028", "Feb. 3": "2031-02-03"}),
    ("In 2028, the town joined. On Feb. 3, it left.", {"2028": "2028", "Feb. 3": "2031-02-03"}),
    ("In 2028, a law was passed that ends on July 3.", {"2028": "2028", "July 3": "2031-07-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), IN_A_YEAR)
def test_a_year_at_the_head_of_a_sentence_is_that_of_its_days(sentence, found):
    assert read(sentence) == found


DAYS = [
    ("Vans will leave by the 31st.", {"the 31st": "2031-07-31"}),
    ("Vans came from the 2nd to the 6th.", {"the 2nd": "2031-06-02", "the 6th": "2031-06-06"}),
    ("Vans have come since the 2nd.", {"the 2nd": "2031-06-02"}),
    ("It was upheld by the 9th Circuit.", {}),
    ("It lasted through the 5th inning.", {}),
    ("It rained June 9; vans came the day after that.", {"June 9": "2031-06-09", "the day after that": "2031-06-10"}),
    ("It rained June 9. The day after that raid, cooks marched.", {"June 9": "2031-06-09"}),
    ("July 1 was the last day for the clinic.", {"July 1": "2030-07-01"}),
    ("July 1 was set for the vote.", {"July 1": "2031-07-01"}),
    ("June 1 was a Sunday.", {"June 1": "2031-06-01"}),
]


@pytest.mark.parametrize(("sentence", "found"), DAYS)
def test_days_by_number_and_days_as_subjects(sentence, found):
    assert read(sentence) == found
