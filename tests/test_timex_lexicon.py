"""Every example of the lexicon is found by its own rule and read as it says; nothing is found where it says so."""

from __future__ import annotations

import re
from datetime import date

import pytest

from raidline import lexicon
from raidline.extract.timex import find_timexes
from raidline.extract.timex.grammar import RULE_FILES, grammar

ANCHOR = date(2017, 3, 24)  # the Friday the lexicon's examples are written for
DATA = lexicon.load("timex_rules")
FINDERS = [rule for name in RULE_FILES for rule in lexicon.load(name)] + DATA["tails"]
ENTRIES = [*FINDERS, *DATA["modifiers"]]
EXAMPLES = [(entry, sentence, value) for entry in ENTRIES for sentence, value in entry.get("examples", {}).items()]
NEGATIVES = [sentence for entry in ENTRIES for sentence in entry.get("not", [])]


def unbracketed(sentence):
    bracketed = re.search(r"\[(.*)\]", sentence)
    assert bracketed, "mark the expression with [brackets]"
    return bracketed[1], sentence.replace("[", "").replace("]", "")


@pytest.mark.parametrize(("entry", "sentence", "value"), EXAMPLES, ids=[sentence for _, sentence, _ in EXAMPLES])
def test_an_example_is_read_as_the_lexicon_says(entry, sentence, value):
    words, text = unbracketed(sentence)
    found = {timex.text: timex.value for timex in find_timexes(text, ANCHOR)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [(entry, sentence) for entry, sentence, _ in EXAMPLES if entry in FINDERS],
    ids=[sentence for entry, sentence, _ in EXAMPLES if entry in FINDERS],
)
def test_an_example_is_found_by_its_own_rule(entry, sentence):
    words, text = unbracketed(sentence)
    rules = {found.tokens.between(found.start, found.end): found.rule.pattern for found in grammar().find(text)}
    assert rules[words] == entry["pattern"]


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_nothing_is_found_where_the_lexicon_says_so(sentence):
    assert [timex.text for timex in find_timexes(sentence, ANCHOR)] == []


def test_every_entry_has_examples_or_negatives():
    assert [entry["pattern"] for entry in ENTRIES if not entry.get("examples") and not entry.get("not")] == []
    assert len(EXAMPLES) > 150


def test_a_rule_is_tried_only_where_its_first_two_words_stand():
    tried = {
        words: grammar().rules.at("".join(map(grammar().alphabet.encode, words.split())), 0)
        for words in ("the federal", "the quarter", "quarter ended", "Tuesday said")
    }
    assert not tried["the federal"]  # "the" begins expressions, but none is only that
    assert tried["the quarter"]
    assert any(rule.pattern.startswith("the? quarter") for rule in tried["quarter ended"])
    assert any("WEEKDAY" in rule.pattern for rule in tried["Tuesday said"])  # which may be all of it
