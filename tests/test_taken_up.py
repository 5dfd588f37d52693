"""A sentence may take up the act of the one before without naming it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline import extract_article
from raidline.article import Article
from raidline.extract.events.triggers import find_triggers
from raidline.models import Kind


def kinds(text):
    article = Article("herald", None, "The Herald", date(2031, 5, 9), None, text, Path("herald.md"))
    found = sorted(extract_article(article).candidates, key=lambda one: one.start)
    return [one.kind for one in found if one.date_text == "Saturday"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Some say that a march in Reno does nothing. There was one on Saturday, from the mill to the court.",
            Kind.PROTEST,
        ),
        ("In Reno the date for a public hearing is set. It will be held on Saturday.", Kind.HEARING),
        ("Nurses in Reno held a vigil. Another is planned for Saturday.", Kind.PROTEST),
        ("A raid in Reno was the third. The second came on Saturday.", Kind.OPERATION),
        # a new paragraph, or a verb of its own
        ("A raid in Reno was the third. It was on Saturday that nurses marched to the jail.", Kind.PROTEST),
        ("A raid in Reno was the third. The second judge ruled on Saturday that it was lawful.", Kind.RULING),
    ],
)
def test_an_act_is_taken_up_from_the_sentence_before(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("Agents had been seen in Reno at dawn.", Kind.OPERATION),
        ("A baker in Reno had been seen at dawn.", None),
        ("Agents had been seen in Reno at dawn.\n", None),  # whom a new paragraph means is another question
    ],
)
def test_they_are_those_of_the_sentence_before(before, kind):
    text = f"{before} They boarded a bus on Saturday."
    found = find_triggers(text, (text.index("They"), len(text)))
    assert [one.kind for one in found] == ([kind] if kind else [])
