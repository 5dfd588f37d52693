"""The text of a file, or the reason why it cannot be read."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from raidline.errors import Problem
from raidline.files.lines import Lines

MEGABYTE = 1_000_000
_MOST_NAMES = 2000
_ESCAPED = re.compile("[\\udc80-\\udcff]")
_FIRST_ESCAPED = 0xDC00


def read_text(path: Path, *, most: int) -> str | Problem:
    """Read a UTF-8 text of at most `most` bytes; line ends stay, a byte order mark is dropped."""
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        return unreadable(path, error)
    if len(raw) > most:
        size = f" ({path.stat().st_size / MEGABYTE:.0f} MB)" if path.is_file() else ""  # a pipe has no size
        return Problem(str(path), 0, 0, "too-large", f"is too large{size}; at most {most // MEGABYTE} MB are read")
    return decode(raw, str(path))


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be opened, with a similar name as a suggestion."""
    message = f"cannot be read: {(error.strerror or str(error)).lower()}"
    if isinstance(error, FileNotFoundError):
        close = get_close_matches(path.name, _names(path.parent), 1)
        message += f" - did you mean {path.with_name(close[0])}?" if close else ""
    return Problem(str(path), 0, 0, "unreadable", message)


def _names(folder: Path) -> list[str]:
    """Return the names in a folder; of a large folder only some, so that a suggestion takes no time."""
    try:
        return [other.name for other in islice(folder.iterdir(), _MOST_NAMES)]
    except OSError:
        return []


def marked_encoding(raw: bytes) -> str:
    """Return the encoding that the first bytes of a text mark it as, "UTF-16" or "UTF-32"; "" for any other."""
    if raw.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):  # the first begins like that of UTF-16
        return "UTF-32"
    return "UTF-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""


def bytes_that_are_none(text: str) -> str:
    """Return what is wrong with a text that was decoded with `surrogateescape`, "" if nothing is."""
    if "\0" in text:
        return "contains a zero byte"
    bad = _ESCAPED.search(text)
    return f"is not UTF-8 (byte {ord(bad[0]) - _FIRST_ESCAPED:#04x})" if bad else ""


def decode(raw: bytes, path: str) -> str | Problem:
    """Decode UTF-8 and drop a byte order mark; return a problem at the first bad byte if there is one."""
    if marked := marked_encoding(raw):
        return Problem(path, 0, 0, "encoding", f"is {marked}; save it as UTF-8")
    if b"\0" in raw:
        line, column = Lines(raw[: raw.index(b"\0")].decode("utf-8", "replace")).end()
        return Problem(path, line, column, "binary", "is not a text file (it contains a zero byte)")
    try:
        return raw.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = Lines(raw[: error.start].decode("utf-8")).end()
        return Problem(path, line, column, "encoding", f"is not UTF-8 (byte {raw[error.start]:#04x}); save it as UTF-8")
