"""Merging finds invented happenings again in other papers' words, and keeps apart what resembles them."""

from __future__ import annotations

from itertools import combinations

from stories_score import (
    BEATS,
    CAMPUSES,
    COUNTIES,
    COURTHOUSES,
    DISPATCHES,
    HELD_OUT,
    LATEST,
    MIDNIGHTS,
    NEWSROOMS,
    PRECINCTS,
    RETOLD,
    TERSE,
    WEEKLIES,
    WIRES,
    score,
    stories,
)


def test_stories_are_as_many_as_they_were():
    told, _ = stories()
    happenings = {one[:2] for one in told}
    assert sum(len({one for one in told if one[:2] == each}) > 1 for each in happenings) >= 20
    assert sum(a[0] == b[0] for a, b in combinations(happenings, 2)) >= 20


def test_floors():
    figures = score()
    assert figures["found"] >= 0.95
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.82
    assert figures["near misses"] >= 60
    assert figures["near misses merged"] <= 1


def test_floors_of_reports_that_say_little():
    figures = score(TERSE)
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.85
    assert figures["near misses"] >= 100
    assert figures["near misses merged"] <= 1


def test_floors_of_what_was_held_out():
    """Nothing is chosen with a view to these; far below the others, rules fit only what their authors saw."""
    figures = score(HELD_OUT)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.75
    assert figures["near misses"] >= 100
    assert figures["near misses merged"] <= 1


def test_floors_of_longer_reports():
    figures = score(NEWSROOMS)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.87
    assert figures["near misses"] >= 200
    assert figures["near misses merged"] <= 1


def test_floors_of_reports_of_one_town_and_week():
    figures = score(WEEKLIES)
    assert figures["found"] >= 0.95
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.6
    assert figures["near misses"] >= 150
    assert figures["near misses merged"] <= 1


def test_floors_of_other_newsrooms():
    figures = score(COURTHOUSES)
    assert figures["found"] >= 0.95
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.8
    assert figures["near misses"] >= 200
    assert figures["near misses merged"] <= 1


def test_floors_of_reports_of_several_lengths_and_words():
    figures = score(WIRES)
    assert figures["found"] >= 0.95
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.88
    assert figures["near misses"] >= 250
    assert figures["near misses merged"] <= 1


def test_floors_of_what_was_held_out_last():
    figures = score(DISPATCHES)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.8
    assert figures["near misses"] >= 80
    assert figures["near misses merged"] <= 1


def test_floors_of_reports_that_leave_out_the_state():
    """Much here was placed in another town of the name, or in the nearest one that is named."""
    figures = score(CAMPUSES)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.88
    assert figures["near misses"] >= 120
    assert figures["near misses merged"] <= 1


def test_floors_of_reports_of_five_desks():
    """The three marches of one day are merged where one was placed in the town of another that its report names."""
    figures = score(BEATS)
    assert figures["found"] >= 0.84
    assert figures["precision"] >= 0.9
    assert figures["recall"] >= 0.75
    assert figures["near misses"] >= 400
    assert figures["near misses merged"] <= 3


def test_floors_of_reports_from_sixteen_counties():
    """At first sight .83 of the pairs of ten of these were found, .43 of the few of the other six."""
    figures = score(COUNTIES)
    assert figures["found"] >= 0.84
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.72
    assert figures["near misses"] >= 180
    assert figures["near misses merged"] <= 1


def test_floors_of_what_was_written_after_the_five_desks():
    """At first sight .75 of these pairs were found; .536 by the rules before those that the five desks taught."""
    figures = score(PRECINCTS)
    assert figures["found"] >= 0.84
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.7
    assert figures["near misses"] >= 200
    assert figures["near misses merged"] <= 1


def test_floors_of_the_latest():
    """Written last and only scored: recall .588 by the rules before beats and precincts, .824 at first sight."""
    figures = score(LATEST)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.75
    assert figures["near misses"] >= 150
    assert figures["near misses merged"] <= 1


def test_floors_of_what_papers_tell_again_and_again():
    """Only scored: at first sight recall was .833 of 18 pairs, with each happening told up to three times in a report."""
    figures = score(RETOLD)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.75
    assert figures["near misses"] >= 60
    assert figures["near misses merged"] <= 1


def test_floors_of_acts_that_papers_date_a_day_apart():
    """At first sight recall was .772 of the first ten and .524 of the last five; there .818 by what the ten taught."""
    figures = score(MIDNIGHTS)
    assert figures["found"] >= 0.9
    assert figures["precision"] >= 0.9
    assert figures["recall"] >= 0.87
    assert figures["near misses"] >= 400
    assert figures["near misses merged"] <= 6
