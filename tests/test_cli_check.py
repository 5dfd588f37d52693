from __future__ import annotations

import json

import pytest

from samples import EVENTS

BROKEN = EVENTS.replace("date: 2020-10", "date: 2020-10-32").replace("Agents came.", "Nobody came.")


def test_a_clean_timeline(folder, run):
    assert run("check") == (0, "", "3 events checked: no problems\n")
    assert run("check", "data/events.yaml")[0] == 0
    assert run("check", "data")[0] == 0


def test_text_has_a_line_a_problem(folder, run):
    (folder / "data" / "events.yaml").write_text(BROKEN)
    code, out, err = run("check")
    assert code == 1
    assert "data/events.yaml:22:11: error: date: 2020-10-32: October 2020 has 31 days" in out
    assert "data/events.yaml:10:16: error: " in out
    assert out.count("\n") == 2
    assert err == "2 events checked: 2 errors\n"


def test_github(folder, run):
    (folder / "data" / "events.yaml").write_text(BROKEN)
    code, out, _ = run("check", "--format", "github")
    assert code == 1
    assert "::error file=data/events.yaml,line=22,col=11,title=" in out
    assert out.count("\n") == out.count("::error ") == 2


def test_json(folder, run):
    assert json.loads(run("check", "--format", "json")[1]) == []
    (folder / "data" / "events.yaml").write_text(BROKEN)
    code, out, _ = run("check", "--format", "json")
    assert code == 1
    assert {(problem["line"], problem["column"]) for problem in json.loads(out)} == {(22, 11), (10, 16)}


def test_articles_elsewhere(folder, run):
    (folder / "data" / "articles").rename(folder / "kept")
    assert run("check")[0] == 1
    assert run("check", "--articles", "kept")[0] == 0


@pytest.mark.parametrize("args", [["nowhere.yaml"], ["--format", "sarif"], ["--articles", "nowhere"]])
def test_misuse(args, folder, run):
    code, out, err = run("check", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_shipped_record_is_clean(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    assert run("check")[0] == 0


@pytest.mark.parametrize("name", ["empty.yaml", "binary.yaml"])
def test_files_that_are_no_timeline(name, folder, run):
    path = folder / name
    path.write_bytes(b"" if name == "empty.yaml" else b"\x00\xff")
    code, out, _ = run("check", path)
    assert code == 1
    assert out.startswith(str(path))
