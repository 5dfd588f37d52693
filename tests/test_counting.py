"""Counts keep the hedge of the report, and count only people and things, never money, years or ages."""

from __future__ import annotations

import pytest

from raidline.extract.events.counting import find_counts

COUNTED = [
    ("Agents arrested nine people.", {"arrested": "9"}),
    ("The sweep, arresting at least 51 people, went on.", {"arrested": "at least 51"}),
    ("The sweep netted nearly 700 people.", {"arrested": "nearly 700"}),
    ("The agency announced a dozen arrests.", {"arrested": "12"}),
    ("Dozens of arrests were made.", {"arrested": "dozens"}),
    ("It arrested more than 160,000 immigrants.", {"arrested": "more than 160,000"}),
    ("As many as 2,000 families are sought.", {"families": "up to 2,000"}),
    ("Two men were detained.", {"detained": "2"}),
    ("The jail released 142 undocumented immigrants.", {"released": "142"}),
    ("A list of 118 jurisdictions came out.", {"jurisdictions": "118"}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_people_and_things_are_counted(text, expected):
    assert {what: str(count) for what, count in find_counts(text, (0, len(text))).items()} == expected


@pytest.mark.parametrize(
    "text",
    [
        "It cost $700 per arrest.",
        "Arrests rose 51% in 2019.",
        "A 34-year-old man spoke.",
        "Bill 54 passed.",
        "In 2019 people spoke.",
        "The 2019 arrests frightened the town.",
        "Nine people spoke.",
        "On March 15 arrests began.",
    ],
)
def test_money_shares_ages_and_years_are_no_counts(text):
    assert find_counts(text, (0, len(text))) == {}
