"""A count is worded as a person would word it, wherever it is shown."""

from __future__ import annotations

import pytest

from raidline.counts.value import Count
from raidline.counts.wording import count_in_words


@pytest.mark.parametrize(
    ("name", "count", "words"),
    [
        ("arrested", "at least 51", "at least 51 arrested"),
        ("arrested", "dozens", "dozens arrested"),
        ("arrested", "unknown", "unknown number arrested"),
        ("dead", "1", "1 dead"),
        ("agents", "dozens", "dozens of agents"),
        ("agents", "more than 700", "more than 700 agents"),
        ("agents", "unknown", "unknown number of agents"),
        ("protesters", "several hundred", "several hundred protesters"),
        ("protesters", "hundreds of thousands", "hundreds of thousands of protesters"),
        ("protesters", "12000", "12,000 protesters"),
        ("protesters", "at least 1000000", "at least 1,000,000 protesters"),
        ("protesters", "10000 to 12000", "10,000 to 12,000 protesters"),
        ("protesters", "12,000", "12,000 protesters"),
        ("protesters", "1200", "1200 protesters"),
        ("families", "1", "1 family"),
        ("police_officers", "1", "1 police officer"),
        ("mass", "1", "1 mass"),
    ],
)
def test_a_count_with_its_name(name, count, words):
    assert count_in_words(name, Count.parse(count)) == words
