"""Extraction against annotated reports, where they stand beside the checkout; they are no part of the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
FLOOR = {"recall_core": 0.96, "precision": 0.92, "date_exact": 0.97, "kind": 0.88, "place": 0.90, "status": 0.90}


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated reports are not beside this checkout")
def test_the_five_reports_are_read_as_annotated(tmp_path, run):
    reports = sorted(str(path) for path in (SHARED / "articles").glob("seed-*.md"))
    assert len(reports) == 5
    predicted = tmp_path / "candidates.jsonl"
    predicted.write_text(run("extract", *reports, "--no-merge", "--format", "jsonl")[1], encoding="utf-8")
    scorer = [sys.executable, str(SHARED / "gold" / "score_events.py"), "mentions", str(predicted)]
    done = subprocess.run([*scorer, "--articles", "seed-"], capture_output=True, check=True)
    scores = json.loads(done.stdout)
    assert scores["counts"]["quote_not_in_article"] == 0
    assert {name: scores[name] for name in FLOOR if scores[name] < FLOOR[name]} == {}
