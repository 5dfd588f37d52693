"""How near two reports are that do not tell, or not for certain, where something happened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.merging.nearness import nearness, where
from raidline.merging.telling import Telling
from raidline.places.lookup import resolve


@pytest.mark.parametrize(
    ("written", "other", "near"),
    [
        ("Natchez", "Natchez, Mississippi", "state"),
        ("Natchez", "Adams County, Mississippi", "state"),
        ("Natchez", "Mississippi", "around"),
        ("Natchez", "Ohio", ""),
        ("Natchez", "Natchitoches, Louisiana", ""),
        ("Natchez", "United States", "around"),
        ("Pine Hollow", "Mississippi", ""),
    ],
)
def test_a_town_with_namesakes_may_be_in_the_state_that_another_names(written, other, near):
    assert nearness(where((), written), where((resolve(other),))) == near


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("The trustees voted on Tuesday to end the contract.", "around"),  # a paper told where
        ("The trustees in Pine Hollow voted on Tuesday to end the contract.", ""),
    ],
)
def test_an_act_of_an_untold_town_may_be_anywhere_in_the_nation(text, near):
    article = Article("a", None, "Wire", date(2031, 5, 12), None, text, Path("a.md"))
    (candidate,) = extract_article(article).candidates
    assert nearness(Telling(candidate).where, where((resolve("Reno, Nevada"),))) == near
