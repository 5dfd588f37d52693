"""Reports that date one act a day apart, and sentences that tell of acts of several days, are compared as what they tell."""

from __future__ import annotations

import pytest

from raidline.merging.slips.wording import slips_of
from raidline.merging.words import own_part
from raidline.models import Kind
from test_sameness import around, same

STORY = ("okafor", "ferry", "halvor")
LATE = "A man was shot near the ferry late Tuesday."


def told(
    quote, date_text, date="2017-02-01", *, kind=Kind.INCIDENT, place="Reno, Nevada", topics=STORY, trigger="shot"
):
    words = {"date_text": date_text}
    return around(place, quote, kind=kind, date=date, topics=topics).model_copy(update=words)


@pytest.mark.parametrize(
    ("quote", "date_text", "expected"),
    [
        (LATE, "Tuesday", (0, 1)),
        ("A man was shot at 11:40 p.m. Tuesday.", "Tuesday", (0, 1)),
        ("A man was shot early Wednesday.", "Wednesday", (1, 0)),
        ("A man was shot before dawn Wednesday.", "Wednesday", (1, 0)),
        ("A man was shot overnight Wednesday.", "Wednesday", (1, 1)),
        ("It came two weeks after a man was shot.", "two weeks", (2, 2)),
        ("A man was shot Wednesday.", "Wednesday", (0, 0)),
        ("A man was shot at 10 a.m. Wednesday.", "Wednesday", (0, 0)),
        # far from the date
        ("Late in a winter of which much had been told, a man was shot Wednesday.", "Wednesday", (0, 0)),
    ],
)
def test_a_date_may_be_off_by_what_its_words_tell(quote, date_text, expected):
    assert slips_of(told(quote, date_text)) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (told("A man was shot near the ferry early Wednesday.", "Wednesday", "2017-02-02"), True),
        (told("A man was shot near the ferry Wednesday.", "Wednesday", "2017-02-02"), True),
        (told("A man was shot near the ferry early Thursday.", "Thursday", "2017-02-03"), True),
        (told("A man was shot near the ferry Thursday.", "Thursday", "2017-02-03"), False),
        # of another place, story or kind, in other words
        (told("A man was shot near the ferry early Wednesday.", "Wednesday", "2017-02-02", place="Reno, Ohio"), False),
        (told("A man was shot near the ferry early Wednesday.", "Wednesday", "2017-02-02", topics=STORY[:2]), False),
        (told("A man was shot near the ferry early Wednesday.", "Wednesday", "2017-02-02", kind=Kind.PROTEST), False),
        (told("It rained early Wednesday.", "Wednesday", "2017-02-02"), False),
    ],
)
def test_an_act_about_midnight_may_be_of_either_day(other, expected):
    assert same(told(LATE, "Tuesday"), other) is expected


@pytest.mark.parametrize(
    ("quote", "date_text", "trigger", "expected"),
    [
        ("On Monday agents raided a mill, and on Tuesday they pulled men from vans.", "Monday", "raided", "On Monday agents raided a mill"),
        ("On Monday agents raided a mill, and on Tuesday they pulled men from vans.", "Tuesday", "pulled", ", and on Tuesday they pulled men from vans."),
        ("On Monday agents raided a mill; the next day they came back.", "Monday", "raided", "On Monday agents raided a mill"),
        # the date of one clause is that of the other
        ("On Monday agents raided a mill, and they pulled men from vans.", "Monday", "raided", None),
        ("On Monday agents raided a mill and on Tuesday a farm.", "Monday", "raided", None),
        ("On Monday, it rained, and agents raided a mill.", "Monday", "raided", None),
    ],
)  # fmt: skip
def test_of_acts_of_several_days_each_has_its_own_part_of_the_sentence(quote, date_text, trigger, expected):
    assert own_part(quote, date_text, trigger) == (expected or quote)
