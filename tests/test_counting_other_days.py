"""What a clause with a date of its own counts is of that date, not of the other dates of its sentence."""

from __future__ import annotations

import pytest

from raidline.extract.counting.tallies import Passage, counts_of
from raidline.models import Kind

SENTENCES = [  # sentence, its dates, counts of each
    ("Police knew Monday of the sweep in which ICE took nine men in May.", ("Monday", "May"), ({}, {"arrested": "9"})),
    ("The firm closed Monday, a day after ICE took 11 of them.", ("Monday", "a day"), ({}, {"arrested": "11"})),
    (
        "Six agents were suspended Monday over a raid that left two women injured in May.",
        ("Monday", "May"),
        ({"agents": "6"}, {"hurt": "2"}),
    ),
    ("ICE took 12 men on Monday, a week after it raided a mill in May.", ("Monday", "May"), ({"arrested": "12"}, {})),
    (
        "On Monday, where it had come in May, ICE took 12 men.",
        ("Monday", "May"),
        ({"arrested": "12"}, {"arrested": "12"}),
    ),
    ("ICE said Monday that it took nine men in May.", ("Monday", "May"), ({"arrested": "9"}, {"arrested": "9"})),
    (
        "ICE said Monday that it held nine men when it came on May 5.",
        ("Monday", "May 5"),
        ({"detained": "9"}, {"detained": "9"}),
    ),
    ("Nine men have now been held since May by ICE.", ("now", "May"), ({"detained": "9"}, {"detained": "9"})),
    (
        "The Guard sent 200 troops on Monday, and troopers made 31 arrests by May 5.",
        ("Monday", "May 5"),
        ({"agents": "200"}, {"arrested": "31"}),
    ),
    # a number that counts something else belongs to no date, and those of May are not of June
    (
        "In May, 300 people were arrested in 40 raids, and in June the county bought 12 vans.",
        ("May", "June"),
        ({"arrested": "300"}, {}),
    ),
    (
        "Agents came on Monday, and by noon 38 men had been loaded onto buses.",
        ("Monday", "noon"),
        ({"arrested": "38"}, {"arrested": "38"}),
    ),
    ("ICE took 12 men on Monday and in May.", ("Monday", "May"), ({"arrested": "12"}, {"arrested": "12"})),
]


@pytest.mark.parametrize(("sentence", "dates", "expected"), SENTENCES)
def test_a_clause_with_a_date_counts_for_that_date(sentence, dates, expected):
    whole = (0, len(sentence))
    spans = tuple((sentence.index(one), sentence.index(one) + len(one)) for one in dates)
    for day, counts in zip(spans, expected, strict=True):
        found = counts_of(sentence, Kind.OPERATION, Passage(whole, whole, day, spans))
        assert {what: str(count) for what, count in found.items()} == counts, sentence[slice(*day)]
