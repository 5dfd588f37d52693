"""Try a wheel as a newcomer would: install it into a new environment, start a timeline, check it, show the record.

Usage: python scripts/smoke_wheel.py dist/raidline-1.2.0-py3-none-any.whl. Exits at the first failure.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path


def commands(raidline: Path, folder: Path) -> list[tuple[list[str], Path]]:
    """Return the commands to run, each with its folder; the last two use the shipped record."""
    timeline, empty = folder / "timeline", folder / "empty"
    return [
        ([str(raidline), "--version"], folder),
        ([str(raidline), "init", str(timeline)], folder),
        ([str(raidline), "check", "--strict"], timeline),
        ([str(raidline), "show"], timeline),
        ([str(raidline), "export", "-o", "timeline.html"], timeline),
        ([str(raidline), "show", "--place", "Travis County"], empty),
        ([str(raidline), "export", "--format", "ics"], empty),
    ]


def main() -> int:
    """Install the given wheel with its dependencies, and run the commands."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    wheel = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "empty").mkdir()
        venv.create(folder / "venv", with_pip=True)
        programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
        for command, where in commands(programs / "raidline", folder):
            print("+", "raidline", *command[1:], flush=True)
            done = subprocess.run(command, cwd=where, stdout=subprocess.DEVNULL, check=False)
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
