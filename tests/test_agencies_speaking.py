"""A body that only says what was done does not act, wherever in the sentence it says so."""

from __future__ import annotations

import json

import pytest

SAID = [
    ("ICE says it arrested nine people in Austin on May 5.", ["ICE"]),
    ("Police said it was ICE that arrested nine people in Austin on May 5.", ["ICE"]),
    (
        'ICE agents arrested nine people in Austin on May 5; police "had nothing to do with it," the mayor said.',
        ["ICE"],
    ),
    ("Officers with the Austin Police Department stood by as ICE arrested nine people in Austin on May 5.", ["ICE"]),
    (
        "Nine people were arrested in Austin on May 5 by the Border Patrol with the help of state troopers.",
        ["CBP", "police"],
    ),
    ("Deputies of the Polk County sheriff handed nine inmates to ICE in Austin on May 5.", ["sheriff"]),
    ("The Polk County Sheriff's Office arrested nine people in Austin on May 5.", ["sheriff"]),
    ("Deputies with the Polk County sheriff's office arrested nine people in Austin on May 5.", ["sheriff"]),
    ("ICE agents arrested nine people outside the sheriff's office in Austin on May 5.", ["ICE"]),
    (
        "Nine people were arrested in Austin on May 5 by ICE, the FBI and the Polk County sheriff.",
        ["ICE", "FBI", "sheriff"],
    ),
    ("Nine people were arrested in Austin on May 5 by ICE agents who told the police.", ["ICE"]),
    ("ICE agents arrested nine people in Austin on May 5, the police department said.", ["ICE"]),
    ("ICE agents arrested nine people in Austin on May 5, according to the police.", ["ICE"]),
    ("ICE agents arrested nine people in Austin on May 5; the police department was not told.", ["ICE"]),
    ("Police say they had no part in the raid by ICE in Austin on May 5.", ["ICE"]),
    ("ICE agents arrested nine people in Austin on May 5 with help from the police.", ["ICE", "police"]),
    ("The police department said ICE agents arrested nine people in Austin on May 5.", ["ICE"]),
    ("ICE agents and the police arrested nine people in Austin on May 5, the mayor said.", ["ICE", "police"]),
]


@pytest.mark.parametrize(("text", "agencies"), SAID)
def test_who_only_says_it_does_not_act(tmp_path, run, text, agencies):
    report = tmp_path / "report.md"
    report.write_text(f"---\ntitle: The raid\npublished: 2025-06-12\n---\n\n{text}\n", encoding="utf-8")
    (row,) = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert row["agencies"] == agencies
