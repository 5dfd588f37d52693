"""`raidline init` from outside: what it starts is clean, and nothing is ever overwritten."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest

from raidline.cli import init as init_command
from raidline.store.project import timeline_name
from raidline.store.schema import events_schema
from raidline.store.site import SiteInfo, read_site
from raidline.yamltext.reading import loads

FILES = {
    "data/events.yaml",
    "data/articles/valley-courier-2019-05-09.md",
    "data/events.schema.json",
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".gitignore",
    "raidline.toml",
}


def files_in(folder):
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_new_timeline_is_clean_and_can_be_shown(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("init")
    assert code == 0
    assert set(out.split()) == set(files_in(tmp_path)) == FILES
    assert "raidline check" in err
    code, out, _ = run("check")
    assert (code, [line for line in out.splitlines() if ": error: " in line]) == (0, [])
    assert run("fmt", "--check")[0] == 0
    assert "ICE arrests nine at the Riverton bus station" in run("show", "--place", "Fremont County, Wyoming")[1]
    assert "date: 2019-05-07" in run("extract", "data/articles")[1]


def test_a_folder_is_made(tmp_path, run):
    code, _, err = run("init", tmp_path / "new" / "travis")
    assert code == 0
    assert set(files_in(tmp_path / "new" / "travis")) == FILES
    assert f"cd {tmp_path / 'new' / 'travis'}" in err


def test_nothing_is_overwritten(tmp_path, run):
    run("init", tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_text("mine")
    code, out, err = run("init", tmp_path)
    assert (code, out) == (0, "")
    assert set(files_in(tmp_path).values()) == {"mine"}
    assert err.count("is left as it is") == len(FILES) - 1  # of the sample nothing is said


def test_a_timeline_that_is_there_gets_no_invented_article(tmp_path, run):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text("events:\n")
    run("init", tmp_path)
    assert set(files_in(tmp_path)) == FILES - {"data/articles/valley-courier-2019-05-09.md"}
    assert (tmp_path / "data" / "events.yaml").read_text() == "events:\n"


def test_nor_does_one_that_is_a_link_to_nowhere(tmp_path, run):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").symlink_to("gone.yaml")
    _, _, err = run("init", tmp_path)
    assert "events.yaml existed and is left as it is" in err
    assert set(files_in(tmp_path)) == FILES - {"data/events.yaml", "data/articles/valley-courier-2019-05-09.md"}


def test_the_schema_and_the_line_that_names_it(tmp_path, run):
    run("init", tmp_path)
    first = (tmp_path / "data" / "events.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=events.schema.json"
    assert json.loads((tmp_path / "data" / "events.schema.json").read_text()) == events_schema()


def test_the_commented_second_source_is_right_too(tmp_path, run):
    """Whoever takes the marks of comment away has a timeline that can be read."""
    run("init", tmp_path)
    path = tmp_path / "data" / "events.yaml"
    text = path.read_text()
    for line in ("- url:", "  publisher:", "  published:", "  says:"):
        text = text.replace(f"      # {line}", f"      {line}")
    assert len(loads(text, "x").data["events"][0]["sources"]) == 2
    path.write_text(text)
    assert run("check", path)[0] == 0


def test_the_commented_settings_are_right_too(tmp_path, run):
    run("init", tmp_path)
    path = tmp_path / "raidline.toml"
    assert read_site(path) == SiteInfo()
    path.write_text(re.sub(r"(?m)^# (?=[a-z-]+ = )", "", path.read_text()))
    (tmp_path / "about.md").write_text("A desk.\n")
    told = read_site(path)
    assert {one.name for one in fields(SiteInfo) if getattr(told, one.name) is None} == set()
    assert timeline_name(path) == "valley-watch"
    assert run("check", tmp_path / "data" / "events.yaml")[0] == 0


@pytest.mark.parametrize("settings", ["here/pyproject.toml", "raidline.toml", "here/data/raidline.toml"])
def test_settings_that_are_there_are_not_hidden(settings, tmp_path, run):
    path = tmp_path / settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        '[tool.raidline.site]\ntitle = "Ours"\n' if path.name == "pyproject.toml" else '[site]\ntitle = "Ours"\n'
    )
    run("init", tmp_path / "here")
    assert not (tmp_path / "here" / "raidline.toml").exists()
    assert read_site(tmp_path / "here" / "data" / "events.yaml").title == "Ours"


@pytest.mark.parametrize("blocked", [".", "data"])
def test_a_file_in_the_way(blocked, tmp_path, run):
    folder = tmp_path / "new"
    if blocked == ".":
        folder.write_text("")
    else:
        folder.mkdir()
        (folder / blocked).write_text("")
    code, out, err = run("init", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "file" in err or "folder" in err


@pytest.mark.parametrize("number", range(7))
def test_a_run_that_was_broken_off_is_completed_by_the_next(number, run, tmp_path, monkeypatch):
    class KilledError(Exception):
        pass

    def dying(path, text):
        made.append(path)
        if len(made) > number:
            raise KilledError
        return real(path, text)

    made, real = [], init_command._create
    with monkeypatch.context() as patch:
        patch.setattr(init_command, "_create", dying)
        with pytest.raises(KilledError):
            init_command.init(tmp_path / "new")
    assert run("init", tmp_path / "new")[0] == 0
    assert run("init", tmp_path / "whole")[0] == 0
    assert files_in(tmp_path / "new") == files_in(tmp_path / "whole")
