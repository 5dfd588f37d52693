"""Killed at random moments and at each step: every file is the old one or the new one, and the cache answers right."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "kill_writers.py"
KILLS = 50  # the script itself makes a thousand


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
def test_nothing_is_lost_half_or_wrong():
    done = subprocess.run([sys.executable, str(SCRIPT), str(KILLS)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS} kills, 0 corrupt, 0 wrong" in done.stdout
    in_time = sum(int(row) for row in re.findall(r"^\D+\d+ +(\d+) ", done.stdout, re.MULTILINE))
    assert in_time >= KILLS // 2, "so that the test can fail"
