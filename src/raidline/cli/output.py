"""Where records go: stdout as they are, or a file that is replaced in one step."""

from __future__ import annotations

import sys
from pathlib import Path


def write(text: str, path: Path | None) -> None:
    """Write `text` as UTF-8 without changing its line ends, to stdout where `path` is None or `-`."""
    if path is None or str(path) == "-":
        if reconfigure := getattr(sys.stdout, "reconfigure", None):
            reconfigure(newline="")
        sys.stdout.write(text)
        return
    from raidline.atomic import write_text  # noqa: PLC0415 - files only

    write_text(path, text)


def plural(number: int, noun: str) -> str:
    """Return such as "1 event", "2 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def talk(message: str) -> None:
    """Say something that is not a record."""
    from raidline.inert import line  # noqa: PLC0415 - light, but not for --help

    sys.stdout.flush()  # records first, also where both streams go to one file
    sys.stderr.write(f"{line(message)}\n")
