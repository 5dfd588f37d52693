"""Texts that were saved with character references: read as what they mean, quoted as they were saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.extract.text.references import dereferenced, widened

MEANT = [
    ("the city&#8217;s raid", "the city’s       raid"),
    ("the city&#x27;s raid", "the city's      raid"),
    ("a &quot;raid&quot; on", 'a      "raid"      on'),
    ("a &#8220;raid&#8221; on", "a       “raid”       on"),
    ("&quot;Raid&quot;", '     "Raid"     '),
    ("at 8&nbsp;p.m.", "at 8      p.m."),
    ("raids &amp; arrests", "raids &     arrests"),
    # no references
    ("arrests & raids; AT&T; R&D", "arrests & raids; AT&T; R&D"),
    ("&nothing; of the kind", "&nothing; of the kind"),
    ("&#0; and &#x7;", "&#0; and &#x7;"),
]


@pytest.mark.parametrize(("saved", "read"), MEANT)
def test_a_reference_is_read_as_its_character_at_its_place(saved, read):
    assert dereferenced(saved) == read


@given(st.lists(st.sampled_from(["&quot;", "&#8217;", "s", " ", "&nbsp;", "&", "#", ";", "raid", "\n", "&#x", "27"])))
def test_the_length_stays(pieces):
    text = "".join(pieces)
    assert len(dereferenced(text)) == len(text)


def test_a_span_holds_whole_references():
    text = "He said &#8220;no.&#8221; Then"
    assert text[slice(*widened(text, (14, 19)))] == "&#8220;no.&#8221;"
    assert text[slice(*widened(text, (3, 7)))] == "said"
    assert text[slice(*widened(text, (len(text) - 4, len(text))))] == "Then"


def test_a_quote_is_what_was_saved():
    text = (
        "The mayor&#8217;s office spoke. &#8220;Agents arrested nine people in Austin on Tuesday.&#8221; "
        "The city&#x27;s council met later."
    )
    (found,) = extract_article(Article("a", None, None, date(2031, 5, 9), None, text, Path("a.txt"))).candidates
    assert found.quote == "&#8220;Agents arrested nine people in Austin on Tuesday.&#8221;"
    assert text[found.start : found.end] == found.quote
