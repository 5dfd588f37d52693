"""A day of what was done is over, however near the same day to come; and days beside a holiday that has just passed."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

MAY, DECEMBER = date(2031, 5, 14), date(2030, 12, 4)


def days(sentence, anchor):
    return [str(one.edtf) if one.edtf else None for one in find_timexes(sentence, anchor)]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("He was taken from his home on Aug. 2.", "2030-08-02"),
        ("She was sworn in on Aug. 2.", "2030-08-02"),
        ("Six were held on Aug. 2.", "2030-08-02"),
        ("The mill was built Aug. 2.", "2030-08-02"),
        ("The cook was quietly hired on Aug. 2.", "2030-08-02"),
        ("She spoke on Aug. 2.", "2030-08-02"),
        # what was set, promised or put off may lie ahead
        ("He was told to come on Aug. 2.", "2031-08-02"),
        ("He was given Aug. 2 as his date.", "2031-08-02"),
        ("The trial was scheduled on Aug. 2.", "2031-08-02"),
        ("The trial was moved on Aug. 2.", "2031-08-02"),
        ("A march was announced for Aug. 2.", "2031-08-02"),
        ("He was accused of planning a march on Aug. 2.", "2031-08-02"),
        ("He was seen before a march on Aug. 2.", "2031-08-02"),
    ],
)
def test_what_was_done_on_a_day_is_over(sentence, edtf):
    assert days(sentence, MAY) == [edtf]


@pytest.mark.parametrize(
    ("sentence", "anchor", "edtf"),
    [
        ("The mill closed the Friday after Thanksgiving.", DECEMBER, "2030-11-29"),
        ("The mill closed the Friday after Thanksgiving.", date(2030, 11, 29), "2030-11-29"),
        ("The mill closed the Friday after Thanksgiving.", date(2030, 11, 27), "2029-11-23"),
        ("The mill will close the Friday after Thanksgiving.", date(2030, 11, 27), "2030-11-29"),
        ("The mill closed the Sunday before Easter.", MAY, "2031-04-06"),
        ("The mill closed the Sunday before Easter.", date(2031, 4, 7), "2031-04-06"),
    ],
)
def test_a_weekday_beside_a_holiday_that_has_just_passed(sentence, anchor, edtf):
    assert days(sentence, anchor) == [edtf]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The raid was on April 22. The night before, vans came.", ["2031-04-22", "2031-04-21"]),
        ("The raid was on April 22. The morning after, vans came.", ["2031-04-22", "2031-04-23"]),
        ("The night before, vans came.", [None]),  # before what, nobody told
        ("The raid was on April 22. The night before the trial, vans came.", ["2031-04-22"]),
    ],
)
def test_the_night_before_counts_from_the_day_told(sentence, found):
    assert days(sentence, MAY) == found
