"""Days counted from others: what an expression of a text may mean, and that nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.check.reading import Readings, Stated
from raidline.check.reckoning import reckoned

MAY_8 = date(2018, 5, 8)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They came on May 8. Ten days later they came again.", [18]),
        ("They came on May 8. Two weeks later they came again.", [22]),
        ("They came on May 8. A week earlier nobody had known.", [1]),
        ("They came on May 8. 3 days before, the van was seen.", [5]),
        ("They came on May 8. The next morning the shop was shut.", [9]),
        ("They came on May 8. The day before, the van was seen.", [7]),
        ("They came on May 8. By that Friday there was a list.", [11]),
        ("They came on May 8. The following Tuesday they met.", [15]),
        ("They came on May 8. The Monday before, the van was seen.", [7]),
        ("They came on May 8. The Tuesday before, the van was seen.", [1]),
        ("They came on May 8. The Thursday after, they met.", [10]),
        ("They came on May 8. The council voted on the 19th.", [19]),
        ("They came on May 8. The council voted on the 32nd.", []),
        # no starting point, or none that counts
        ("Ten days later they came again, on May 8.", []),
        ("They came on May 8. It took ten days.", []),
        ("They came on May 8. The Friday vigil goes on.", []),
        ("They came on May 8. The 19th street was closed.", []),
    ],
)
def test_what_may_be_meant(text, days):
    stated = [Stated(text.index("May 8"), "May 8", MAY_8, MAY_8)]
    assert list(reckoned(text, stated)) == [MAY_8.replace(day=day) for day in days]


def test_it_counts_from_the_days_named_last():
    text = "April 2, April 9 and April 16; two days later"
    stated = [Stated(text.index(f"April {day}"), "", date(2018, 4, day), date(2018, 4, day)) for day in (2, 9, 16)]
    assert list(reckoned(text, stated)) == [date(2018, 4, 18), date(2018, 4, 11)]


def test_a_month_is_no_day_to_count_from():
    text = "In June they met. Three days later, and on the 19th"
    stated = [Stated(text.index("June"), "June", date(2018, 6, 1), date(2018, 6, 30))]
    assert list(reckoned(text, stated)) == [date(2018, 6, 19)]


def test_days_outside_the_calendar_are_none():
    text = "On the last day of all. Ten days later"
    assert list(reckoned(text, [Stated(0, "", date.max, date.max)])) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The council will meet Friday.", [date(2018, 5, 11), date(2018, 5, 4)]),
        ("The council meets Tuesday evening.", [date(2018, 5, 15), date(2018, 5, 8)]),  # told on a Tuesday
        ("They meet over it on the 14th.", [date(2018, 5, 14)]),
        ("Fridays are for vigils; they walk to the 14th street.", []),
    ],
)
def test_days_around_publication(text, days):
    assert list(reckoned(text, [], MAY_8)) == days
    assert list(reckoned(text, [], date.max)) == [date(9999, 12, 14)] * text.endswith("14th.")


def test_there_is_no_year_before_the_first():
    """Said in January, "the year" may be the one that is over; in the year 1 that raised."""
    told = "They met over the year."
    assert date(1, 1, 1) in {one.first for one in Readings().dates(told, date(2, 1, 5))}
    assert all(one.first >= date(1, 1, 1) for one in Readings().dates(told, date(1, 1, 5)))
