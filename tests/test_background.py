"""A source for the background supports the place or the policy, and not the day; it travels through files and formats."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from raidline.article import Article
from raidline.check import run_checks
from raidline.check.settings import Settings
from raidline.cli import app
from raidline.store.fmt import format_text
from raidline.store.load import load_events

EVENT = """\
events:
  - id: 2017-03-hearing
    date: 2017-03-20
    title: Hearing on the policy
    kind: hearing
    places: ["Austin, Texas"]
    sources:
      - article: report
      - url: https://paper.example/policy
        background: {background}
        publisher: Paper
        published: 2017-01-05
"""
REPORT = Article("report", None, "P", date(2017, 3, 24), None, "A judge in Austin heard it on Monday.", Path("r.md"))


def rules(tmp_path, background, text=EVENT):
    path = tmp_path / "events.yaml"
    path.write_text(text.replace("{background}", background), encoding="utf-8")
    return [one.rule for one in run_checks(load_events([path]), {"report": REPORT}, settings=Settings())]


def test_it_may_be_older_than_the_event_and_says_nothing_of_the_day(tmp_path):
    assert rules(tmp_path, "true") == []
    assert rules(tmp_path, "false") == ["source-before-event"]


def test_the_others_have_to_support_the_day(tmp_path):
    assert "date-unsupported" in rules(tmp_path, "true", EVENT.replace("date: 2017-03-20", "date: 2017-03-14"))
    alone = EVENT.replace("      - article: report\n", "")
    assert rules(tmp_path, "true", alone) == ["no-source"]


def test_what_is_neither_true_nor_false(tmp_path):
    assert rules(tmp_path, "partly") == ["wrong-type"]


def test_fmt_keeps_it_before_the_address():
    text = format_text(EVENT.replace("{background}", "true"), Path("x.yaml"))
    assert "      - background: true\n        url: https://paper.example/policy\n" in text


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv"])
def test_it_comes_back_from_an_export(tmp_path, kind):
    path, out = tmp_path / "events.yaml", tmp_path / f"out.{kind}"
    path.write_text(EVENT.replace("{background}", "true"), encoding="utf-8")
    run = CliRunner().invoke
    assert run(app, ["export", "--data", str(path), "--format", kind, "-o", str(out)]).exit_code == 0
    result = run(app, ["import", str(out)])
    assert result.stdout.count("background: true") == 1, result.output
    if kind == "json":
        written = json.loads(out.read_text(encoding="utf-8"))
        assert [one["background"] for one in written["events"][0]["sources"]] == [False, True]
