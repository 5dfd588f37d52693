"""What the page of a rule shows as bad is reported when it is run, and what it shows as good is not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from raidline.article import by_id
from raidline.check import RULES, run_checks
from raidline.check.pages import page
from raidline.check.settings import Settings
from raidline.reading.files import read_articles
from raidline.store.load import load_events

ARTICLES = Path(__file__).parent / "rules" / "articles"
TODAY = date(2021, 1, 1)
DEFAULTS = {  # what an example leaves out
    "id": "2017-02-austin-sweeps",
    "date": "2017-02",
    "title": "ICE arrests people across Austin",
    "kind": "operation",
    "places": '["Austin, Texas"]',
    "sources": "[{article: herald-2017-03-24}]",
}
OF_SOURCES = ("quote", "page", "url")
OF_ARTICLES = ("id: herald", "publisher:")
HEAD = "id: herald-2017-03-24\npublisher: Herald\npublished: 2017-03-24"
# What an article says, where a page says so in words.
TEXTS = {
    "false-precision": "Agents arrested nine people in Austin in February.",
    "quote-page": "A list of what follows.\fAgents arrested nine people in Austin on Monday.",
}
FORMER = {  # what the last commit had, where a page says so in words
    "not-updated": {"title": "ICE arrests nine in Austin", "updated": "2017-03-01"},
    "not-corrected": {"date": "2017-01"},
}


def examples(rule):
    """The bad and the good example of a rule's page, as YAML."""
    found = re.findall(r"^(Bad|Good)\b.*:\n\n((?:    .*\n|\n)+)", page(rule), re.MULTILINE)
    return {kind: re.sub(r"^ {4}", "", text, flags=re.MULTILINE).strip("\n") for kind, text in found}


def event(lines):
    """An event in a list, from the lines that an example has of it and what it leaves out."""
    keys = {match[1] for line in lines if (match := re.match(r"(\w+):", line))}
    missing = [f"{key}: {value}" for key, value in DEFAULTS.items() if key not in keys]
    first, *others = [*missing, *lines]
    return "\n".join([f"  - {first}", *(f"    {line}" for line in others)])


def timeline(example):
    """A whole timeline around an example: events, the keys of one, its sources or the keys of its source."""
    example = re.sub(r"^  ", "", example.removeprefix("events:\n"), flags=re.M) if "events:" in example else example
    if example.startswith("- url"):
        example = "sources:\n" + re.sub("^", "  ", example, flags=re.M)
    elif example.startswith(OF_SOURCES):
        named = (
            "publisher: Herald\npublished: 2017-03-24" if example.startswith("url") else "article: herald-2017-03-24"
        )
        example = "sources:\n  - " + f"{named}\n{example}".replace("\n", "\n    ")
    if not example.startswith("- "):
        return "events:\n" + event(example.split("\n")) + "\n"
    blocks = re.split(r"^- ", example, flags=re.M)[1:]
    return "events:\n" + "\n".join(event(re.sub(r"^  ", "", b, flags=re.M).strip().split("\n")) for b in blocks) + "\n"


def reported(rule, example, folder):
    articles = {one.id: one for one in read_articles([ARTICLES])[0]}
    is_head = example.startswith(OF_ARTICLES)
    if is_head or rule.name in TEXTS:
        path = folder / "herald.md"
        path.write_text(
            f"---\n{example if is_head else HEAD}\n---\n{TEXTS.get(rule.name, 'Text.')}\n", encoding="utf-8"
        )
        articles |= by_id(read_articles([path])[0])
    events = folder / "events.yaml"
    events.write_text(timeline("" if is_head else example), encoding="utf-8")
    former = {}
    if rule.name in FORMER:
        before = folder / "before.yaml"
        rows = [f"{key}: {value}" for key, value in FORMER[rule.name].items()]
        before.write_text("events:\n" + event(rows) + "\n", encoding="utf-8")
        former = {events: load_events([before]).events}
    settings = Settings({} if rule.on else {rule.name: "on"})
    found = run_checks(load_events([events]), articles, today=TODAY, former=former, settings=settings)
    return [problem.rule for problem in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_example_of_a_page_is_reported(rule, tmp_path):
    assert rule.name in reported(rule, examples(rule)["Bad"], tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_example_of_a_page_is_not(rule, tmp_path):
    found = reported(rule, examples(rule)["Good"], tmp_path)
    assert rule.name not in found
    assert not {"failed", "bad-value", "unknown-key", "missing-key"}.intersection(found)
