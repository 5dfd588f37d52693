"""An act that answers an earlier one has its own day, kind and numbers, not those of what it answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline import extract_article
from raidline.article import Article
from raidline.extract.events.answering import is_earlier, own_part

PUBLISHED = date(2031, 6, 17)  # a Tuesday


def told(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Return the days, kinds and counts of a report's candidates, by day."""
    found = extract_article(Article("a", None, None, PUBLISHED, None, text, Path("a.md")))
    return sorted(
        (str(one.date), one.kind.value, {key: str(count) for key, count in one.counts.items()})
        for one in found.candidates
    )


TOLD = [
    (
        "Hundreds rallied in Tulsa, Oklahoma, on Saturday after ICE agents arrested 40 workers at a car wash.",
        [("2031-06-14", "protest", {"protesters": "hundreds"})],
    ),
    (
        "Cooks gathered in Tulsa, Oklahoma, on Monday, one day after federal agents detained more than 70 of them.",
        [("2031-06-15", "operation", {"detained": "more than 70"}), ("2031-06-16", "protest", {})],
    ),
    (
        "The council of Tulsa, Oklahoma, voted Monday for an ordinance, two weeks after agents detained 31 people.",
        [("2031-06-02", "operation", {"detained": "31"}), ("2031-06-16", "legislation", {})],
    ),
    (
        "Following the arrest of 22 day laborers, the mayor of Tulsa, Oklahoma, signed an executive order on Friday.",
        [("2031-06-13", "order", {})],
    ),
    (
        "On Monday, three days after 40 of its workers were taken away, the plant in Tulsa, Oklahoma, reopened.",
        [("2031-06-13", "operation", {"arrested": "40"}), ("2031-06-16", "other", {})],
    ),
    # a sum of what came out of an earlier act
    (
        "Ten men and one woman are in custody after a sweep in Tulsa, Oklahoma, this week.",
        [("2031-06-16/2031-06-17", "operation", {"detained": "11"})],
    ),
    # those for whom people come together, or sue
    (
        "Hundreds marched in Tulsa, Oklahoma, on Saturday to protest the arrest of 40 workers at a car wash.",
        [("2031-06-14", "protest", {"protesters": "hundreds"})],
    ),
    (
        "A crowd of 300 gathered in Tulsa, Oklahoma, on Saturday over the deportation of 12 families.",
        [("2031-06-14", "protest", {"protesters": "300"})],
    ),
    (
        "Between 60 and 80 people held a vigil Sunday in Tulsa, Oklahoma, for the 14 detained.",
        [("2031-06-15", "protest", {"protesters": "60 to 80"})],
    ),
    (
        "Lawyers filed suit on Friday in Tulsa, Oklahoma, on behalf of 14 people arrested in a raid in May.",
        [("2031-05", "operation", {"arrested": "14"}), ("2031-06-13", "lawsuit", {})],
    ),
    # the words behind "after" say how it came about
    (
        "A man died on Monday in Tulsa, Oklahoma, after ICE agents shot him at a traffic stop.",
        [("2031-06-16", "incident", {})],
    ),
    (
        "Agents arrested nine people in Tulsa, Oklahoma, on Monday after a judge signed a warrant.",
        [("2031-06-16", "operation", {"arrested": "9"})],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_answer_is_told_apart_from_the_act_it_answers(text, expected):
    assert told(text) == expected


OWN = [
    # text, act, date, its own part
    ("Cooks rallied Monday after agents took nine.", "rallied", "Monday", "Cooks rallied Monday "),
    ("Cooks rallied Monday, a day after agents took nine.", "took", "a day", "a day after agents took nine."),
    ("After a raid, in which nine were held, cooks rallied Monday.", "rallied", "Monday", ", cooks rallied Monday."),
    ("On Monday, days after a raid, cooks rallied.", "rallied", "Monday", ", cooks rallied."),
    # the act and the date in two parts: nothing is certain
    ("Cooks rallied after a raid Monday.", "rallied", "Monday", "Cooks rallied after a raid Monday."),
    # what tells of no earlier act
    ("After all, cooks rallied Monday.", "rallied", "Monday", "After all, cooks rallied Monday."),
    ("Cooks rallied Monday after meeting nuns.", "rallied", "Monday", "Cooks rallied Monday after meeting nuns."),
    ("Cooks rallied Monday afternoon.", "rallied", "Monday", "Cooks rallied Monday afternoon."),
]


@pytest.mark.parametrize(("text", "act", "day", "expected"), OWN)
def test_the_part_of_a_sentence_that_is_the_acts_own(text, act, day, expected):
    start, end = own_part(text, (0, len(text)), text.index(act), text.index(day))
    assert text[start:end] == expected


EARLIER = [
    ("On Monday, three days after agents took nine, a fund was set up.", True),
    ("In the wake of a raid in which agents took nine, clergy met Monday.", True),
    ("Cooks rallied Monday after agents took nine.", False),  # perhaps on the same day
    ("Cooks rallied Monday, hours after agents took nine.", False),
]


@pytest.mark.parametrize(("text", "expected"), EARLIER)
def test_an_act_is_earlier_if_the_words_say_on_another_day(text, expected):
    assert is_earlier(text, (0, len(text)), text.index("took"), text.index("Monday")) is expected


def test_what_was_done_to_a_share_has_its_own_day():
    text = "Two of the 40 people arrested in Thursday's raid in Tulsa, Oklahoma, were released on Monday."
    assert [(day, counts) for day, _, counts in told(text)] == [
        ("2031-06-12", {"arrested": "40"}),
        ("2031-06-16", {"released": "2"}),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents took 40 workers from a plant in Tulsa, Oklahoma, on Monday.", {"arrested": "40"}),
        ("ICE agents took nine men out of their homes in Tulsa, Oklahoma, on Monday.", {"arrested": "9"}),
        ("A tour operator took 40 retirees from a church in Tulsa, Oklahoma, to a raid museum on Monday.", {}),
        ("ICE had 5,800 people in custody in Tulsa, Oklahoma, on Monday, its report says.", {"detained": "5,800"}),
    ],
)
def test_people_are_taken_from_where_they_work_or_live_by_those_who_take_people(text, expected):
    assert [counts for _, _, counts in told(text) if counts] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last Tuesday afternoon, agents raided a mill in Tulsa, Oklahoma.", "2031-06-10"),
        ("Last Tuesday, agents raided a mill in Tulsa, Oklahoma.", "2031-06-10"),
        ("On Tuesday afternoon, agents raided a mill in Tulsa, Oklahoma.", "2031-06-17"),
        ("The council of Tulsa, Oklahoma, will vote next Tuesday evening.", "2031-06-24"),
    ],
)
def test_the_last_and_the_next_weekday_are_not_today_at_any_hour(text, expected):
    assert [day for day, _, _ in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing was said on the day on which something was to be
        ("The police chief of Tulsa, Oklahoma, said federal agents would leave the city on June 12.", "operation"),
        ("The governor of Oklahoma said she would sign the bill on June 12.", "legislation"),
        ("The police chief of Tulsa, Oklahoma, said on June 12 that federal agents would leave.", "statement"),
    ],
)
def test_a_day_on_which_something_would_be_is_not_that_of_the_words(text, expected):
    assert [(day, kind) for day, kind, _ in told(text)] == [("2031-06-12", expected)]


def test_a_sweep_on_another_date_has_no_marchers():
    text = "About 200 people marched in Tulsa, Oklahoma, on Saturday, weeks after agents began their sweep on May 28."
    assert told(text) == [("2031-05-28", "operation", {}), ("2031-06-14", "protest", {"protesters": "about 200"})]
