from __future__ import annotations

import pytest

from samples import EVENTS


def test_a_file_is_put_in_order(folder, run):
    path = folder / "data" / "events.yaml"
    path.write_text("# kept\n" + EVENTS)
    code, out, err = run("fmt")
    assert (code, out) == (0, "")
    assert err == "data/events.yaml: put in order\n1 file: put in order\n"
    written = path.read_text()
    assert written.startswith("# kept\nevents:\n  - id: policy\n")
    assert run("fmt") == (0, "", "1 file: in order\n")
    assert path.read_text() == written
    assert run("check")[0] == 0


def test_check_shows_what_would_change(folder, run):
    path = folder / "data" / "events.yaml"
    code, out, err = run("fmt", "--check", "data")
    assert code == 1
    assert out.startswith("--- data/events.yaml\n+++ data/events.yaml (in order)\n@@ -1,")
    assert "\n-    sources: [{article: star}]\n" in out
    assert err == "1 file: to be put in order\n"
    assert path.read_text() == EVENTS
    run("fmt")
    assert run("fmt", "--check") == (0, "", "1 file: in order\n")


def test_files_with_mistakes_are_left_alone(folder, run):
    path, other = folder / "data" / "events.yaml", folder / "data" / "other.yaml"
    broken = EVENTS.replace("date: 2020-10", "date: 2020-13")
    path.write_text(broken)
    other.write_text(EVENTS)
    code, out, err = run("fmt", "data")
    assert (code, out) == (1, "")
    assert path.read_text() == broken
    assert other.read_text() != EVENTS
    assert "2 files: 1 put in order, 1 mistake\n" in err
    assert "data/events.yaml:22:11: error: date: 2020-13" in err


@pytest.mark.parametrize("args", [["nowhere.yaml"], ["empty"]])
def test_misuse(args, folder, run):
    (folder / "empty").mkdir()
    code, out, err = run("fmt", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_what_comes_with_raidline_is_never_written(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("fmt")
    assert code == 2
    assert "there is no timeline" in err
