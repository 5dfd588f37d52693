"""One report that gives two numbers for the same people keeps both, with both sentences; parts and sums are no second number."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from raidline import extract_article, merge_candidates
from raidline.article import Article
from raidline.export.candidates import event_lines
from raidline.merging.merge import as_event

ARRESTED = "Agents arrested 83 people at a plant in Storm Lake on Wednesday."


def article(text, id_="pilot", publisher="Pilot"):
    return Article(id_, "A raid", publisher, date(2031, 9, 12), None, text, Path(f"{id_}.md"))


def merged(*reports):
    found = [candidate for report in reports for candidate in extract_article(report).candidates]
    return merge_candidates(found, {report.id: report for report in reports})


@pytest.mark.parametrize(
    ("behind", "number"),
    [
        ("Officials later said 112.", "112"),
        ("Officials later said that 112 people were taken into custody.", "112"),
        ("The sheriff put the number at 60.", "60"),
        ("ICE revised the figure to 71.", "71"),
        ("Lawyers said that 112 people had been detained.", "112"),
    ],
)
def test_two_numbers_of_one_report_are_a_conflict_with_both_sentences(behind, number):
    (one,) = merged(article(f"{ARRESTED} {behind}"))
    event = as_event(one)
    assert str(event.counts["arrested"]) == "83"
    assert [source.quote for source in event.sources] == [ARRESTED, behind]
    assert [source.says and str(source.says.counts["arrested"]) for source in event.sources] == [None, number]
    assert [(conflict.about, str(conflict.event_says)) for conflict in one.conflicts] == [("arrested", "83")]
    assert [str(claim.says) for claim in one.conflicts[0].claims] == [number]
    assert one.corroboration == 1


@pytest.mark.parametrize(
    "behind",
    [
        "Of those, 30 were arrested on old warrants.",
        "Another 12 people were arrested in the parking lot.",
        "Nationwide, 680 people were arrested, officials said.",
        "Officials later said that 83 people were detained.",
        "Officials said that 40 people were arrested.",  # a smaller number that corrects nothing may be a part
        "Some 400 people lived there, officials later said.",
    ],
)
def test_a_part_a_sum_or_the_same_number_is_no_conflict(behind):
    (one,) = merged(article(f"{ARRESTED} {behind}"))
    assert one.conflicts == ()
    assert len(as_event(one).sources) == 1


def test_those_one_paper_calls_detained_are_those_another_calls_arrested():
    (one,) = merged(
        article(ARRESTED),
        article("Agents detained 112 people at a plant in Storm Lake on Wednesday.", "courier", "Courier"),
    )
    assert len(one.counts) == 1
    assert len(one.conflicts) == 1


def test_the_record_for_programs_has_every_sentence_where_it_stands():
    report = article(f"{ARRESTED} Officials later said 112.")
    (line,) = event_lines(merged(report), {report.id: report})
    recounts = json.loads(line)["sources"][0]["recounts"]
    assert [one["count"] for one in recounts] == ["83", "112"]
    assert all(report.text[one["start"] : one["end"]] == one["quote"] for one in recounts)
