"""Text that is not UTF-8: in the encoding that its user names, or in those that spreadsheets write."""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8
from contextlib import suppress
from difflib import get_close_matches
from encodings.aliases import aliases

from raidline.errors import RaidlineError
from raidline.files.textfile import marked_encoding

_NOT_ASCII = re.compile("[^\\x00-\\x7f]")
_TOLD_FROM = 1000  # bytes of a text that show how it is encoded


def named(encoding: str) -> str:
    """Return the name by which Python knows an encoding of text; RaidlineError for any other name."""
    known = sorted({*aliases, *aliases.values()})
    try:
        with suppress(UnicodeDecodeError):
            b"abcd".decode(encoding)
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):  # also of bytes that become other bytes, such as rot13
        close = get_close_matches(encoding.lower().replace("-", "_"), known, 1)
        better = f"did you mean {close[0]}?" if close else "write utf-8, utf-16, windows-1252, latin-1 or mac-roman"
        raise RaidlineError(f"there is no encoding {encoding[:60]!r} - {better}") from None


def decoded(raw: bytes, encoding: str) -> str:
    """Decode bytes in an encoding that their user names; ValueError with the first line that is not in it."""
    try:
        return raw.removeprefix(BOM_UTF8 if encoding == "utf-8" else b"").decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line} is not {encoding} (byte {raw[error.start]:#04x})") from None


def in_an_old_encoding(raw: bytes) -> tuple[str, str] | None:
    """Decode bytes that are not UTF-8, as spreadsheets write them; return the text and the name of its encoding.

    None if they are not text, or if they are UTF-8 with only some invalid bytes.
    """
    name, codec = _wide(raw) or ("Windows-1252", "cp1252")
    if codec == "cp1252":
        signs = _NOT_ASCII.findall(raw.decode("utf-8", "surrogateescape"))
        if sum("\udc80" <= sign <= "\udcff" for sign in signs) < len(signs) / 2:
            return None
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, name)


def _wide(raw: bytes) -> tuple[str, str] | None:
    """Return the name and codec of bytes marked as UTF-16 or UTF-32, or like English in UTF-16: every other is zero."""
    if marked := marked_encoding(raw):
        return marked, marked.lower()
    first = raw[:_TOLD_FROM]
    if len(first) % 2 == 0 and first:
        for start, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
            zeros, others = first[start::2].count(0), first[1 - start :: 2].count(0)
            if zeros > len(first) * 0.4 and not others:
                return "UTF-16", codec
    return None
