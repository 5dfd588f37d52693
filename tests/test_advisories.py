"""Notices say in labelled lines what is on, when and where: one line dates another, and nothing else is dated so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline import extract_article
from raidline.article import Article
from raidline.extract.text.advisories import advisories
from raidline.extract.timex import find_timexes

PUBLISHED = date(2031, 5, 9)  # a Friday


def found(text: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    extraction = extract_article(Article("a", "A notice", None, PUBLISHED, None, text, Path("a.md")))
    told = [
        (str(c.date), c.kind.value, c.status.value, tuple(p.full_name for p in c.places)) for c in extraction.candidates
    ]
    return sorted(told)


RALLY = ("2031-05-15", "protest", "planned", ("Reno, Nevada",))

NOTICES = {
    "a line for each": "WHAT: Rally against the jail contract\n\nWHEN: Thursday, May 15, noon\n\nWHERE: City Hall, Reno, Nevada",
    "in one paragraph": "WHAT: Rally against the jail. WHEN: Thursday, May 15, noon. WHERE: City Hall, Reno, Nevada",
    "in bold": "**What:** Rally against the jail\n**Date:** Thursday, May 15\n**Time:** noon\n**Location:** City Hall, Reno, Nevada",
    "a list": "- What: Rally against the jail\n- When: May 15, 2031\n- Where: City Hall, Reno, Nevada",
    "who comes first": "WHO: Nurses and nuns\nWHAT: Rally against the jail\nWHEN: May 15\nWHERE: City Hall, Reno, Nevada",
    "the day comes first": "When: May 15\nWhere: City Hall, Reno, Nevada\nWhat: Rally against the jail",
    "in Spanish": "Qué: Rally against the jail\nCuándo: May 15\nDónde: City Hall, Reno, Nevada",
}

NONE = {
    "no day": "WHAT: Rally against the jail contract\nWHEN: To be announced\nWHERE: City Hall, Reno, Nevada",
    "no act": "WHEN: Thursday, May 15, noon\nWHERE: City Hall, Reno, Nevada",
    "no labels": "What a rally against the jail it was, and when: on May 15 or so",
    "a label within a sentence": "She asked what: a rally. She asked when: May 15.",
}


@pytest.mark.parametrize("text", NOTICES.values(), ids=NOTICES)
def test_a_notice_dates_what_is_on(text):
    assert found(text) == [RALLY]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_notice_dates_nothing(text):
    assert advisories(text, find_timexes(text, PUBLISHED)) == []


def test_each_of_two_notices_has_its_day():
    text = (
        "What: Rally against the jail\nWhen: May 15\nWhere: City Hall, Reno, Nevada\n\n"
        "What: Vigil for the nine\nWhen: May 17\nWhere: St. Mark's, Sparks, Nevada"
    )
    assert found(text) == [RALLY, ("2031-05-17", "protest", "planned", ("Sparks, Nevada",))]


def test_why_it_is_keeps_its_own_day():
    text = (
        "What: Rally against the jail\nWhen: May 15\nWhere: City Hall, Reno, Nevada\n"
        "Why: On May 5, ICE arrested nine men at a car wash in Sparks, Nevada."
    )
    assert found(text) == [("2031-05-05", "operation", "occurred", ("Sparks, Nevada",)), RALLY]


def test_another_day_of_a_notice_is_named_as_left_out():
    text = "What: Rally for the men taken on May 5\nWhen: May 15\nWhere: City Hall, Reno, Nevada"
    extraction = extract_article(Article("a", "A notice", None, PUBLISHED, None, text, Path("a.md")))
    assert [str(one.date) for one in extraction.candidates] == ["2031-05-15"]
    assert [one.reason for one in extraction.skipped] == ["'May 5' is beside the day of a notice, 'May 15'"]


def test_the_lines_of_a_notice_are_its_evidence():
    text = "WHAT: Rally against the jail\n\nWHEN: Thursday, May 15, noon\n\nWHERE: City Hall, Reno, Nevada\n\nWHO: Nuns"
    (one,) = extract_article(Article("a", "A notice", None, PUBLISHED, None, text, Path("a.md"))).candidates
    assert text[one.start : one.end] == one.quote
    assert one.quote.startswith("Rally")
    assert one.quote.endswith("Nevada")
    assert "in its notice" in one.how
