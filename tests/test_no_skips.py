"""`pytest --no-skips`, as CI runs it: a test that was left out has failed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SKIPPED = """
import pytest
def test_runs(): pass
def test_skipped_inside(): pytest.skip("no browser")
@pytest.mark.skipif(True, reason="no node")
def test_skipped_from_outside(): pass
@pytest.mark.xfail
def test_known_to_fail(): assert False
"""
ABSENT = """
import pytest
pytest.importorskip("a_package_that_nobody_has")
"""


@pytest.mark.parametrize(
    ("options", "outcomes", "code"),
    [
        ([], {"1 passed", "3 skipped", "1 xfailed"}, 0),
        (["--no-skips"], {"1 passed", "1 failed", "1 xfailed", "2 error"}, 1),
    ],
)
def test_what_is_skipped_has_failed(options, outcomes, code, tmp_path):
    (tmp_path / "test_some.py").write_text(SKIPPED)
    (tmp_path / "test_absent.py").write_text(ABSENT)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "conftest",
        "-p",
        "no:cacheprovider",
        "--continue-on-collection-errors",
    ]
    environment = {**os.environ, "PYTHONPATH": str(TESTS), "PYTEST_ADDOPTS": ""}
    done = subprocess.run(
        [*command, *options, tmp_path], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert set(re.findall(r"\d+ (?:passed|failed|skipped|xfailed|error)", done.stdout.splitlines()[-1])) == outcomes
    assert done.returncode == code
    for reason in ("no browser", "no node", "could not import 'a_package_that_nobody_has'"):
        assert (f"not to be skipped here: Skipped: {reason}" in done.stdout) is bool(code)
