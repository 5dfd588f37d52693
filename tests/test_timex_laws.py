"""What holds for every text: nothing raised, offsets verbatim, no overlaps, bounds in order, time linear."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from raidline.extract.timex import find_timexes, tokens
from raidline.extract.timex.grammar import grammar
from raidline.extract.timex.resolve import BESIDE, READERS

VOCABULARY = (
    "the a an in on by since until from to and or of - – , . : ' ’ ( ) \n \n\n "
    "Monday Tues. Friday Sunday May March Jan. Sept. October fall spring weekend Easter Day "
    "today yesterday tomorrow tonight night morning noon now recently the future year-end "
    "last this next past coming previous following that same early late mid about nearly "
    "first second third fourth quarter half week month year years days decade century period "
    "two twenty hundred thousand nineteen ninety-six several few couple 2 31 0 99 1996 2017 0000 9999 "
    "1990s '90s ’80s 9/11/2001 2017-02-30 2017-02-28 2:58 25:61 p.m. PM ET 1st 31st 22nd Q3 FY17 1,000 1/2 ½ "
    "ago earlier later before after hence every each daily will said had filed $ % old ended "
)
WORDS = VOCABULARY.split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=80)
ANCHORS = st.none() | st.dates()


@given(TEXTS, ANCHORS)
@example("the last 21600 months of 2024", date(2025, 2, 3))  # a year before 1000
@settings(max_examples=400, deadline=None)
def test_every_text_is_read(text, anchor):
    end = 0
    for timex in find_timexes(text, anchor):
        assert text[timex.start : timex.end] == timex.text != ""
        assert timex.start >= end
        end = timex.end
        assert timex.how.startswith(f"'{timex.text}': ")
        assert timex.value
        for edtf in filter(None, (timex.edtf, timex.until)):
            assert edtf.earliest is not None
            assert edtf.latest is not None
            assert edtf.earliest <= edtf.latest


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_reads_the_same_again(text):
    assert find_timexes(text, date(2017, 3, 24)) == find_timexes(text, date(2017, 3, 24))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_a_weekday_of_the_past_is_at_most_a_week_back_and_right(anchor):
    (timex,) = find_timexes("The sheriff spoke on Wednesday.", anchor)
    assert timex.earliest is not None
    assert timex.earliest.isoweekday() == 3
    assert 0 <= (anchor - timex.earliest).days <= 6


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(
        ["on Friday", "this week", "this month", "last month", "in May", "yesterday", "this year", "last winter"]
    ),
)
@settings(max_examples=300, deadline=None)
def test_no_bound_lies_after_publication_for_what_has_happened(anchor, words):
    (timex,) = find_timexes(f"The sheriff spoke {words}.", anchor)
    assert timex.latest is not None
    assert timex.latest <= anchor


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", ",", "the ", "Monday ", "Jan. ", "1 ", "two-", "twenty ", "a ", "last ", "1990s ", "12:30 ", "early ", "\n", "'",
     "Jan. 5-", "1-", "2017-", "five hundred ", "the end of ", "one week after "],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(piece):
    text = piece * (40_000 // len(piece))  # anything quadratic would take minutes
    assert all(text[t.start : t.end] == t.text for t in find_timexes(text, date(2017, 3, 24)))


def test_every_reader_is_used_and_every_rule_has_one():
    named = {rule.reads for table in (grammar().rules, *grammar().tails.values()) for rule in table.rules}
    assert named - {"nothing"} == set(READERS) | set(BESIDE)


@given(st.sampled_from(WORDS) | st.text(min_size=1, max_size=4))
@settings(max_examples=500, deadline=None)
def test_a_word_of_letters_has_no_shape_that_is_not_tried(token):
    tried = {name for name, shape in tokens._SHAPES if shape.fullmatch(token)}
    assert tokens.shapes(token) == tried


def test_every_rule_is_a_regular_expression():
    tables = (grammar().rules, grammar()._modifiers, grammar()._followers, *grammar().tails.values())
    assert all(rule.regex.pattern == rule.source for table in tables for rule in table.rules)


@pytest.mark.parametrize("number", ["100", "1499", "1600", "1899", "1950", "2050", "2100", "12345"])
def test_every_number_is_of_a_known_shape(number):
    alphabet = grammar().alphabet
    assert alphabet.encode(number) in alphabet.members("number")
