"""Extraction against annotated reports, where they stand beside the checkout; they are no part of the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated reports are not beside this checkout")


def score(run, tmp_path, what, *options):
    predicted = tmp_path / "predicted.jsonl"
    flags = ["--no-merge"] if what == "mentions" else []
    predicted.write_text(run("extract", SHARED / "articles", *flags, "--format", "jsonl")[1], encoding="utf-8")
    scorer = [sys.executable, str(GOLD / "score_events.py"), what, str(predicted), *options]
    return json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)


@pytest.mark.parametrize(
    ("articles", "floor"),
    [
        ("seed-", {"recall_core": 0.96, "precision": 0.92, "date_exact": 0.97, "kind": 0.88, "place": 0.9, "status": 0.9}),
        ("all", {"recall_core": 0.93, "precision": 0.87, "date_exact": 0.97, "kind": 0.85, "place": 0.88, "status": 0.93}),
    ],
)  # fmt: skip
def test_reports_are_read_as_annotated(articles, floor, tmp_path, run):
    scores = score(run, tmp_path, "mentions", "--articles", articles)
    assert scores["counts"]["quote_not_in_article"] == 0
    assert {name: scores[name] for name in floor if scores[name] < floor[name]} == {}


def test_reports_are_merged_as_annotated(tmp_path, run):
    scores = score(run, tmp_path, "merged")
    assert scores["pair_f1"] >= 0.95
    assert scores["events_with_conflicts"] >= 2
