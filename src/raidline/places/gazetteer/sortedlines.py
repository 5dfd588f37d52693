"""A sorted table that is searched in place, so that a look-up takes microseconds and does not read the whole table."""

from __future__ import annotations

import mmap
from collections.abc import Callable
from operator import le, lt
from pathlib import Path


class SortedLines:
    """The lines of a UTF-8 file below its header. They are sorted by their bytes and each ends with a line feed."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def beginning(self, prefix: str) -> list[str]:
        """Return the lines that begin with the prefix, in order, without their line feeds."""
        sought = prefix.encode(errors="surrogatepass")
        start = self._after(lt, sought)
        if self._text[start : start + len(sought)] != sought:  # most names that are looked up are not there
            return []
        return self._text[start : self._after(le, sought)].decode().splitlines()

    def _after(self, comes_before: Callable[[bytes, bytes], bool], prefix: bytes) -> int:
        """Return the offset after the lines whose beginning comes before the prefix."""
        text = self._text
        low, high = text.find(b"\n") + 1, len(text)
        while low < high:
            middle = (low + high) // 2
            start = text.rfind(b"\n", low, middle) + 1 or low
            if comes_before(text[start : start + len(prefix)], prefix):
                low = text.find(b"\n", middle) + 1
            else:
                high = start
        return low
