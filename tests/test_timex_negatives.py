"""What looks like time and is none."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes


@pytest.mark.parametrize(
    "sentence",
    [
        "You may go; they may 5 times appeal.",
        "May I speak?",
        "They march on the capitol to march again.",
        "The sun sat low.",
        "A second chance and a second-largest county.",
        "Prices fall and spring back.",
        "The temperatures began to fall further.",
        "The one we know is gone.",
        "The bill is $2017 and the other $1,999.",
        "Some 2000 percent, or 1990%, more.",
        "It cost 12 million.",
        "They won 77-58.",
        "A 34-year-old man and two 19-year-olds were held.",
        "The girl is six years old.",
        "A man in his 30s was held.",
        "Call 800-555-2016 for help.",
        "They debated HB 2015, S.B. 4 and H.R. 2009.",
        "Section 1984 and Route 1960 apply.",
        "He played for the 1953 team and drove a 1967 Mustang.",
        "She wrote for The Sunday Times.",
        "The day-to-day work goes on.",
        "April Jones and Minister Jan Novak spoke.",
        "Three-quarters of them left, and half a dozen stayed.",
        "It is open 24 hours a day.",
        "She read page 1998 in Room 2020.",
        "He stood there for the foreseeable future.",
        "The 287(g) agreement covers 48 inmates.",
        "I am here, and the PM is not.",
        "Call (202) 555-2016 for help.",
        "Theresa May's plan and Mrs. May's vote failed.",
        "The March on Washington drew 2000 people.",
    ],
)
def test_nothing_is_found(sentence):
    assert [timex.text for timex in find_timexes(sentence, date(2017, 3, 24))] == []


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("April said so in April.", ["April"]),
        ("He may come in May.", ["May"]),
        ("The march was in March.", ["March"]),
        ("They fall every fall.", ["every fall"]),
        ("The second of them left in the second quarter.", ["the second quarter"]),
        ("In 2017, 2,017 people paid $2017.", ["2017"]),
    ],
)
def test_only_the_time_is_found(sentence, texts):
    assert [timex.text for timex in find_timexes(sentence, date(2017, 3, 24))] == texts
