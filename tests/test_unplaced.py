"""A place that an act names but nobody can resolve is shown as written, never taken for the nation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.extract.toponyms.unplaced import UNKNOWN, place_as_written
from raidline.merging.merge import as_event, merge_candidates


def places(text):
    article = Article("herald", None, "Wire", date(2031, 5, 12), None, text, Path("herald.md"))
    return [candidate.place_names for candidate in extract_article(article).candidates]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Agents arrested nine people in Pine Hollow on Tuesday.", "Pine Hollow"),
        ("A raid in Pine Hollow on Tuesday ended with nine arrests, ICE said.", "Pine Hollow"),
        ("ICE agents raided a farm near Little Bend on Tuesday.", "Little Bend"),
        ("The mayor of Pine Hollow ended the agreement with ICE on Tuesday.", "Pine Hollow"),
        ("Agents arrested nine people at a bakery in Cork on Tuesday.", "Ireland"),
        ("Police in Tapachula detained 40 migrants on Tuesday.", "Mexico"),
        ("In Tapachula, hundreds marched on Tuesday.", "Mexico"),
        ("The first flight landed at Guantánamo Bay on Tuesday.", "Cuba"),
        ("The flight landed at Naval Station Guantanamo Bay on Tuesday.", "Cuba"),
        ("Hundreds marched in Tijuana on Tuesday.", "Mexico"),
        ("The ministry voiced concern at a briefing in Tijuana on Tuesday.", "Mexico"),
    ],
)
def test_a_place_nobody_knows_is_shown_as_written(text, place):
    assert places(text) == [(place,)]


def test_a_curator_sees_the_name_and_is_told():
    article = Article(
        "a", None, "Wire", date(2031, 5, 12), None, "Agents raided a mill in Pine Hollow on Tuesday.", Path("a.md")
    )
    (candidate,) = extract_article(article).candidates
    (merged,) = merge_candidates([candidate], {"a": article})
    assert "an unknown place" in candidate.title
    assert UNKNOWN in candidate.how
    assert as_event(merged).places == ("Pine Hollow",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ICE agents arrested 900 people on Tuesday.", "United States"),
        ("ICE arrested 900 people nationwide on Tuesday, some in Pine Hollow.", "United States"),
        ("The president signed an executive order in Pine Hollow on Tuesday.", "United States"),
        ("Agents arrested nine people in Pine Hollow, Texas, on Tuesday.", "Texas"),
        ("Agents came to Reno. They arrested nine people in Pine Hollow on Tuesday.", "Reno, Nevada"),
        ("Agents came to Reno. The executive order was signed in Tijuana on Tuesday.", "Reno, Nevada"),
        ("Agents in San Diego arrested nine people in Tijuana on Tuesday.", "San Diego, California"),
        ("DHS said in Spanish on Tuesday that ICE had arrested 900 people.", "United States"),
    ],
)
def test_what_is_known_is_not_given_up_for_it(text, place):
    assert {found for (found, *_) in places(text)} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "The letter was in Spanish.",
        "The bill died in Congress.",
        "It was in Ana Real's car.",
        "They were held in Mexican waters.",
        "It ended in May.",
        "Agents sat in Judge Real.",
        "In Operation Dawn, nine were held.",
        "People in Honduran custody waited.",
    ],
)
def test_what_is_no_place(text):
    assert place_as_written(text, (0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The trustees voted on Tuesday to end the contract.", "unknown"),
        ("Gov. Ana Real signed the bill on Tuesday.", "unknown"),
        ("Attorney General Ana Real issued guidance on Tuesday.", "unknown"),
        ("Attorney General Ana Real said on Tuesday that he would sue the Department of Homeland Security.", "unknown"),
        # a county of which there are several
        ("Agents raided a mill in Polk County on Tuesday.", "Polk County"),
        (
            "Polk County commissioners approved an agreement with federal immigration authorities on Tuesday.",
            "Polk County",
        ),
    ],
)
def test_an_act_of_an_untold_town_county_or_state_is_not_the_nations(text, written):
    article = Article("a", None, "Wire", date(2031, 5, 12), None, text, Path("a.md"))
    (candidate,) = extract_article(article).candidates
    assert (candidate.places, candidate.place_names) == ((), (written,))


def test_acts_of_a_story_of_an_untold_county_are_not_the_nations():
    text = (
        "Two men have died at the Polk jail, one on May 3. Polk County rents beds to ICE. In March a guard hit a man."
        " The Supreme Court ruled on Tuesday."
    )
    article = Article("a", "Close the Polk jail", None, date(2031, 5, 12), None, text, Path("a.md"))
    found = {candidate.date.text: candidate.place_names for candidate in extract_article(article).candidates}
    assert found["2031-05-03"] == ("Polk County",)
    assert found["2031-03"] == ("unknown",)
    assert found["2031-05-06"] == ("United States",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The agency announced a new policy on Tuesday.", "United States"),
        ("Attorney General Pam Bondi issued guidance on Tuesday.", "United States"),
        ("U.S. Attorney General Ana Real issued guidance on Tuesday.", "United States"),
        ("Agents arrested the sheriff on Tuesday, ICE said.", "United States"),
        # told elsewhere
        ("Attorney General Ana Real issued guidance on Tuesday. Nevada must follow it.", "Nevada"),
        ("Polk County in Oregon is small. Polk County commissioners approved it on Tuesday.", "Polk County, Oregon"),
    ],
)
def test_what_is_the_nations_or_told_elsewhere_is_not_given_up(text, place):
    article = Article("a", None, "Wire", date(2032, 5, 12), None, text, Path("a.md"))
    assert [candidate.place_names for candidate in extract_article(article).candidates] == [(place,)]


@pytest.mark.parametrize(
    ("publisher", "text", "place"),
    [
        ("Las Vegas Sun", "The governor signed the bill on Tuesday.", "Nevada"),
        ("Las Vegas Sun", "The city council passed the ordinance on Tuesday.", "Las Vegas, Nevada"),
        ("Pinal County Sheriff's Office", "The sheriff announced a policy on Tuesday.", "Pinal County, Arizona"),
        ("City of Reno", "Reno, Nevada, waited. The city adopted a policy on Tuesday.", "Reno, Nevada"),
        # that of the paper, if the next sentence names no other
        ("Sioux Falls Beacon", "Rallies were held in Sioux Falls, South Dakota. Agents came to Madison, S.D. The city council passed it on Tuesday.", "Sioux Falls, South Dakota"),
        ("Sioux Falls Beacon", "Sioux Falls, South Dakota, waited. In Madison, S.D., the city council passed it on Tuesday.", "Madison, South Dakota"),
        ("Wire", "Rallies were held in Sioux Falls, South Dakota. Agents came to Madison, S.D. The city council passed it on Tuesday.", "Madison, South Dakota"),
        (
            "South Bay Now",
            "Oakland, California, waited. A rally was held on Tuesday.",
            "Oakland, California",
        ),  # not Florida's
        ("Wire", "The city council passed the ordinance on Tuesday.", "unknown"),
    ],
)  # fmt: skip
def test_an_office_without_a_place_is_of_the_home_of_the_paper(publisher, text, place):
    article = Article("a", None, publisher, date(2031, 5, 12), None, text, Path("a.md"))
    (candidate,) = extract_article(article).candidates
    assert candidate.place_names == (place,)
