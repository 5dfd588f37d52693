"""Questions that head their answers date them and make no events of their own."""

from __future__ import annotations

import json

import pytest

ASKED = [
    # what is taken for granted dates the answer, unless that has a date
    (
        "**What happened on Tuesday?**\n\nAgents raided a cannery and arrested 31 workers.",
        [("2031-05-13", "operation")],
    ),
    ("Q: Who was arrested on Tuesday?\n\nA: Agents arrested nine cooks.", [("2031-05-13", "operation")]),
    ("What did agents do on Tuesday?\n\nAgents arrested nine cooks. They left.", [("2031-05-13", "operation")]),
    # a short answer tells of its question
    ("## When did the county sign the agreement?\n\nIn March 2029.", [("2029-03", "policy")]),
    ("## Why did the county sign the agreement?\n\nIn March 2029.", []),
    ("**Were nine cooks arrested on Tuesday?**\n\nNo charges have been filed.", [("2031-05-13", "operation")]),
    # a question of somebody is none of the page
    ("The mayor asked the agency on Friday, May 9: had agents come to the school?", [("2031-05-09", "statement")]),
    ('Agents arrested nine cooks on Tuesday, but the mayor asked, "Why?"', [("2031-05-13", "operation")]),
]


@pytest.mark.parametrize(("text", "events"), ASKED)
def test_questions_date_their_answers(tmp_path, run, text, events):
    report = tmp_path / "report.md"
    report.write_text(f"---\ntitle: The raid\npublished: 2031-05-16\n---\n\n{text}\n", encoding="utf-8")
    rows = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert [(row["date"], row["kind"]) for row in rows] == events


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("**Did ICE raid the school on Thursday?**\n\nNo. The town was asleep.", ["alleged"]),
        ("**Did ICE raid the school on Thursday?**\n\nYes. The town was asleep.", ["occurred"]),
        ("**Did the judge rule against ICE on Thursday?**\n\nNo. The town was asleep.", ["occurred"]),
    ],
)
def test_a_raid_that_is_denied_is_only_alleged(tmp_path, run, text, statuses):
    report = tmp_path / "report.md"
    report.write_text(f"---\ntitle: The raid\npublished: 2031-05-16\n---\n\n{text}\n", encoding="utf-8")
    rows = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert [row["status"] for row in rows] == statuses
