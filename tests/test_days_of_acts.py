"""Days of acts told by other days: vague ones stay vague, alternatives are one act, numbers of people are no years."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.extract.proposals import propose

RAID = "ICE agents arrested nine people in Austin"
THEN = "protesters rallied at city hall."
VAGUE = [
    (f"{RAID} around May 5. A day later, {THEN}", ["2025-05-05~", "2025-05-06~"]),
    (f"{RAID} around May 5. The next day, {THEN}", ["2025-05-05~", "2025-05-06~"]),
    (f"{RAID} in early May. The day after, {THEN}", ["2025-05-01~/2025-05-10~", "2025-05-02~/2025-05-11~"]),
    (f"{RAID} on May 7. Less than a week later, {THEN}", ["2025-05-07", "2025-05-08/2025-05-13"]),
    (f"{RAID} on May 7. More than a week later, {THEN}", ["2025-05-07", "2025-05-15/.."]),
    (f"{RAID} on May 7. A couple of days later, {THEN}", ["2025-05-07", "2025-05-09~"]),
    (f"{RAID} on May 7. Two days later, {THEN}", ["2025-05-07", "2025-05-09"]),
    (f"{RAID} around 5 p.m. on May 7. A day later, {THEN}", ["2025-05-07", "2025-05-08"]),
]
SEVERAL = [
    (f"{RAID} on May 5 or May 6.", ["[2025-05-05..2025-05-06]"]),
    (f"{RAID} on May 5 or 6.", ["[2025-05-05..2025-05-06]"]),
    (f"{RAID} on May 5 and 6.", ["2025-05-05/2025-05-06"]),
    (f"{RAID} on May 5 and seven on May 6.", ["2025-05-05", "2025-05-06"]),
    (f"{RAID} on May 5 and May 9.", ["2025-05-05", "2025-05-09"]),
]
PEOPLE = [
    ("About 1530 people protested in Austin on May 5.", ["2025-05-05"]),
    ("Around 1900 marched in Austin on May 5.", ["2025-05-05"]),
    (f"{RAID} in 2024.", ["2024"]),
]
BESIDE = [
    ("The Tuesday after the May 5 raid in Austin, protesters rallied at city hall.", ["2025-05-06"]),
    ("The day after the May 5 raid in Austin, protesters rallied at city hall.", ["2025-05-06"]),
]
ASIDE = [
    (f"{RAID} on May 5. The mayor was born on March 3, 1970. A day later, {THEN}", "2025-05-06"),
    (f"{RAID} on May 5. The raid had been planned for April 2. A day later, {THEN}", "2025-05-06"),
    (f"{RAID} on May 5. Juan, who came in March 2011, was among them. A week later, {THEN}", "2025-05-12"),
    (f'{RAID} on May 5. "It was worse than on April 1," said the mayor. A week later, {THEN}', "2025-05-12"),
    (f"{RAID} on May 5. The next day, {THEN}", "2025-05-06"),
    # an act, from which the next one counts
    (f"{RAID} on May 5. The mayor spoke on May 8. A day later, {THEN}", "2025-05-09"),
    # nothing else is near
    (f"The march had been planned for April 2. A day later, {THEN}", "2025-04-03"),
]
WEEKDAYS = [
    (f"{RAID} in May. On the Monday, {THEN}", ["2025-05"]),
    (f"{RAID} in 2019. On the Monday, {THEN}", ["2019"]),
    (f"{RAID} on May 5. On the Friday, {THEN}", ["2025-05-05", "2025-05-09"]),
    (f"{RAID} on Friday, May 9. That Monday, {THEN}", ["2025-05-09", "2025-05-12"]),
    (f"{RAID} on Friday, May 9. That Friday, {THEN}", ["2025-05-09", "2025-05-09"]),
]


def article(text, published=date(2025, 6, 12)):
    return Article(
        id="herald",
        title="",
        publisher="Austin Herald",
        published=published,
        path="herald.md",
        url="https://herald.example/raid",
        text=f"AUSTIN, Texas — {text}",
    )


def dates(text, published=date(2025, 6, 12)):
    return sorted(str(found.date) for found in extract_article(article(text, published)).candidates)


@pytest.mark.parametrize(("text", "days"), [*VAGUE, *SEVERAL, *PEOPLE, *BESIDE, *WEEKDAYS])
def test_each_act_has_its_day_as_exactly_as_it_is_told(text, days):
    assert dates(text) == sorted(days)


@pytest.mark.parametrize(("text", "day"), ASIDE)
def test_a_later_day_counts_from_the_last_act_and_not_from_what_is_told_aside(text, day):
    assert day in dates(text)


def test_a_life_goes_on_from_its_own_days():
    text = f"{RAID} on May 5, 2023. Juan, who came on March 3, 2025, was among them. A day later, he was deported."
    assert "2025-03-04" in dates(text)


def test_what_is_since_a_day_began_before_publication():
    assert dates(f"{RAID} on January 9. He had been held since March 3.", date(2026, 1, 15))[0] == "2025-03-03/.."


@pytest.mark.parametrize(
    ("day", "breadth"),
    [("on May 5", "day"), ("on May 5 and 6", "day"), ("from May 5 to 7", "week"), ("in May", "month")],
)
def test_two_neighbouring_days_date_as_exactly_as_one(day, breadth):
    [draft] = propose(article(f"ICE agents arrested nine people at a plant {day}.")).drafts
    assert draft.breadth == breadth
