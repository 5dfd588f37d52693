"""What speaks for and against a body's part in an act: where it is named, how, and how often."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.decide.agency import features
from raidline.extract.decide.loglinear import ALWAYS, Decision
from raidline.extract.decide.models import shipped
from raidline.extract.pipeline import decide
from raidline.extract.proposals import propose


def _proposed(text, title=None, url=None):
    article = Article("herald", title, "Valley Herald", date(2031, 5, 12), url, text, Path("herald.md"))
    found = propose(article)
    return found.told(found.drafts[-1]), found.bodies


def _features(text, name, **article):
    telling, bodies = _proposed(text, **article)
    return list(features(telling, name, bodies))


ROWS = [
    # how near the act a body is named
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "near=clause"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "FBI", "near=far"),
    ("Nine people were arrested in Reno on Tuesday, while the FBI looked on.", "FBI", "near=sentence"),
    ("The FBI came. ICE came. Nine people were arrested in Reno on Tuesday.", "ICE", "near=last named"),
    ("The FBI came. ICE came. Nine people were arrested in Reno on Tuesday.", "FBI", "near=before"),
    ("Nine people were arrested in Reno on Tuesday. The FBI came later.", "FBI", "near=far"),
    # on which side of the act, and in what part
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "side=before"),
    ("Nine people were arrested in Reno on Tuesday by ICE agents.", "ICE", "side=behind"),
    ("Nine people were arrested in Reno on Tuesday by ICE agents.", "ICE", "by"),
    ("ICE said nine people were arrested in Reno on Tuesday.", "ICE", "speaks&role=act"),
    ("Nine people were arrested in Reno on Tuesday outside an ICE office.", "ICE", "object"),
    # how much of the article is about it
    ("ICE, ICE and the FBI came. Nine people were arrested in Reno on Tuesday.", "ICE", "share=4"),
    ("ICE, ICE and the FBI came. Nine people were arrested in Reno on Tuesday.", "FBI", "share=2"),
    ("ICE, ICE and the FBI came. Nine people were arrested in Reno on Tuesday.", "ICE", "times=2"),
]
WITHOUT = [
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "by"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "object"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "speaks&role=act"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "side=behind"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "FBI", "side=before"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "publisher=True"),
    ("ICE agents arrested nine people in Reno on Tuesday.", "ICE", "publisher=False"),
]


@pytest.mark.parametrize(("text", "name", "feature"), ROWS)
def test_what_is_seen(text, name, feature):
    assert feature in _features(text, name)


@pytest.mark.parametrize(("text", "name", "feature"), WITHOUT)
def test_what_is_not_seen(text, name, feature):
    assert feature not in _features(text, name)


def test_a_body_has_one_place_in_an_article():
    for text, name, _ in ROWS:
        assert sum(one.startswith("near=") and "&" not in one for one in _features(text, name)) == 1


def test_the_office_that_publishes_is_known_and_offered():
    text, release = "Nine people were arrested in Reno on Tuesday.", "https://www.ice.gov/news/nine"
    telling, bodies = _proposed(text, url=release)
    assert bodies.offered(telling) == ("ICE",)
    assert "publisher=True" in features(telling, "ICE", bodies)
    assert "publisher=False" in features(telling, "FBI", bodies)
    assert "share=0" in features(telling, "ICE", bodies)
    telling, bodies = _proposed(text)
    assert bodies.offered(telling) == ()
    telling, bodies = _proposed("The FBI raided a mill in Reno on Tuesday.", url=release)
    assert bodies.offered(telling) == ("FBI", "ICE")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("The police said on Tuesday, according to the sheriff, that all was well.", True),
        ("The sheriff said ICE agents arrested nine people on Tuesday.", False),
    ],
)
def test_who_only_speaks_is_offered_for_what_is_said_and_for_no_act(text, offered):
    telling, bodies = _proposed(text)
    assert "sheriff" not in telling.agencies
    assert ("sheriff" in bodies.offered(telling)) is offered


SILENT = "The city council voted on Tuesday.\n\nICE and the FBI were not there."
NAMED = "The FBI raided a mill in Reno on Tuesday.\n\nICE and the police were not there."


@pytest.mark.parametrize(
    ("text", "odds", "acting"),
    [
        (SILENT, -0.6, 1),  # nobody else acts: the likeliest body, though it is not likely
        (SILENT, -1.2, 0),
        (NAMED, -0.6, 1),  # the one that the rules read; no other is likely enough beside it
        (NAMED, 0.0, 3),
    ],
)
def test_the_likeliest_body_acts_if_no_other_does(text, odds, acting):
    article = Article("herald", None, "Valley Herald", date(2031, 5, 12), None, text, Path("herald.md"))
    models = replace(shipped(), event=Decision({ALWAYS: 5.0}), agency=Decision({ALWAYS: odds}))
    found = decide(propose(article), models).candidates
    assert [len(one.agencies) for one in found] == [acting]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("U.S. Marshals arrested nine people at a courthouse on Tuesday.", "Marshals Service"),
        ("The U.S. State Department revoked nine visas on Tuesday.", "State Department"),
        ("ICE gave another account. On Tuesday a spokesman, Lee Roe, wrote that nine people had been arrested.", "ICE"),
        ("A federal grand jury indicted the owner on Tuesday.", "DOJ"),
        ("The DEA raided a nightclub on Tuesday and took nine people away.", "DEA"),
        ("The Pentagon sent 200 Marines on Tuesday.", "Department of Defense"),
        ("Attorney General Merrick Garland rescinded the memo on Tuesday.", "DOJ"),
    ],
)
def test_federal_bodies_of_many_names_act(text, acting):
    telling, _ = _proposed(text)
    assert acting in telling.agencies
