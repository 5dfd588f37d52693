"""Days of acts told by other days: vague ones stay vague, alternatives are one act, numbers of people are no years."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article

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


def dates(text, published=date(2025, 6, 12)):
    article = Article(
        id="herald",
        title="",
        publisher="Austin Herald",
        published=published,
        path="herald.md",
        url="https://herald.example/raid",
        text=f"AUSTIN, Texas — {text}",
    )
    return sorted(str(found.date) for found in extract_article(article).candidates)


@pytest.mark.parametrize(("text", "days"), [*VAGUE, *SEVERAL, *PEOPLE, *BESIDE])
def test_each_act_has_its_day_as_exactly_as_it_is_told(text, days):
    assert dates(text) == sorted(days)


def test_what_is_since_a_day_began_before_publication():
    assert dates(f"{RAID} on January 9. He had been held since March 3.", date(2026, 1, 15))[0] == "2025-03-03/.."
