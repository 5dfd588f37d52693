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
        ("Council limits police\nby Ann Vale | Feb 11, 2031 | News", None),
        ("Council limits police\nby Ann Vale Feb. 11, 2031", None),
        ("He was arrested\nby Deputy Ann Vale in May.", "He was arrested by Deputy Ann Vale in May."),
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


DAYS = "Jan. {}: ICE agents arrested {} people in Austin."
LISTS = ["\n".join(f"{mark} {DAYS.format(day, day)}" for day in range(1, 6)) for mark in ("-", "*", "•", "##")] + [
    "\n".join(f"{day}{stop} Jan. {day}, ICE agents arrested {day} people in Austin" for day in range(1, 6))
    for stop in (".", ")")
]
LISTS += [
    "\n".join(f"| 2031-01-0{day} | ICE agents arrested {day} people in Austin, Texas |" for day in range(1, 10)),
    "\n".join(DAYS.format(day, day) for day in range(1, 6)),  # sentences of one length, without a mark
    "\n".join(f"- agents held {day} people in Austin on Jan. {day} of that year" for day in range(1, 6)),
    "There were three raids in all, as agents said,\n- Jan. 1: a shop\n- Jan. 2: a cafe",
]


@pytest.mark.parametrize("text", LISTS)
def test_items_of_one_length_stay_lines(text):
    assert unwrapped(text) == text


WRAPPED = (
    "{} agents came again to the shop, and the mayor of the town and the council spoke of it in public on the day."
)


@pytest.mark.parametrize(
    "opening", ["It was on June 12.", "It was Jan. 3) or", "Vale - who had", "Vale -- the", "Raid #9 saw"]
)
def test_wrapped_prose_goes_on_with_what_only_looks_like_a_mark(opening):
    for width in (45, 50, 60):
        for before in range(1, width):
            text = f"{'x' * before} {WRAPPED.format(opening)} {PLAIN}"
            assert unwrapped(textwrap.fill(text, width, break_on_hyphens=False)) == text


def test_the_items_of_a_wrapped_list_go_on_over_their_own_lines():
    items = [textwrap.fill(f"- Jan. {day}: {PLAIN}", 60) for day in range(1, 4)]
    assert unwrapped("\n".join(items)) == "\n".join(f"- Jan. {day}: {PLAIN}" for day in range(1, 4))


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
