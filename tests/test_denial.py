"""What a word of denial reaches: acts that were not, and acts that were whatever else was not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline import extract_article
from raidline.article import Article
from raidline.models import Kind, Status

HERE = Path(__file__).parent
DENIED, DONE = ((HERE / name).read_text(encoding="utf-8").splitlines() for name in ("acts_denied.txt", "acts_done.txt"))


def enforced(sentence):
    """Return the enforcement that a sentence is read to say occurred."""
    published = date(2017, 10, 6) if "Oct." in sentence else date(2017, 6, 14)
    article = Article("report", None, None, published, None, sentence, Path("report.md"))
    enforcement = {Kind.OPERATION, Kind.INCIDENT}
    return [c for c in extract_article(article).candidates if c.kind in enforcement and c.status is Status.OCCURRED]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_feared_asked_or_only_seemed_so_is_no_enforcement(sentence):
    assert enforced(sentence) == []


@pytest.mark.parametrize("sentence", DONE)
def test_a_denial_of_something_else_leaves_enforcement_alone(sentence):
    assert enforced(sentence)
