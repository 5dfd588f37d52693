"""Of an event that the schema refuses, the rules still examine the rest, unless too much rests on what is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.check import run_checks
from raidline.store.load import load_events

EVENT = """\
events:
  - id: 2017-02-austin-sweeps
    date: 2017-02-03
    title: ICE sweeps across Austin
    kind: operation
    places: [Orange County]
    sources:
      - url: herald.example/report
        publisher: Herald
        published: 2017-02-05
"""


def rules(tmp_path, old, new):
    path = tmp_path / "events.yaml"
    assert old in EVENT
    path.write_text(EVENT.replace(old, new), encoding="utf-8")
    return [problem.rule for problem in run_checks(load_events([path]), {})]


@pytest.mark.parametrize(
    ("old", "new", "schema"),
    [
        ("    kind: operation", "    knid: x\n    kind: operation", "unknown-key"),
        ("kind: operation", "kind: opration", "bad-value"),
        ("    kind: operation", "    kind: operation\n    counts: {arrested: 9 men}", "bad-value"),
        ("        publisher: Herald", "        publisher: Herald\n        page: two", "wrong-type"),
        ("    kind: operation", "    kind: operation\n    related: [a b]", "bad-value"),
    ],
)
def test_the_rest_is_examined(tmp_path, old, new, schema):
    assert sorted(rules(tmp_path, old, new)) == sorted([schema, "ambiguous-place", "url-not-web"])


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("date: 2017-02-03", "date: yesterday", ["bad-value", "ambiguous-place", "url-not-web"]),
        (
            "    kind: operation",
            "    kind: operation\n    status: plannd",
            ["bad-value", "ambiguous-place", "url-not-web"],
        ),
        ("        publisher: Herald", "        publsher: Herald", ["unknown-key", "ambiguous-place"]),
        (  # "1" is no count of the event
            "title: ICE sweeps across Austin",
            "title: ICE arrests 1,200 in Austin\n    counts: {arrested: 1,200}",
            ["bad-value", "ambiguous-place", "url-not-web"],
        ),
        ("    title: ICE sweeps across Austin\n", "", ["missing-key", "ambiguous-place", "url-not-web"]),
        ("id: 2017-02-austin-sweeps", "id: ()", ["bad-value"]),
    ],
)
def test_rules_that_rest_on_what_is_wrong_are_left_out(tmp_path, old, new, found):
    assert set(rules(tmp_path, old, new)) == set(found)


def test_a_number_torn_at_both_its_commas_is_one_mistake(tmp_path):
    found = rules(tmp_path, "    kind: operation", "    kind: operation\n    counts: {arrested: 1,200 to 1,300}")
    assert sorted(found) == ["ambiguous-place", "bad-value", "url-not-web"]


def test_nothing_is_told_of_what_stands_in_for_a_date(tmp_path):
    path = tmp_path / "events.yaml"
    other = EVENT.removeprefix("events:\n").replace("2017-02-austin", "2017-02-03-austin")
    path.write_text(EVENT.replace("date: 2017-02-03", "date: soon") + other, encoding="utf-8")
    found = {problem.rule for problem in run_checks(load_events([path]), {}, today=date(2026, 1, 1))}
    assert found == {"bad-value", "ambiguous-place", "url-not-web"}  # no near-duplicate, nothing of a time


def test_an_event_in_which_something_is_wrong_is_still_known_to_others(tmp_path):
    path = tmp_path / "events.yaml"
    twin = EVENT.removeprefix("events:\n").replace("kind: operation", "kind: operation\n    knid: x")
    path.write_text(EVENT + twin, encoding="utf-8")
    loaded = load_events([path])
    assert (len(loaded.records), len(loaded.partial), loaded.found) == (1, 1, 2)
    assert "duplicate-id" in [problem.rule for problem in run_checks(loaded, {})]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("    kind: operation", "    knid: x\n    kind: operation", ["operation"]),
        ("kind: operation", "kind: opration", ["other"]),
        ("        published: 2017-02-05", "        published: 2017-02-05\n      - a second source", ["operation"]),
    ],
)
def test_what_is_kept_of_an_event(tmp_path, old, new, kinds):
    """Its kind, if that is one; its sources only together, for the others do not say the same."""
    path = tmp_path / "events.yaml"
    path.write_text(EVENT.replace(old, new), encoding="utf-8")
    assert [record.event.kind for record in load_events([path]).partial] == kinds
