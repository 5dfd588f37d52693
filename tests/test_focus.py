"""Which place a passage is about: its heading, the story, what was last named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.events.where.focus import Focus
from raidline.extract.events.where.offices.finding import find_offices
from raidline.extract.proposals import propose
from raidline.extract.toponyms.mentions import find_places

ROUND_UP = """\
DENVER

Gov. Ana Real signed a bill on Monday.

SALEM, Ore.

The Senate voted on Tuesday.

Corrections

The last edition was wrong.
"""

LABELS = """\
OHIO. The governor signed a bill on Monday.
Utah: Lawmakers met on Tuesday.
Texas is large.
"""


def mentions(text):
    return [m for m in find_places(text) if m.jurisdiction]


def focus(text):
    return Focus(text, mentions(text))


HEADINGS = [
    (ROUND_UP, "Gov. Ana", "Denver, Colorado"),
    (ROUND_UP, "The Senate", "Salem, Oregon"),
    (ROUND_UP, "The last", None),
    (LABELS, "signed", "Ohio"),
    (LABELS, "met", "Utah"),
    (LABELS, "is large", "Utah"),
    ("DENVER. It rained.\nWASHINGTON. The Senate met.\n", "met", "United States"),
    ("DENVER. It rained.\nTACOMA, Washington. The Senate met.\n", "met", "Tacoma, Washington"),
    ("DENVER\n\nThe mayor spoke in Chicago.\n", "mayor", None),  # one heading makes no round-up
]


@pytest.mark.parametrize(("text", "where", "place"), HEADINGS)
def test_a_round_up_has_sections(text, where, place):
    head = focus(text).heading(text.index(where))
    assert (head.full_name if head else None) == place


FOCUS = [
    (ROUND_UP, "Senate", "state", "Oregon"),
    (ROUND_UP, "signed", "place", "Denver, Colorado"),
    ("Tacoma, Seattle and Spokane are far from Boise. Here", "Here", "state", "Washington"),
    ("Ohio and Utah. Maine", "Maine", "state", "Utah"),
    ("Ohio and Utah. Maine", "Maine", "county", None),
    ("Washington, D.C., slept. Here", "Here", "state", None),
]


@pytest.mark.parametrize(("text", "where", "kind", "place"), FOCUS)
def test_a_passage_is_about_a_place(text, where, kind, place):
    found = focus(text).place(text.index(where) - 1, kind)
    assert (found.full_name if found else None) == place


OFFICES = [
    ("In Ohio, Gov. Ana Real waited. The Senate voted.", "Senate", "Ohio"),
    ("In Ohio, Congress was far away. The Senate voted.", "Senate", "United States"),
    ("In Ohio, all was far away. The Senate voted.", "Senate", None),
    # a legislator's state is told to the nation, a town to the state
    ("Sen. Ana Real (D-Ohio) slept. The Senate voted.", "Senate", "United States"),
    ("Sen. Ana Real, Ohio Democrat, slept. The Senate voted.", "Senate", "United States"),
    ("In Ohio, Gov. Ana Real met Sen. Bo Vale (D-Columbus). The Senate voted.", "Senate", "Ohio"),
    # a full stop behind a whole word ends a name
    ("In Kern County, Sheriff Bo Vale slept. Vale slept.", "Vale", "Kern County"),
    ("In Kern County, Sheriff Bo Vale. In April it rained. In Reno it snowed.", "In", None),
    ("In Kern County, Sheriff J.D. Vale slept. Vale slept.", "Vale", "Kern County"),
    ("In Ohio, the Legislature met. Attorney General Bo Vale spoke.", "Attorney General Bo Vale", "Ohio"),
    (
        "The Justice Department met in Ohio. Attorney General Bo Vale spoke.",
        "Attorney General Bo Vale",
        "United States",
    ),
    ("In Ohio, Gov. Ana Real met federal lawmakers. The U.S. Senate voted.", "Senate", None),
    ("In Ohio, Gov. Ana Real met Congress. The House voted.", "House", None),
    ("The Maryland House voted.", "House", "Maryland"),
    ("In Ohio, the Legislature met. Attorney General Bo Vale slept. Then Vale spoke.", "Vale", "Ohio"),
    ("In Ohio, the Legislature met. A general, Bo Vale, slept. Then Vale spoke.", "Vale", None),
    ("In Ohio, a state law ended.", "state law", None),
    ("In Ohio, Attorney General Bo Vale spoke.", "Attorney General Bo Vale", "Ohio"),
    ("In Ohio, Attorney General Jeff Sessions spoke.", "Attorney General Jeff Sessions", "United States"),
    ("The Texas National Guard came.", "National Guard", "Texas"),
    ("In Texas, the National Guard came.", "National Guard", "United States"),
    ("Reno and Reno slept. In Tulsa, the mayor left.", "mayor", "Tulsa, Oklahoma"),
    (
        "Reno and Reno slept. In Tulsa, all of the many old and new mills and farms slept on and on, and the mayor left.",
        "mayor",
        "Reno, Nevada",
    ),
    ("In Ohio, President Bo Vale of the university spoke.", "President Bo Vale", None),
    ("In Ohio, President Bo Vale signed an executive order.", "President Bo Vale", "United States"),
    ("In Ohio, President Trump of the university spoke.", "President Trump", "United States"),
    ("In Maryland, Gov. Ana Real and the Senate president spoke.", "president", None),
    (
        "In Maryland, Howard County Executive Bo Vale",
        "County Executive Bo Vale",
        "Howard County, Maryland",
    ),
]


@pytest.mark.parametrize(("text", "office", "jurisdiction"), OFFICES)
def test_a_chamber_is_a_states_where_a_state_governs(text, office, jurisdiction):
    found = mentions(text)
    read = {o.text: o.jurisdiction for o in find_offices(text, found, Focus(text, found))}
    assert str(read.get(office)).startswith(str(jurisdiction))


@pytest.mark.parametrize(
    ("day", "jurisdiction"), [(None, "United States"), (date(2016, 1, 1), "United States"), (date(2014, 1, 1), "Ohio")]
)
def test_an_attorney_general_is_the_nations_from_the_first_day_in_office(day, jurisdiction):
    text = "In Ohio, Attorney General Loretta Lynch spoke."
    found = mentions(text)
    (office, *_) = find_offices(text, found, Focus(text, found), day)
    assert office.jurisdiction.full_name == jurisdiction


def found_in(text):
    report = Article(
        id="report", title=None, publisher=None, published=date(2017, 7, 7), url=None, text=text, path=Path("report.md")
    )
    proposals = propose(report)
    return [proposals.told(draft) for draft in proposals.drafts if not draft.happening.doubt]


PLACES = [
    ("The Ohio Senate met.\n\nTalks in Reno ended. A judge there ruled on Tuesday.", "Reno, Nevada"),
    ("Talks in Reno ended. There was a raid in Fresno on Tuesday.", "Fresno, California"),
    ("OLYMPIA, Wash. — Washington Gov. Ana Real signed a bill on Tuesday.", "Washington"),
    ("Kern County deputies watched. Kern County leaders, and some from Bakersfield, spoke. Nobody "
     "sang. Nobody danced.\n\nStudents marched on Tuesday.",
     "Bakersfield, California"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_follows_the_passage(text, place):
    assert [[str(place) for place in c.places] for c in found_in(text)] == [[place]]


# a report of several states or offices, and the place of each happening in it; " or " where two are right
REPORTS = [
    (
        "Ohio's two largest cities have gone their own way. Cleveland's mayor signed an order on Tuesday. In Columbus, the council voted on Wednesday.",
        ["Cleveland, Ohio", "Columbus, Ohio"],
    ),
    (
        "Michigan: The House passed a bill on Tuesday.\nIllinois: The attorney general sued on Wednesday.\nWisconsin: Gov. Ana Real vetoed a bill on Thursday.",
        ["Michigan", "Illinois", "Wisconsin"],
    ),
    (
        "BOISE, Idaho (AP) — The Idaho House passed a bill on Tuesday. Senators take it up on Friday. The governor said on Wednesday she would sign it.",
        ["Idaho", "Idaho", "Idaho"],
    ),
    (
        "The Kansas attorney general sued Wyandotte County on Tuesday. The county answered on Wednesday. Attorney General Bo Vale said on Thursday that he would go on.",
        ["Kansas", "Wyandotte County, Kansas", "Kansas"],
    ),
    (
        "What did Nevada do?\n\nLawmakers passed a bill in June. The governor vetoed it on July 3.\n\nAnd Utah?\n\nThe Legislature passed a ban in March. A judge blocked it on May 2.",
        ["Nevada", "Nevada", "Utah", "Utah"],
    ),
    (
        "In New Mexico, a committee heard the bill on Tuesday. In Arizona, the governor vetoed one on Wednesday; lawmakers failed to override her on Thursday.",
        ["New Mexico", "Arizona", "Arizona"],
    ),
    (
        "El Paso County deputies arrested nine people in Fountain on Tuesday. Colorado Springs police said on Wednesday they had no part in it. The sheriff met with pastors on Thursday.",
        ["Fountain, Colorado", "Colorado Springs, Colorado", "El Paso County, Colorado"],
    ),
    (
        "The U.S. Senate passed a bill on Tuesday. In Iowa, Gov. Ana Real praised it on Wednesday.",
        ["United States", "Iowa"],
    ),
    (
        "Cook County Sheriff Ana Real said on Monday that agents had arrested nine people at the Bridgeview courthouse on Friday.",
        ["Cook County, Illinois", "Bridgeview, Illinois or Cook County, Illinois"],
    ),
    (
        "Lawmakers in Salem approved a bill on Tuesday. Oregon's governor signed it on Thursday.",
        ["Oregon or Salem, Oregon", "Oregon"],
    ),
    (
        "Nebraska state Sen. Ana Real introduced a bill on Tuesday. The Judiciary Committee heard it on Wednesday. State police arrested a man in the gallery that day.",
        ["Nebraska", "Nebraska", "Nebraska"],
    ),
    (
        "The mayors of Boston and Somerville wrote to the governor on Tuesday. Somerville's council passed a resolution on Thursday.",
        ["Boston, Massachusetts", "Somerville, Massachusetts"],
    ),
    (
        "Georgia's attorney general told the city of Decatur on Tuesday that it broke a state law. The city commission replied on Friday.",
        ["Georgia", "Decatur, Georgia"],
    ),
]


@pytest.mark.parametrize(("text", "places"), REPORTS)
def test_every_happening_has_the_place_of_its_passage(text, places):
    found = [[str(place) for place in c.places] for c in found_in(text)]
    assert len(found) == len(places)
    assert [one for one, right in zip(found, places, strict=True) if not set(one) & set(right.split(" or "))] == []


def test_the_time_of_an_item_is_no_time_of_an_act():
    found = found_in("Live updates\n\n10:45 a.m.: Agents arrested nine people in Reno on Tuesday, police said.\n")
    assert [c.draft.happening.timex.text for c in found] == ["Tuesday"]
