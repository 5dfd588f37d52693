"""Days of a week that is over, of a month told before, and of two nights: each with what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

FRIDAY = date(2031, 5, 16)


def read(sentence, anchor=FRIDAY):
    return {one.text: str(one.edtf) if one.edtf else None for one in find_timexes(sentence, anchor)}


OLDER_WEEKS = [
    # weekdays go on from a week that the sentence before names
    ("The week of April 7 was tense. On Monday, agents came. On Tuesday, cooks marched.", "Monday", "2031-04-07"),
    ("The week of April 7 was tense. On Monday, agents came. On Tuesday, cooks marched.", "Tuesday", "2031-04-08"),
    # not from the last week, not beyond the next sentence, not within one, and not of what is to come
    ("Last week was tense. On Monday, agents came.", "Monday", "2031-05-12"),
    ("The week of April 7 was tense. It rained. On Monday, agents came.", "Monday", "2031-05-12"),
    ("The week of April 7 was tense. Agents came on Monday.", "Monday", "2031-05-12"),
    ("The week of April 7 was tense. On Monday, the council will vote.", "Monday", "2031-05-19"),
    # and from a day that is given with its weekday, while they follow each other closely
    ("It began on March 3, a Monday. On Tuesday, cooks marched.", "Tuesday", "2031-03-04"),
    ("On Monday, March 3, agents came. On Wednesday, cooks marched.", "Wednesday", "2031-03-05"),
    ("It began on March 3. On Tuesday, cooks marched.", "Tuesday", "2031-05-13"),
    ("On Monday, March 3, agents came. On Friday, cooks marched.", "Friday", "2031-05-16"),
    ("On Monday, May 12, agents came. On Tuesday, cooks marched.", "Tuesday", "2031-05-13"),
    # a list of weekdays is of the week named behind it
    ("Agents came on Monday, Tuesday and Thursday of last week.", "Monday", "2031-05-05"),
    ("Agents came on Monday, on Tuesday, and last week.", "Monday", "2031-05-12"),
    # "the next Thursday" of a story is not the next one of the reader
    ("Agents came on April 8. The next Thursday, a vigil was held.", "The next Thursday", "2031-04-10"),
    ("A vigil was held the next Thursday.", "the next Thursday", None),
    ("A vigil will be held next Thursday.", "next Thursday", "2031-05-22"),
]


@pytest.mark.parametrize(("sentence", "text", "edtf"), OLDER_WEEKS)
def test_weekdays_of_an_older_week(sentence, text, edtf):
    assert read(sentence)[text] == edtf


LATER = [
    ("Agents came on April 8. Later that week, cooks marched.", "Later that week", "2031-04-09/2031-04-13"),
    ("Agents came on April 10. Earlier that week, cooks had marched.", "Earlier that week", "2031-04-07/2031-04-09"),
    ("Agents came on April 8. Later that month, cooks marched.", "Later that month", "2031-04-09/2031-04-30"),
    ("Agents came in April. Later that month, cooks marched.", "Later that month", "2031-04"),
    ("Agents came on May 2. Later that month, cooks marched.", "Later that month", "2031-05-03/2031-05-16"),
    ("Agents came in May 2030. Later that year, cooks marched.", "Later that year", "2030-05-01/2030-12-31"),
    ("Agents came on April 13. Later that week, cooks marched.", "Later that week", "2031-04-07/2031-04-13"),
    ("The council will vote later this week.", "later this week", "2031-05-16/2031-05-18"),
    # counting from a month makes no day
    ("Agents came in February. Three days after the raid, cooks marched.", "Three days", "2031-02-04/2031-03-03"),
    ("Agents came on Feb. 4. Three days after the raid, cooks marched.", "Three days", "2031-02-07"),
]


@pytest.mark.parametrize(("sentence", "text", "edtf"), LATER)
def test_what_comes_later_in_a_week_or_month_is_no_more_exact_than_told(sentence, text, edtf):
    assert read(sentence)[text] == edtf


NIGHTS = [
    ("Six were taken in the night of May 5 to 6.", "2031-05-05/2031-05-06"),
    ("Agents worked on the night of March 30-31.", "2031-03-30/2031-03-31"),
    ("Agents worked on the night of March 30, 31 of them.", None),
]


@pytest.mark.parametrize(("sentence", "until"), NIGHTS)
def test_a_night_has_two_days(sentence, until):
    assert [str(one.until) for one in find_timexes(sentence, FRIDAY) if one.until] == ([until] if until else [])


NAMED = [
    ("La redada fue el 5 de mayo de 2031 en Reno.", {"5 de mayo de 2031": "2031-05-05"}),
    ("La redada fue el primero de mayo del 2031.", {"primero de mayo del 2031": "2031-05-01"}),
    ("Fue en mayo de 2030.", {"mayo de 2030": "2030-05"}),
    ("Fue del 5 al 9 de mayo de 2030.", {"mayo de 2030": "2030-05"}),  # not its last day alone
    ("Fue el 31 de abril de 2030.", {}),
    ("Fue el 5 de mayo.", {}),  # of which year and tense nothing is known
    ("Vans came during Holy Week.", {"Holy Week": "2031-04-06/2031-04-12"}),
    ("Vans came on All Saints' Day.", {"All Saints' Day": "2030-11-01"}),
    ("Vans came on the feast of Our Lady of Guadalupe.", {"the feast of Our Lady of Guadalupe": "2030-12-12"}),
    ("The parish of Our Lady of Guadalupe closed.", {}),
    ("Vans came to Christmas Valley and to the Easter Seals office.", {}),
    ("Vans came at Christmas.", {"Christmas": "2030-12-25"}),
]


@pytest.mark.parametrize(("sentence", "found"), NAMED)
def test_days_in_spanish_and_feasts(sentence, found):
    assert read(sentence) == found
