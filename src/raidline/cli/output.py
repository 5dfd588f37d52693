"""Where records go: stdout as they are, or a file that is replaced in one step."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from raidline.errors import RaidlineError


def write(text: str, path: Path | None) -> None:
    """Write `text` as UTF-8 without changing its line ends, to stdout where `path` is None or `-`."""
    write_chunks((text.encode(errors="replace"),), path)


def write_chunks(chunks: Iterable[bytes], path: Path | None) -> None:
    """Write `chunks` one after the other, to stdout where `path` is None or `-`."""
    if path is None or str(path) == "-":
        try:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(chunks)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            drop_stdout()
            raise RaidlineError(f"stdout: cannot be written: {(error.strerror or str(error)).lower()}") from None
        return
    from raidline import atomic  # noqa: PLC0415 - files only

    atomic.write_chunks(path, chunks)


def drop_stdout() -> None:
    """Send what stdout still buffers nowhere, so that Python does not complain of it on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def talk(message: str) -> None:
    """Say something that is not a record."""
    from raidline.inert import line  # noqa: PLC0415 - light, but not for --help

    sys.stdout.flush()  # records first, also where both streams go to one file
    sys.stderr.write(f"{line(message)}\n")
