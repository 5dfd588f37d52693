"""Every example of the lexicon is found and read as it says, and nothing is found where it says so."""

from __future__ import annotations

import re
from datetime import date

import pytest

from raidline import lexicon
from raidline.extract.timex import find_timexes

ANCHOR = date(2017, 3, 24)  # the Friday the lexicon's examples are written for
RULES = lexicon.load("timex_rules")
ENTRIES = [entry for kind in ("rules", "tails", "modifiers") for entry in RULES[kind]]
EXAMPLES = [(sentence, value) for entry in ENTRIES for sentence, value in entry.get("examples", {}).items()]
NEGATIVES = [sentence for entry in ENTRIES for sentence in entry.get("not", [])]


@pytest.mark.parametrize(("sentence", "value"), EXAMPLES)
def test_an_example_is_read_as_the_lexicon_says(sentence, value):
    bracketed = re.search(r"\[(.*)\]", sentence)
    assert bracketed, "mark the expression with [brackets]"
    text = sentence.replace("[", "").replace("]", "")
    found = {timex.text: timex.value for timex in find_timexes(text, ANCHOR)}
    assert found.get(bracketed[1]) == value, found


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_nothing_is_found_where_the_lexicon_says_so(sentence):
    assert [timex.text for timex in find_timexes(sentence, ANCHOR)] == []


def test_there_are_examples_to_run():
    assert len(EXAMPLES) > 20
    assert len(NEGATIVES) > 10
