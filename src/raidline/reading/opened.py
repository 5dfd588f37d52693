"""Files opened for reading as a stream of bytes, unpacked where they are packed, and standard input."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from raidline.errors import Problem, RaidlineError
from raidline.files.textfile import unreadable

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


class Unpacked(io.RawIOBase):
    """What a packed file holds, up to where it breaks off or is damaged, which is its end; `broken` says whether.

    Whoever reads it through a buffer thus gets all that comes before.
    """

    def __init__(self, packed: IO[bytes], damages: tuple[type[Exception], ...]) -> None:
        self.broken = False
        self._packed = packed
        self._damages = damages

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever bytes can be put into
        """Return how many bytes were read; 0 at the end, and where the file goes no further."""
        try:
            content = b"" if self.broken else self._packed.read1(len(buffer))  # type: ignore[attr-defined]
        except self._damages:
            self.broken, content = True, b""
        buffer[: len(content)] = content
        return len(content)


def breaks_off(file: BinaryIO) -> bool:
    """Return whether the end that was met is where a packed file breaks off."""
    raw = getattr(file, "raw", None)
    return isinstance(raw, Unpacked) and raw.broken


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading from its beginning.

    UnreadableError where it cannot be opened, and after all that can be read of it where it breaks off or is damaged.
    """
    import zlib  # noqa: PLC0415 - packed files are few

    damages: tuple[type[Exception], ...] = (EOFError, zlib.error)
    try:
        if path == STDIN:
            yield sys.stdin.buffer
        elif path.suffix.lower() == ".gz":
            import gzip  # noqa: PLC0415 - as above

            with gzip.open(path, "rb") as file:
                yield from _unpacked(path, cast(IO[bytes], file), (*damages, gzip.BadGzipFile))
        elif path.suffix.lower() == ".zst":
            zstd = _zstd(path)
            with cast(IO[bytes], zstd.open(path, "rb")) as packed:
                yield from _unpacked(path, packed, (*damages, zstd.ZstdError))
        else:
            with path.open("rb") as plain:
                yield plain
    except OSError as error:
        if path == STDIN:
            raise RaidlineError(f"stdin: cannot be read: {(error.strerror or str(error)).lower()}") from None
        raise UnreadableError(unreadable(path, error)) from None


def _unpacked(path: Path, packed: IO[bytes], damages: tuple[type[Exception], ...]) -> Iterator[BinaryIO]:
    raw = Unpacked(packed, damages)
    yield cast(BinaryIO, io.BufferedReader(raw))
    if raw.broken:
        message = "is damaged or breaks off; what comes before that is read"
        raise UnreadableError(Problem(str(path), 0, 0, "damaged", message))


def _zstd(path: Path) -> Any:  # noqa: ANN401 - a module
    """Return the module for Zstandard: Python's own from 3.14 on, before that the one of the extra."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    message = 'is packed with Zstandard; to read that, `pip install "raidline[zst]"`'
    raise UnreadableError(Problem(str(path), 0, 0, "no-zst", message))
