"""Files opened for reading as a stream of bytes, unpacked where they are packed, and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from raidline.errors import Problem
from raidline.textfile import unreadable

STDIN = Path("-")
PACKED = {".gz", ".zst"}


class UnreadableError(Exception):
    """A stream that cannot be opened or breaks off; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def suffix_of(path: Path) -> str:
    """Return the suffix of what a file holds, in small letters: `.jsonl` of `corpus.jsonl.gz` and of standard input."""
    if path == STDIN:
        return ".jsonl"
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in PACKED:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading from its beginning; UnreadableError also where it breaks off or is damaged on the way."""
    import zlib  # noqa: PLC0415 - packed files are few

    damages: tuple[type[Exception], ...] = (EOFError, zlib.error)
    try:
        if path == STDIN:
            yield sys.stdin.buffer
        elif path.suffix.lower() == ".gz":
            import gzip  # noqa: PLC0415 - as above

            with gzip.open(path, "rb") as file:
                yield cast(BinaryIO, file)
        elif path.suffix.lower() == ".zst":
            zstd = _zstd(path)
            damages = (*damages, zstd.ZstdError)
            with cast(IO[bytes], zstd.open(path, "rb")) as packed:
                yield cast(BinaryIO, packed)
        else:
            with path.open("rb") as plain:
                yield plain
    except OSError as error:
        raise UnreadableError(
            _damaged(path) if type(error).__name__ == "BadGzipFile" else unreadable(path, error)
        ) from None
    except damages:
        raise UnreadableError(_damaged(path)) from None


def _damaged(path: Path) -> Problem:
    return Problem(str(path), 0, 0, "damaged", "is damaged or breaks off; what comes before that is read")


def _zstd(path: Path) -> Any:  # noqa: ANN401 - a module
    """Return the module for Zstandard: Python's own from 3.14 on, before that the one of the extra."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    message = 'is packed with Zstandard; to read that, `pip install "raidline[zst]"`'
    raise UnreadableError(Problem(str(path), 0, 0, "no-zst", message))
