"""Which places of its sentence an act has, where other acts of the sentence have places, too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        (
            "ICE agents arrested nine people in Lubbock, Texas, and Roswell, New Mexico, on Monday.",
            ("Lubbock, Texas", "Roswell, New Mexico"),
        ),
        (
            "Nine people were arrested in Lubbock, Texas, and in Roswell, New Mexico, on Monday.",
            ("Lubbock, Texas", "Roswell, New Mexico"),
        ),
        (
            "Neighbors of a father who was taken in Lubbock, Texas, marched in Roswell, New Mexico, on Monday.",
            ("Roswell, New Mexico",),
        ),
        (
            "Neighbors of a father taken at a plant in Lubbock, Texas, marched in Roswell, New Mexico, on Monday.",
            ("Roswell, New Mexico",),
        ),
        ("Neighbors of a father who was taken in Lubbock, Texas, marched on Monday.", ("Lubbock, Texas",)),
    ],
)
def test_an_act_has_its_own_places(sentence, places):
    article = Article("a", None, None, date(2025, 7, 18), None, sentence, Path("a.md"))
    assert [found.place_names for found in extract_article(article).candidates] == [places]
