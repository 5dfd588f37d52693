"""Where records go: to stdout unchanged, or to a file that is replaced in one step."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from raidline.cli.streams import has_left, write_records


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
    sys.stderr.write(f"{logged(line(message))}\n")
