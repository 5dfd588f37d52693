"""Sentences are slices of the untouched text, cut where a reader would cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.extract.text.sentences import split_sentences

# A bar marks where one sentence ends and the next begins.
PASSAGES = [
    "The board met on Monday.| It voted at 9 p.m. on the plan.",
    "Sheriff Ann Vale spoke Jan. 20 in St. Paul.| Nobody objected.",
    "The U.S. Magistrate heard the case.| Gov. Ruiz did not.",
    "It took effect over the veto of then-Gov. Ruiz.| He sued.",
    "They live in the U.S. illegally, critics said.",
    "Agents left the U.S.| The mayor stayed.",
    "“We were told.”| “We were not asked,” said the mayor.",
    "“Why now?” she asked.",
    "“Why now?”| The council had no answer.",
    "He waited … and then left.",
    "The fee rose 3.5 percent.| In 2019 it fell.",
    "J. R. Malden, the county clerk, resigned.",
    "It cost No. 7 a place.| So what!| Well?",
    "The county (see Sec. 2) agreed.| [Texas Gov. Luz] Pardo did not.",
    "A line\n| Another line",
    "There is no doubt that the increased\n\npresence of agents mattered.",
    "The rule (it is new.)| It holds.",
    "She works for Malden Inc. in Ohio.| The firm declined.",
    "Mr. and Mrs. Oyelaran came at 5 a.m. Friday.",
    "Agents left. [12]| The mayor stayed.[3] [ 14 ]| In May she left.",
    "Roofers held By Ann Lee 6:22PM Sunday| RENO, Nev. (AP) -- Agents came.",
    "Updated 4 p.m.| EL PASO, Texas — Agents came.",
    "Posted: 5:55 AM EDT SHARE| COLUMBIA, S.C. (WLKX) — Agents came.",
    "(Photo / Ann Lee)| OMAHA (AP) — Agents came.",
    "He met the ACLU (Texas) — A group that sues — and LULAC, Texas — On Monday.",
    "NORTH PLATTE, Neb. — Agents came — and left.",
    "The firm [12] paid the sum.| [Texas Gov. Luz] Pardo did not.",
]


@pytest.mark.parametrize("passage", PASSAGES)
def test_sentences_end_where_a_reader_ends_them(passage):
    expected = [part.strip() for part in passage.split("|")]
    text = passage.replace("|", "")
    assert [text[a:b] for a, b in split_sentences(text)] == expected


@given(st.text(alphabet='ab AB.\n!?"”’12,;…', max_size=200))
def test_sentences_cover_all_words_in_order_without_overlap(text):
    spans = split_sentences(text)
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_an_empty_text_has_no_sentences():
    assert split_sentences(" \n ") == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a\n\n\nb", 1),
        ("a\n \n \nB", 2),
        ("a \n\nb. C", 2),
        ("Wait... And then?! No.", 3),
        ("Mr.\tSmith came. He left.", 2),
        ("x" * 100 + ". Yes.", 2),
    ],
)
def test_runs_of_marks_and_lines(text, spans):
    assert len(split_sentences(text)) == spans


@pytest.mark.parametrize("unit", [".", "\n", " ", "a\n\n", "Mr.\t", ".\n", "?!"])
def test_a_long_run_is_read_in_one_go(unit):
    """As a megabyte would take hours where each mark begins anew; there is no limit here but patience."""
    text = "a" + unit * (300_000 // len(unit)) + "b"
    spans = split_sentences(text)
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
