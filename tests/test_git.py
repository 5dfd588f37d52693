"""Old versions out of git: what git cannot tell is never "nothing changed", and no repository's settings run or fetch."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from raidline.errors import RaidlineError
from raidline.files.git import changed_files, commit_of, content_at, files_at
from samples import ARTICLE, EVENTS

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
BROKEN = ARTICLE.replace("Agents came.", "Officers came.")
DIFF = ["diff", "git:HEAD:data/events.yaml", "data/events.yaml"]


def git(folder, *args, **environment):
    identity = ["-c", "user.name=A Curator", "-c", "user.email=curator@example.org"]
    subprocess.run(
        ["git", *identity, *args],  # noqa: S607 - the one in use
        cwd=folder,
        check=True,
        capture_output=True,
        env=os.environ | environment,
    )


def committed(folder):
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")


@pytest.fixture
def repository(folder):
    committed(folder)
    return folder


@pytest.fixture
def article(repository):
    return repository / "data" / "articles" / "star.md"


def quotes_found_broken(run, *more):
    code, out, err = run("check", "--since", "HEAD", *more)
    return code, out.count("[quote-not-found]"), err


def test_nothing_changed_and_an_article_did(article, run):
    assert quotes_found_broken(run)[1:] == (0, "3 events checked: no problems\n")
    article.write_text(BROKEN)
    code, found, err = quotes_found_broken(run)
    assert (code, found, "count as changed" in err) == (1, 1, False)


def test_articles_outside_the_repository(repository, tmp_path_factory, run):
    kept = tmp_path_factory.mktemp("elsewhere")
    (kept / "star.md").write_text(BROKEN)
    code, found, err = quotes_found_broken(run, "--articles", kept)
    assert (code, found) == (1, 1)
    assert f"all articles in {kept} count as changed" in err


def test_articles_in_a_repository_of_their_own(folder, run):
    articles = folder / "data" / "articles"
    (articles / "star.md").write_text(BROKEN)
    (folder / ".gitignore").write_text("articles/\n")
    committed(articles)
    committed(folder)
    code, found, err = quotes_found_broken(run)
    assert (code, found) == (1, 1)
    assert "all articles in data/articles count as changed" in err


def test_a_damaged_index_changes_nothing(article, repository, run):
    article.write_text(BROKEN)
    (repository / ".git" / "index").write_bytes(b"DIRC broken")
    assert quotes_found_broken(run)[:2] == (1, 1)


@pytest.mark.parametrize("part", ["articles", "events.yaml"])
def test_a_missing_object_is_not_a_missing_path(part, article, repository, run):
    article.write_text(BROKEN)
    found = subprocess.run(
        ["git", "rev-parse", "HEAD:data/articles" if part == "articles" else "HEAD:data/events.yaml"],  # noqa: S607
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    (repository / ".git" / "objects" / found[:2] / found[2:]).unlink()
    code, broken, err = quotes_found_broken(run)
    assert (code, broken) == (1, 1)
    assert "count as changed" in err
    if part == "events.yaml":
        code, out, err = run(*DIFF)
        assert (code, out) == (2, "")
        assert "data/events.yaml in revision HEAD is not in this clone" in err


def test_the_line_ends_of_windows_are_no_change(article, repository):
    article.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    commit = commit_of("HEAD", repository)
    assert changed_files(commit, article.parent, [article]) == set()
    new = article.with_name("new.md")
    new.write_text("x")
    assert changed_files(commit, article.parent, [article, new]) == {new}
    assert changed_files(commit, article.parent, [article.with_name("gone.md")]) == {article.with_name("gone.md")}


def test_a_path_is_taken_by_its_letters(repository):
    commit = commit_of("HEAD", repository)
    assert content_at(commit, repository / "data" / "events.yaml") == EVENTS.encode()
    assert content_at(commit, repository / "data" / "event?.yaml") is None
    assert content_at(commit, repository / "data" / "articles") is None
    for name in ("data/*.yaml", ":(icase)DATA", "data/event"):
        with pytest.raises(RaidlineError, match="there is no"):
            files_at("HEAD", Path(name), suffixes={".yaml"}, most=1000)


HOSTILE = {
    "a monitor": ["core.fsmonitor", "{program}"],
    "a filter": ["filter.x.clean", "{program}"],
    "a filter that stays": ["filter.x.process", "{program}"],
    "a text of binaries": ["diff.x.textconv", "{program}"],
    "a comparer": ["diff.external", "{program}"],
    "hooks": ["core.hooksPath", "{folder}"],
    "a pager": ["core.pager", "{program}"],
    "an editor": ["core.editor", "{program}"],
    "an alias": ["alias.ls-tree", "!{program}"],
}


@pytest.mark.parametrize("setting", HOSTILE)
def test_no_program_that_a_repository_names_is_run(setting, article, repository, run):
    program, ran = repository / "program", repository / "ran"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\ncat\n")
    program.chmod(0o755)
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        (repository / hook).symlink_to(program)
    name, value = HOSTILE[setting]
    git(repository, "config", name, value.format(program=program, folder=repository))
    (repository / ".gitattributes").write_text("* filter=x diff=x\n")
    article.write_text(BROKEN)
    os.utime(repository / "data" / "events.yaml")  # so that the index is out of date
    assert quotes_found_broken(run)[:2] == (1, 1)
    assert run(*DIFF)[0] == 0
    assert not ran.exists()


@pytest.mark.parametrize("without", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_nothing(without, repository, tmp_path_factory, monkeypatch, run):
    """Its remote would run a program, as a stranger's settings may say, or hang for want of a network."""
    ran, clone = repository / "ran", tmp_path_factory.mktemp("clone") / "clone"
    program = repository / "program"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\nexit 1\n")
    program.chmod(0o755)
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository, "clone", "-q", "--no-checkout", f"--filter={without}", f"file://{repository}", str(clone))
    git(clone, "config", "remote.origin.uploadpack", str(program))
    git(clone, "config", "core.sshCommand", str(program))
    git(clone, "config", "protocol.ext.allow", "always")
    shutil.copytree(repository / "data", clone / "data")
    monkeypatch.chdir(clone)
    for address in (f"file://{repository}", f"ext::{program}", "ssh://git@example.invalid/x"):
        git(clone, "config", "remote.origin.url", address)
        code, out, err = run(*DIFF)
        assert (code, out) == (2, "")
        assert "is not in this clone" in err or "git cannot tell" in err
        (clone / "data" / "articles" / "star.md").write_text(BROKEN)
        code, found, err = quotes_found_broken(run)
        assert (code, found) == (1, 1)
        assert "count as changed" in err
    assert not ran.exists()
