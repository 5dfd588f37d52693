"""Where records go: to stdout unchanged, or to a file that is replaced in one step."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from raidline.cli.streams import has_left, write_records

_UNKNOWN_WIDTH = 80


def write(text: str, path: Path | None) -> None:
    """Write `text` as UTF-8 without changing its line ends, to stdout if `path` is None or `-`."""
    write_chunks((text.encode(errors="replace"),), path)


def write_chunks(chunks: Iterable[bytes], path: Path | None) -> bool:
    """Write `chunks` one after the other, to stdout if `path` is None or `-`.

    Return False if the reader of stdout stopped before the end; the remaining chunks are then not requested.
    """
    if path is None or str(path) == "-":
        return write_records(chunks)
    from raidline.files import atomic  # noqa: PLC0415 - files only

    atomic.write_chunks(path, chunks)
    return True


def talk(message: str) -> None:
    """Print a message that is not a record, unless the reader of stdout has gone: then only problems are printed."""
    from raidline.inert import line, logged  # noqa: PLC0415 - light, but not for --help

    sys.stdout.flush()  # records first, even if both streams go to one file
    if has_left():
        return
    sys.stderr.write(f"{folded(logged(line(message)))}\n")


def folded(message: str) -> str:
    """Return a message for stderr, broken between words if that is a terminal too narrow for it."""
    if not sys.stderr.isatty():
        return message
    from textwrap import fill  # noqa: PLC0415 - only people read on terminals

    return fill(message, width_of(sys.stderr), break_long_words=False, break_on_hyphens=False)


def width_of(stream: TextIO) -> int:
    """Return the columns of the terminal behind a stream, or 80 if nobody knows."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _UNKNOWN_WIDTH
    except (OSError, ValueError):
        return _UNKNOWN_WIDTH
