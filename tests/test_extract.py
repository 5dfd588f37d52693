"""From an article to candidates: status, place, agency, repetition, order. All texts are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.places.lookup import resolve

FRIDAY = date(2031, 5, 9)


def article(text, published=FRIDAY, id="herald"):  # noqa: A002 - the field is called id
    return Article(
        id=id,
        title="A report",
        publisher="Riverton Herald",
        published=published,
        url=None,
        text=text,
        path=Path("report.md"),
    )


def candidates(text, published=FRIDAY):
    return extract_article(article(text, published)).candidates


STATUS = [
    ("Agents arrested nine people in Austin on Tuesday.", "occurred"),
    ("Agents will arrest more people in Austin on Sunday.", "planned"),
    ("A raid is expected to begin in Austin on Sunday.", "planned"),
    ("The planned operation in Austin begins this Sunday.", "planned"),
    ("The mayor said on Tuesday that raids would follow in Austin.", "occurred"),
    ("Agents allegedly raided homes in Austin on Tuesday.", "alleged"),
    ("The sheriff will speak in Austin today.", "planned"),
    ("The sheriff spoke in Austin today.", "occurred"),
    ("The raid in Austin set for Sunday was called off.", "cancelled"),
    ("The vote in Austin was postponed until next week.", "planned"),
    ("The vote in Austin set for last week was postponed.", "cancelled"),
    ("Join us for the march in Austin on June 8 — sorry, the march has been canceled.", "cancelled"),
    ("Agents will raid a mill in Austin on Sunday; the fair has been canceled.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status_follows_the_clause_of_the_act(text, status):
    assert [c.status.value for c in candidates(text)] == [status]


PLACES = [
    ("Agents arrested nine people in Austin on Tuesday.", ["Austin, Texas"]),
    ("Travis County Sheriff Ana Real announced a new policy on Tuesday.", ["Travis County, Texas"]),
    ("Boston Mayor Ana Real praised the officers on Tuesday.", ["Boston, Massachusetts"]),
    ("President Ana Real signed an executive order on Tuesday.", ["United States"]),
    ("The Department of Homeland Security released a report on Tuesday.", ["United States"]),
    ("The governor of Oregon signed an executive order on Tuesday.", ["Oregon"]),
    ("A judge in California ruled on Tuesday against the county.", ["California"]),
    ("Raids shook Austin.\n\nOn Tuesday, agents arrested nine people.", ["Austin, Texas"]),
    (
        "Travis County Sheriff Ana Real spoke. A week passed.\n\nReal’s policy took effect on Tuesday.",
        ["Travis County, Texas"],
    ),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_the_place_is_where_it_happened_or_whose_act_it_is(text, places):
    assert [[str(place) for place in c.places] for c in candidates(text)] == [places]


def test_two_happenings_of_one_sentence_are_two_candidates():
    found = candidates("The sheriff said on Tuesday that raids in Austin this March were retaliation.")
    assert {(c.kind.value, c.date.text) for c in found} == {("statement", "2031-05-06"), ("operation", "2031-03")}


def test_an_operation_told_twice_is_one_candidate_at_its_most_precise():
    text = (
        "Agents swept through Austin in early April, arresting at least 51 people.\n\n"
        "The raids in Austin in April frightened many.\n\nThe council met."
    )
    (found,) = candidates(text)
    assert (found.date.text, {k: str(v) for k, v in found.counts.items()}) == (
        "2031-04-01~/2031-04-10~",
        {"arrested": "at least 51"},
    )


def test_two_letters_of_one_day_are_two_candidates():
    text = (
        "On Thursday, the sheriff of Travis County sent a letter to the governor.\n\n"
        "The mayor of Austin also sent a letter on Thursday."
    )
    assert len(candidates(text)) == 2


def test_the_most_salient_candidate_comes_first():
    text = (
        "Agents arrested nine people in Austin on Tuesday.\n\nThe council adopted the policy in 2014.\n\n"
        "The rule went into effect in 2015."
    )
    found = candidates(text)
    assert found[0].date.text == "2031-05-06"
    assert [c.salience for c in found] == sorted((c.salience for c in found), reverse=True)


def test_without_a_publication_date_relative_dates_are_skipped_and_said_to_be():
    result = extract_article(article("Agents arrested nine people in Austin on Tuesday.", published=None))
    assert result.candidates == ()
    assert [s.reason for s in result.skipped] == ["'Tuesday' gives no calendar date"]


def test_a_calendar_date_needs_no_publication_date():
    (found,) = candidates("Agents arrested nine people in Austin on May 6, 2031.", published=None)
    assert found.date.text == "2031-05-06"


def test_about_an_hour_is_not_about_a_day():
    (found,) = candidates("Agents arrested nine people in Austin around 5 p.m. Tuesday.")
    assert found.date.text == "2031-05-06"


NO_EVENTS = [
    "The clerk was born in 1990.",
    "Agents prepared raids ahead of the November election.",
    "Sheriffs hold people for 48 hours.",
    "Posted May 9, 2031",
    "He has lived in Austin since 2014.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_background_is_no_event(text):
    assert candidates(text) == ()


def test_titles_come_from_what_was_read_and_name_nobody():
    (found,) = candidates("ICE agents arrested at least 51 people in Austin on Tuesday, among them Lida Marrow.")
    assert found.title == "ICE: at least 51 arrested in Austin, Texas"


def test_quotes_are_slices_of_the_article():
    text = "The mayor spoke.\n\n  Agents “arrested” nine people —\nin Austin — on Tuesday.\n"
    for found in candidates(text):
        assert text[found.start : found.end] == found.quote


@given(st.lists(st.sampled_from(
    ["On Tuesday", ", ", "agents", " arrested ", "nine people", " in Austin", ".", " that ", "\n", "“", "”", "(",
     ")",     "the sheriff", " said ", "May 6", " 2014", "raids", " will ", "Travis County", ", Texas", "— "]), max_size=40))  # fmt: skip
def test_any_mixture_of_words_is_read_without_error_and_verbatim(pieces):
    text = "".join(pieces)
    assert all(text[c.start : c.end] == c.quote for c in candidates(text))


FIRST = [
    # told from several sides and dated to the day, before a later aside
    (
        "The council heard the budget on Monday.\n\nAgents raided a bakery in Austin on Tuesday.\n\n"
        "Twelve people were arrested in Tuesday’s raid in Austin.\n\nIn 2014, agents raided a farm in Ohio.",
        "2031-05-06",
    ),
    # the deed before what was said of it
    ("The mayor of Austin said on Thursday that agents arrested nine people in Austin on Tuesday.", "2031-05-06"),
    # this week's before an old one told first
    (
        "Years after agents raided a farm in Travis County between 2010 and 2014, the story returns.\n\n"
        "Agents raided a bakery in Austin on Tuesday.",
        "2031-05-06",
    ),
]


@pytest.mark.parametrize(("text", "day"), FIRST)
def test_the_first_candidate_is_what_the_report_is_about(text, day):
    assert candidates(text)[0].date.text == day


def test_the_headline_decides_between_two_of_a_day():
    text = (
        "Agents raided a bakery in Dallas on Tuesday.\n\nAgents raided a farm in Austin on Tuesday.\n\n"
        + "The council met. " * 9
    )
    for city in ("Dallas", "Austin"):
        found = extract_article(replace(article(text), title=f"What happened in {city}")).candidates
        assert found[0].places == (resolve(f"{city}, Texas"),)
    assert 0 < found[-1].salience < found[0].salience <= 1
