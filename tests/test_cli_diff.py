from __future__ import annotations

import json
import subprocess

import pytest

from samples import EVENTS

NEW = EVENTS.replace("date: 2017-01-20", "date: 2017-01-23").replace("status: planned", "status: cancelled")


def git(folder, *args):
    options = ["-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *options, *args], cwd=folder, check=True, capture_output=True)  # noqa: S607 - the one in use


@pytest.fixture
def repository(folder):
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    (folder / "data" / "events.yaml").write_text(NEW)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "two")
    return folder


TOLD = """\
~ January 23, 2017: A sheriff's policy [policy]
    moved from January 20, 2017 to January 23, 2017
~ October 2020: An operation is to start [op]
    now cancelled (was planned)
"""


def test_files(folder, run):
    (folder / "new.yaml").write_text(NEW)
    assert run("diff", "data/events.yaml", "new.yaml") == (0, TOLD, "2 changed\n")
    assert run("diff", "data", "data/events.yaml") == (0, "", "nothing changed\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("git:HEAD~1:data/events.yaml", "data/events.yaml"),
        ("git:HEAD~1:data", "git:main:data"),
        ("git:HEAD~1:./data/events.yaml", "git:HEAD:data/events.yaml"),
    ],
)
def test_revisions(old, new, repository, run):
    assert run("diff", old, new) == (0, TOLD, "2 changed\n")


def test_a_revision_from_a_folder_below(repository, run, monkeypatch):
    monkeypatch.chdir(repository / "data")
    assert run("diff", "git:HEAD~1:events.yaml", "events.yaml")[1] == TOLD


def test_a_folder_that_is_gone(repository, run):
    git(repository, "mv", "data", "elsewhere")
    assert run("diff", "git:HEAD~1:data", "elsewhere")[1] == TOLD


def test_formats_and_output(repository, run):
    code, out, _ = run("diff", "git:HEAD~1:data", "data", "--format", "json")
    assert [one["id"] for one in json.loads(out)] == ["policy", "op"]
    code, out, _ = run("diff", "git:HEAD~1:data", "data", "-f", "md", "-o", "CHANGES.md")
    assert (code, out) == (0, "")
    assert (repository / "CHANGES.md").read_text().startswith("# Changes to the timeline\n\n## Changed\n")


def test_events_with_mistakes_are_told(folder, run):
    (folder / "new.yaml").write_text(NEW.replace("kind: policy", "kind: polcy"))
    code, out, err = run("diff", "data", "new.yaml")
    assert code == 1
    assert "- January 20, 2017: A sheriff's policy [policy]" in out
    assert "events with mistakes were not compared" in err


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("git:nothing:data", "git knows no revision 'nothing'"),
        ("git:--output=x:data", "git knows no revision"),
        ("git:HEAD:nowhere", "there is no nowhere in revision HEAD"),
        ("git:HEAD", "write git:REVISION:PATH"),
        ("git::data", "write git:REVISION:PATH"),
        ("nowhere.yaml", "there is no file or folder nowhere.yaml"),
    ],
)
def test_misuse(old, words, repository, run):
    code, out, err = run("diff", old, "data")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_without_a_repository_or_git(folder, run, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    code, _, err = run("diff", "git:HEAD:data", "data")
    assert (code, err) == (2, f"error: {folder} is not in a git repository\n")
    monkeypatch.setenv("PATH", str(folder))
    code, _, err = run("diff", "git:HEAD:data", "data")
    assert (code, "git is not installed" in err) == (2, True)


def test_too_large_at_a_revision(repository, run, monkeypatch):
    monkeypatch.setattr("raidline.yamltext.reading.LARGEST", 10)
    code, _, err = run("diff", "git:HEAD:data", "git:HEAD:data")
    assert (code, "is too large" in err) == (2, True)


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("c.md", (), "# Changes"),
        ("c.json", (), "[\n"),
        ("c.txt", (), "~ "),
        ("c.md", ("--format", "text"), "~ "),
        ("c.txt", ("--format", "json"), "[\n"),
    ],
)
def test_the_name_of_the_output_says_its_format(name, options, begins, repository, run):
    assert run("diff", "git:HEAD~1:data", "data", "-o", name, *options)[0] == 0
    assert (repository / name).read_text(encoding="utf-8").startswith(begins)
