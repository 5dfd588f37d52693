"""What spares time changes nothing: wherever the whole expression finds something, the cheap look before it says so."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from raidline import lexicon
from raidline.extract.events import denial
from raidline.extract.events.bodies import acting
from raidline.extract.events.bodies.wording import patterns
from raidline.extract.events.triggers import Trigger
from raidline.extract.text import advisories, teasers
from raidline.extract.toponyms.phrases import datelines
from raidline.merging import words
from raidline.models import Kind

LABELS = ["What", "WHEN", "when", "Date and time", "día", "Por qué", "RSVP", "Agents", "that", "May 5", "the rally"]
MARKS = ["", "*", "**", "_", "- ", "#", " ", "  ", "\t", " " * 50, ":", ": ", "\n", ". ", "; ", "|", "”", ")", "…", "?"]
PLACES = ["AUSTIN", "St. PAUL", "RENO, Nev.", "BOISE, Idaho", "Reno", "(AP)", " — ", " -- ", "—", "_ ", "May 5", "told"]
SOURCES = ["director", "of", "the", "at", "Ana Real", "Real", ",", "officer", "for", "with", "ICE", "said", "\n"]


def texts(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces) | st.text(max_size=3), max_size=14).map("".join)


@given(texts(*LABELS, *MARKS))
def test_a_text_with_a_labelled_line_may_have_one(text: str):
    if advisories._label().search(text):
        assert advisories._has_a_label(text)


@given(texts(*MARKS, "told", "it"))
def test_a_line_is_closed_by_the_sign_before_its_quotation_marks(line: str):
    ended = re.search(r"[.!?…:;,][\"'”’»)\]*_]*$", line.rstrip())
    assert teasers._is_closed(line) == bool(ended)


@given(texts(*PLACES, *MARKS))
def test_datelines_are_found_at_the_top_and_behind_each_sign_that_ends_a_sentence(text: str):
    opened = re.compile(r"(?=[\n \tA-Z])(?:^|\n|(?<=[.!?”\"]) )" + datelines._FILED)
    top = datelines._AT_THE_TOP.match(text)
    found = [*([top] if top else ()), *datelines._FURTHER_ON.finditer(text, top.end() if top else 0)]
    assert [one.span("place") for one in found] == [one.span("place") for one in opened.finditer(text)]


@given(texts("told", "été", "1,200", "287(g)", "I-35", "’s", "Rock", "ab", *MARKS))
def test_the_words_of_a_text_are_those_of_its_pieces(text: str):
    of_pieces = [word for piece in text.split() for word in words._WORD.findall(piece)]
    assert of_pieces == words._WORD.findall(text)
    assert all(
        words._WORD.findall(one) == [one] for one in text.split() if one.isalpha() and len(one) >= words._SHORTEST
    )


@given(st.lists(st.sampled_from(SOURCES), max_size=9).map(" ".join))
def test_an_office_is_told_before_its_body_only_behind_a_word_that_joins_them(before: str):
    text = f"{before} "
    if patterns()["of"].search(text) or patterns()["apposed"].search(text):
        assert text.rstrip().endswith(acting._OF)


DENIALS = sorted(
    {word for name in ("denial", "negation") for row in lexicon.load(name).values() for word in row["words"]}
)
AROUND = [
    "agents",
    "had",
    "that",
    "any",
    "a",
    "were",
    "was",
    "from",
    "if",
    "whether",
    "it",
    "did",
    "n’t",
    "none",
    "never",
]
ACTS = [
    Trigger(0, 0, text, Kind.OPERATION, role)
    for text, role in (("raid", "event"), ("arrested", "act"), ("took", "light"))
]


def phrases() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*DENIALS, *AROUND, *AROUND]), max_size=5).map(" ".join)


@settings(max_examples=300)
@given(phrases(), st.sampled_from(ACTS), phrases(), st.sampled_from(["", ", ", "; "]))
def test_what_is_denied_has_a_word_by_which_denials_are_told(before: str, act: Trigger, behind: str, sign: str):
    head = f"{before.replace('*', '').replace(' ... ', ' so ')} "
    text = f"{head}{act.text}{sign} {behind.replace('*', '').replace(' ... ', ' so ')}."
    trigger = Trigger(len(head), len(head) + len(act.text), act.text, act.kind, act.role)
    if denial._is_denied(text, (0, len(text)), trigger):
        assert denial._may_be_denied(text, (0, len(text)))
