"""Each rule of `check` finds what its broken file marks, at that very place, and nothing in the clean twin."""

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
from raidline.yamltext.reading import loads

FOLDER = Path(__file__).parent / "rules"
TODAY = date(2018, 1, 1)
_MARK = re.compile(r"^#( *)\^ ([a-z-]+)$")


def marked(path):
    """(rule, line, column) of each mark: a comment whose caret stands below the place that is wrong."""
    lines = path.read_text(encoding="utf-8").split("\n")
    marks = [(number, match) for number, line in enumerate(lines) if (match := _MARK.match(line))]
    return [(match[2], number, len(match[1]) + 2) for number, match in marks]


def found(path, rule):
    loaded = load_events([path])
    articles, _ = read_articles([FOLDER / "articles"])
    settings = Settings({} if rule.on else {rule.name: "on"})
    before = FOLDER / "before" / f"{rule.name}.yaml"  # the file as it was, for a rule that compares
    former = {path: load_events([before]).events} if before.is_file() else None
    problems = run_checks(loaded, by_id(articles), today=TODAY, former=former, settings=settings)
    return [(problem.rule, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_broken_file(rule):
    path = FOLDER / "broken" / f"{rule.name}.yaml"
    assert [name for name, _, _ in marked(path)] == [rule.name]
    assert found(path, rule) == marked(path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_its_clean_twin(rule):
    assert found(FOLDER / "clean" / f"{rule.name}.yaml", rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_event_that_ignores_the_rule(rule, tmp_path):
    """But for the rule that looks after `ignore` itself."""
    text = (FOLDER / "broken" / f"{rule.name}.yaml").read_text(encoding="utf-8")
    path = tmp_path / "events.yaml"
    text = re.sub(r"^    ignore: .*\n", "", text, flags=re.MULTILINE)
    path.write_text(text.replace("    sources:", f"    ignore: [{rule.name}]\n    sources:"), encoding="utf-8")
    assert found(path, rule) == []


def test_no_file_is_without_its_rule():
    names = {rule.name for rule in RULES}
    for kind in ("broken", "clean"):
        assert {path.stem for path in (FOLDER / kind).iterdir()} == names


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_of_a_rule_has_a_bad_and_a_good_example_in_yaml(rule):
    text = page(rule)
    examples = re.findall(r"^(Bad|Good)\b.*:\n\n((?:    .*\n|\n)+)", text, re.MULTILINE)
    assert [kind for kind, _ in examples] == ["Bad", "Good"]
    for _, example in examples:
        assert loads(example, "example").problems == ()
    assert max(map(len, text.splitlines())) <= 120
