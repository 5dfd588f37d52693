"""Whatever stands in the files, check reports problems at places that exist, and never falls over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raidline.article import by_id
from raidline.check import RULES, run_checks
from raidline.check.mending import mend
from raidline.check.reporting.formats import FORMATS
from raidline.check.settings import Settings
from raidline.reading.files import read_articles
from raidline.store.eventfiles import shipped_events
from raidline.store.load import load_events

FOLDER = Path(__file__).parent / "rules"
EVERY_RULE = Settings({rule.name: "on" for rule in RULES})
ARTICLES = by_id(read_articles([FOLDER / "articles"])[0])
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*/*.yaml"))]
SNIPPETS = ["\t", "'", '"', "[", "]", "{", "}", ": ", "- ", "\n", "&a ", "*a", "# ", "|\n", "2017-13", "é", "\U0001f600", "\x00", "..", "~", "!!x ", "\u2028"]  # fmt: skip
TIDY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def mutated(draw):
    """A file of the rules with some stretches taken out, doubled or replaced."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        middle = draw(st.sampled_from([*SNIPPETS, "", text[start:end] * 2]))
        text = text[:start] + middle + text[end:]
    return text


dates = st.sampled_from(["2017-02-01", "2017-01", "2017", "../2017-03", "2017-03-20/..", "[2017-01-20..2017-03-27]", "0001", "9999-12-31", "2017-02-0X", "201X"])  # fmt: skip
places = st.sampled_from(["Austin, Texas", "Austin, TX", "Texas", "US", "Orange County", "Xanadu", "48453"])
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
sources = st.one_of(
    st.fixed_dictionaries(
        {"article": st.sampled_from([*ARTICLES, "nowhere"])},
        optional={"quote": words, "says": st.fixed_dictionaries({}, optional={"date": dates, "places": places})},
    ),
    st.fixed_dictionaries({"url": words, "publisher": words, "published": dates}, optional={"archived": words}),
)
events = st.fixed_dictionaries(
    {
        "id": st.sampled_from("abc"),
        "date": dates,
        "title": words,
        "kind": st.sampled_from(["operation", "hearing"]),
        "places": st.lists(places, min_size=1, max_size=2),
        "sources": st.lists(sources, min_size=1, max_size=3),
    },
    optional={
        "summary": words,
        "notes": words,
        "status": st.sampled_from(["planned", "alleged"]),
        "counts": st.dictionaries(
            words, st.sampled_from(["51", "at least 51", "dozens", "unknown", "up to 3"]), max_size=2
        ),
        "aliases": st.lists(st.sampled_from("abcd"), max_size=2),
        "ignore": st.lists(st.sampled_from(["no-source", "x"]), max_size=2),
    },
)


def checked(path):
    problems = run_checks(load_events([path]), ARTICLES, today=date(2018, 1, 1), settings=EVERY_RULE)
    lines = path.read_text(encoding="utf-8").count("\n") + 1
    assert all(0 <= problem.line <= lines + 1 and problem.message for problem in problems)
    written = {name: write(problems) for name, write in FORMATS.items()}
    assert all(character == "\n" or character >= " " for text in written.values() for character in text)
    assert len(json.loads(written["json"])) == len(json.loads(written["sarif"])["runs"][0]["results"]) == len(problems)
    return problems


@TIDY
@given(text=mutated())
def test_mutated_files(text, tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    checked(path)


@TIDY
@given(several=st.lists(events, max_size=4))
def test_made_up_events(several, tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(json.dumps({"events": several}), encoding="utf-8")
    checked(path)


@TIDY
@given(text=mutated())
def test_mending_twice_is_mending_once_and_leaves_no_new_problem(text, tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    before = {problem.rule for problem in checked(path)}
    mend([path], [rule.name for rule in RULES])
    once = path.read_bytes()
    mend([path], [rule.name for rule in RULES])
    assert path.read_bytes() == once
    new = {problem.rule for problem in checked(path)} - before
    # A date that could not be read before is seen by the rules for the first time.
    assert not new or "bad-value" in before


@pytest.mark.parametrize("cut", range(0, 3000, 171))
def test_a_file_cut_off_anywhere(cut, tmp_path):
    path = tmp_path / "events.yaml"
    path.write_bytes(shipped_events().read_bytes()[:cut])
    checked(path)
