"""Who is private is read from a whole record: a name is the same person's in all events, and each report says why."""

from __future__ import annotations

import re
from itertools import count

import pytest

from raidline.check import run_checks
from raidline.check.settings import Settings
from raidline.store.load import load_events

EVENT = """\
  - id: event-{number}
    date: 2025-01-{number:02}
    title: {title}
    kind: {kind}
    places: ["Austin, Texas"]
    summary: {summary}
    sources:
      - {{url: "https://paper.example/{number}", publisher: Paper, published: 2025-02-01, title: {headline}}}
"""
NAME = re.compile(r"names (.+?) without a public office or role \((.+?)\)")


def reports(tmp_path, *events, headline="Report", kind="other"):
    """The (name, reason) of each report on events given by their summaries."""
    number = count(1)
    fields = {"title": "Council meets", "headline": headline, "kind": kind}
    told = [EVENT.format(number=next(number), summary=one, **fields) for one in events]
    path = tmp_path / "events.yaml"
    path.write_text("events:\n" + "".join(told), encoding="utf-8")
    found = run_checks(load_events([path]), {}, settings=Settings())
    return [NAME.match(one.message).groups() for one in found if one.rule == "private-person"]


def names(tmp_path, *events, **more):
    return [name for name, _ in reports(tmp_path, *events, **more)]


WAITED = "Ona Trask waited at home for the doctor."


def test_an_office_told_in_one_event_is_known_in_all(tmp_path):
    assert names(tmp_path, WAITED) == ["Ona Trask"]
    assert names(tmp_path, WAITED, "Sheriff Ona Trask ended the deal.") == []
    assert names(tmp_path, WAITED, "Sheriff Bea Trask ended the deal.") == ["Ona Trask"]


def test_the_headline_of_a_source_tells_an_office(tmp_path):
    assert names(tmp_path, WAITED, headline="Sheriff Trask ill") == []


def test_whoever_is_arrested_is_private_whatever_namesakes_hold(tmp_path):
    assert names(tmp_path, "Agents arrested Ona Trask.", "Sheriff Ona Trask ended the deal.") == ["Ona Trask"]


def test_whoever_is_arrested_in_one_event_is_private_in_all(tmp_path):
    signed = "Ona Trask vetoes the ban on masks."
    assert names(tmp_path, signed) == []
    assert reports(tmp_path, signed, "Agents arrested Ona Trask.")[0] == (
        "Ona Trask",
        "another event tells of an arrest, a wound or an age",
    )


def test_a_name_of_many_events_that_is_never_told_as_private_is_public(tmp_path):
    said = [f"Ona Trask had breakfast in room {number}." for number in range(4)]
    assert len(names(tmp_path, *said[:3])) == 3
    assert names(tmp_path, *said) == []
    assert len(names(tmp_path, *said, "Agents arrested Ona Trask.")) == 5


@pytest.mark.parametrize(
    ("summary", "why"),
    [
        ("Agents arrested Ona Trask.", "“arrested” stands before it"),
        ("Ona Trask was detained in Reno.", "“was detained” stands behind it"),
        ("Ona Trask, 34, came from Reno.", "an age stands beside it"),
        ("His wife, Ona Trask, called.", "“wife” stands before it"),
        ("A bullet went through the windshield of Ona Trask.", "“windshield” is said in the sentence"),
        ("ona trask, 34, was there. jose ramirez was too.", "a given and a family name in small letters"),
    ],
)
def test_a_report_says_why(tmp_path, summary, why):
    assert why in [reason for _, reason in reports(tmp_path, f'"{summary}"')]


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("Ona Trask, Bo Ferrel.", []),  # whose bill it is
        ("Drafted with Ona Trask.", []),
        ("Named for Ona Trask, who was killed.", ["Ona Trask"]),
        ("His wife, Ona Trask, testified.", ["Ona Trask"]),
    ],
)
def test_in_an_event_of_legislation_only_who_is_told_as_private_is(tmp_path, summary, told):
    assert names(tmp_path, summary, kind="legislation") == told
    assert names(tmp_path, summary) != []


def test_the_reason_for_one_name_alone_is_not_that_of_two(tmp_path):
    assert reports(tmp_path, "Her father, Nery, carried her.") == [("Nery", "it stands with a relative or a family")]
