"""What other repositories run: the pre-commit hooks and the GitHub Action, each tried for real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from raidline.cli.app import app
from samples import ARTICLE, EVENTS

ROOT = Path(__file__).resolve().parents[1]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
PROGRAMS = Path(sys.executable).parent
BROKEN = EVENTS.replace("2020-10", "2020-13")

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def call(*command, folder, **environment):
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_hook_and_step_names_a_command_that_exists():
    commands = {command.name for command in app.registered_commands}
    runs = [hook["entry"] for hook in HOOKS] + [step["run"] for step in STEPS.values()]
    named = {word for run in runs for word in re.findall(r"\braidline ([a-z]+)", run)}
    assert named == {"check", "fmt"}
    assert named <= commands


@pytest.fixture
def repository(folder):
    """A newsroom's repository that uses the hooks, as commands of this machine: installing them needs a network."""
    (folder / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook | {"language": "system"} for hook in HOOKS]}]})
    )
    call("git", "init", "--quiet", folder=folder)
    call("git", "add", "--all", folder=folder)
    return folder


def commit_checks(folder, *, every=True):
    return call(
        PROGRAMS / "pre-commit",
        "run",
        *(["--all-files"] if every else []),
        "--verbose",
        folder=folder,
        PRE_COMMIT_HOME=str(folder / ".cache"),
        PRE_COMMIT_COLOR="never",
    )


def test_the_hooks_are_what_pre_commit_expects():
    done = call(PROGRAMS / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", folder=ROOT)
    assert (done.returncode, done.stdout) == (0, "")


@needs_git
@pytest.mark.slow
def test_hooks_pass_a_timeline_that_is_clean_and_in_order(repository):
    call("raidline", "fmt", "data/events.yaml", folder=repository)
    call("git", "add", "--all", folder=repository)
    done = commit_checks(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"raidline check\.+Passed", done.stdout)
    assert re.search(r"raidline fmt\.+Passed", done.stdout)


@needs_git
@pytest.mark.slow
def test_hooks_stop_a_mistake_and_put_in_order(repository):
    (repository / "data" / "events.yaml").write_text(BROKEN)
    done = commit_checks(repository)
    assert done.returncode == 1
    assert re.search(r"raidline check\.+Failed", done.stdout)
    assert "data/events.yaml:22:11: error: " in done.stdout
    (repository / "data" / "events.yaml").write_text(EVENTS)  # right, but not in order of date
    done = commit_checks(repository)
    assert re.search(r"raidline check\.+Passed", done.stdout)
    assert re.search(r"raidline fmt\.+Failed", done.stdout)
    assert "- files were modified by this hook" in done.stdout
    assert commit_checks(repository).returncode == 0


@needs_git
@pytest.mark.slow
def test_hooks_leave_other_files_alone_and_refuse_where_there_is_no_timeline(repository):
    other = repository / "data" / "other.yaml"
    other.write_text("a: [\n")
    call("raidline", "fmt", "data/events.yaml", folder=repository)
    call("git", "add", "--all", folder=repository)
    assert commit_checks(repository).returncode == 0
    assert other.read_text() == "a: [\n"
    (repository / "data" / "events.yaml").unlink()
    done = commit_checks(repository)
    assert done.returncode == 1
    assert "there is no timeline" in done.stdout


@needs_git
@pytest.mark.slow
@pytest.mark.parametrize("removed", [False, True])
def test_hooks_run_where_only_an_article_changed(removed, repository):
    call("raidline", "fmt", "data/events.yaml", folder=repository)
    call("git", "add", "--all", folder=repository)
    identity = ("-c", "user.name=A Curator", "-c", "user.email=curator@example.org")
    call("git", *identity, "commit", "--quiet", "--no-verify", "-m", "Begin", folder=repository)
    article = repository / "data" / "articles" / "star.md"
    if removed:
        article.unlink()
    else:
        article.write_text(ARTICLE.replace("Agents came.", "Officers came."))
    call("git", "add", "--all", folder=repository)
    done = commit_checks(repository, every=False)
    assert done.returncode == 1
    assert ("[article-missing]" if removed else "[quote-not-found]") in done.stdout


@needs_git
@pytest.mark.slow
def test_hooks_cover_the_timelines_that_their_settings_name(repository):
    (repository / "timelines").mkdir()
    (repository / "data" / "events.yaml").rename(repository / "timelines" / "travis.yaml")
    settings = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text())
    for hook in settings["repos"][0]["hooks"]:
        hook["args"] = ["timelines/"] + (["--articles", "data/articles"] if hook["id"] == "raidline-check" else [])
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    call("git", "add", "--all", folder=repository)
    done = commit_checks(repository)
    assert re.search(r"raidline check\.+Passed", done.stdout)
    assert "timelines/travis.yaml: put in order" in done.stdout
    (repository / "timelines" / "travis.yaml").write_text(BROKEN)
    assert "timelines/travis.yaml:22:11: error: " in commit_checks(repository).stdout


@needs_git
@pytest.mark.slow
def test_the_hooks_of_the_tutorial_are_these_ones(repository):
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^```yaml\n(repos:\n.*?)^```$", tutorial, re.DOTALL | re.MULTILINE)
    [hooks] = yaml.safe_load(block)["repos"]
    same = ("id", "name", "entry", "always_run", "pass_filenames", "require_serial")
    assert [[hook.get(key) for key in same] for hook in hooks["hooks"]] == [
        [hook.get(key) for key in same] for hook in HOOKS
    ]
    (repository / ".pre-commit-config.yaml").write_text(block)
    done = commit_checks(repository)
    assert re.search(r"raidline check\.+Passed", done.stdout), done.stdout + done.stderr


def run_step(name, folder, **inputs):
    """Run a step as GitHub does, the expressions in its environment replaced by the inputs."""
    step = STEPS[name]
    given = {f"inputs.{key}": value["default"] for key, value in ACTION["inputs"].items()}
    given |= {f"inputs.{key}": value for key, value in inputs.items()} | {"github.action_path": str(ROOT)}
    environment = {
        key: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: given[found[1]], value)
        for key, value in step["env"].items()
    }
    assert "${{" not in step["run"]  # an input is data, never part of a program
    (folder / "step.sh").write_text(step["run"])
    return call("bash", "--noprofile", "--norc", "-eo", "pipefail", "step.sh", folder=folder, **environment)


@needs_bash
@pytest.mark.slow
def test_the_action_passes_a_clean_timeline_and_marks_the_lines_of_a_broken_one(folder):
    done = run_step("Check the timeline", folder)
    assert (done.returncode, done.stdout.count("::error ")) == (0, 0)
    (folder / "data" / "events.yaml").write_text(BROKEN)
    done = run_step("Check the timeline", folder)
    assert done.returncode == 1
    assert "::error file=data/events.yaml,line=22,col=11," in done.stdout


@needs_bash
@pytest.mark.slow
def test_the_action_takes_several_paths_and_odd_names(folder):
    (folder / "more events").mkdir()
    (folder / "more events" / "$(touch owned) 'x'.yaml").write_text(BROKEN)
    (folder / "kept").mkdir()
    (folder / "kept" / "star.md").write_text(ARTICLE)
    paths = "data/events.yaml\n\n  more events/$(touch owned) 'x'.yaml  \n"
    done = run_step("Check the timeline", folder, paths=paths, articles="kept")
    assert done.returncode == 1
    assert "::error file=more events/$(touch owned) 'x'.yaml,line=22,col=11," in done.stdout
    assert "file=data/events.yaml" in done.stdout
    assert not (folder / "owned").exists()


@needs_bash
@pytest.mark.slow
def test_the_action_can_ask_for_order(folder):
    assert STEPS["Check its form"]["if"] == "inputs.format == 'true'"
    assert run_step("Check its form", folder).returncode == 1
    call("raidline", "fmt", "data/events.yaml", folder=folder)
    assert run_step("Check its form", folder).returncode == 0


@needs_bash
@pytest.mark.slow
def test_the_action_installs_this_very_checkout(tmp_path):
    made = call(sys.executable, "-m", "venv", tmp_path / "venv", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    programs = tmp_path / "venv" / "bin"
    environment = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    reachable = call(programs / "pip", "download", "--quiet", "--no-deps", "hatchling", folder=tmp_path, **environment)
    if reachable.returncode:
        pytest.skip("no package index can be reached to build with")
    STEPS["Install raidline"]["env"] |= environment
    done = run_step("Install raidline", tmp_path)
    assert done.returncode == 0, done.stderr
    shown = call(programs / "raidline", "show", "--place", "Travis County", folder=tmp_path)
    assert shown.stdout.startswith("Travis County, Texas\n")
    assert call(programs / "raidline", "init", folder=tmp_path).stdout.startswith("data/events.yaml\n")
