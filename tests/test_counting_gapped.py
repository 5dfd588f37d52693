"""Groups told in parallel are added up; parts of a whole and groups of other dates are not."""

from __future__ import annotations

import pytest

from raidline.extract.counting.reading import find_counts

PARALLEL = [
    ("Agents detained five people at one bakery and four at another.", {"detained": "9"}),
    ("Five people were detained on Elm Street, 4 on Oak and 2 on Pine.", {"detained": "11"}),
    (
        "Five people were detained at a bakery in Reno, Nevada, on Monday and three at a mill across the road.",
        {"detained": "8"},
    ),
    (
        "ICE arrested two roofers in Reno, Nevada, on Monday, three in Sparks and two in Fernley, a priest said.",
        {"arrested": "7"},
    ),
    ("ICE arrested 9 people in Hialeah, 7 in Kendall and 4 in Homestead, Florida, on Tuesday.", {"arrested": "20"}),
    ("Agents detained five people at two bakeries and four at a mill.", {"detained": "9"}),
    ("They arrested 12 in Reno and nine in Sparks.", {"arrested": "12"}),
    ("The sweep led to nine arrests in Reno and another four in Sparks.", {"arrested": "13"}),
    ("Two flights carried 137 and 96 people, all of whom were deported.", {"deported": "233"}),
    ("Agents arrested seven at the first, two at the second and none at the third.", {"arrested": "9"}),
    ("About 600 people marched in Reno and 400 in Sparks.", {"protesters": "about 600"}),
    ("Agents arrested 20 people in Ohio, 11 in Akron and nine in Canton.", {"arrested": "20"}),
    ("Agents arrested 20 people in Ohio, four in Akron and nine in Canton.", {"arrested": "20"}),
    ("Agents arrested 20 people in Ohio, nine in Akron.", {"arrested": "20"}),
    ("Agents arrested nine people in May and four in June.", {"arrested": "9"}),
    ("Agents arrested nine people in Reno on Monday and four in Sparks on Tuesday.", {"arrested": "9"}),
    ("Agents arrested nine people in Reno and four in Sparks were freed.", {"arrested": "9"}),
    ("Agents arrested nine people at a mill and 40 looked on.", {"arrested": "9"}),
    ("Agents arrested nine people at a mill that employs 90 and 40 in a bakery.", {"arrested": "9"}),
    ("The flight carried 137 and 96 people were deported.", {"deported": "96"}),
]


@pytest.mark.parametrize(("text", "expected"), PARALLEL)
def test_groups_in_parallel_are_added_up(text, expected):
    assert {key: str(count) for key, count in find_counts(text, (0, len(text))).items()} == expected
