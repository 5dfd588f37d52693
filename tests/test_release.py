"""What may be released, and what the workflow that releases it runs."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
mistakes = runpy.run_path(str(ROOT / "scripts" / "check_release.py"))["mistakes"]
GOOD = "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2031-05-06\n\n- More.\n\n## [1.1.0] - 2031-01-02\n\n- First.\n"


def test_a_tag_with_its_version_and_its_section_may_be_released():
    assert mistakes("v1.2.0", "1.2.0", GOOD) == []


@pytest.mark.parametrize(
    ("tag", "version", "changelog", "complaint"),
    [
        ("v1.2.1", "1.2.0", GOOD, "the tag is v1.2.1, the version in pyproject.toml 1.2.0"),
        ("1.2.0", "1.2.0", GOOD, "tag v1.2.0"),
        ("v1.3.0", "1.3.0", GOOD, "no section [1.3.0]"),
        ("v1.2.0", "1.2.0", GOOD.replace(" - 2031-05-06", ""), "has no day"),
        ("v1.2.0", "1.2.0", GOOD.replace("2031-05-06", "May"), "has no day"),
        ("v1.2.0", "1.2.0", GOOD.replace("- More.\n", ""), "names no change"),
        ("v1.2.0", "1.2.0", GOOD.replace("[Unreleased]\n", "[Unreleased]\n\n- New.\n"), "under [Unreleased]"),
    ],
)
def test_what_may_not_be_released_is_named(tag, version, changelog, complaint):
    assert any(complaint in found for found in mistakes(tag, version, changelog))


def test_the_workflow_checks_builds_and_tries_before_it_publishes():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    steps = "\n".join(step.get("run", "") for step in build["steps"])
    for script in re.findall(r"scripts/\w+\.py", steps):
        assert (ROOT / script).exists()
    assert steps.index("check_release.py") < steps.index("-m build") < steps.index("smoke_wheel.py")
    assert all("${{" not in step.get("run", "") for step in build["steps"])  # a tag's name is never part of a program
    assert publish["needs"] == "build"
    assert publish["permissions"] == {"id-token": "write"}
    assert "password" not in str(workflow)


def test_the_hooks_of_every_commit_run_what_is_installed():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repo["repo"] for repo in hooks] == ["local"]
    assert {"ruff", "ruff-format", "mypy", "docs", "raidline-check", "raidline-fmt"} == {
        hook["id"] for hook in hooks[0]["hooks"]
    }


def test_every_hook_runs_what_the_readme_installs():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks if not hook["entry"].startswith(".venv/bin/")] == []
