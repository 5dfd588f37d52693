"""Offsets in a text as lines and columns, both counted from 1; columns count characters."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text; a line ends with LF, CR or CRLF, as in any editor."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def end(self) -> tuple[int, int]:
        """Return the line and column just past the end of the text."""
        return self.position(len(self.text))

    def text_of(self, line: int) -> str:
        """Return a line without its end; lines count from 1."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._starts[line - 1] : end].rstrip("\r\n")
