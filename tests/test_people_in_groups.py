"""People told as families and pairs, as a part of others, or beside a crowd, a base or a running total."""

from __future__ import annotations

import pytest

from raidline.extract.counting.reading import find_counts
from raidline.extract.counting.tallies import Passage, counts_of
from raidline.models import Kind

COUNTED = [
    # families and pairs
    ("A family of five was detained at the border.", {"detained": "5"}),
    ("Agents held the whole family of three.", {"detained": "3"}),
    ("The father of a family of five was detained.", {}),
    ("A family of five watched.", {}),
    ("An elderly couple was arrested.", {"arrested": "2"}),
    ("Agents arrested three couples.", {"arrested": "6"}),
    ("Agents arrested three elderly couples.", {"arrested": "6"}),
    ("Agents arrested 1,2 00 people.", {}),
    ("A couple and their baby were arrested.", {"arrested": "3"}),
    ("A couple of days later nobody was arrested.", {}),
    ("The son of a couple was arrested.", {}),
    ("A baker and his wife watched.", {}),
    ("A cook and her son were arrested.", {"arrested": "2"}),
    ("Agents arrested a father and son.", {"arrested": "2"}),
    ("Agents arrested a cook and his lawyer complained.", {}),
    ("Agents arrested a pair of painters.", {"arrested": "2"}),
    ("Agents found a pair of gloves.", {}),
    ("Agents arrested one man and his two brothers.", {"arrested": "3"}),
    ("Agents arrested four sisters and a cousin.", {"arrested": "5"}),
    ("Agents arrested four people and a neighbor filmed it.", {"arrested": "4"}),
    # a part of others
    ("Agents arrested six of about 90 workers.", {"arrested": "6"}),
    ("Nineteen of the mill's four dozen workers were detained.", {"detained": "19"}),
    ("Fifteen people, two of them women, were deported.", {"deported": "15"}),
    ("Of 80 workers at the mill, 31 were arrested.", {"arrested": "31"}),
    # a crowd, a place that has so many, vehicles
    ("In a village of 700 people, nine workers were arrested.", {"arrested": "9"}),
    ("At a school with 90 pupils, two parents were arrested.", {"arrested": "2"}),
    ("The raid at a mill with 60 workers left nine in custody.", {"detained": "9"}),
    ("Officers with 60 workers in custody left.", {"detained": "60"}),
    ("Officers in nine trucks arrested a woman.", {}),
    ("Nine women were arrested.", {"arrested": "9"}),
    # a running total is of other days, too
    ("Agents arrested two people, bringing the town's total to 14.", {"arrested": "2"}),
    ("Agents arrested two more, which raised the number held this month to 14.", {"arrested": "2"}),
    ("Agents brought 14 arrested people to the jail.", {"arrested": "14"}),
    # from one number to another
    ("Arrests rose from 140 to 210.", {"arrested": "210"}),
    ("The number of people held fell from 310 to 190.", {"detained": "190"}),
    ("Agents held from 19 to 31 people.", {"detained": "19 to 31"}),
    # flights
    ("ICE put 80 people on a flight to Lima.", {"deported": "80"}),
    ("ICE flew 80 men to Lima.", {"deported": "80"}),
    ("Eighty people saw a flight of geese.", {}),
    # a verb with "over" is no hedge
    ("The jail turned over 19 inmates to ICE.", {"detained": "19"}),
    ("The jail held over 19 inmates.", {"detained": "more than 19"}),
    ("A judge ordered the release of 19 of the 31 men.", {"released": "19"}),
    ("Nine were later released.", {"released": "9"}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_people_are_counted_with_their_families_and_without_bystanders(text, expected):
    assert {what: str(count) for what, count in find_counts(text, (0, len(text))).items()} == expected


@pytest.mark.parametrize(
    ("kind", "days", "expected"),
    [
        (Kind.PROTEST, ["Monday"], {"protesters": "200", "arrested": "6"}),
        (Kind.RULING, ["Monday"], {"protesters": "200"}),
        (Kind.PROTEST, ["Monday", "Sunday"], {"protesters": "200"}),
    ],
)
def test_a_sentence_of_one_day_adds_what_its_other_clause_counts(kind, days, expected):
    text = "On Monday 200 people marched, and six had been arrested by Sunday."
    clause = (0, text.index("marched") + len("marched,"))
    dates = tuple((text.index(day), text.index(day) + len(day)) for day in days)
    passage = Passage(clause, (0, len(text)), dates[0], dates)
    assert {what: str(count) for what, count in counts_of(text, kind, passage).items()} == expected


def test_a_number_of_agents_of_a_body_is_one_of_several():
    text = "Fifty ICE agents came on Monday and 60 on Tuesday, more than the 40 of May."
    dates = tuple((text.index(day), text.index(day) + len(day)) for day in ("Monday", "Tuesday"))
    passage = Passage((0, len(text)), (0, len(text)), dates[1], dates)
    assert str(counts_of(text, Kind.OTHER, passage)["agents"]) == "50"


def test_each_day_has_its_number_though_a_total_follows():
    text = "Agents arrested 15 people Monday and four more on Tuesday, bringing the total to 19."
    dates = tuple((text.index(day), text.index(day) + len(day)) for day in ("Monday", "Tuesday"))
    counted = [counts_of(text, Kind.OPERATION, Passage((0, len(text)), (0, len(text)), day, dates)) for day in dates]
    assert [str(counts["arrested"]) for counts in counted] == ["15", "4"]
