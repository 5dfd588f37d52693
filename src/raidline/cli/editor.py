"""Edit a text in the user's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from raidline.errors import RaidlineError


def edit(file: Path) -> None:
    """Open a file in $VISUAL or $EDITOR and wait until it is closed.

    RaidlineError if that fails, or if the file no longer exists.
    """
    standard = "notepad" if os.name == "nt" else "vi"
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or standard
    try:
        done = subprocess.run([*shlex.split(command), str(file)], check=False)  # noqa: S603 - the user's own command
    except (OSError, ValueError) as error:
        raise RaidlineError(f"the editor {command!r} does not start ({error}); set EDITOR") from None
    if done.returncode < 0:
        raise RaidlineError(f"the editor {command!r} was ended by signal {-done.returncode}")
    if done.returncode:
        raise RaidlineError(f"the editor {command!r} ended with code {done.returncode}")
    if not file.is_file():
        raise RaidlineError(f"the editor {command!r} left no file {file.name}")
