"""Dates that are told by another date of the same report, class by class, each with its counterpart."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

FRIDAY = date(2025, 5, 16)
RAID = "On April 14, deputies raided the mill."


def read(sentence, anchor=FRIDAY):
    return [(timex.text, str(timex.edtf) if timex.edtf else None) for timex in find_timexes(sentence, anchor)]


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [
        # weeks from a day lead to a day, but only few weeks are counted so exactly
        (f"{RAID} A week later, the owner sued.", "A week later", "2025-04-21"),
        (f"{RAID} Two weeks later the owner sued.", "Two weeks later", "2025-04-28"),
        (f"{RAID} A week earlier the owner had complained.", "A week earlier", "2025-04-07"),
        (f"{RAID} About two weeks later the owner sued.", "About two weeks later", "2025-04-28~/2025-05-04~"),
        ("On Feb. 3, deputies raided the mill. Ten weeks later it shut.", "Ten weeks later", "2025-04-14/2025-04-20"),
        ("In April, deputies raided the mill. A week later it shut.", "A week later", "2025-04-08/2025-05-07"),
        ("A hearing is set for June 2, and a trial two weeks later.", "two weeks later", "2025-06-16"),
        # labels of lines
        (
            "Saturday, April 12: 2,000 march.\n\nMonday: The council asks the governor to step in.",
            "Monday",
            "2025-04-14",
        ),
        ("Saturday, May 10: 2,000 march.\n\nMonday: The council asks the governor to step in.", "Monday", "2025-05-12"),
        ("Saturday, May 10: 2,000 march.\n\nOn Monday the council will ask the governor.", "Monday", "2025-05-19"),
        # what began, and what will begin
        ("For a week starting Jan. 7, agents drove the lanes.", "Jan. 7", "2025-01-07"),
        ("The council approved a ban starting Jan. 7, the mayor said.", "Jan. 7", "2026-01-07"),
        # nothing counts from the end of a time that somebody was given
        (f"{RAID} A judge gave it until May 2 to answer. The owner sued a day later.", "a day later", "2025-04-15"),
        (f"{RAID} It was open until May 2. The owner sued a day later.", "a day later", "2025-05-03"),
        # more words for it
        (f"{RAID} A day afterward, the owner sued.", "A day afterward", "2025-04-15"),
        (f"{RAID} The owner sued four days after.", "four days after", "2025-04-18"),
        (f"{RAID} The owner had complained three weeks before.", "three weeks before", "2025-03-24"),
        (f"{RAID} The owner sued four days after the board met.", "four days", None),
        ("The owner had complained three weeks before.", "three weeks before", None),
        (f"{RAID} The owner was held a week earlier than the guard.", "a week earlier", None),
        (f"{RAID} The owner sued on that very day.", "that very day", "2025-04-14"),
        (f"{RAID} The very next day the owner sued.", "The very next day", "2025-04-15"),
        # what is past does not count from a day to come
        (f"{RAID} A hearing is set for June 2. The owner sued the next day.", "the next day", "2025-04-15"),
        (f"{RAID} A hearing is set for June 2. The owner sued three days later.", "three days later", "2025-04-17"),
        (f"{RAID} A hearing is set for June 2. The owner will go the next day.", "the next day", "2025-06-03"),
        # a day counts from a day, not from a year told since
        (f"{RAID} One had been sought since 2020. The next day the owner sued.", "The next day", "2025-04-15"),
        ("One had been sought since June 2020. The next day the owner sued.", "The next day", "2020-06-02/2020-07-01"),
        ("It was the largest since 2019. It came a day after the board met.", "a day", None),
        ("It began on May 5. It came a day after the board met.", "a day", "2025-05-04"),
        # a year of a life is not that of what follows
        ("Judges, first elected in 2013, meet next on March 7.", "March 7", "2025-03-07"),
        ("The judges met twice in 2013: on March 7 and in May.", "March 7", "2013-03-07"),
        # hours are those of the act, not of the words about it
        ("He died Sunday, the jail said Wednesday. He was found at 3 a.m.", "3 a.m.", "2025-05-11"),
        ("He died Sunday, the jail said in a statement on Wednesday. He was found at 3 a.m.", "3 a.m.", "2025-05-11"),
        ("He died Sunday. The jail said Wednesday it was sorry. It shut at 3 a.m.", "3 a.m.", "2025-05-14"),
        ("The jail said Wednesday that he died Sunday. He was found at 3 a.m.", "3 a.m.", "2025-05-11"),
        # a weekday counts from a day
        (f"{RAID} The owner sued the following Monday.", "the following Monday", "2025-04-21"),
        (
            f"{RAID} It opened in January 2013. The owner sued the following Friday.",
            "the following Friday",
            "2025-04-18",
        ),
        ("It was raided in January 2013. The owner sued the following Friday.", "the following Friday", None),
        (
            "A hearing is set for June 2. Appeals will be heard the following Monday.",
            "the following Monday",
            "2025-06-09",
        ),
    ],
)
def test_what_counts_from_the_act_told_before(sentence, text, edtf):
    assert (text, edtf) in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("On the Monday, the owner sued.", ["2025-04-28"]),
        ("On the Monday, the owner sued. On Tuesday, a judge heard her.", ["2025-04-28", "2025-04-29"]),
        (
            "On the Monday, she sued. On Tuesday, he heard her. On Friday, he ruled.",
            ["2025-04-28", "2025-04-29", "2025-05-02"],
        ),
        ("On the Monday, she sued. On Saturday, he ruled.", ["2025-04-28", "2025-05-10"]),  # not the next few days
        ("On Monday, the owner sued. On Tuesday, a judge heard her.", ["2025-05-12", "2025-05-13"]),
        ("It shut on the Monday holiday.", ["2025-05-12"]),
        ("On the Monday that followed the storm, it was shut.", ["2025-05-12"]),
        ("On the Sunday they came, it was shut.", ["2025-04-27"]),
    ],
)
def test_the_monday_is_that_of_the_days_told_of(sentence, days):
    assert [day for _, day in read(f"On April 27, deputies raided the mill. {sentence}")][1:] == days


def test_the_monday_of_no_story_is_the_last_one():
    assert read("On the Monday, the owner sued.") == [("Monday", "2025-05-12")]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("On April 15, a Tuesday, deputies raided the mill.", ["2025-04-15"]),
        ("On the 9th, which was a Friday, deputies raided the mill.", ["2025-05-09"]),
        ("It was a Tuesday, and the mill was closed.", []),
        ("She sat down at the counter on a Tuesday.", []),
        ("The mayor said so in a Tuesday statement.", ["2025-05-13"]),
        ("They met on a Tuesday night call.", ["2025-05-13"]),
        ("The raid was Tuesday.", ["2025-05-13"]),
    ],
)
def test_a_weekday_that_only_describes_is_no_date(sentence, days):
    assert [day for _, day in read(sentence)] == days


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [
        ("The board met on April 6. On the 20th, the owner sued.", "the 20th", "2025-04-20"),
        ("The board met on March 6. On the 20th, the owner sued.", "the 20th", "2025-03-20"),
        ("The board met on March 6. On the 2nd, the owner had sued.", "the 2nd", "2025-03-02"),
        ("The board met on March 6. On the 2nd, the owner sued.", "the 2nd", None),  # of March, or of April
        ("The board met on April 27. On the 2nd, the owner sued.", "the 2nd", "2025-05-02"),
        ("The board met in March. In 2013 it was new. On the 20th, the owner sued.", "the 20th", "2025-03-20"),
        ("A hearing is set for Aug. 4. The bill passed on the 3rd of the month.", "the 3rd of the month", "2025-05-03"),
        ("A hearing is set for Aug. 4. The bill passed on the 3rd.", "the 3rd", "2025-05-03"),
        ("A hearing is set for Aug. 4. A vote will follow on the 11th.", "the 11th", "2025-08-11"),
        ("By the evening of the 9th, the town was empty.", "the evening of the 9th", "2025-05-09"),
        ("By the evening of the 9th, the town will be empty.", "the evening of the 9th", "2025-06-09"),
    ],
)
def test_the_month_of_a_day_alone(sentence, text, edtf):
    found = dict(read(sentence))
    assert found.get(text) == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("It sat for six weeks until, on June 5, senators put it to a vote.", "2024-06-05"),
        ("On June 5, senators put it to a vote and it went down.", "2024-06-05"),
        ("On June 5, senators put it to a vote they will regret.", "2025-06-05"),
        ("On June 5, senators take it up again.", "2025-06-05"),
        ("They are to speak, on June 5, of what was lost.", "2025-06-05"),
        ("By June 5, the board will have voted.", "2025-06-05"),
    ],
)
def test_a_day_in_front_of_what_is_over(sentence, edtf):
    assert read(sentence)[-1][1] == edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("On Nov. 8, 2006, the town banned it. The ban had been introduced on Oct. 4.", "2006-10-04"),
        ("On Dec. 8, 2006, the town banned it. On Jan. 4 a judge was asked.", "2025-01-04"),  # of this year
        ("In 2006, on Oct. 4, the ban was introduced.", "2006-10-04"),
        ("### NOVEMBER 8, 2006\n\nThe town bans it. It was introduced on Oct. 4.", "2006-10-04"),
        (
            "He came in 2006. On Oct. 4, agents arrested him.",
            "2024-10-04",
        ),  # a year that need not be that of the arrest
        ("On Nov. 8, 2006, he came. On May 4 agents arrested him.", "2025-05-04"),
        ("On Nov. 8, 2006, the town banned it. The next vote is on Oct. 4.", "2025-10-04"),
        ("On Nov. 8, 2006, the town banned it. It could look at it on Aug. 4.", "2025-08-04"),
    ],
)
def test_a_day_of_an_earlier_year_is_beside_a_date_of_that_year(sentence, edtf):
    assert read(sentence)[-1][1] == edtf


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "A judge ruled on May 6. On the evening of the ruling, cars came.",
            ("the evening of the ruling", "2025-05-06"),
        ),
        ("A judge ruled on May 6. The day after the ruling, cars came.", ("The day after the ruling", "2025-05-07")),
        ("A judge ruled on May 6. Cars came minutes after the ruling.", ("minutes after the ruling", "2025-05-06")),
        (
            "The letter went out on May 6. On the night of the letter, cars came.",
            ("the night of the letter", "2025-05-06"),
        ),
        ("A judge ruled on May 6. On the evening of the raid, cars came.", None),
        ("A judge ruled in May. On the evening of the ruling, cars came.", None),
        ("A judge ruled on May 6. He was alone. On the evening of the ruling, cars came.", None),
        ("A judge ruled on May 6, after a fire in March. On the evening of the ruling, cars came.", None),
    ],
)
def test_a_time_told_by_an_act_has_its_day_where_that_is_certain(sentence, found):
    acts = [one for one in read(sentence) if one[0].endswith(("ruling", "raid", "letter"))]
    assert acts == ([found] if found else [])
