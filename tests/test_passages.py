"""What of an article readers are shown beside a quote: nothing by itself, and never a private person."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.article import Article
from raidline.explain.passages import Passage, passage_at, passage_for_readers
from raidline.privacy.showing import shown
from raidline.timeline.build import build_timeline
from samples import make_event

OFFICIAL = "Sheriff Sally Hernandez spoke."


@pytest.mark.parametrize(
    "sentence",
    [
        "maria lopez was taken from her car.",
        "Agents took maria lopez from her car.",
        "JOSE GARCIA was held for a week.",
        "Agents held JOSE GARCIA for a week.",
        "Lopez, Maria, was on the list.",
        "The list named Lopez, Maria and others.",
        "Agents arrested Nguyen Van An at dawn.",
        "Agents came for nguyen van an at dawn.",
        "Trần Thị Hoa left the country.",
        "Abdirahman Warsame was held.",
        "The agents met Fadumo Abdi there.",
        "Xiomara Quiñonez-Ochoa was held.",
        "Agents met Xiomara at the gate.",
        "xiomara velisquez was arrested at dawn.",
        "Agents arrested xiomara velisquez at dawn.",
        "His number was A123456789.",
        "The file lists A-123-456-789.",
        "The file lists A# 123 456 789.",
        "Call 713-555-0143 for help.",
        "Call (713) 555-0143 for help.",
        "Call 713.555.0143 or +1 713 555 0143.",
        "Write to maria at a@b.example.",
        "The house at 1204 Elm Street was searched.",
        "The house at 1204 elm st was searched.",
        "They live at 55 w 7th street.",
        "Her SSN, 123-45-6789, was read out.",
        "His booking number 20170112 was read out.",
        "It is case 1:17-cv-00404 of that court.",
        "The 34-year-old was held.",
        "Ana, 34, was held.",
        "His wife said that he had left.",
        "A mother of three wept.",
        "The man was identified as juan perro.",
        "Sheriff Sally Hernandez's deputies held Juan Hernandez.",
        "Ana Ruiz, wife of Mayor Bob Example, spoke.",
        "Juan Perro, arrested by the sheriff, left.",
        "The sheriff arrested Juan Perro there.",
        "Juan Perro, a neighbor of the mayor's, spoke.",
        "Juan Perro, from the mayor's town, spoke.",
        "The sheriff's Juan Perro spoke.",
        "Dean Ruiz was held.",
        "Passport G12345678 was found.",
        "Mr. Ruiz was held.",
        "Maria wept.",
        "李明 was held.",
        "Ма́рия wept.",
        "Ma\u200bria wept.",
        "Officer Juan Perro told Xochitl to stop.",
        "Agents spoke to Li Wei.",
        "Houston Perro was held.",
        "Agents took Pérez.",
        "Agents took perez away.",
        "Le was held.",
        "Agents held Le.",
        "The agents held VAN LE.",
        '"Ana is gone," a neighbor said.',
        "Agents went to see Ngoc Anh at work.",
        "The family of Hodan wept.",
        "Neighbors of guadalupe garcia wept.",
        "A man called Thanh was with them.",
        "It was Jose who called.",
        "Jose Luis had been here for years.",
        "DE LA CRUZ, MARIA was on it.",
        "Agents then drove Mr. De La Cruz away.",
        "They held Ma. Teresa Cruz.",
        '"My name is Ana," she said.',
        "Witnesses said Rosa-Maria Lopez was there.",
        "Police said Robert Smith was held.",
        "Court records list J. Perez.",
        "Records list J.P. Perro.",
        "Reach her at 7135550143.",
        "Reach her at 713 555 0143.",
        "Call 555-0143.",
        "Her alien number is 123456789.",
        "She lives at 4 Rosewood.",
        "The raid at 900 East Riverside Drive ended.",
        "A raid at 12-B Oak Lane ended.",
        "At 4500 n. lamar blvd agents waited.",
        "Booking no. 2017-00123 is hers.",
        "Case No. A-17-750123-M is hers.",
        "Her email is ana (at) example.com.",
        "Write to ana at example dot com.",
        "She is at @ana_perro.",
        "Her plate was ABC1234.",
        "Her plate, TX BKR 4512, was seen.",
        "The driver, plate number BKR 4512, left.",
        "Mohamed was held.",
        "mohamed was held.",
        "Agents asked Sheriff Sally Hernandez about Xiomara.",
        "Somali immigrant Abdi Farah wept.",
        "Two of them, Le and Tran, were held.",
        "She, Ling Ling, was held.",
        "Austin Perro was held.",
        "Dallas was held with his son.",
        "Judge's clerk Juan Perro wept.",
        "Former detainee Juan Perro, now a candidate for freedom, wept.",
        "Jesus was held.",
        "El Salvador native Juan Perro was held.",
        "O'Neil Perro was held.",
        "Maria Jose was taken by ICE.",
        "MARIA was taken by ICE agents.",
        "The ICE agents took MARIA away.",
        "the agents took maria away",
        "Ana-Lucía was held.",
        "D’Angelo was held.",
        "Beyoncé wept.",
        "The store clerk Juan Perro wept.",
        "Shop manager Ana Perro said so.",
        "His lawyer Ana Perro said so.",
        "Pastor Juan Perro took them in.",
    ],
)
def test_what_may_name_somebody_in_private_is_not_shown(sentence):
    assert shown(sentence, f"{sentence} {OFFICIAL}") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The sheriff said so.",
        "Sheriff Sally Hernandez said so.",
        "Gov. Greg Abbott cut the funds in February 2017.",
        "Agents came to Austin, Texas, on Monday.",
        "ICE denied it.",
        "Immigration and Customs Enforcement denied it.",
        "The Department of Homeland Security denied it.",
        "The Travis County Commissioners Court met on March 20, 2017.",
        "Ann Example, the county's acting sheriff, said so.",
        "About 700 people were arrested in Chicago, Los Angeles and New York.",
        "President Donald Trump signed the order.",
        "Trump signed the order.",
        "Advocates called the raids a retaliation.",
        "The U.S. Supreme Court ruled in 2016-2017.",
        "At least 51 people were arrested in the sweep.",
        "Dozens were detained near the school.",
        "U.S. Magistrate Judge Andrew Austin said so at a hearing.",
        "They arrested nine people, most of them Mexican citizens.",
        '"We will not stop," the agency said.',
        "Fewer than half had criminal records.",
    ],
)
def test_public_acts_of_public_bodies_are_shown(sentence):
    assert shown(sentence, sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "article", "is_shown"),
    [
        ("Hernandez said so.", OFFICIAL, True),
        ("Hernandez said so.", "", False),
        ("Hernandez said so.", f"{OFFICIAL} Juan Hernandez was held.", False),  # which of the two?
        ("Juan Hernandez said so.", OFFICIAL, False),
        ("Sally Hernandez said so.", OFFICIAL, True),
        ("Perro said so.", "The sheriff arrested Juan Perro.", False),
        ("Protests went on.", "There were protests.", True),  # a word that the article has in small letters
        ("Protests went on.", "", False),
        ("Maria went on.", "They said maria.", False),
    ],
)
def test_the_article_tells_who_holds_an_office(sentence, article, is_shown):
    assert bool(shown(sentence, f"{sentence} {article}")) is is_shown


TEXT = "Before it. The quote. Maria Sample wept."
ARTICLES = {"star": Article("star", "T", "P", None, None, TEXT, Path("star.md"))}


def cited(**source):
    (entry,) = build_timeline([make_event(sources=[{"article": "star"} | source])], ARTICLES).entries
    return entry.citations[0]


def test_a_quote_is_shown_alone_and_what_is_beside_it_where_it_is_asked_for():
    quoted = cited(quote="The quote.")
    assert passage_for_readers(quoted, ARTICLES, context=False) == Passage("", "The quote.", "")
    assert passage_for_readers(quoted, ARTICLES, context=True) == Passage("Before it.", "The quote.", "")
    assert passage_at(TEXT, 11, "The quote.") == Passage("Before it.", "The quote.", "Maria Sample wept.")


def test_a_quote_that_is_not_in_its_article_stands_alone():
    assert passage_for_readers(cited(quote="Another."), ARTICLES, context=True) == Passage("", "Another.", "")


def test_a_source_without_a_quote_has_no_passage():
    assert passage_for_readers(cited(), ARTICLES, context=True) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_sentence_is_shown_whole_or_not_at_all(sentence, article):
    assert shown(sentence, article) in ("", sentence)
