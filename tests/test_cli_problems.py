"""On a corpus a kind of warning is told ten times and counted after that; errors are all told, and a file lists all."""

from __future__ import annotations

import pytest

UNDATED = "ICE agents arrested nine people in Riverton, Wyoming, on Monday. The mayor spoke on Tuesday."


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved").mkdir()
    for n in range(30):
        (tmp_path / "saved" / f"a{n:02}.md").write_text(UNDATED)
    for n in range(12):
        (tmp_path / "saved" / f"b{n:02}.md").write_bytes(b"\xff")
    (tmp_path / "saved" / "c.md").write_text(f"---\ntitel: x\npublished: 2017-03-24\n---\n{UNDATED}")
    return tmp_path


@pytest.mark.parametrize(
    "command", [["extract", "--no-merge"], ["extract", "--jobs", "2"], ["extract", "-o", "x.yaml"], ["dates"]]
)
def test_ten_warnings_of_a_kind_are_told_and_the_others_counted(corpus, run, command):
    code, _, err = run(*command, "saved", "--report", "all.txt")
    assert code == 1
    assert err.count("[no-anchor]\n") == 10
    assert "20 more warnings of [no-anchor]; all.txt lists all" in err
    assert err.count("[encoding]\n") == 12, "errors are told one by one"
    assert err.count("[unknown-key]\n") == 1
    assert "more warnings of [unknown-key]" not in err
    listed = (corpus / "all.txt").read_text()
    assert listed.count("[no-anchor]\n") == 30
    assert listed.count("[encoding]\n") == 12
    if command[0] == "extract":
        assert err.count("[undated]\n") == 10
        assert listed.count("2 dates unresolved, no day of publication; see --published [undated]\n") == 30


def test_without_a_report_the_option_is_named(corpus, run):
    _, _, err = run("extract", "saved")
    assert "20 more warnings of [no-anchor]; --report FILE lists all" in err
    _, _, err = run("extract", "saved", "--published", "2017-03-24")
    assert "more warning" not in err


def test_places_need_no_day_and_a_report_may_be_empty(corpus, run):
    for path in (corpus / "saved").glob("b*"):
        path.unlink()
    code, _, err = run("places", "saved", "--report", "all.txt")
    assert code == 0
    assert "no-anchor" not in err
    assert (corpus / "all.txt").read_text().count("\n") == 1
