"""The text of a file, or the reason why there is none."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from raidline.errors import Problem
from raidline.files.lines import Lines

MEGABYTE = 1_000_000
_MOST_NAMES = 2000


def read_text(path: Path, *, most: int) -> str | Problem:
    """Read a UTF-8 text of at most `most` bytes, line ends as they are, a byte order mark left out."""
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        return unreadable(path, error)
    if len(raw) > most:
        size = f" ({path.stat().st_size / MEGABYTE:.0f} MB)" if path.is_file() else ""  # a pipe has none
        return Problem(str(path), 0, 0, "too-large", f"is too large{size}; at most {most // MEGABYTE} MB are read")
    return decode(raw, str(path))


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be opened, with the name that may have been meant."""
    message = f"cannot be read: {(error.strerror or str(error)).lower()}"
    if isinstance(error, FileNotFoundError):
        close = get_close_matches(path.name, _names(path.parent), 1)
        message += f" - did you mean {path.with_name(close[0])}?" if close else ""
    return Problem(str(path), 0, 0, "unreadable", message)


def _names(folder: Path) -> list[str]:
    """Return what is in a folder, of a large one a part: who looks for a name does not wait for it."""
    try:
        return [other.name for other in islice(folder.iterdir(), _MOST_NAMES)]
    except OSError:
        return []


def decode(raw: bytes, path: str) -> str | Problem:
    """Decode UTF-8, a byte order mark left out; else a problem at the first bad byte."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(path, 0, 0, "encoding", "is UTF-16; save it as UTF-8")
    if b"\0" in raw:
        line, column = Lines(raw[: raw.index(b"\0")].decode("utf-8", "replace")).end()
        return Problem(path, line, column, "binary", "is not a text file (it holds a zero byte)")
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = Lines(raw[: error.start].decode("utf-8")).end()
        return Problem(path, line, column, "encoding", f"is not UTF-8 (byte {raw[error.start]:#04x}); save it as UTF-8")
