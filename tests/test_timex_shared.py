"""The tagger against annotated news: at least as good as when this was written."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from raidline.extract.timex import find_timexes

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated news is not beside this checkout")


def load_scorer():
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "timex" / "score_timex.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "strict", "value", "value_of_dates"), [("timebank", 93.2, 85.2, 85.7), ("aquaint", 83.2, 77.5, 80.0)]
)
def test_annotated_news(name, strict, value, value_of_dates):
    scorer = load_scorer()
    gold = scorer.read(SHARED / "timex" / f"{name}.jsonl")
    found = {
        key: {"timexes": [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
            for t in find_timexes(document["text"], date.fromisoformat(document["published"]))
        ]}
        for key, document in gold.items()
    }  # fmt: skip
    everything = scorer.score(gold, found, lambda t: True)
    dates = scorer.score(gold, found, lambda t: t["type"] == "DATE")
    assert everything["strict_f1"] >= strict
    assert everything["value_f1"] >= value
    assert dates["value_f1"] >= value_of_dates


def named(file):
    lines = (SHARED / "gold" / file).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def events_of_shared_articles(names):
    yaml = pytest.importorskip("yaml")
    for name in sorted(names):
        gold = yaml.load((SHARED / "gold" / "events" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
        article = (SHARED / "articles" / f"{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
        for event in gold["events"]:
            yield event, article, date.fromisoformat(gold["published"])


def missed(names):
    """Return the ids of the events whose date is not among those read where it is told."""
    for event, article, anchor in events_of_shared_articles(names):
        words = event["date_text"]
        quotes = [event["evidence"], *event.get("alt_evidence", [])]
        places = [article.find(words, at) for quote in quotes if (at := article.find(quote[:40])) >= 0]
        bounds = {
            ((timex.until or timex.edtf).earliest.isoformat(), (timex.until or timex.edtf).latest.isoformat())
            for timex in find_timexes(article, anchor)
            for place in places
            if timex.edtf and timex.start < place + len(words) and timex.end > place >= 0
        }
        if (event["earliest"], event["latest"]) not in bounds:
            yield event["id"]


def test_the_dates_of_known_events():
    ids = list(missed(named("first.txt")))
    assert len(ids) <= 4, ids  # "his first week in office", "just removed" name no date


@pytest.mark.parametrize(("blind", "most"), [(False, 119), (True, 15)])
def test_the_dates_of_many_more(blind, most):
    """As many as on the day they were counted; fewer is better. The blind ones are counted and never named."""
    every = {path.stem for path in (SHARED / "gold" / "events").glob("*.yaml")}
    names = named("blind.txt")
    number = sum(1 for _ in missed(every & names if blind else every - names))
    assert number <= most
