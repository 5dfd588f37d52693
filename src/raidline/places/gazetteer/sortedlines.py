"""A sorted table that is searched in place, so that a look-up takes microseconds and does not read the whole table."""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cached_property
from pathlib import Path

_APART = 4096  # bytes


class SortedLines:
    """The lines of a UTF-8 file below its header. They are sorted by their bytes and each ends with a line feed."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def beginning(self, prefix: str) -> list[str]:
        """Return the lines that begin with the prefix, in order, without their line feeds."""
        sought, text, (offsets, marks) = prefix.encode(errors="surrogatepass"), self._text, self._marks
        at = bisect_left(marks, sought)
        low = offsets[at - 1] if at else offsets[0]
        high = offsets[at] if at < len(offsets) else len(text)
        start = end = text.find(b"\n" + sought, low - 1, high + len(sought)) + 1
        if not start:  # most names that are looked up are not there
            return []
        while end < len(text) and text[end : end + len(sought)] == sought:
            end = text.find(b"\n", end) + 1
        return text[start:end].decode().splitlines()

    @cached_property
    def _marks(self) -> tuple[list[int], list[bytes]]:
        """Return where a line begins every few thousand bytes, and that line, so that only one stretch is scanned."""
        text, offsets, marks = self._text, list[int](), list[bytes]()
        start = text.find(b"\n") + 1
        while 0 < start < len(text):
            offsets.append(start)
            marks.append(text[start : text.find(b"\n", start)])
            start = text.find(b"\n", start + _APART) + 1
        return offsets or [len(text)], marks or [b""]
