"""Types and TIMEX3 values, class by class, as annotators of news write them."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

FRIDAY = date(2017, 3, 24)


def read(sentence, anchor=FRIDAY):
    return [(t.text, t.type, t.value, t.mod) for t in find_timexes(sentence, anchor)]


DAYS = [
    ("The order was signed on January 25, 2017.", "January 25, 2017", "2017-01-25"),
    ("It was signed Wednesday, Jan. 25, 2017, in public.", "Wednesday, Jan. 25, 2017", "2017-01-25"),
    ("It was signed on 25 January 2017.", "25 January 2017", "2017-01-25"),
    ("It was signed on the 25th of January.", "the 25th of January", "2017-01-25"),
    ("It was signed on March twenty-first.", "March twenty-first", "2017-03-21"),
    ("It was filed 2017-03-06 by the clerk.", "2017-03-06", "2017-03-06"),
    ("It was filed 3/6/2017 by the clerk.", "3/6/2017", "2017-03-06"),
    ("It was filed 13/6/2016 by the clerk.", "13/6/2016", "2016-06-13"),
    ("Polls closed on Election Day.", "Election Day", "2016-11-08"),
    ("He was freed last Thanksgiving.", "last Thanksgiving", "2016-11-24"),
    ("Easter 2016 was early.", "Easter 2016", "2016-03-27"),
    ("The mayor spoke yesterday.", "yesterday", "2017-03-23"),
    ("The board will vote tomorrow.", "tomorrow", "2017-03-25"),
    ("She resigned the day before yesterday.", "the day before yesterday", "2017-03-22"),
    ("It happened 11 days ago.", "11 days ago", "2017-03-13"),
    ("It happened a year ago today.", "a year ago today", "2016-03-24"),
    ("It happened on the day after Thanksgiving.", "the day after Thanksgiving", "2016-11-25"),
    ("It will happen on Super Bowl Sunday 2022.", "Super Bowl Sunday 2022", "2022-02-13"),
]
MONTHS_AND_MORE = [
    ("The jail closed in October 2015.", "October 2015", "2015-10"),
    ("The jail closed in Sept. 2014.", "Sept. 2014", "2014-09"),
    ("Arrests doubled in July last year.", "July last year", "2016-07"),
    ("Arrests doubled last August.", "last August", "2016-08"),
    ("The council voted last week.", "last week", "2017-W11"),
    ("The council voted two weeks ago.", "two weeks ago", "2017-W10"),
    ("The council voted last month.", "last month", "2017-02"),
    ("The council voted five months ago.", "five months ago", "2016-10"),
    ("The council voted last year.", "last year", "2016"),
    ("The council voted two years ago.", "two years ago", "2015"),
    ("The council voted a decade ago.", "a decade ago", "2007"),
    ("They rallied over the weekend.", "the weekend", "2017-W11-WE"),
    ("They rallied the week of Jan. 9.", "the week of Jan. 9", "2017-W02"),
    ("Arrests fell in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3"),
    ("The agency posted third-quarter figures.", "third-quarter", "2016-Q3"),
    ("Arrests fell in Q2 2016.", "Q2 2016", "2016-Q2"),
    ("Arrests fell in the second half of 2015.", "the second half of 2015", "2015-H2"),
    ("They marched in the summer of 2014.", "the summer of 2014", "2014-SU"),
    ("They marched last fall.", "last fall", "2016-FA"),
    ("Arrests fell in fiscal 2016.", "fiscal 2016", "2016"),
    ("He arrived in the 1990s.", "the 1990s", "199"),
    ("He arrived in the '80s.", "the '80s", "198"),
    ("He arrived in the nineties.", "the nineties", "199"),
    ("The law dates from the 19th century.", "the 19th century", "18"),
    ("He arrived in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("They feared the year two thousand.", "the year two thousand", "2000"),
    ("Deportations are now routine.", "now", "PRESENT_REF"),
    ("The sheriff recently retired.", "recently", "PAST_REF"),
    ("He will return in the near future.", "the near future", "FUTURE_REF"),
]


@pytest.mark.parametrize(("sentence", "text", "value"), DAYS + MONTHS_AND_MORE)
def test_a_place_in_the_calendar(sentence, text, value):
    assert [t[:3] for t in read(sentence)] == [(text, "DATE", value)]


@pytest.mark.parametrize(
    ("sentence", "text", "value", "mod"),
    [
        ("It began in early February 2017.", "early February 2017", "2017-02", "START"),
        ("It began in mid-January.", "mid-January", "2017-01", "MID"),
        ("It began in late 2016.", "late 2016", "2016", "END"),
        ("It began in the late 1980s.", "the late 1980s", "198", "END"),
        ("It began at the end of 2015.", "the end of 2015", "2015", "END"),
        ("It began at the beginning of March.", "the beginning of March", "2017-03", "START"),
        ("It began earlier this month.", "earlier this month", "2017-03", "START"),
        ("It will end later this year.", "later this year", "2017", "END"),
        ("It began around Nov. 1.", "around Nov. 1", "2016-11-01", "APPROX"),
        ("It began about two years ago.", "about two years ago", "2015", "APPROX"),
        ("It began early Tuesday.", "early Tuesday", "2017-03-21", "START"),
    ],
)
def test_a_modifier_belongs_to_the_expression(sentence, text, value, mod):
    assert read(sentence) == [(text, "DATE", value, mod)]


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("He told reporters Thursday night that it is over.", "Thursday night", "2017-03-23TNI"),
        ("It started at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2017-03-22T22:00"),
        ("The offer stood until 5 p.m. EST, Nov. 9, 2016.", "5 p.m. EST, Nov. 9, 2016", "2016-11-09T17:00"),
        ("By a staff writer, Mar 24, 2017 at 2:58 PM ET", "Mar 24, 2017 at 2:58 PM ET", "2017-03-24T14:58"),
        ("They were held at noon Saturday.", "noon Saturday", "2017-03-18T12:00"),
        ("They came yesterday afternoon.", "yesterday afternoon", "2017-03-23TAF"),
        ("They came this morning.", "this morning", "2017-03-24TMO"),
        ("They play at 7:30 tonight.", "7:30 tonight", "2017-03-24T19:30"),
        ("They came in the early morning hours of Monday.", "the early morning hours of Monday", "2017-03-20TMO"),
        ("They came last night.", "last night", "2017-03-23TNI"),
        ("They came on the night of Feb. 9.", "the night of Feb. 9", "2017-02-09TNI"),
        ("They came at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m. (0735 GMT) Friday", "2017-03-24T10:35"),
    ],
)
def test_a_time_of_the_day(sentence, text, value):
    assert [t[:3] for t in read(sentence)] == [(text, "TIME", value)]


@pytest.mark.parametrize(
    ("sentence", "text", "value", "mod"),
    [
        ("He was held for two days.", "two days", "P2D", None),
        ("He was held for twenty-four hours.", "twenty-four hours", "PT24H", None),
        ("He was held for 5 1/2 hours.", "5 1/2 hours", "PT5H30M", None),
        ("He was held for two and a half years.", "two and a half years", "P2Y6M", None),
        ("He was held for a year and a half.", "a year and a half", "P1Y6M", None),
        ("He was held for a few days.", "a few days", "PXD", None),
        ("He was held for several months.", "several months", "PXM", None),
        ("He was held for years.", "years", "PXY", None),
        ("He was held for a hundred days.", "a hundred days", "P100D", None),
        ("A three-day operation ended.", "three-day", "P3D", None),
        ("A week-long operation ended.", "week-long", "P1W", None),
        ("A weeklong operation ended.", "weeklong", "P1W", None),
        ("He was held for more than two weeks.", "more than two weeks", "P2W", "MORE_THAN"),
        ("He was held for at least 30 days.", "at least 30 days", "P30D", "EQUAL_OR_MORE"),
        ("He was held for up to 48 hours.", "up to 48 hours", "PT48H", "EQUAL_OR_LESS"),
        ("He was held for nearly three years.", "nearly three years", "P3Y", "LESS_THAN"),
        ("He was held for two decades.", "two decades", "P20Y", None),
        ("He was held the first nine months.", "the first nine months", "P9M", None),
        ("It rose in the past two years.", "the past two years", "P2Y", None),
        ("It may take two to three weeks.", "two to three weeks", "P2W", None),
        ("An hour later he left.", "An hour later", "PT1H", None),
        ("It may fall in the coming decade.", "the coming decade", "P10Y", None),
    ],
)
def test_a_length_of_time(sentence, text, value, mod):
    assert read(sentence) == [(text, "DURATION", value, mod)]


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("The court sits every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The court sits on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
        ("The report is due each month.", "each month", "P1M"),
        ("The report is due every two weeks.", "every two weeks", "P2W"),
        ("The report is due every other week.", "every other week", "P2W"),
        ("The report comes out weekly.", "weekly", "P1W"),
        ("They check in twice a week.", "twice a week", "P1W"),
        ("They march each July.", "each July", "XXXX-07"),
    ],
)
def test_what_recurs(sentence, text, value):
    assert [t[:3] for t in read(sentence)] == [(text, "SET", value)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The trial begins Monday.", "2017-03-27"),
        ("The exhibit opens Tuesday downtown.", "2017-03-28"),
        ("Commissioners meet Tuesday to consider it.", "2017-03-28"),
        ("The council votes Wednesday on the plan.", "2017-03-29"),
        ("On Sunday, the Dolphins open the season.", "2017-03-26"),
        ("He and Avery Stone meet separately Monday.", "2017-03-27"),
        ("The hearing is Thursday.", "2017-03-30"),
        ("The deadline is on Monday.", "2017-03-27"),
        ("They are meeting Monday.", "2017-03-27"),
        ("She is to appear in court Tuesday.", "2017-03-28"),
        ("The council won't decide Monday.", "2017-03-27"),
        ("Residents can comment Tuesday.", "2017-03-28"),
        ("The storm will hit Sunday.", "2017-03-26"),
        ("Talks could begin Monday.", "2017-03-27"),
        ("Monday is the deadline.", "2017-03-27"),
        ("He could not be reached Monday.", "2017-03-20"),
        ("It had been due to expire Monday.", "2017-03-20"),
        ("The board said the trial begins Monday.", "2017-03-27"),
        ("The trial began Monday.", "2017-03-20"),
        ("The team won Monday.", "2017-03-20"),
        ("Absentee votes Tuesday showed a lead.", "2017-03-21"),
        ("The board put it into law Tuesday by 9 votes to 3.", "2017-03-21"),
        ("District 9 votes Tuesday.", "2017-03-28"),
        ("The planning commission on Tuesday denied a permit.", "2017-03-21"),
        ("They are planning a march Sunday.", "2017-03-26"),
        ("The planned rally on Tuesday drew 200.", "2017-03-21"),
        ("The planned rally on Tuesday organized by nuns is free.", "2017-03-28"),
        ("They fear the planned raids on Tuesday.", "2017-03-28"),
        ("A strike is called for Sunday.", "2017-03-26"),
        ("The union has called a strike for Sunday.", "2017-03-26"),
        ("A hearing is on the calendar for Sunday.", "2017-03-26"),
        ("He was not called for Sunday's vote.", "2017-03-19"),
        ("The mayor called for calm on Sunday.", "2017-03-19"),
        ("They paid him for Sunday.", "2017-03-19"),
        ("Join us for a march on Sunday.", "2017-03-26"),
        ("Please join us on Sunday.", "2017-03-26"),
        ("They came to join us on Sunday.", "2017-03-19"),
        ("The march steps off at the mill Sunday.", "2017-03-26"),
        ("Nuns sat on the steps off Main Street Sunday.", "2017-03-19"),
        ("The clinic will stay closed through Friday.", "2017-03-24"),
        ("The clinic will stay closed until Sunday.", "2017-03-26"),
        ("The court is closed through Sunday.", "2017-03-26"),
        ("The school was closed through Sunday.", "2017-03-19"),
        ("The jail held 40 people through Sunday.", "2017-03-19"),
        ("They gathered for the start Monday.", "2017-03-20"),
        ("Police are investigating a shooting Monday.", "2017-03-20"),
        ("It was reported in Monday's opening.", "2017-03-20"),
    ],
)
def test_what_stands_in_the_calendar_is_told_in_the_present_tense(sentence, value):
    assert [t[2] for t in read(sentence)] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The rule expires on December 31.", "2017-12-31"),
        ("The rule kicks in on December 1.", "2017-12-01"),
        ("The rule is effective December 1.", "2017-12-01"),
        ("The rule becomes effective January 1.", "2018-01-01"),
        ("The rule takes effect Jan. 1.", "2018-01-01"),
        ("The ban runs through December 31.", "2017-12-31"),
        ("The sheriff leaves office Dec. 31.", "2017-12-31"),
        ("The measure goes to voters on Nov. 8.", "2017-11-08"),
        ("The council votes on the rule Dec. 6.", "2017-12-06"),
        ("Effective Dec. 1, counties must comply.", "2017-12-01"),
        ("They will meet on Dec. 6.", "2017-12-06"),
        ("The rule took effect on Dec. 1.", "2016-12-01"),
    ],
)
def test_a_term_is_told_ahead_however_far_off(sentence, value):
    assert [t[2] for t in read(sentence)] == [value]


def test_a_span_of_a_clause_that_looks_ahead_ends_after_it_begins():
    found = read("They will meet from December to February.", date(2017, 3, 10))
    assert [t[2] for t in found] == ["2017-12", "2018-02"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Agents raided the plant on May 20.", "2016-05-20"),
        ("ICE arrested nine people at a market April 20.", "2016-04-20"),
        ("Nine people were arrested by deputies on April 20.", "2016-04-20"),
        ("On April 20, agents came to the door.", "2016-04-20"),
        ("The office said on April 20 that it was over.", "2016-04-20"),
        ("Agents came on the morning of April 20.", "2016-04-20TMO"),
        ("Agents raided the plant on March 25.", "2017-03-25"),  # the stamp of the page may be a day off
        ("The judge set a hearing for April 20.", "2017-04-20"),
        ("They filed for a hearing on April 20.", "2017-04-20"),
        ("The office announced a sweep on April 20.", "2017-04-20"),
        ("The judge moved the trial to April 20.", "2017-04-20"),
        ("He was arrested before his April 20 check-in.", "2017-04-20"),
        ("The council voted to meet April 20.", "2017-04-20"),
        ("Agents will raid the plant on April 20.", "2017-04-20"),
    ],
)
def test_what_is_done_is_not_of_a_day_to_come(sentence, value):
    assert [t[2] for t in read(sentence)] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Voters rejected a plan to hold people at the jail Tuesday.", "2017-03-21"),
        ("The board tabled the county's plan to lease beds Tuesday.", "2017-03-21"),
        ("Hopes for a quick end faded Tuesday.", "2017-03-21"),
        ("The city dropped its hopes for a waiver Tuesday.", "2017-03-21"),
        ("Officials plan to lease beds Tuesday.", "2017-03-28"),
        ("The board will vote on a plan to lease beds Tuesday.", "2017-03-28"),
        ("Clergy still hope for a meeting Tuesday.", "2017-03-28"),
    ],
)
def test_a_plan_as_a_noun_leaves_the_day_to_the_verb(sentence, value):
    assert [t[2] for t in read(sentence)] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The judge extended the order through June.", "2017-06"),
        ("The vote was postponed to Tuesday.", "2017-03-28"),
        ("The hearing was moved to Monday.", "2017-03-27"),
        ("The program was suspended through August.", "2017-08"),
        ("The board extended the deal in June.", "2016-06"),
        ("The family moved to town on Monday.", "2017-03-20"),
        ("The order had been extended through December.", "2016-12"),
        ("Agents stayed through December.", "2016-12"),
    ],
)
def test_a_term_that_is_moved_ends_ahead(sentence, value):
    assert [t[2] for t in read(sentence)] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The council will vote next Saturday.", "2017-04-01"),  # told on a Friday
        ("The council will vote next Saturday night.", "2017-04-01TNI"),
        ("The council will vote next Sunday.", "2017-03-26"),
        ("The council will vote next Friday.", "2017-03-31"),
        ("The council will vote Saturday.", "2017-03-25"),
        ("The council will vote this coming Saturday.", "2017-03-25"),
        ("The judge ruled on March 16, a Thursday. The next Friday she was freed.", "2017-03-17"),
    ],
)
def test_next_saturday_is_not_tomorrow(sentence, value):
    assert read(sentence)[-1][2] == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Last year in November, agents arrested nine.", "2016-11"),
        ("Last year, in January, agents arrested nine.", "2016-01"),
        ("Agents arrested nine last year on Feb. 5.", "2016-02-05"),
        ("Two years ago in March, agents arrested nine.", "2015-03"),
        ("The council will vote next year in February.", "2018-02"),
        ("Earlier this year in February, agents arrested nine.", "2017-02"),
        ("Last year, in the spring, agents arrested nine.", "2016-SP"),
        ("Arrests rose last year. In the summer they fell.", "2016-SU"),
        ("Arrests rose last year. In February, nine were arrested.", "2017-02"),
        ("Arrests rose last year and in February.", "2017-02"),
        ("Arrests fell by half last year; on Feb. 5 nine were arrested.", "2017-02-05"),
        ("Nine were arrested last year, compared with four in February.", "2017-02"),
    ],
)
def test_a_month_is_of_the_year_right_before_it(sentence, value):
    assert read(sentence)[-1][2] == value


def test_a_second_weekday_follows_the_first():
    assert [t[2] for t in read("Schools may close Friday and Saturday.")] == ["2017-03-24", "2017-03-25"]
    assert [t[2] for t in read("It may snow Thursday and Friday.", date(2017, 3, 30))] == ["2017-03-30", "2017-03-31"]
    assert [t[2] for t in read("It snowed Thursday and Friday.", date(2017, 3, 30))] == ["2017-03-30", "2017-03-24"]
    assert [t[2] for t in read("Schools closed Monday and Wednesday.")] == ["2017-03-20", "2017-03-22"]


def test_this_winter_of_a_past_clause_is_over():
    assert [t[2] for t in read("The mill closed this winter.")] == ["2016-WI"]
    assert [t[2] for t in read("The mill will close this winter.")] == ["2017-WI"]


def test_a_caption_in_the_present_tense_shows_what_has_been():
    text = "Visitors return to the park on June 6."
    assert [t[2] for t in read(text, date(2025, 11, 2))] == ["2025-06-06"]


def test_a_weekday_that_ends_an_interval_follows_its_start():
    assert [t[2] for t in read("The convention runs Monday to Thursday.")] == ["2017-03-27", "2017-03-30"]
    assert [t[2] for t in read("The storm lasted from Tuesday through Friday.")] == ["2017-03-21", "2017-03-24"]
    assert [t[2] for t in read("It was held from Saturday to Monday.")] == ["2017-03-18", "2017-03-20"]


def test_a_day_keeps_the_year_it_was_named_with():
    assert [t[2] for t in read("The riot of Jan. 6, 2015, was over. He was held on Jan. 6.")] == ["2015-01-06"] * 2
    assert [t[2] for t in read("The riot of Jan. 6, 2015, was over. He was held on Jan. 7.")][1] == "2017-01-07"


def test_in_the_morning_is_told_of_the_day_before_in_the_text():
    assert [t[2] for t in read("They came on Tuesday. They left in the morning.")] == ["2017-03-21", "2017-03-21TMO"]


@pytest.mark.parametrize("day", [1, 2, 3, 4])
def test_a_weekend_takes_its_holiday_in(day):
    found = find_timexes("Patrols grew over Labor Day weekend.", date(2016, 9, 5 + day))
    assert [(t.value, str(t.edtf)) for t in found] == [("2016-W35-WE", "2016-09-03/2016-09-05")]


def test_a_year_earlier_compares_with_the_quarter_spoken_of():
    text = "Net fell in the third quarter of 2016. A year earlier it had risen."
    assert [t[2] for t in read(text)] == ["2016-Q3", "2015-Q3"]
    text = "Net fell in the third quarter of 2016. For the nine months it fell too. A year earlier it had risen."
    assert [t[2] for t in read(text)][-1] == "2015"


def test_apostrophes_may_be_curly():
    assert read("Last month’s raids")[0][:3] == ("Last month", "DATE", "2017-02")
    assert read("in the ’90s")[0][:3] == ("the ’90s", "DATE", "199")
    assert read("at 9 o’clock in the evening")[0][1:3] == ("TIME", "2017-03-24T21:00")


def test_white_space_and_line_breaks_within_an_expression_stay_in_it():
    assert read("It began on Jan.\n20,  2017, there.")[0][:3] == ("Jan.\n20,  2017", "DATE", "2017-01-20")
    assert [t[0] for t in read("It began in January\n\n2017 was warm.")] == ["January", "2017"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Agents came on Tuesday. At 9 a.m. they left.", "2017-03-21T09:00"),
        ("Agents came on March 14. Nobody was told. The gate was opened at about 6 p.m.", "2017-03-14T18:00"),
        ("Agents came today. At 9 a.m. they left.", "2017-03-24T09:00"),
        ("Agents came in January. At 9 a.m. they left.", "XXXX-XX-XXT09:00"),  # on a day that was not named
        ("Agents came on Feb. 1.\n\nThe gate was new. It opens at 9 a.m.", "XXXX-XX-XXT09:00"),  # long before
        ("Agents came on Tuesday.\n\nThe gate was new. It was opened at 9 a.m.", "2017-03-21T09:00"),
        ("At 9 a.m. they left.", "2017-03-24T09:00"),
        (f"Agents came on Tuesday. {'The street was quiet. ' * 60}At 9 a.m. they left.", "2017-03-24T09:00"),  # far off
    ],
)
def test_an_hour_goes_on_with_the_day_told_of_before(text, value):
    assert find_timexes(text, FRIDAY)[-1].value == value
