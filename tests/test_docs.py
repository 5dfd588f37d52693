"""What the pages under docs/ say is so: generated ones are fresh, and every command of the tutorial is run."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from raidline.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
BASH = shutil.which("bash")
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
BUILD = runpy.run_path(str(ROOT / "scripts" / "build_docs.py"))
# A block of commands with the keys to press in it, or a block of what the last commands print.
BLOCK = re.compile(
    r"(?:<!-- keys: (?P<keys>.*?) -->\n)?^```(?P<kind>sh|text)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)?(?:#([^)]+))?\)")


def test_generated_pages_are_fresh():
    pages = list(BUILD["all_pages"]())
    assert {path.name for path, _ in pages} >= {"commands.md", "yaml.md"}
    for path, text in pages:  # lines may be broken otherwise by another version of the library
        assert path.read_text(encoding="utf-8").split() == text.split(), "run scripts/build_docs.py"


def test_every_command_has_its_help():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        name = command.name or command.callback.__name__
        assert f"\n## raidline {name}\n\n```text\nUsage: raidline {name} " in page


def test_the_help_of_a_command_that_changed_is_noticed(monkeypatch):
    monkeypatch.setattr(import_module("raidline.cli.show").show, "__doc__", "Something else.")
    assert "Something else." in dict(BUILD["all_pages"]())[ROOT / "docs" / "commands.md"]


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_links_lead_somewhere(page):
    for file, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / file if file else page
        assert target.exists(), f"{page}: {file}"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def matches(shown, printed):
    """Whether what is shown is what is printed; `...` stands for anything."""
    pattern = re.escape(shown.strip()).replace(re.escape("..."), "(?:.|\n)*?")
    return re.search(rf"(?m)^{pattern}\s*$", printed) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "x\na\nb\ny\n", True),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("a, ...\n", "a, b\n", True),
        ("a\n", "ab\n", False),
        ("b\na\n", "a\nb\n", False),
    ],
)
def test_the_comparison_itself(shown, printed, same):
    assert matches(shown, printed) is same


@pytest.mark.slow
@pytest.mark.skipif(BASH is None, reason="the tutorial is written for a Unix shell")
def test_every_command_of_the_tutorial_does_what_is_shown(tmp_path):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    folder, printed, compared = tmp_path, "", 0
    for block in BLOCK.finditer(TUTORIAL):
        if block["kind"] == "text":
            assert matches(block["body"], printed), f"{block['body']}\nis not in what is printed:\n{printed}"
            compared += 1
            continue
        done = subprocess.run(
            [BASH, "-euo", "pipefail", "-c", f"{block['body']}\npwd >&2"],
            input="".join(f"{key}\n" for key in (block["keys"] or "").split(" | ")),
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        *talk, here = done.stderr.splitlines()
        folder, printed = Path(here), done.stdout + "\n".join(talk)
    assert compared >= 8
    assert (folder / "fremont.ics").read_text().startswith("BEGIN:VCALENDAR")
