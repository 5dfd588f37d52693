"""Which place a passage is about: its heading, the story, what was last named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline import extract_article
from raidline.article import Article
from raidline.extract.focus import Focus
from raidline.extract.mentions import find_places
from raidline.extract.offices import find_offices

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
]


@pytest.mark.parametrize(("text", "where", "kind", "place"), FOCUS)
def test_a_passage_is_about_a_place(text, where, kind, place):
    assert focus(text).place(text.index(where) - 1, kind) == place


OFFICES = [
    ("In Ohio, Gov. Ana Real waited. The Senate voted.", "Senate", "Ohio"),
    ("In Ohio, Congress was far away. The Senate voted.", "Senate", None),
    ("In Ohio, the Legislature met. Attorney General Bo Vale spoke.", "Attorney General Bo Vale", "Ohio"),
    (
        "The Justice Department met in Ohio. Attorney General Bo Vale spoke.",
        "Attorney General Bo Vale",
        "United States",
    ),
    ("In Ohio, Gov. Ana Real met federal lawmakers. The U.S. Senate voted.", "Senate", None),
    ("The Maryland House voted.", "House", "Maryland"),
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
    assert (read.get(office) or "None").startswith(str(jurisdiction))


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
    report = Article(
        id="report",
        title=None,
        publisher=None,
        published=date(2017, 3, 10),
        url=None,
        text=text,
        path=Path("report.md"),
    )
    assert [c.places for c in extract_article(report).candidates] == [(place,)]
