"""`raidline extract` from outside: what it prints where, with which exit code, also on bad input."""

from __future__ import annotations

import json

import pytest

REPORT = """---
id: herald-1
title: Nine held
publisher: Riverton Herald
published: 2031-05-09
---
ICE agents arrested nine people in Austin on Tuesday. The mayor of Austin condemned the raid on Wednesday.
"""
KEYS = {"article", "date", "earliest", "latest", "date_text", "kind", "status", "title", "places", "quote", "start",
        "end", "counts", "attribution", "salience"}  # fmt: skip


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_lines_have_all_keys_and_verbatim_quotes(report, run):
    code, out, err = run("extract", str(report), "--no-merge", "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    text = REPORT.split("---\n", 2)[2]
    assert code == 0
    assert [line["date"] for line in lines] == ["2031-05-06", "2031-05-07"]
    assert all(line.keys() >= KEYS for line in lines)
    assert all(text[line["start"] : line["end"]] == line["quote"] for line in lines)
    assert lines[0]["counts"] == {"arrested": "9"}
    assert "2 candidates in 1 article" in err


def test_it_is_said_that_something_was_left_out(report, run):
    assert "--explain" not in run("extract", str(report))[2]
    with report.open("a", encoding="utf-8") as file:
        file.write("\nProtest at the County Jail, May 3, 2031\n")
    _, out, err = run("extract", str(report))
    assert err.endswith("1 mention of a date made no event; --explain says which, and why\n")
    code, explained, why = run("extract", str(report), "--explain")
    assert (code, explained) == (0, out)
    assert "'May 3, 2031' is in a menu, a list or a heading" in why
    assert "made no event" not in why


@pytest.mark.parametrize("merged", [(), ("--no-merge",)])
def test_nothing_in_json_lines_acts_on_a_terminal(merged, report, run):
    report.write_text(REPORT.replace("nine people", "nine \u202epeople \x9b31m").replace("Riverton", "River\u202eton"))
    _, out, _ = run("extract", str(report), "--format", "jsonl", *merged)
    assert "\\u202epeople \\u009b31m" in out
    assert not set(out) & {"\u202e", "\x9b"}


def test_yaml_is_a_timeline_that_check_accepts(report, tmp_path, run):
    code, out, _ = run("extract", str(report))
    candidates = tmp_path / "candidates.yaml"
    candidates.write_text(out, encoding="utf-8")
    assert code == 0
    assert run("check", str(candidates), "--articles", str(tmp_path), "--today", "2031-06-01")[0] == 0


def test_merged_json_lines_name_their_sources(report, run):
    (report.parent / "second.md").write_text(
        REPORT.replace("herald-1", "courier-1")
        .replace("Riverton Herald", "Valley Courier")
        .replace("ICE agents arrested", "Agents of ICE arrested"),
        encoding="utf-8",
    )
    _, out, err = run("extract", str(report.parent), "--format", "jsonl")
    assert f"{len(out.splitlines())} candidates, of 4 reports, in 2 articles\n" in err  # as many as there are lines
    assert (
        "\n4 candidates in 2 articles\n"
        in f"\n{run('extract', str(report.parent), '--no-merge', '--format', 'jsonl')[2]}"
    )
    first = json.loads(out.splitlines()[0])
    assert first["corroboration"] == 2
    assert [source["publisher"] for source in first["sources"]] == ["Valley Courier", "Riverton Herald"]
    assert first["conflicts"] == []


def test_a_report_without_a_day_of_publication_is_never_guessed_at(report, run):
    report.write_text(REPORT.replace("published: 2031-05-09\n", ""), encoding="utf-8")
    code, out, err = run("extract", str(report), "--format", "jsonl")
    assert (code, out) == (0, "")
    assert "2 dates unresolved" in err
    assert "--published" in err


def test_the_day_of_publication_can_be_given(report, run):
    report.write_text(REPORT.replace("published: 2031-05-09\n", ""), encoding="utf-8")
    code, out, err = run("extract", str(report), "--format", "jsonl", "--published", "2031-05-09")
    assert code == 0
    assert json.loads(out.splitlines()[0])["date"] == "2031-05-06"
    assert "unresolved" not in err


@pytest.mark.parametrize("day", ["2031-02-30", "2031-05", "tuesday"])
def test_a_day_that_is_none_is_refused(day, report, run):
    code, out, err = run("extract", str(report), "--published", day)
    assert (code, out) == (2, "")
    assert day in err


def test_explain_tells_what_was_left_out(report, run):
    report.write_text(REPORT + "It was a fine Monday.\n", encoding="utf-8")
    assert "no act is named beside 'Monday'" in run("extract", str(report), "--explain")[2]


BAD = {
    "binary.md": b"\x00\x01\x02---",
    "latin.md": "---\nid: a\n---\nCaf\xe9".encode("latin-1"),
    "broken.jsonl": b'{"id": "a", "text": \n',
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_article_stops_none_and_is_reported(name, report, run):
    (report.parent / name).write_bytes(BAD[name])
    code, out, err = run("extract", str(report.parent), "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 2
    assert name in err
    assert "Traceback" not in err


def test_a_missing_article_is_the_users_mistake(tmp_path, run):
    code, out, err = run("extract", str(tmp_path / "nowhere.md"))
    assert (code, out) == (2, "")
    assert "nowhere.md" in err


@pytest.mark.parametrize(
    ("name", "options", "lines"),
    [
        ("c.jsonl", (), True),
        ("c.ndjson", (), True),
        ("c.yaml", (), False),
        ("c", (), False),
        ("c.jsonl", ("--format", "yaml"), False),
        ("c.yaml", ("--format", "jsonl"), True),
    ],
)
def test_the_name_of_the_output_says_its_format(report, tmp_path, run, name, options, lines):
    assert run("extract", str(report), "-o", str(tmp_path / name), *options)[0] == 0
    first = (tmp_path / name).read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("{" if lines else "# Candidates found by a machine")


SPANISH = """---
id: voz-1
publisher: La Voz
published: 2031-05-09
---
RIVERTON — El jueves por la mañana, agentes del ICE entraron en la panadería y detuvieron a nueve trabajadores, según el sindicato.

El alcalde dijo ayer que la ciudad no fue avisada de la redada y que pedirá una explicación al gobierno federal.
"""


@pytest.mark.parametrize("options", [(), ("--explain",), ("--no-merge", "--format", "jsonl"), ("--jobs", "2")])
def test_a_report_in_another_language_is_not_passed_over_in_silence(options, report, run):
    other = report.with_name("voz.md")
    other.write_text(SPANISH, encoding="utf-8")
    code, out, err = run("extract", str(report), str(other), *options)
    assert code == 1
    assert f"{other}: error: not in English; what it says of dated acts is not read [not-english]\n" in err
    assert "herald-1" in out
    assert f"{report}: error" not in err


def test_a_resumed_run_still_says_so(report, tmp_path, run):
    report.write_text(SPANISH, encoding="utf-8")
    for options in ((), ("--resume",)):
        code, _, err = run("extract", str(report), "-o", str(tmp_path / "found.yaml"), *options)
        assert (code, err.count("[not-english]")) == (1, 1)
