"""Whether a weekday, month or season without a year lies ahead or is over, class by class, each with its counterpart."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

WEDNESDAY = date(2025, 9, 24)
SUNDAY = date(2025, 9, 21)


def read(sentence, anchor=WEDNESDAY):
    return [str(timex.edtf) for timex in find_timexes(sentence, anchor) if timex.edtf]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a participle behind the day only describes
        ("The council will hold a vote on Monday designed to end it.", "2025-09-29"),
        ("The county will open an office Monday aimed at tenants.", "2025-09-29"),
        ("The vote Monday ended it.", "2025-09-22"),
        # a present passive is no past
        ("If he isn't granted a hearing this Thursday, he must leave.", "2025-09-25"),
        ("Unless it is not yet approved this Thursday, the case ends.", "2025-09-25"),
        ("He wasn't granted a hearing this Thursday.", "2025-09-18"),
        # what is asked for or wanted now
        ("Tenants are asked to come to the hall Thursday.", "2025-09-25"),
        ("Tenants were asked to come to the hall Thursday.", "2025-09-18"),
        ("He is believed to have come to the hall Thursday.", "2025-09-18"),
        ("The mayor wants the board to vote Tuesday.", "2025-09-30"),
        ("The mayor wanted the board to vote Tuesday.", "2025-09-23"),
        ("He has to go back in April, his wife said.", "2026-04"),
        ("He had to go back in April, his wife said.", "2025-04"),
        ("Organisers plan a march Saturday.", "2025-09-27"),
        ("Voters rejected a plan Saturday.", "2025-09-20"),
        ("Clergy are calling for a vigil Saturday.", "2025-09-27"),
        ("The chief is leaving the town on Tuesday.", "2025-09-30"),
        ("A truck leaving the town on Tuesday was stopped.", "2025-09-23"),
        ("A judge set a trial for February.", "2026-02"),
        ("Come January, the jail will close.", "2026-01"),
        ("They will come in January.", "2026-01"),
        ("The order was signed in May and takes effect Nov. 1.", "2025-11-01"),
        ("The law on checkpoints takes effect Nov. 1.", "2025-11-01"),
        ("The ban on masks starts Nov. 1.", "2025-11-01"),
        ("The hiring process starts Nov. 1.", "2025-11-01"),
        ("The order was signed in May and took effect Nov. 1.", "2024-11-01"),
        ("The order expires Aug. 30.", "2026-08-30"),
        ("The order expired Aug. 30.", "2025-08-30"),
        ("The flight will leave in three weeks.", "2025-10-13/2025-10-19"),
        ("The hearing is in two months.", "2025-11"),
        # what somebody has still to attend
        ("She has a hearing before a judge in February.", "2026-02"),
        ("She has her check-in on Monday.", "2025-09-29"),
        ("She had a hearing before a judge in February.", "2025-02"),
        ("She has lost her case in February.", "2025-02"),
        ("Three of the eight have hearings Monday.", "2025-09-29"),
        ("Three of the eight had hearings Monday.", "2025-09-22"),
        ("Three of the eight have lost hearings Monday.", "2025-09-22"),
        # what is called for is yet to come, unless it is the call that has the day
        ("Clergy have called for a march on Saturday.", "2025-09-27"),
        ("Clergy called for a strike and a vigil on Saturday.", "2025-09-27"),
        ("Clergy called for an inquiry on Saturday.", "2025-09-20"),
        ("Clergy called the march on Saturday a success.", "2025-09-20"),
        ("A flight is likely on Saturday.", "2025-09-27"),
        ("A flight was likely on Saturday.", "2025-09-20"),
        # a new day
        ("The march was postponed to Saturday.", "2025-09-27"),
        ("Her visit was pushed back to Saturday.", "2025-09-27"),
        ("The march had been postponed to Saturday.", "2025-09-20"),
        ("The march was postponed Saturday.", "2025-09-20"),
        # what is feared or prepared for
        ("Families braced for raids on Sunday.", "2025-09-28"),
        ("With a threat of raids on Sunday, clergy opened their doors.", "2025-09-28"),
        ("Raids on Sunday emptied the shops.", "2025-09-21"),
        # ahead of it
        ("The county trains its clerks ahead of the November election.", "2025-11"),
        ("She was freed ahead of her arraignment on Sunday.", "2025-09-28"),
        ("Streets were closed ahead of a march Sunday.", "2025-09-28"),
        ("She was freed at her arraignment on Sunday.", "2025-09-21"),
        ("They met ahead of the vote, the clerk said Sunday.", "2025-09-21"),
        ("They would wait until after the November elections.", "2025-11"),
        ("Aides feared a ruling could hurt them in their drive for the November election.", "2025-11"),
        ("In her testimony for Sunday, the director said the raids would go on.", "2025-09-28"),
        ("In her testimony on Sunday, the director said the raids would go on.", "2025-09-21"),
        ("Turnout fell in the November election.", "2024-11"),
        ("The board should act in December's session.", "2025-12"),
        ("The board acted in December's session.", "2024-12"),
        ("The board will appeal Monday's ruling.", "2025-09-22"),
        ("Or else they revisit it later in the fall.", "2025-09-24/2025-11-30"),
        # up to now
        ("Talks have gone on since November and are expected to end.", "2024-11"),
        ("The road was closed by Sunday afternoon.", "2025-09-21"),
        ("The road fully reopened by Sunday night.", "2025-09-21"),
        ("An answer was due by Sunday.", "2025-09-28"),
        ("He was told to answer by Sunday.", "2025-09-28"),
        # May is a month
        ("The arrest happened May 2 when he drove to work.", "2025-05-02"),
        ("Deputies responded May 2 to a call.", "2025-05-02"),
    ],
)
def test_the_words_around_show_whether_a_day_lies_ahead(sentence, expected):
    assert read(sentence)[-1] == expected


def test_what_was_ahead_of_a_month_just_gone_looks_back():
    winter = date(2026, 1, 10)
    assert read("Clerks were trained ahead of the November election.", winter) == ["2025-11"]
    assert read("Clerks are trained ahead of the February election.", winter) == ["2026-02"]
    assert read("The rule takes effect Nov. 20.", winter) == ["2026-11-20"]


def test_a_weekend_that_is_told_of_as_recent_is_over():
    assert read("Agents were seen as recently as this weekend.")[-1] == "2025-09-20/2025-09-21"
    assert read("Agents will be seen this weekend.")[-1] == "2025-09-27/2025-09-28"


def test_on_a_sunday_this_week_to_come_begins_on_monday():
    assert read("The board will vote this week.", SUNDAY) == ["2025-09-22/2025-09-28"]
    assert read("The board meets ahead of a hearing later this week.", SUNDAY) == ["2025-09-22/2025-09-28"]
    assert read("The board voted this week.", SUNDAY) == ["2025-09-15/2025-09-21"]


def test_the_words_in_front_of_a_clause_take_its_tense():
    said_in_winter = date(2025, 2, 8)
    assert read("During the storm this summer, Mr. Lund said, agents found boats.", said_in_winter) == ["2024-22"]
    assert read("During the fair this summer, Mr. Lund will speak.", said_in_winter) == ["2025-22"]


def test_what_was_decided_need_not_be_over():
    assert read("The court agreed to hear the case this spring.", date(2025, 1, 22)) == ["2025-21"]
    assert read("The court agreed with the county this spring.", date(2025, 1, 22)) == ["2024-21"]


def test_a_day_counted_from_a_month_is_no_more_precise_than_the_month():
    days = ["2025-03", "2025-03-02/2025-04-01"]
    assert read("In March she agreed. A day later, she backed off.") == days
    assert read("In March she agreed. The next day, she backed off.") == days
    assert read("In mid-March she agreed. A day later, she backed off.")[1] == "2025-03-12~/2025-03-21~"
    assert read("On March 4 she agreed. A day later, she backed off.") == ["2025-03-04", "2025-03-05"]
    assert read("In March she agreed. Two months later, she backed off.") == ["2025-03", "2025-05"]


def test_a_day_given_up_and_the_new_one_are_no_span():
    timexes = find_timexes("A judge moved the hearing from Oct. 12 to Nov. 4.", WEDNESDAY)
    assert [(str(timex.edtf), timex.until) for timex in timexes] == [("2025-10-12", None), ("2025-11-04", None)]
    span, _ = find_timexes("The fair runs from Oct. 12 to Nov. 4.", WEDNESDAY)
    assert str(span.until) == "2025-10-12/2025-11-04"


def test_an_expression_ends_where_a_sentence_begins():
    assert read("Agents raid a mill 3 days ago\nOn Thursday, lawyers sued.") == ["2025-09-21", "2025-09-18"]
    assert read("It was a week ago on Tuesday.") == ["2025-09-16"]


@pytest.mark.parametrize("year", ["2018", "## 2018", "**2018**", "2018:"])
def test_the_days_of_a_chronicle_are_of_the_year_above_them(year):
    text = f"It began small.\n\n{year}\n\n- Oct. 9: The county left.\n\n**December** - The jail closed on Monday."
    assert read(text)[1:3] == ["2018-10-09", "2018-12"]


def test_a_year_in_a_sentence_is_above_nothing():
    assert read("It began in 2018.\n\nAug. 9 was hot.")[-1] == "2025-08-09"
    assert read("2018\n\nIt has been hot since Aug. 9.")[-1] == "2025-08-09"  # amid a line


def test_a_year_belongs_to_its_day():
    assert read("In this June 30, 2018, photo, agents stand by.") == ["2018-06-30"]
    assert read("The vote this June 30 was close.") == ["2025-06-30"]


@pytest.mark.parametrize(
    "sentence", ["It could take two months.", "They held 40 in two days.", "It is one in two months of rain."]
)
def test_a_mere_length_of_time_has_no_place(sentence):
    assert read(sentence) == []


def test_a_figure_before_a_full_stop_ends_its_sentence():
    assert read("He was killed on March 7. A day after he was killed, they came.") == ["2025-03-07", "2025-03-08"]


def test_a_year_that_only_describes_is_not_counted_from():
    text = "In March, he was held on an outstanding 1995 warrant. A month later, he was free."
    assert read(text) == ["2025-03", "1995", "2025-04"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On Monday, the Assembly passed a rule that would end the deal.", "2025-09-22"),
        ("Monday, the family sued, and the court will hear it.", "2025-09-22"),
        ("On Monday the rally ended, and another will follow.", "2025-09-22"),
        ("It is not formally granted until Monday.", "2025-09-29"),
        ("The newly adopted rule will end the deal Monday.", "2025-09-29"),
    ],
)
def test_a_noun_in_ly_is_no_adverb(sentence, expected):
    assert read(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ruling requires the office to drop its October 1 guidance.", "2024-10-01"),
        ("The board will discuss the October 5 raid.", "2024-10-05"),
        ("They will appeal the December ruling.", "2024-12"),
        ("The board will prepare for the October 5 hearing.", "2025-10-05"),
        ("The office will publish guidance October 5.", "2025-10-05"),
        ("Agents plan October raids.", "2025-10"),
    ],
)
def test_what_is_called_by_its_day_has_been(sentence, expected):
    assert read(sentence) == [expected]
