"""What the README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from raidline.yamltext.reading import loads

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_first_output_is_that_of_the_first_command(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # away from the checkout: the shipped record
    assert '--place "Travis County"' in blocks("sh")[0]
    assert blocks("text")[0] == run("show", "--place", "Travis County")[1]


def test_the_sample_report_gives_the_sample_event(run, tmp_path):
    report = tmp_path / "report.md"
    report.write_text(blocks("markdown")[0], encoding="utf-8")
    shown = loads(blocks("yaml")[0], "README.md").data["events"][0]
    told = loads(run("extract", str(report))[1], "stdout").data["events"][0]
    assert {key: told[key] for key in shown} == shown


def test_commands_of_the_table_exist(run):
    for command in re.findall(r"`raidline ([a-z]+)", README):
        assert run(command, "--help")[0] == 0


def test_the_python_sample_runs(tmp_path, monkeypatch, capsys):
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "report.md").write_text(blocks("markdown")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(blocks("python")[0], "README.md", "exec"), {})  # noqa: S102 - our own README
    assert "2019-05-07" in capsys.readouterr().out


def test_the_sample_report_stands_beside_what_init_writes(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    report = tmp_path / "data" / "articles" / "report.md"
    report.parent.mkdir(parents=True)
    report.write_text(blocks("markdown")[0], encoding="utf-8")
    assert run("init")[0] == 0
    assert run("extract", "data/articles/report.md", "-o", "candidates.yaml")[0] == 0
    assert run("check")[0] == 0
