"""What stands before a name: the last word of it says whether the expression for a word of place can match at all."""

from __future__ import annotations

import pytest

from raidline.extract.toponyms.placewords import located, may_be_located


@pytest.mark.parametrize(
    ("key", "left", "found"),
    [
        ("locative", "They met in ", True),
        ("locative", "They met (IN ", True),
        ("locative", "They met near downtown ", True),
        ("locative", "They met in the northern city of ", True),
        ("locative", "in cities such as ", True),
        ("locative", "on the outskirts of ", True),
        ("locative", "They met at ", False),
        ("locative", "They met in", False),
        ("locative", "They thanked ", False),
        ("locative", "", False),
        ("weakly_locative", "They went to ", True),
        ("weakly_locative", "They went to the\n", True),
        ("weakly_locative", "They went together ", False),
    ],
)
def test_the_last_word_lets_through_whatever_is_located(key, left, found):
    assert bool(located(key).search(left)) is found
    assert may_be_located(key, left) >= found


def test_other_last_words_are_told_without_the_expression():
    assert not may_be_located("locative", "They thanked ")
    assert not may_be_located("weakly_locative", "in Sheriff ")
