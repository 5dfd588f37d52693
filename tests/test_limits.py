"""A day that only limits when an act was is not the day of the act: before, by, since, after it, or about then."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article

LIMITS = [
    ("ICE agents arrested nine people in Austin before May 5.", "../2025-05-04"),
    ("ICE agents arrested nine people in Austin shortly before May 5.", "../2025-05-04"),
    ("ICE agents arrested nine people in Austin prior to May 5.", "../2025-05-04"),
    ("ICE agents arrested nine people in Austin by May 5.", "../2025-05-05"),
    ("By May 5, 90 people had been arrested by ICE agents in Austin.", "../2025-05-05"),
    ("ICE agents arrested nine people in Austin on or before May 5.", "../2025-05-05"),
    ("ICE agents arrested nine people in Austin no later than May 5.", "../2025-05-05"),
    ("Since May 5, ICE agents have arrested 40 people in Austin.", "2025-05-05/.."),
    ("ICE agents arrested nine people in Austin on or after May 5.", "2025-05-05/.."),
    ("ICE agents arrested nine people in Austin as early as May 5.", "2025-05-05/.."),
    ("ICE agents arrested nine people in Austin after May 5.", "2025-05-06/.."),
    ("After Monday, ICE agents arrested nine people in Austin.", "2025-06-10/.."),
    ("ICE agents arrested nine people in Austin within days of May 5.", "2025-05-05~"),
    ("After May 9: ICE agents arrested nine people in Austin.", "2025-05-10/.."),
    ("- By May 9: ICE agents arrested nine people in Austin.", "../2025-05-09"),
    ("ICE agents arrested nine people in Austin some time before May.", "../2025-04-30"),
    ("ICE agents arrested nine people in Austin before 2020.", "../2019-12-31"),
]
DAYS = [
    ("ICE agents arrested nine people in Austin on May 5.", "2025-05-05"),
    ("ICE agents arrested nine people in Austin around May 5.", "2025-05-05~"),
    ("Two days after May 5, ICE agents arrested nine people in Austin.", "2025-05-07"),
    ("ICE agents arrested nine people in Austin after Sunday service ended.", "2025-06-08"),
    ("ICE agents arrested nine people in Austin before 5 p.m. on May 5.", "2025-05-05"),
    ("After Monday's raid in Austin, ICE agents held nine people.", "2025-06-09"),
    ("Before May 5, when ICE agents arrested nine people in Austin, nobody had been held.", "2025-05-05"),
    ("Since 2014, ICE agents have arrested 400 people in Austin.", "2014"),
    ("Since the start of the year, ICE agents have arrested 400 people in Austin.", "2025-01-01/.."),
    ("Since early May, ICE agents have arrested 40 people in Austin.", "2025-05-01~/2025-05-10~"),
]


@pytest.mark.parametrize(("text", "day"), [*LIMITS, *DAYS])
def test_an_act_is_dated_no_more_exactly_than_it_is_told(text, day):
    article = Article(
        id="herald",
        title="",
        publisher="Austin Herald",
        published=date(2025, 6, 12),
        path="herald.md",
        url="https://herald.example/raid",
        text=f"AUSTIN, Texas — {text}",
    )
    assert {str(found.date) for found in extract_article(article).candidates} == {day}
