"""The rules of `check`: what each finds, what it leaves alone, and how problems are written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from raidline import check
from raidline.article import Article, by_id
from raidline.check import RULES, run_checks
from raidline.check.passage import nearest_passage
from raidline.check.reporting.formats import FORMATS
from raidline.check.settings import Settings
from raidline.errors import Problem
from raidline.reading.files import read_articles
from raidline.store.eventfiles import articles_beside, shipped_events
from raidline.store.load import load_events

TEXT = """\
The mayor spoke on Tuesday. "We will not help," she said; deputies held
51 people that week, the sheriff’s office said. Nothing else was known.
"""
ARTICLES = {
    "herald": Article("herald", "A sweep in Texas", "Herald", date(2017, 3, 1), None, TEXT, Path("herald.md")),
    "undated": Article("undated", None, None, None, None, "No date.", Path("undated.md")),
}

PLACES = ("unknown-place", "ambiguous-place")
EVENT = """\
  - id: {id}
    date: {date}
    title: A sweep
    kind: operation
    status: {status}
    places: {places}
    sources:
      - {source}
"""


def event(name="one", *, date="2017-02", status="occurred", places="[Texas]", source="article: herald", more=""):
    return EVENT.format(id=name, date=date, status=status, places=places, source=source) + more


def found(tmp_path, *events, rules=("duplicate-id", "alias-clash")):
    """What these rules find, and no other."""
    settings = Settings({rule.name: "on" if rule.name in rules else "off" for rule in RULES})
    path = tmp_path / "events.yaml"
    path.write_text("events:\n" + "".join(events), encoding="utf-8")
    loaded = load_events([path])
    assert loaded.problems == ()
    return [
        (problem.rule, problem.line, problem.column, problem.message)
        for problem in run_checks(loaded, ARTICLES, settings=settings)
    ]


def test_a_clean_event(tmp_path):
    quote = 'quote: "deputies held\\n51 people that week"'
    assert (
        found(
            tmp_path, event(source=f"article: herald\n        {quote}"), rules=[rule.name for rule in RULES if rule.on]
        )
        == []
    )


def test_the_shipped_timeline_is_clean():
    loaded = load_events([shipped_events()])
    articles, problems = read_articles([articles_beside(shipped_events())])
    assert len(loaded.records) >= 20
    assert problems == []
    assert run_checks(loaded, by_id(articles)) == []


def test_duplicate_ids(tmp_path):
    problems = found(
        tmp_path,
        event("one"),
        event("one"),
        event("two", more="    aliases: [fine, one]\n"),
        event("fine"),
        event("three", more="    aliases: three\n"),
    )
    assert [(rule, line, column) for rule, line, column, _ in problems] == [
        ("duplicate-id", 10, 9),
        ("alias-clash", 26, 15),
        ("alias-clash", 26, 21),
        ("alias-clash", 43, 14),
    ]
    assert (
        problems[0][3]
        == f"the event in {tmp_path / 'events.yaml'}, line 2, has the id 'one' already; give this one another"
    )


@pytest.mark.parametrize(
    ("places", "rule", "column", "message"),
    [
        ("[Texas, Travis County, US]", None, 0, ""),
        ("Texas", None, 0, ""),
        ('["Austin, Texas", "Travis Conty, Texas"]', "unknown-place", 31, "did you mean Travis County, Texas"),
        ("[NO]", "unknown-place", 14, "no jurisdiction is called 'NO'"),
        ("Xanaduville", "unknown-place", 13, "no jurisdiction is called 'Xanaduville'"),
        ("[Orange County]", "ambiguous-place", 14, "'Orange County' could be"),
    ],
)
def test_places(tmp_path, places, rule, column, message):
    problems = found(tmp_path, event(places=places), rules=PLACES)
    assert [(p[0], p[1], p[2]) for p in problems] == ([(rule, 7, column)] if rule else [])
    assert all(message in p[3] for p in problems)


def test_places_that_a_source_says(tmp_path):
    problems = found(tmp_path, event(source="{article: herald, says: {places: [Texas, Orange County]}}"), rules=PLACES)
    assert [(rule, line, column) for rule, line, column, _ in problems] == [("ambiguous-place", 9, 50)]


def test_missing_articles(tmp_path):
    elsewhere = "{url: 'https://x.example', publisher: X, published: 2017-03-01}"
    problems = found(
        tmp_path, event(source="article: heralt"), event("two", source=elsewhere), rules=["article-missing"]
    )
    assert problems == [("article-missing", 9, 18, "no article has the id 'heralt' - did you mean 'herald'?")]


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("deputies held 51 people", "only spaces or line breaks differ; copy the passage exactly"),
        ("the sheriff's office said", "the article reads “…the sheriff’s office said…”"),
        ("Deputies held\n51 people", "the article reads “…deputies held 51 people…”"),
        (
            "deputies held\n15 people that week",
            'the article reads “…not help," she said; deputies held 51 people that week, the…”',
        ),
        ("Nothing else was found", "the article reads “…said. Nothing else was known…”"),
        ("A spokesman for the mayor spoke on Tuesday", "the article reads “…The mayor spoke on…”"),
        ("Agents came at dawn", "the article contains nothing similar"),
        ("— …", "the article contains nothing similar"),
        ("she said", None),
    ],
)
def test_quotes(tmp_path, quote, message):
    problems = found(
        tmp_path, event(source=f"article: herald\n        quote: {json.dumps(quote)}"), rules=["quote-not-found"]
    )
    if message is None:
        assert problems == []
        return
    [(rule, line, column, words)] = problems
    assert (rule, line, column) == ("quote-not-found", 10, 16)
    assert words == f"not verbatim in herald: {message}"


def test_nearest_passage_is_quick_and_short_in_a_long_article():
    text = "the agents and the officers of the city said that the people were held. " * 20_000
    assert len(nearest_passage("the agents and the officers of the county said that", text)) < 150


@pytest.mark.parametrize(
    ("when", "status", "source", "problem"),
    [
        ("2017-03-01", "occurred", "article: herald", False),
        ("2017-03-02", "occurred", "article: herald", True),
        ("2017-03", "occurred", "article: herald", False),
        ("2017-04", "occurred", "article: herald", True),
        ("2017-04", "alleged", "article: herald", True),
        ("2017-04", "planned", "article: herald", False),
        ("2017-04", "cancelled", "article: herald", False),
        ("2017-04", "occurred", "{article: herald, says: {status: planned}}", False),
        ("2017-04", "occurred", "{article: herald, says: {date: 2017-02}}", False),
        ("2017-04", "occurred", "article: undated", False),
        ("2017-04/..", "occurred", "article: herald", True),
        ("../2017-04", "occurred", "article: herald", False),
        ("2017-04", "occurred", "{url: u, publisher: p, published: 2017-03}", True),
        ("2017-04", "occurred", "{url: u, publisher: p, published: 2017}", False),
        ("2017-04", "occurred", "{url: u, publisher: p, published: 2017-03/..}", False),
    ],
)
def test_sources_older_than_their_event(tmp_path, when, status, source, problem):
    problems = found(tmp_path, event(date=when, status=status, source=source), rules=["source-before-event"])
    assert [(p[0], p[1], p[2]) for p in problems] == ([("source-before-event", 9, 9)] if problem else [])
    if problem:
        assert "before the event happened (" in problems[0][3]


def test_problems_of_loading_come_along_in_order(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text("events:\n" + event(places="[NO]") + "  - id: x\n", encoding="utf-8")
    problems = run_checks(load_events([path]), ARTICLES)
    assert [problem.rule for problem in problems] == ["unknown-place"] + ["missing-key"] * 5
    assert problems == sorted(problems)


def test_every_rule_explains_itself_and_is_named_like_its_problems():
    assert len({rule.name for rule in RULES}) == len(RULES) >= 30
    source = "".join(path.read_text(encoding="utf-8") for path in Path(check.__file__).parent.rglob("*.py"))
    for rule in RULES:
        assert rule.find.__doc__
        assert rule.find.__doc__.startswith("Find ")
        assert f'"{rule.name}"' in source


PROBLEMS = [
    Problem("no/events.yaml", 3, 11, "bad-value", "100 % wrong:\nsee, above \x1b[31m“here”"),
    Problem("a,b:c.yaml", 0, 0, "empty-file", "is empty", "warning"),
]


def test_formats():
    assert FORMATS["text"](PROBLEMS) == (
        "no/events.yaml:3:11: error: 100 % wrong: see, above [31m“here” [bad-value]\n"
        "a,b:c.yaml: warning: is empty [empty-file]\n"
    )
    assert FORMATS["github"](PROBLEMS) == (
        "::error file=no/events.yaml,line=3,col=11,title=bad-value::100 %25 wrong: see, above [31m“here”\n"
        "::warning file=a%2Cb%3Ac.yaml,title=empty-file::is empty\n"
    )
    rows = json.loads(FORMATS["json"](PROBLEMS))
    assert [Problem(**row) for row in rows] == PROBLEMS
    assert "\x1b" not in FORMATS["json"](PROBLEMS)


def test_formats_of_nothing():
    assert [FORMATS[name]([]) for name in ("text", "github", "json")] == ["", "", "[]\n"]
    assert json.loads(FORMATS["sarif"]([]))["runs"][0]["results"] == []


def fails_on(checked, *ids):
    """A rule that has a bug: it fails on these events, and finds something in all others."""
    for record in checked.records:
        if record.event.id in ids:
            raise KeyError("a line\nand another")
        yield record.problem("buggy-rule", f"{len(checked.records)} events asked", "title")


def with_rule(monkeypatch, find):
    def buggy_rule(checked):
        return find(checked)

    monkeypatch.setattr(check, "RULES", (check.Rule(buggy_rule, "warning"), *RULES))


def test_a_rule_that_fails_on_one_event_checks_the_others_and_is_an_error(tmp_path, monkeypatch):
    with_rule(monkeypatch, lambda checked: fails_on(checked, "two"))
    path = tmp_path / "events.yaml"
    path.write_text("events:\n" + event("one") + event("two") + event("two"), encoding="utf-8")
    problems = run_checks(load_events([path]), ARTICLES)
    assert [(one.line, one.severity) for one in problems if one.rule == "failed"] == [(10, "error"), (18, "error")]
    told = next(one.message for one in problems if one.rule == "failed")
    assert told.startswith("buggy-rule failed on this event and did not check it: KeyError: ")
    assert "(test_check.py:" in told
    assert "\n" not in told
    assert [one.message for one in problems if one.rule == "buggy-rule"] == ["1 events asked"]
    assert [one for one in problems if one.rule == "duplicate-id"]  # what other rules find is there


def test_a_rule_that_fails_on_events_together_is_an_error_too(tmp_path, monkeypatch):
    def find(checked):
        if len(checked.records) > 1:
            raise ValueError("two")
        return iter(())

    with_rule(monkeypatch, find)
    path = tmp_path / "events.yaml"
    path.write_text("events:\n" + event("one") + event("two"), encoding="utf-8")
    problems = run_checks(load_events([path]), ARTICLES)
    assert [one.rule for one in problems if one.rule == "failed"] == ["failed"]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ("[Riverton, Wyoming]", ['e.yaml:6:14: error: without quotes, these are two places, Riverton and Wyoming; '
                                 'write "Riverton, Wyoming" [split-place]']),
        ("[Texas, Riverton, WY]", ['e.yaml:6:21: error: without quotes, these are two places, Riverton and WY; '
                                   'write "Riverton, WY" [split-place]']),
        ("[Travis County, Texas , Dayton, Ohio]", ["6:14", "6:37"]),
        ('["Riverton", Wyoming]', ["ambiguous-place"]),  # two places, it seems, and which Riverton is not said
        ('["Riverton, Wyoming"]', []),
        ("[Texas, California]", []),
        ("[Nevada, Missouri]", []),
        ('["Austin, Texas", Texas]', []),
        ("\n      - Austin\n      - Texas", []),
    ],
)  # fmt: skip
def test_a_place_and_its_state_without_quotes(places, told, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    Path("e.yaml").write_text(f"events:\n  - id: a\n    date: 2017\n    title: Something\n    kind: other\n    places: {places}\n"
                              "    sources: [{url: 'https://a.example/1', publisher: A, published: 2017-02-03}]\n")  # fmt: skip
    found = run("check", "e.yaml")[1].splitlines()
    lines = [line for line in found if line.startswith("e.yaml") and "archive" not in line]
    assert len(lines) == len(told)
    assert all(part in line for part, line in zip(told, lines, strict=True))
