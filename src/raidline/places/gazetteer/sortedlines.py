"""A sorted table searched where it lies, so that one name costs microseconds and not the reading of all of them."""

from __future__ import annotations

import mmap
from collections.abc import Callable
from operator import le, lt
from pathlib import Path


class SortedLines:
    """The lines of a UTF-8 file below its header. Sorted by their bytes, each must end with a line feed."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def beginning(self, prefix: str) -> list[str]:
        """Return the lines that begin so, in their order, without their line feeds."""
        start = prefix.encode(errors="surrogatepass")
        return self._text[self._after(lt, start) : self._after(le, start)].decode().splitlines()

    def _after(self, comes_before: Callable[[bytes, bytes], bool], prefix: bytes) -> int:
        """Return where the lines end whose beginning comes before the prefix."""
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
