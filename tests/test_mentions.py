"""Which capitalised names are places, which place is meant, and in what role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.extract.mentions import find_places

READ = [
    ("Agents came to Austin on Monday.", [("Austin", "Austin, Texas", "scene")]),
    ("Agents came to Travis County, Texas, on Monday.", [("Travis County, Texas", "Travis County, Texas", "scene")]),
    ("The raid in Springfield, Mass., lasted an hour.", [("Springfield, Mass.", "Springfield, Massachusetts", "scene")]),
    ("The raid in Austin, Minnesota, lasted an hour.", [("Austin, Minnesota", "Austin, Minnesota", "scene")]),
    ("The raid in Reading, Pa., lasted an hour.", [("Reading, Pa.", "Reading, Pennsylvania", "scene")]),
    ("AUSTIN, Texas (AP) — Agents came.", [("AUSTIN, Texas", "Austin, Texas", "scene")]),
    ("READING — Agents came to Pennsylvania.", [("READING", "Reading, Pennsylvania", "scene"), ("Pennsylvania", "Pennsylvania", "scene")]),
    ("Boston Mayor Ana Real spoke.", [("Boston", "Boston, Massachusetts", "organisation")]),
    ("The LAPD spoke.", [("LAPD", "Los Angeles, California", "organisation")]),
    ("A Chicago-based group spoke.", [("Chicago", "Chicago, Illinois", "affiliation")]),
    ("Raids in the Houston-area suburbs went on.", [("Houston", "Houston, Texas", "area")]),
    ("Agents in New York City waited.", [("New York City", "New York City, New York", "scene")]),
    ("A law of New York forbids it.", [("New York", "New York", "context")]),
    ("Officials in Washington said so.", [("Washington", "Washington, D.C.", "scene")]),
    ("The District of Columbia is a city.", [("District of Columbia", "Washington, D.C.", "context")]),
    ("A judge in California ruled.", [("California", "California", "scene")]),
    ("Orange County, California, and then Orange County again.",
     [("Orange County, California", "Orange County, California", "context"), ("Orange County", "Orange County, California", "context")]),
    ("Agents went to Kern County and to Bakersfield.", [("Kern County", "Kern County, California", "scene"), ("Bakersfield", "Bakersfield, California", "scene")]),
    ("Officials in Georgia spoke. Agents came to Columbus.", [("Georgia", "Georgia", "scene"), ("Columbus", "Columbus, Georgia", "scene")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_place_is_read_with_its_role(text, expected):
    found = find_places(text)
    assert [(m.text, m.jurisdiction and m.jurisdiction.full_name, m.role) for m in found] == expected
    assert all(text[m.start : m.end] == m.text and m.how for m in found)


NO_PLACES = [
    "Judge Andrew Austin spoke. Austin said so.",
    "The Washington Post reported it.",
    "The Austin American-Statesman reported it.",
    "Officer Dana Houston waited.",
    "The White House waited.",
    "Houston Reed Holdings paid.",
    "In May and on Sunday nothing happened.",
    "Congress did nothing.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_people_papers_and_words_are_no_places(text):
    assert [m.text for m in find_places(text)] == []


def test_a_surname_is_still_a_city_behind_a_word_of_place():
    text = "Judge Andrew Austin spoke of raids in Austin."
    assert [(m.start, m.text) for m in find_places(text)] == [(text.rindex("Austin"), "Austin")]


@pytest.mark.parametrize("name", ["Springfield", "Orange County", "Jefferson County"])
def test_namesakes_that_nothing_tells_apart_stay_open(name):
    (mention,) = find_places(f"Agents came to {name} on Monday.")
    assert mention.jurisdiction is None
    assert len(mention.candidates) > 1


@given(st.text(alphabet=st.sampled_from("AustinTexas, .—()\n’LPDwhe"), max_size=120))
def test_any_text_is_read_without_error_and_verbatim(text):
    assert all(text[m.start : m.end] == m.text for m in find_places(text))
