"""A sorted table searched where it lies, so that one name costs microseconds and not the reading of all of them."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path


class SortedLines:
    """The lines of a UTF-8 file below its header. Sorted by their bytes, each must end with a line feed."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._first = self._text.find(b"\n") + 1

    def beginning(self, prefix: str) -> Iterator[str]:
        """Yield the lines that begin so, in their order, without their line feeds."""
        text, wanted = self._text, prefix.encode(errors="surrogatepass")
        low, high = self._first, len(text)
        while low < high:
            middle = (low + high) // 2
            start = text.rfind(b"\n", low, middle) + 1 or low
            if text[start : start + len(wanted)] < wanted:
                low = text.find(b"\n", middle) + 1
            else:
                high = start
        while low < len(text) and text[low : low + len(wanted)] == wanted:
            end = text.find(b"\n", low)
            yield text[low:end].decode()
            low = end + 1
