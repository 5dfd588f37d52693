"""Times with a first and a last day: what lasts until one, nights, parts in a row, the last hours, the new year."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

THURSDAY = date(2031, 6, 19)


def read(sentence, anchor=THURSDAY):
    return {one.text: str(one.edtf) if one.edtf else None for one in find_timexes(sentence, anchor)}


UNTIL = [
    # what goes on has not ended
    ("She will stay until April.", "April", "2032-04"),
    ("The road is closed until April.", "April", "2032-04"),
    ("The hearing was postponed until April.", "April", "2032-04"),
    ("The order remains in effect until June 1.", "June 1", "2032-06-01"),
    # what is told as over has
    ("She stayed until April.", "April", "2031-04"),
    ("The road was closed until April.", "April", "2031-04"),
    ("They were held from Thanksgiving until Christmas.", "Christmas", "2030-12-25"),
    ("They were held from Thanksgiving to New Year's Day.", "New Year's Day", "2031-01-01"),
    ("They will be held from Thanksgiving until Christmas.", "Christmas", "2031-12-25"),
    ("They are held until Christmas.", "Christmas", "2031-12-25"),
    # what lasted until a day is over; what is given or put off until a day is not
    ("The march went on until Sunday.", "Sunday", "2031-06-15"),
    ("The sit-in lasted until about 4 a.m. Sunday.", "about 4 a.m. Sunday", "2031-06-15"),
    ("Families waited there until Monday.", "Monday", "2031-06-16"),
    ("The vigil continued until Sunday.", "Sunday", "2031-06-15"),
    ("The case was continued until Monday.", "Monday", "2031-06-23"),
    ("The judge stayed the order until Monday.", "Monday", "2031-06-23"),
    ("The judge gave them until Monday.", "Monday", "2031-06-23"),
    # what came about no sooner
    ("His wife did not learn of it until Monday.", "Monday", "2031-06-16"),
    ("He was not told of the charge until Monday.", "Monday", "2031-06-16"),
    ("They never saw a judge until Monday.", "Monday", "2031-06-16"),
    ("He was not freed until after the Monday hearing.", "Monday", "2031-06-16"),
    ("Not until Monday were they freed.", "Monday", "2031-06-16"),
    ("Not until Monday will they be freed.", "Monday", "2031-06-23"),
    ("He will not be freed until after the Monday hearing.", "Monday", "2031-06-23"),
    ("He could not go home until Monday.", "Monday", "2031-06-23"),
    ("She was not expected to appear until Monday.", "Monday", "2031-06-23"),
    ("The rule was not to take effect until Monday.", "Monday", "2031-06-23"),
    ("The rule does not take effect until Monday.", "Monday", "2031-06-23"),
]


@pytest.mark.parametrize(("sentence", "text", "edtf"), UNTIL)
def test_until(sentence, text, edtf):
    assert read(sentence)[text] == edtf


NIGHTS = [
    ("Vans came Tuesday night into Wednesday.", {"2031-06-17/2031-06-18"}),
    ("Vans came late Tuesday into early Wednesday.", {"2031-06-17/2031-06-18"}),
    ("Vans came overnight Tuesday into Wednesday.", {"2031-06-17/2031-06-18"}),
    ("Tuesday's rally turned into Thursday's march.", set()),
    ("Vans came Tuesday and went into Thursday's crowd.", set()),
]


@pytest.mark.parametrize(("sentence", "until"), NIGHTS)
def test_a_night_goes_into_the_next_day(sentence, until):
    assert {str(one.until) for one in find_timexes(sentence, THURSDAY) if one.until} == until


BEGUN = [
    ("Nine were held in a sweep that began June 2 and ended Friday.", {"2031-06-02/2031-06-13"}),
    ("The sweep started on Monday and concluded on Wednesday.", {"2031-06-16/2031-06-18"}),
    ("The sweep began June 2 and nine were held on Friday.", set()),
    ("Agents came June 2 and ended the sweep Friday.", set()),
]


@pytest.mark.parametrize(("sentence", "until"), BEGUN)
def test_what_began_on_a_day_and_ended_on_another_is_both_and_the_days_between(sentence, until):
    assert {str(one.until) for one in find_timexes(sentence, THURSDAY) if one.until} == until


MONTHS = [
    ("Nine were held in March and April.", {"2031-03/2031-04"}),
    ("Nine were held in November and December.", {"2030-11/2030-12"}),
    ("Nine were held in March and in May.", set()),
    ("Nine were held in March and May.", set()),
    ("Nine were held in March or April.", {"[2031-03..2031-04]"}),
    ("Nine were held in March or in May.", set()),
    ("Nine were held in early March and April.", set()),
]


@pytest.mark.parametrize(("sentence", "until"), MONTHS)
def test_two_months_in_a_row_are_both_or_one_of_them(sentence, until):
    assert {str(one.until) for one in find_timexes(sentence, THURSDAY) if one.until} == until


OVERNIGHT = [
    ("Vans came overnight Tuesday.", {"overnight": None, "Tuesday": "2031-06-17"}),
    ("Vans came overnight on June 7.", {"overnight": None, "June 7": "2031-06-07"}),
    ("Vans came Tuesday overnight.", {"overnight": None, "Tuesday": "2031-06-17"}),
    ("Vans came overnight.", {"overnight": "2031-06-18/2031-06-19"}),
    ("Vans came overnight, and on Tuesday cooks marched.", {"overnight": "2031-06-18/2031-06-19", "Tuesday": "2031-06-17"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), OVERNIGHT)
def test_overnight_beside_a_day_is_of_that_day(sentence, found):
    assert read(sentence) == found


PARTS = [
    ("It ends in mid-to-late July.", {"mid-to-late July": "2031-07-11~/2031-07-31~"}),
    ("By mid- to late April it had ended.", {"mid- to late April": "2031-04-11~/2031-04-30~"}),
    ("It ended in early to mid-May.", {"early to mid-May": "2031-05-01~/2031-05-20~"}),
    ("It ended in the mid-to-late 2010s.", {"the mid-to-late 2010s": "2014~/2019~"}),
    ("It ended in late April or early May.", {"late April": "2031-04-21~/2031-04-30~", "early May": "2031-05-01~/2031-05-10~"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), PARTS)
def test_two_parts_of_one_month(sentence, found):
    assert read(sentence) == found


HOURS = [
    ("In the past 48 hours, vans came.", {"the past 48 hours": "2031-06-17/2031-06-19"}),
    ("In the last 12 hours, vans came.", {"the last 12 hours": "2031-06-18/2031-06-19"}),
    ("They have the next 48 hours to leave.", {"the next 48 hours": None}),
    ("They waited 48 hours.", {"48 hours": None}),
    ("In the last few hours, vans came.", {"the last few hours": None}),
    ("In the last 30 minutes, vans came.", {"the last 30 minutes": None}),
]


@pytest.mark.parametrize(("sentence", "found"), HOURS)
def test_the_last_hours_are_of_these_days(sentence, found):
    assert read(sentence) == found


NEW_YEAR = [
    ("In the first week of the new year, vans came.", date(2031, 1, 20), {"the first week of the new year": "2031-01-01/2031-01-07"}),
    ("In the first week of the new year, vans will come.", date(2031, 12, 1), {"the first week of the new year": "2032-01-01/2032-01-07"}),
    ("Early in the new year, vans will come.", date(2031, 12, 1), {"Early in the new year": "2032-01~/2032-03~"}),
    ("They welcomed the new year.", date(2031, 1, 20), {}),
    ("They sang in the new year's first hour.", date(2031, 1, 20), {}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "anchor", "found"), NEW_YEAR)
def test_the_new_year(sentence, anchor, found):
    assert read(sentence, anchor) == found


FISCAL = [
    ("It fell in Q1 of FY2031.", {"Q1 of FY2031": "2030-36"}),
    ("It fell in the second quarter of FY 2031.", {"the second quarter of FY 2031": "2031-33"}),
    ("It fell in FY31 Q2.", {"FY31 Q2": "2031-33"}),
    ("It fell in Q2 of 2030.", {"Q2 of 2030": "2030-34"}),
]


@pytest.mark.parametrize(("sentence", "found"), FISCAL)
def test_quarters_of_fiscal_years(sentence, found):
    assert read(sentence) == found


def test_a_weekday_told_of_a_holiday_is_no_day_of_its_own():
    assert read("They came on Valentine's Day, a Friday.") == {"Valentine's Day": "2031-02-14"}
    assert read("They came on Christmas, a Wednesday, of all days.") == {"Christmas": "2030-12-25"}
    assert read("They came by day, a Friday crowd.") != {}


CLOCKS = [
    # an hour belongs to the day behind the hour that ends it
    ("It lasted from 9 a.m. to 4 p.m. Tuesday.", {"9 a.m.": "2031-06-17", "4 p.m. Tuesday": "2031-06-17"}),
    ("It lasted from 9:00-11:30 a.m. on June 10.", {"9:00": "2031-06-10", "11:30 a.m. on June 10": "2031-06-10"}),
    ("It is open from 9 a.m. to 5 p.m. Vans came.", {"9 a.m.": "2031-06-19", "5 p.m.": "2031-06-19"}),
    ("Vans came at 9 a.m., and cooks marched at 4 p.m. Tuesday.", {"9 a.m.": "2031-06-19", "4 p.m. Tuesday": "2031-06-17"}),
    # and an hour "on the 11th" to that day, which is not to come
    ("Vans came at 10:40 p.m. on the 11th.", {"10:40 p.m. on the 11th": "2031-06-11"}),
    ("Cooks will march at 6 p.m. on the 25th.", {"6 p.m. on the 25th": "2031-06-25"}),
    ("Vans came today and on the 11th.", {"today": "2031-06-19", "the 11th": "2031-06-11"}),
    ("Vans came at 10:40 p.m. on the 11th floor.", {"10:40 p.m.": "2031-06-19"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), CLOCKS)
def test_hours_of_the_day_beside_them(sentence, found):
    assert read(sentence) == found


SOME_DAY = [
    ("Vans came on a recent Tuesday.", {}),
    ("On a cold Tuesday morning, vans came.", {}),
    ("On a cold Tuesday morning in January, vans came.", {"a cold Tuesday morning in January": "2031-01"}),
    ("On a quiet Sunday in mid-May, vans came.", {"mid-May": "2031-05-11~/2031-05-20~"}),
    ("On a bus Tuesday, he was stopped.", {"Tuesday": "2031-06-17"}),
    ("On a busy Tuesday night shift, he was stopped.", {"Tuesday night": "2031-06-17"}),
    ("Every first Friday of the month, mothers meet.", {"Every first Friday of the month": None}),
    ("Vans came June 9. The day before, a Sunday, it rained.", {"June 9": "2031-06-09", "The day before": "2031-06-08"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), SOME_DAY)
def test_a_weekday_that_is_not_said_to_be_this_or_that_one(sentence, found):
    assert read(sentence) == found


NAMED = [
    ("Vans came midway through May.", {"midway through May": "2031-05-11~/2031-05-20~"}),
    ("Vans came on June 1st, 2nd and 3rd.", {"June 1st": "2031-06-01", "2nd": "2031-06-02", "3rd": "2031-06-03"}),
    ("It fell in the 2030 calendar year.", {"the 2030 calendar year": "2030"}),
    ("It fell since the start of the fiscal year.", {"the start of the fiscal year": "2030-10-01/.."}),
    ("Vans came most recently on June 9.", {"June 9": "2031-06-09"}),
    ("Vans recently came.", {"recently": None}),
    # what was to be done need not be over
    ("The rule, which was to take effect Friday, is on hold.", {"Friday": "2031-06-20"}),
    ("She was able to leave Friday.", {"Friday": "2031-06-13"}),
]


@pytest.mark.parametrize(("sentence", "found"), NAMED)
def test_days_and_years_by_their_names(sentence, found):
    assert read(sentence) == found


SINCE = [
    ("It has been four days since agents came.", "2031-06-15"),
    ("It's been nearly two weeks since the raid.", "2031-06-02~/2031-06-08~"),
    ("Three months have passed since the raid.", "2031-03"),
    ("In the four days since the raid, 60 people called.", None),
    ("It has been quiet since.", None),
]


@pytest.mark.parametrize(("sentence", "edtf"), SINCE)
def test_what_has_passed_since_counts_back_from_publication(sentence, edtf):
    assert list(read(sentence).values()) in ([edtf], [])


def test_days_after_a_stamp_do_not_lie_ahead():
    text = "Updated June 18, 2031. Four days after agents took two mothers, the town has released a video."
    assert read(text)["Four days"] is None


BESIDE = [
    ("The raids came the week before Labor Day.", "2030-08-26/2030-09-01"),
    ("The hearing was on May 8. The papers were filed the day prior.", "2031-05-07"),
    ("The hearing was on May 8. The papers were filed the week prior.", "2031-05-01"),
    ("The papers were filed the week prior.", "2031-06-09/2031-06-15"),
]


@pytest.mark.parametrize(("text", "edtf"), BESIDE)
def test_beside_a_day(text, edtf):
    assert list(read(text).values())[-1] == edtf
