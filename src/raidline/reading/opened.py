"""Files opened for reading as a stream of bytes, unpacked if they are packed, and standard input."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from raidline.errors import Problem, RaidlineError
from raidline.files.textfile import MEGABYTE, unreadable

STDIN = Path("-")
PACKED = {".gz", ".zst"}
MOST_TIMES = 100  # how many times its size a packed file may unpack to; reports reach 10, repetitive ones some dozens
ALWAYS = MEGABYTE  # bytes that any packed file may hold, however small it is
BYTES_AN_ARTICLE = 50  # packed bytes for each article; a headline has that many; reading each article takes time
_GZIP = b"\x1f\x8b"  # the first bytes of a gzip file
_DAMAGED = "is damaged or breaks off; only the part before that is read"
_CROWD = (
    f"contains more than one article for each {BYTES_AN_ARTICLE} bytes of its size; only the part before that is read; "
    "unpack it if you trust it"
)
_BOMB = f"unpacks to over {MOST_TIMES} times its size; only the part before that is read; unpack it if you trust it"


class UnreadableError(Exception):
    """A stream that cannot be opened or breaks off; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def suffix_of(path: Path) -> str:
    """Return the suffix of a file's content, in lower case: `.jsonl` for `corpus.jsonl.gz` and for standard input."""
    if path == STDIN:
        return ".jsonl"
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in PACKED:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


class Unpacked(io.RawIOBase):
    """The content of a packed file, up to the point where it breaks off, is damaged or exceeds its limit.

    That point is the end, so that a buffered reader gets everything before it. `broken` is the problem that caused it.
    """

    def __init__(self, packed: IO[bytes], plain: BinaryIO, damages: tuple[type[Exception], ...]) -> None:
        self.broken: tuple[str, str] | None = None  # its rule and message
        self._packed = packed
        self._plain = plain
        self._damages = damages
        self._size = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever bytes can be put into
        """Return how many bytes were read; 0 at the end, and where the file can be read no further."""
        try:
            content = b"" if self.broken else self._packed.read1(len(buffer))  # type: ignore[attr-defined]
        except self._damages:
            self.broken, content = ("damaged", _DAMAGED), b""
        self._size += len(content)
        if self._size > ALWAYS + MOST_TIMES * self.packed_bytes:
            self.broken, content = ("too-large", _BOMB), b""
        buffer[: len(content)] = content
        return len(content)

    @property
    def packed_bytes(self) -> int:
        """Return how many bytes of the packed file have been read."""
        return self._plain.tell()


def breaks_off(file: BinaryIO) -> bool:
    """Return whether the stream ended before the whole content of a packed file was read."""
    raw = getattr(file, "raw", None)
    return isinstance(raw, Unpacked) and raw.broken is not None


def outgrown(file: BinaryIO, articles: int, always: int, unpacked: int = 0) -> tuple[str, str] | None:
    """Return rule and message if the part of a file read so far holds more than its size justifies, otherwise None.

    That means too many articles in a packed file, beyond those it may `always` hold, or too many bytes packed twice.
    """
    raw = getattr(file, "raw", None)
    packed = raw.packed_bytes if isinstance(raw, Unpacked) else None
    if packed is not None and articles > always + packed // BYTES_AN_ARTICLE:
        return "too-large", _CROWD
    if unpacked and unpacked > ALWAYS + MOST_TIMES * (file.tell() if packed is None else packed):
        return "too-large", _BOMB
    return None


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file for reading from its beginning; gzip is unpacked, whatever the name of the file.

    UnreadableError if it cannot be opened; also if it breaks off, is damaged or unpacks to more than its limit, but
    then only after everything that can be read.
    """
    import zlib  # noqa: PLC0415 - packed files are few

    damages: tuple[type[Exception], ...] = (EOFError, zlib.error)
    try:
        if path == STDIN:
            yield sys.stdin.buffer
        elif path.suffix.lower() == ".zst":
            zstd = _zstd(path)
            with path.open("rb") as plain, cast(IO[bytes], zstd.open(plain, "rb")) as packed:
                yield from _unpacked(path, Unpacked(packed, plain, (*damages, zstd.ZstdError)))
        else:
            with path.open("rb") as plain:
                if path.suffix.lower() != ".gz" and not plain.peek(len(_GZIP)).startswith(_GZIP):
                    yield plain
                    return
                import gzip  # noqa: PLC0415 - as above

                with gzip.open(plain, "rb") as file:
                    yield from _unpacked(path, Unpacked(cast(IO[bytes], file), plain, (*damages, gzip.BadGzipFile)))
    except OSError as error:
        if path == STDIN:
            raise RaidlineError(f"stdin: cannot be read: {(error.strerror or str(error)).lower()}") from None
        raise UnreadableError(unreadable(path, error)) from None


def _unpacked(path: Path, raw: Unpacked) -> Iterator[BinaryIO]:
    yield cast(BinaryIO, io.BufferedReader(raw))
    if raw.broken:
        raise UnreadableError(Problem(str(path), 0, 0, *raw.broken))


def _zstd(path: Path) -> Any:  # noqa: ANN401 - a module
    """Return the module for Zstandard: Python's own from 3.14 on, before that the one from the extra."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    message = 'is packed with Zstandard; to read it, `pip install "raidline[zst]"`'
    raise UnreadableError(Problem(str(path), 0, 0, "no-zst", message))
