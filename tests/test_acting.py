"""Agencies are those that act: not those that speak of it, are sued, or lend a building their name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.events.actors import find_attribution
from raidline.extract.pipeline import extract_article

ACTS = [
    # who stands before the act, and who behind "by"
    ("ICE agents arrested nine people in Riverton on Monday.", ["ICE"]),
    ("Nine people were arrested by Border Patrol agents in Riverton on Monday.", ["CBP"]),
    ("Nine people were arrested by the FBI in Riverton on Monday.", ["FBI"]),
    ("HSI agents arrested nine people in Riverton on Monday.", ["HSI", "ICE"]),
    ("The sheriff arrested nine people in Riverton on Monday.", ["sheriff"]),
    # who is told of elsewhere
    ("ICE agents came to Riverton at dawn. On Monday nine workers were arrested at the mill.", ["ICE"]),
    ("ICE agents came to Riverton at dawn. The agents arrested nine workers on Monday.", ["ICE"]),
    ("The Border Patrol came to Riverton at dawn. Federal agents arrested nine workers on Monday.", ["CBP"]),
    ("Immigration agents arrested nine people in Riverton on Monday.", ["ICE"]),
    # an official speaks and acts for the office
    ("Homeland Security Secretary Ann Vale came. Vale announced a policy on Monday.", ["DHS"]),
    ("Ann Vale, the director of ICE, came. Vale said on Monday that all was well.", ["ICE"]),
    # the speaker of an act does not act
    ("The sheriff said ICE agents arrested nine people in Riverton on Monday.", ["ICE"]),
    ("Nine people were arrested by ICE in Riverton on Monday, according to police.", ["ICE"]),
    ("Police arrested nine people in Riverton on Monday.", ["police"]),
    # who told of it first, when the act itself is told by somebody else
    ("ICE agents came to Riverton at dawn. Nine people were taken away on Monday, she said.", ["ICE"]),
    # whoever is told does not speak
    ("ICE agents came to Riverton. The mayor told Congress on Monday that the raid was a mistake.", []),
    # nor does whom a rule is about act
    ("The council voted on Monday to bar the city's police from joining raids.", []),
    ("The council passed a rule on Monday that keeps the sheriff out of raids.", []),
    # whose document it is, also where it is only cited
    ("The rule was eased, according to a Homeland Security memo issued on Monday.", ["DHS"]),
    ("A memo of the Executive Office for Immigration Review eased the rule on Monday.", ["EOIR", "DOJ"]),
    ("U.S. Customs and Immigration Enforcement arrested nine people in Riverton on Monday.", ["ICE"]),
    # nor for whom somebody was held
    ("Deputies released three men held for ICE in Riverton on Monday.", []),
    ("ICE released three men held in Riverton on Monday.", ["ICE"]),
    # force and deaths are acts of those who enforce
    ("Border Patrol agents came to Riverton at dawn. On Monday a roofer was shot by an agent.", ["CBP"]),
    ("A man died in ICE custody in Riverton on Monday.", ["ICE"]),
    # nor who tells what others did
    ("Federal agents took nine men from a lot in Riverton on Monday, the police chief said.", []),
    ("Nine men were arrested in Riverton on Monday, police said.", ["police"]),
    # nor whom a protest is against
    ("A rally against ICE drew 300 people in Riverton on Monday.", []),
    ("Nuns marched in Riverton on Monday to protest Border Patrol raids.", []),
    ("ICE agents broke up a rally in Riverton on Monday. A rally against ICE drew 300 people on Tuesday.", []),
    ("ICE agents pushed protesters off a road during a rally in Riverton on Monday.", ["ICE"]),
    # troopers are police
    ("State troopers arrested nine people in Riverton on Monday.", ["police"]),
    ("The Coast Guard arrested nine people off Riverton on Monday.", ["Coast Guard"]),
    # without any body in sight there is none
    ("Nine people were arrested in Riverton on Monday.", []),
    ("A federal judge cited the arrest of nine people in Riverton on Monday.", []),
]


def _agencies(text: str, url: str | None = None) -> list[str]:
    article = Article("a", None, None, date(2031, 5, 14), url, text, Path("a.md"))
    (*_, last) = sorted(extract_article(article).candidates, key=lambda c: c.start)
    return list(last.agencies)


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_who_acts(text, expected):
    assert _agencies(text) == expected


def test_a_press_release_tells_of_the_acts_of_its_own_office():
    text = "Nine people were arrested in Riverton on Monday."
    assert _agencies(text, "https://www.ice.gov/news/nine") == ["ICE"]
    assert _agencies(text, "https://ice.gov.example.org/nine") == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Harris County said that it would end the program on Monday.", "Harris County"),
        ("The Orange County said so.", "Orange County"),
        ("According to the City of New Haven, it ended.", "City of New Haven"),
        ("Officials of Prince George's County said so.", "Prince George's County"),
        ("The county said so.", "county"),
        ("Orange County officials said so.", "officials"),
    ],
)
def test_a_government_is_told_with_its_name(sentence, who):
    assert find_attribution(sentence, (0, len(sentence))) == who
