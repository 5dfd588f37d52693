"""The workflows that `raidline init` writes, each step run as a stranger's runner would, without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "src" / "raidline" / "template"
WORKFLOWS = sorted(path.name for path in TEMPLATE.glob("*.yml"))
BASH, GIT = shutil.which("bash"), shutil.which("git")
OUTPUTS = {"steps.pages.outputs.base_url": "https://example.org/riverton"}
# Stands for the Python that actions/setup-python provides: raidline is there once pip was asked for it.
PYTHON = """#!/bin/sh
[ "$1 $2 $3" = "-m pip install" ] || {{ echo "unexpected: $*" >&2; exit 1; }}
shift 3
printf '%s\\n' "$@" > "{asked}"
ln -s "{raidline}" "{programs}/raidline"
"""

pytestmark = pytest.mark.skipif(not (BASH and GIT), reason="needs bash and git")


class Runner:
    """A repository with a new timeline, and a PATH without raidline."""

    def __init__(self, folder):
        self.repository, self.programs, self.asked = folder / "repository", folder / "programs", folder / "asked.txt"
        self.programs.mkdir()
        raidline = Path(sys.executable).parent / "raidline"
        python = self.programs / "python"
        python.write_text(PYTHON.format(asked=self.asked, raidline=raidline, programs=self.programs))
        python.chmod(0o755)
        for name in ("bash", "git", "ln"):
            (self.programs / name).symlink_to(shutil.which(name))
        subprocess.run([raidline, "init", self.repository], check=True, capture_output=True)
        for command in (("init", "--quiet"), ("add", "--all")):
            subprocess.run([GIT, *command], cwd=self.repository, check=True)

    def steps(self, workflow):
        text = (self.repository / ".github" / "workflows" / workflow).read_text(encoding="utf-8")
        [job] = yaml.safe_load(text)["jobs"].values()
        return job["steps"]

    def run(self, step):
        """Run a step as GitHub does, the expressions in its environment replaced by what earlier steps put out."""
        given = {
            key: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: OUTPUTS[found[1]], value)
            for key, value in step.get("env", {}).items()
        }
        assert "${{" not in step["run"]  # what steps put out is data, never part of a program
        return subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.repository,
            env={"PATH": str(self.programs), "HOME": str(self.repository), **_cache(), **given},
            capture_output=True,
            text=True,
            check=False,
        )

    def run_all(self, workflow):
        """Run the steps one after the other; the last one run is the first to fail, if one does."""
        done = None
        for step in self.steps(workflow):
            if "run" in step:
                done = self.run(step)
                if done.returncode:
                    break
        return done


def _cache():
    return {key: os.environ[key] for key in ("RAIDLINE_CACHE",) if key in os.environ}


@pytest.fixture
def runner(tmp_path):
    return Runner(tmp_path)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_every_step_of_a_new_repository_passes(workflow, runner):
    done = runner.run_all(workflow)
    assert done.returncode == 0, done.stdout + done.stderr
    # later releases of this line only: what comes after may find more mistakes in what was clean
    assert runner.asked.read_text().split() == ["--quiet", f"raidline~={version('raidline')}"]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_nothing_is_used_that_only_we_have(workflow, runner):
    used = [step["uses"] for step in runner.steps(workflow) if "uses" in step]
    assert used
    assert {name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)} == set()


def test_a_mistake_stands_beside_its_line(runner):
    events = runner.repository / "data" / "events.yaml"
    events.write_text(events.read_text().replace("Riverton, Wyoming", "Rivertown, Wyoming"))
    done = runner.run_all("check.yml")
    assert done.returncode == 1
    assert re.search(r"^::error file=data/events\.yaml,line=\d+,col=\d+,", done.stdout, re.MULTILINE)


def test_the_site_is_where_it_is_taken_from(runner):
    assert runner.run_all("publish.yml").returncode == 0
    [upload] = [step for step in runner.steps("publish.yml") if "upload" in step.get("uses", "")]
    site = runner.repository / upload["with"]["path"]
    assert (site / "index.html").exists()
    assert any("https://example.org/riverton/" in path.read_text() for path in site.rglob("*.xml"))


PAGES = [
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "action.yml", ".pre-commit-hooks.yaml", "pyproject.toml"),
    *(str(path.relative_to(ROOT)) for folder in ("docs", "fuzz", "src/raidline/template") for path in (ROOT / folder).rglob("*.*") if path.suffix in {".md", ".yml", ".yaml"}),
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_a_repository_that_nobody_has(page):
    assert not re.search(r"raidline/raidline|github\.com/raidline", (ROOT / page).read_text(encoding="utf-8"))
