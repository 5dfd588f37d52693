"""What points to other reports, or follows the report on its page, makes no events. All texts are invented."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.extract.text import teasers
from raidline.extract.text.teasers import other_reports, without

PUBLISHED = date(2031, 5, 9)
LEAD = (
    "Agents arrested nine people at a bakery in Austin on Tuesday, and the mayor said that the city had not been told."
)
RIVER = """
News
Deputies arrest four people at a market in Waco
They were held on Wednesday.
Weather
Hail closes two schools north of the river
The roof of one of them was damaged on Monday.
News
Marchers fill the square in front of the jail
Nobody was arrested on Thursday.
"""


def days(text):
    article = Article("a", None, None, PUBLISHED, None, text, Path("a.md"))
    return [candidate.date_text for candidate in extract_article(article).candidates]


def stretches(text):
    return [text[start:end] for start, end in other_reports(text)]


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        (f"{LEAD} Most Read Agents raid a mill on Monday, sources say 21h ago", "Most Read"),
        (
            f"{LEAD} Latest News Agents raid a mill on Monday 1/25/31 Judge frees three on Thursday 1/23/31",
            "Latest News",
        ),
        (
            "Hail in Waco 2 hours ago Agents raid a mill on Monday 3 hours ago Flood in Llano 1 day ago " + LEAD,
            "2 hours ago",
        ),
        (f"{LEAD} {LEAD} Copyright 2031 KXYZ. All rights reserved. Agents raided a mill on Monday.", "Copyright"),
        (f"{LEAD} {LEAD}\n\n© 2031 KXYZ\n\nAgents raided a mill on Monday", "© 2031"),
        (f'{LEAD} var photo = {{ "id":1, "caption": "Agents raided a mill on Monday." }};', '{ "id"'),
        (LEAD + "\n" + RIVER, "News\nDeputies"),
        (f"Most Read\nAgents raid a mill on Monday\nHail closes ten schools on Friday\n{LEAD}", "Most Read\nAgents"),
        (
            f"Most Read\nAgents raid a mill on Monday\n21h ago\nHail closes ten schools on Friday\n2d ago\n{LEAD}",
            "Most Read\nAgents",
        ),
        (f"{LEAD}\nTrending now: Agents raid a mill on Monday | Hail on Friday\nNobody spoke.", "Trending now"),
    ],
)
def test_lists_of_other_reports_and_the_tail_of_a_page_make_no_events(page, left_out):
    assert [stretch[: len(left_out)] for stretch in stretches(page)] == [left_out]
    assert days(page) == ["Tuesday"]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} The latest news was that agents raided a mill on Monday.",
        f"{LEAD} The raid was 2 hours ago. The other was 3 hours ago. A third was 1 day ago.",
        "12/17/2031 Complaint filed 12/18/2031 Motion filed 12/19/2031 Order of the judge",  # a docket
        f"Related Stories\n{LEAD}",
        f"Most Read | {LEAD}".replace(" | ", ", "),
        f"Photo © 2031 A Reader. {LEAD} {LEAD}",
        f"{LEAD} Photo © 2031 A Reader. {LEAD} {LEAD} {LEAD}",  # a credit amid the report
        f"{LEAD} He quoted the page: “All rights reserved.” {LEAD} {LEAD} {LEAD}",
        f"{LEAD} The form asks for {{name}} and {{day}}.",
        "June 6\nAgents raid a mill in Waco\nNine are held.\nJune 7\nA judge frees three of them\nSix stay.\n"
        "June 8\nThe county sues the agency\nIt wants the records.\n",  # a chronicle
        "Background\nThe county signed an agreement in 2020 with the agency\nIt ended in 2024.\n",
    ],
)
def test_a_report_is_none(text):
    assert stretches(text) == []


def test_places_of_other_reports_are_no_place_of_this_one():
    list_of_others = "Most Read\nAgents raid a mill in Waco\nHail closes schools in Waco\n"
    text = f"{list_of_others}\nThe city council will vote on Monday, the mayor of Austin said."
    article = Article("a", None, None, PUBLISHED, None, text, Path("a.md"))
    assert [list(map(str, one.places)) for one in extract_article(article).candidates] == [["Austin, Texas"]]


def test_what_a_page_says_behind_its_lists_is_read():
    page = f"Latest News Agents raid a mill on Monday 21h ago {LEAD}"
    assert days(page) == ["Tuesday"]


def test_prose_is_looked_for_once_behind_many_notices(monkeypatch):
    """Else a text of nothing but notices, with a few sentences at its end, takes the square of its length."""
    looked = []
    pattern = teasers._PROSE

    class Counted:
        def finditer(self, *where):
            looked.append(where)
            return pattern.finditer(*where)

    monkeypatch.setattr(teasers, "_PROSE", Counted())
    teasers.other_reports.cache_clear()
    assert stretches("© 2031 A Reader. " * 20 + f"{LEAD} " * 4) == []
    assert len(looked) == 1


@given(st.text(alphabet='aB1 .\n/©{}":hago', max_size=120))
def test_stretches_are_in_order_and_apart(text):
    spans = other_reports(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(st.lists(st.integers(0, 60), min_size=8, max_size=8, unique=True))
def test_what_remains_of_sentences_lies_outside(edges):
    a = sorted(edges)
    spans, sentences = [(a[0], a[2]), (a[5], a[6])], [(a[1], a[3]), (a[4], a[7])]
    covered = {k for start, end in spans for k in range(start, end)}
    expected = {k for start, end in sentences for k in range(start, end)} - covered
    rest = without(spans, sentences)
    assert {k for start, end in rest for k in range(start, end)} == expected
    assert all(start < end for start, end in rest)


@pytest.mark.parametrize(
    ("teaser", "told"),
    [
        ("Also read: Agents held five men in Waco. They were let go on Monday.", []),
        ("Read next\n\nDeputies held five men in Waco on Monday, the sheriff said.", []),
        ("**Read more**\nDeputies held five men in Waco on Monday.\n\nThe sheriff sued on Friday.", ["Friday"]),
        ("They read more than that. Deputies held five men in Waco on Monday.", ["Monday"]),
    ],
)
def test_a_sentence_behind_a_label_is_of_another_report(teaser, told):
    assert [
        day for day in days(f"{LEAD}\n\n{teaser}\n\nThe union sued on May 8.") if day in ("Monday", "Friday")
    ] == told
