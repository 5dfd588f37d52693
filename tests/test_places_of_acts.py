"""The place of an act in whole reports, as rules and weights decide it together: one that an editor would accept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article

TABLE = Path(__file__).with_name("places_of_acts.txt")
ROWS = [line.split(" ; ", 2) for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("accepted", "publisher", "text"), ROWS)
def test_an_act_is_where_an_editor_would_place_it(accepted, publisher, text):
    article = Article("a", None, publisher, date(2025, 7, 18), None, text.replace("//", "\n\n"), Path("a.md"))
    last = max(extract_article(article).candidates, key=lambda one: one.start)
    assert last.place_names[0] in accepted.split(" | ")
