"""A share of those to whom the same was done tells how many all were, or nothing; it is no count of its own."""

from __future__ import annotations

import pytest

from raidline.extract.counting.reading import find_counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her mother was one of more than 70 workers detained that day.", {"detained": "more than 70"}),
        ("He was among the 83 people arrested at the mill.", {"arrested": "83"}),
        ("Four of the 12 people arrested by agents had papers.", {"arrested": "12"}),
        ("Most of the 40 people who were arrested had papers.", {"arrested": "40"}),
        ("She is one of about 40 people ICE took into custody.", {"arrested": "about 40"}),
        ("None of the nine men deported had a hearing.", {"deported": "9"}),
        ("Two out of the nine women detained were cooks.", {"detained": "9"}),
        # What is told of the share alone:
        ("One of the 12 workers was arrested.", {"arrested": "1"}),
        ("Agents freed four of the 12 people arrested.", {"released": "4"}),
        # Of how many is not said:
        ("One of the men arrested by agents had papers.", {}),
        # A headline says what was done to the share:
        ("Half of 80 workers arrested in Austin", {}),
        # A rate has no whole:
        ("Nine out of 10 people detained had papers.", {}),
        # Relatives are no share:
        ("She is the mother of two children and was detained.", {}),
    ],
)
def test_a_share_tells_of_the_whole(text, expected):
    assert {key: str(count) for key, count in find_counts(text, (0, len(text))).items()} == expected
