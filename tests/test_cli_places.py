"""`raidline places` from outside: what it prints where, with which exit code, also on bad input."""

from __future__ import annotations

import json

import pytest

TEXT = "AUSTIN, Texas — The Austin Herald says agents came to Springfield. A Chicago-based group waited.\n"
REPORT = f"---\nid: herald-1\npublished: 2031-05-09\n---\n{TEXT}"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def _read(report, run):
    code, out, _ = run("places", report, "--format", "jsonl")
    assert code == 0
    (line,) = map(json.loads, out.splitlines())
    assert line["id"] == "herald-1"
    return line["places"]


def test_a_place_has_a_code_a_role_and_a_reason(report, run):
    first = _read(report, run)[0]
    assert list(first) == ["start", "end", "text", "name", "fips", "role", "how"]
    assert first == {
        "start": 0,
        "end": 13,
        "text": "AUSTIN, Texas",
        "name": "Austin, Texas",
        "fips": "4805000",
        "role": "scene",
        "how": "the dateline",
    }


def test_a_name_that_nothing_decides_has_candidates_and_no_code(report, run):
    (springfield,) = [place for place in _read(report, run) if place["text"] == "Springfield"]
    assert springfield["name"] is None
    assert "fips" not in springfield
    assert {"Springfield, Illinois", "Springfield, Missouri"} <= set(springfield["candidates"])


def test_a_vetoed_name_is_not_listed_and_texts_are_verbatim(report, run):
    found = _read(report, run)
    assert [place["role"] for place in found] == ["scene", "scene", "affiliation"]
    assert all(TEXT[place["start"] : place["end"]] == place["text"] for place in found)


def test_the_text_is_the_article_with_its_places_marked(report, run):
    code, out, err = run("places", report, "--format", "text")
    assert (code, out) == (
        0,
        "[[AUSTIN, Texas=Austin, Texas (scene)]] — The Austin Herald says agents came to [[Springfield=? (scene)]]. "
        "A [[Chicago=Chicago, Illinois (affiliation)]]-based group waited.\n",
    )
    assert err == "3 places in 1 article\n"


def test_through_a_pipe_the_table_is_plain_and_aligned(report, run):
    _, out, _ = run("places", report)
    heading, columns, first, second, *_ = out.splitlines()
    assert heading == "herald-1"
    assert columns.split() == ["text", "place", "role", "how"]
    assert columns.index("place") == first.index("Austin, Texas", 5) == second.index("? Springfield")
    assert "more" in second


def test_an_article_without_a_date_is_no_matter(report, run):
    report.write_text(TEXT, encoding="utf-8")
    code, _, err = run("places", report)
    assert (code, err) == (0, "3 places in 1 article\n")


def test_an_article_without_places(report, run):
    report.write_text("Nothing happened.\n", encoding="utf-8")
    assert run("places", report) == (0, "", "0 places in 1 article\n")
    assert json.loads(run("places", report, "--format", "jsonl")[1]) == {"id": "report", "places": []}


def test_a_bad_article_stops_none_and_is_reported(report, run):
    (report.parent / "broken.md").write_bytes(b"---\nid: a\n---\nCaf\xe9")
    code, out, err = run("places", report.parent, "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "broken.md" in err


def test_a_missing_article_is_the_users_mistake(tmp_path, run):
    code, out, err = run("places", tmp_path / "nowhere.md")
    assert (code, out) == (2, "")
    assert "nowhere.md" in err
