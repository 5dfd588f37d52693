"""Texts are saved wrapped at any width: nothing is read otherwise for it, and every span still holds."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_score import annotated
from raidline.extract.pipeline import extract_article
from raidline.extract.text.wrapping import unwrapped

PLAIN = (
    "Agents arrested nine people in the town of San Francisco on Tuesday, said Immigration and Customs Enforcement, and"
    " the Board of Supervisors met on the same night. The members of the Board of Supervisors voted to look into it, and"
    " Mayor Ann Vale promised to help. More is to follow. The Board of Supervisors meets again on the Tuesday after it."
)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("On Nov. 6,\nJudge Vale ruled.", "On Nov. 6, Judge Vale ruled."),
        ("He spoke to members of the\nCouncil.", "He spoke to members of the Council."),
        ("The raid was the\nsecond.", "The raid was the second."),
        ("It grew\n\nin May.", "It grew  in May."),
        ("It grew,\r\nand fell.", "It grew,\r and fell."),
        ("Mayor signs order\nThe mayor signed it.", None),
        ("The end.\nthen more", None),
        ("By Ann Vale,\n\nOct. 3", None),
        ("Home\nNews\nSports", None),
        ("", None),
    ],
)
def test_a_line_goes_on_where_a_reader_reads_on(text, joined):
    assert unwrapped(text) == (joined or text)


@pytest.mark.parametrize("width", [45, 60, 79])
def test_a_text_wrapped_at_a_width_has_lines_that_go_on_where_no_more_had_room(width):
    assert unwrapped(textwrap.fill(PLAIN, width)) == PLAIN


def test_short_lines_that_no_width_made_stay_lines():
    menu = "Weather in Austin\nTraffic\nObituaries\nContact the newsroom today please\nAbout\nJobs\nPress"
    assert unwrapped(menu) == menu


@given(st.text(alphabet='ab AB.\r\n\t!?"”12,;…', max_size=200))
def test_every_span_holds(text):
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, joined, strict=True))


def _read(article):
    return {
        (str(c.date), c.kind, c.status, c.places, c.agencies, *sorted(c.counts), " ".join(c.quote.split()))
        for c in extract_article(article).candidates
    }


@pytest.mark.parametrize("width", [60, 79])
@pytest.mark.parametrize("one", annotated("dev2"), ids=lambda one: one.article.id)
def test_a_report_tells_the_same_at_any_width(one, width):
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
        for paragraph in one.article.text.split("\n\n")
    )
    found = extract_article(narrow := replace(one.article, text=wrapped)).candidates
    assert _read(narrow) == _read(one.article)
    assert all(wrapped[c.start : c.end] == c.quote and c.date_text in wrapped for c in found)
