"""Days and months that go on from a date with its year, and weekdays and weeks that are told by number."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

THURSDAY = date(2031, 6, 19)


def read(text):
    return {one.text: str(one.edtf) if one.edtf else None for one in find_timexes(text, THURSDAY)}


STORIES = [
    # each date begins its sentence, and the next is not far
    ("On June 2, 2025, vans came. On June 3, they left.", "June 3", "2025-06-03"),
    ("In June 2025, it began. In July, it ended.", "July", "2025-07"),
    ("In June 2025, it began. In July, it went on. By August, it had ended.", "August", "2025-08"),
    # it stands elsewhere, is far, is not past, or another date is between
    ("The pact was signed on June 2, 2025. On June 3, vans came.", "June 3", "2031-06-03"),
    ("On June 2, 2025, vans came. They left on June 3, too.", "June 3", "2031-06-03"),
    ("On Jan. 2, 2025, vans came. On June 3, they left.", "June 3", "2031-06-03"),
    ("On Dec. 28, 2025, vans came. On Jan. 3, they left.", "Jan. 3", "2031-01-03"),
    ("On June 2, 2025, vans came. On July 3, the town votes.", "July 3", "2031-07-03"),
    ("In June 2025, it began. In March, it ended.", "March", "2031-03"),
    # a year at the head of the sentence
    ("In 2025, vans came in June.", "June", "2025-06"),
    ("The town, which joined in 2025, left in May.", "May", "2031-05"),
    # however long ago
    ("Raids began June 2, 2025, and ended the following March.", "the following March", "2026-03"),
    ("Raids began June 2, 2025, and ended that December.", "that December", "2025-12"),
    ("In the summer of 2025, raids began. That fall, they ended.", "That fall", "2025-23"),
    ("From June 2025 to March, raids went on.", "March", "2026-03"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), STORIES)
def test_a_date_goes_on_from_one_with_its_year(text, expression, edtf):
    assert read(text)[expression] == edtf


ROWS = [
    ("June 2-6, 2029: Vans come.\nJune 9-13: They stay.", "June 9", "2029-06-09"),
    ("Monday, June 2, 2025: Vans come.\nTuesday, June 3: They stay.", "Tuesday, June 3", "2025-06-03"),
    ("June 2, 2029 (Saturday): Vans come.\nJune 9 (Saturday): They stay.", "June 9", "2029-06-09"),
    ("Oct. 9, 2029: Vans come.\nFeb. 2: A ban of Jan. 30 ends.", "Jan. 30", "2030-01-30"),
    ("Oct. 9, 2029: Vans come.\nFeb. 2: A ban ends.\n\nA ban of Jan. 30 ended.", "Jan. 30", "2031-01-30"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), ROWS)
def test_rows_of_ranges_and_weekdays(text, expression, edtf):
    found = read(text)
    assert found[expression] == edtf
    assert "Saturday" not in found


NUMBERED = [
    ("They left within the week.", {}),
    ("They came on the first Sunday of Lent.", {}),
    ("They came on the first Sunday of May.", {"the first Sunday of May": "2031-05-04"}),
    ("They came on the first Tuesday after Labor Day.", {"the first Tuesday after Labor Day": "2030-09-03"}),
    ("It was their third Monday in a row.", {}),
    ("They came on Monday, the third.", {"Monday, the third": "2031-03-03"}),
    ("They left the week of the 2nd.", {"the week of the 2nd": "2031-06-02/2031-06-08"}),
    ("They left on the morning of Monday the 2nd.", {"the morning of Monday the 2nd": "2031-06-02"}),
    ("She voted in the Nov. 5 election and left nine days later.", {"Nov. 5": "2030-11-05", "nine days later": "2030-11-14"}),
    ("Vans came June 2. After the May 5 vote, nine days later, they left.", {"June 2": "2031-06-02", "May 5": "2031-05-05", "nine days later": "2031-06-11"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), NUMBERED)
def test_weekdays_and_weeks_by_number(text, found):
    assert read(text) == found
