"""Which of two candidates that differ in one thing alone an editor would choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.dates.value import Edtf
from raidline.extract.pipeline import extract_article
from raidline.extract.salience import Weighed, ranked
from raidline.models import Kind
from raidline.places.lookup import resolve

TEXT = "Agents raided a bakery in Austin and arrested nine people on May 6, 2031."
LENGTH, PUBLISHED = 1000, date(2031, 5, 9)


@cache
def weighed():
    (found,) = extract_article(Article("herald", None, None, PUBLISHED, None, TEXT, Path("report.md"))).candidates
    return Weighed(found.model_copy(update={"start": 300, "kind": Kind.OPERATION}), core=0.5)


def changed(**update):
    return replace(weighed(), candidate=weighed().candidate.model_copy(update=update))


def first(better, worse, headline="", published=PUBLISHED):
    """Return the two as they are ranked, which does not depend on the order in which they are given."""
    found = ranked(LENGTH, headline, published, [better, worse])
    assert ranked(LENGTH, headline, published, [worse, better]) == found
    return found


PAIRS = {
    "the likelier subject": lambda: (replace(weighed(), core=0.7), weighed()),
    "told earlier": lambda: (weighed(), changed(start=700)),
    "in the last two weeks": lambda: (weighed(), changed(date=Edtf.parse("2031-02-06"))),
    "past, not ahead": lambda: (weighed(), changed(date=Edtf.parse("2031-05-16"))),
    "with a day": lambda: (changed(date=Edtf.parse("2031-02-06")), changed(date=Edtf.parse("2031-02"))),
    "a deed": lambda: (weighed(), changed(kind=Kind.HEARING)),
    "an act before words": lambda: (changed(kind=Kind.HEARING), changed(kind=Kind.STATEMENT)),
    "told again": lambda: (replace(weighed(), again=2), weighed()),
    "counted": lambda: (weighed(), changed(counts={})),
    "of public bodies": lambda: (weighed(), replace(weighed(), is_private=True)),
}


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_of_two_that_differ_in_one_thing_the_subject_comes_first(pair):
    better, worse = pair()
    best, second = first(better, worse)
    assert best.salience > second.salience
    assert (best.start, best.date, best.kind, best.counts) == (
        better.candidate.start,
        better.candidate.date,
        better.candidate.kind,
        better.candidate.counts,
    )


@pytest.mark.parametrize(
    ("sentence", "is_step"),
    [
        ("Two men walked out of Renner Hall on May 6, 2031.", True),
        ("The nurse posted bond on May 6, 2031.", True),
        ("Pupils walked out of Lincoln High in Austin on May 6, 2031.", False),
    ],
)
def test_steps_that_end_a_case_come_behind_public_acts(sentence, is_step):
    text = f"{sentence} Agents raided a bakery in Austin, Texas, on May 5, 2031."
    found = extract_article(Article("herald", None, None, PUBLISHED, None, text, Path("report.md"))).candidates
    steps = [one.salience for one in found if one.start == 0]
    assert all((salience < 0.2) is is_step for salience in steps)
    assert found[0].start > 0 if is_step else steps


@pytest.mark.parametrize(
    ("opening", "is_caption"),
    [
        ("Kim Marsh / KXLV 7 of 14 — ", True),
        ("7 of 14 – ", True),
        ("", False),
        ("Some 7 of 14 guests watched as ", False),
    ],
)
def test_what_a_picture_of_a_row_shows_comes_behind_public_acts(opening, is_caption):
    text = f"{opening}Pupils march outside a bakery in Austin, Texas, on May 6, 2031. Agents raided it on May 5, 2031."
    found = extract_article(Article("herald", None, None, PUBLISHED, None, text, Path("report.md"))).candidates
    (march,) = [one for one in found if one.date.text == "2031-05-06"]
    (raid,) = [one for one in found if one.date.text == "2031-05-05"]
    assert march.salience != raid.salience
    assert (march.salience < raid.salience) is is_caption


@pytest.mark.parametrize(
    ("behind", "is_caption"),
    [
        ("Kim Marsh/The Herald", True),
        ("Kim Ann Marsh/\u200bFor the Sun\u2011News An officer stood by.", True),
        ("(Kim Marsh / KXLV)", True),
        ("Kim Marsh/Getty Images\n", True),
        ("Photo by Kim Marsh", True),
        ("Border Patrol/ICE Agents came.", False),
        ("Teachers/Parents came along.", False),
        ("Kim Marsh/Cole Yates supporters came along.", False),
        ("Kim Marsh came along.", False),
    ],
)
def test_what_a_picture_with_a_credit_shows_comes_behind_public_acts(behind, is_caption):
    text = f"Agents raided a bakery in Austin on May 5, 2031. Pupils march in Austin, Texas, on May 6, 2031. {behind}"
    found = extract_article(Article("herald", None, None, PUBLISHED, None, text, Path("report.md"))).candidates
    (march,) = [one for one in found if one.date.text == "2031-05-06"]
    assert (march.salience < 0.2) is is_caption


def test_what_the_headline_says_comes_first():
    other = changed(quote="Marchers filled a square in Austin.", start=299)
    best, second = first(weighed(), other, headline="Agents raid bakery, arrest nine")
    assert best.quote == TEXT
    assert best.salience > second.salience
    assert first(weighed(), other)[0].quote == other.candidate.quote  # without a headline, what is told first


def test_the_place_of_the_headline_comes_first():
    other = changed(places=(resolve("Dallas, Texas"),), start=299)
    assert first(weighed(), other, headline="Night in Austin")[0].places == (resolve("Austin, Texas"),)
    assert first(weighed(), other, headline="Night in Dallas")[0].places == (resolve("Dallas, Texas"),)


def test_the_day_told_most_comes_first():
    often = replace(changed(date=Edtf.parse("2031-05-05")), again=1)
    one_more = changed(date=Edtf.parse("2031-05-05"), start=310)
    found = ranked(LENGTH, "", PUBLISHED, [often, one_more, changed(start=309)])
    assert [c.start for c in found] == [300, 310, 309]


def test_what_took_place_in_the_state_of_the_story_comes_first():
    ohio, nation = (resolve("Toledo, Ohio"),), (resolve("United States"),)
    elsewhere = changed(places=ohio, start=299)
    beside = changed(places=(resolve("Dallas, Texas"),), start=900)
    found = ranked(LENGTH, "", PUBLISHED, [weighed(), elsewhere, beside])
    assert [c.start for c in found] == [300, 299, 900]
    beside = changed(places=ohio, start=900)
    assert [c.start for c in ranked(LENGTH, "", PUBLISHED, [weighed(), elsewhere, beside])] == [299, 300, 900]
    assert len(ranked(LENGTH, "", PUBLISHED, [changed(places=()), changed(places=nation)])) == 2


WEEKEND = {"date": Edtf.parse("2031-05-03/2031-05-04"), "date_text": "the weekend", "counts": {}, "start": 100}
MARCH = {"kind": Kind.PROTEST}
SATURDAY = {"date": Edtf.parse("2031-05-03"), "date_text": "Saturday night"}


@pytest.mark.parametrize(
    ("rough", "exact", "is_one"),
    [
        (MARCH, MARCH, True),
        ({}, {}, True),
        (MARCH, {}, False),  # another act
        (MARCH | {"places": (resolve("Dallas, Texas"),)}, MARCH, False),
        (MARCH, MARCH | {"date": Edtf.parse("2031-05-02")}, False),
        (MARCH | {"date_text": "Saturday and Sunday"}, MARCH, False),  # both days, as written
        ({"counts": changed().candidate.counts}, {}, False),  # arrests of a weekend are not those of its Saturday
    ],
)
def test_the_day_of_what_the_lead_tells_roughly_is_taken_from_below(rough, exact, is_one):
    lead = replace(changed(**(WEEKEND | rough)), core=0.9)
    found = first(lead, changed(**(SATURDAY | exact)))
    assert (found[0].date_text == "Saturday night") is is_one


def test_a_rough_day_with_two_exact_ones_stays():
    lead = replace(changed(**(WEEKEND | MARCH)), core=0.9)
    days = [changed(**(SATURDAY | MARCH)), changed(**(SATURDAY | MARCH | {"date": Edtf.parse("2031-05-04")}))]
    assert ranked(LENGTH, "", PUBLISHED, [lead, *days])[0].date_text == "the weekend"


def test_candidates_of_one_rounded_salience_keep_their_order():
    sure, surer = replace(weighed(), core=0.99999), changed(start=301)
    found = first(replace(surer, core=0.999999), sure)
    assert [c.start for c in found] == [301, 300]
    assert found[0].salience == found[1].salience


def test_a_remark_in_the_sentence_of_a_deed_comes_behind_it():
    remark = replace(changed(kind=Kind.STATEMENT), core=0.8)
    assert first(weighed(), remark)[0].kind is Kind.OPERATION
    elsewhere = replace(changed(kind=Kind.STATEMENT, start=299), core=0.8)
    assert first(weighed(), elsewhere)[0].kind is Kind.STATEMENT


def test_salience_lies_between_0_and_1_for_certain_cases_too():
    found = ranked(LENGTH, "", None, [replace(weighed(), core=1.0), replace(weighed(), core=0.0)])
    assert 1 >= found[0].salience > found[1].salience >= 0
    assert ranked(0, "", PUBLISHED, []) == []
