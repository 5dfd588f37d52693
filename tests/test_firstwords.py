"""Numbered patterns, tried by the first word: what one expression for each of them would find, and whose it is."""

from __future__ import annotations

import pytest

from raidline.lexicon.firstwords import FirstWords, number_of

PATTERNS = FirstWords(
    [
        ("raid/raids", 0),
        ("raid", 6),
        ("restraining order*", 1),
        ("round-up*", 1),
        ("deport*", 2),
        ("S.B.", 3),
        ("sign/signed ... bill", 3),
        ("Operation", 4),
        ("die/strike down", 5),
    ]
)


@pytest.mark.parametrize(
    ("text", "found", "number"),
    [
        ("raids", "raids", 0),
        ("raid", "raid", 0),
        ("Raids", "Raids", 0),
        ("RAIDS", None, None),
        ("raided", None, None),
        ("raid-like", None, None),
        ("Restraining\norders", "Restraining\norders", 1),
        ("restraining", None, None),
        ("round-ups", "round-ups", 1),
        ("round", None, None),
        ("deportees", "deportees", 2),
        ("S.B. 4", "S.B.", 3),
        ("signed the long bill", "signed the long bill", 3),
        ("Operation", "Operation", 4),
        ("operation", None, None),
        ("strike down", "strike down", 5),
        ("“raid", None, None),
        ("", None, None),
    ],
)
def test_only_patterns_that_begin_with_the_word_are_tried(text, found, number):
    match = PATTERNS.match(text)
    assert (match and match[0], match and number_of(match)) == (found, number)


def test_a_match_ends_before_the_end_of_the_stretch():
    assert PATTERNS.match("a raids", 2, 6)[0] == "raid"
    assert PATTERNS.match("a restraining order", 2, 14) is None


def test_a_whole_text_matches_only_to_its_end():
    assert PATTERNS.fullmatch("raids")
    assert PATTERNS.fullmatch("raids today") is None
