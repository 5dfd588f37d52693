"""A day from which an act was moved has no act of its own; one that was only called off still has."""

from __future__ import annotations

import json

import pytest

MOVED = [
    ("The hearing set for May 23 was moved to May 30.", ["2031-05-30"]),
    ("The hearing scheduled for Monday has been postponed until Friday.", ["2031-05-16"]),
    ("A vote on the ban, postponed from Tuesday, will be held on May 30.", ["2031-05-30"]),
    ("The council moved its vote on the ban from Monday to Friday.", ["2031-05-16"]),
    ("The trial, originally scheduled for June 2, begins on June 16.", ["2031-06-16"]),
    ("The march had been set for Saturday but will be held on Sunday.", ["2031-05-18"]),
    ("The council will vote on the ban on May 30 instead of May 23.", ["2031-05-30"]),
    ("A judge postponed Monday's hearing until Friday.", ["2031-05-16"]),
    ("The hearing on the ban, originally May 20, is now May 30.", ["2031-05-30"]),
    ("The hearing on the ban (initially Tuesday) is on May 30.", ["2031-05-30"]),
    ("The hearing was put off from May 23 to June 6.", ["2031-06-06"]),
    # nothing takes its place
    ("The hearing set for May 23 was canceled.", ["2031-05-23"]),
    ("The hearing set for May 23 was postponed.", ["2031-05-23"]),
    # nothing is moved
    ("Agents raided the mill, initially on May 5, and again on May 12.", ["2031-05-05", "2031-05-12"]),
    ("The hearing is set for May 23, and the council votes on the ban on May 30.", ["2031-05-23", "2031-05-30"]),
    ("The council set a hearing for May 23 and a vote on the ban for May 30.", ["2031-05-23", "2031-05-30"]),
]


@pytest.mark.parametrize(("text", "days"), MOVED)
def test_the_day_that_was_given_up_has_no_act(tmp_path, run, text, days):
    report = tmp_path / "report.md"
    report.write_text(f"---\ntitle: The ban\npublished: 2031-05-16\n---\n\n{text}\n", encoding="utf-8")
    rows = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert sorted(row["date"] for row in rows) == days
