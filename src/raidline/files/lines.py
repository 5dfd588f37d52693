"""Offsets in a text as lines and columns, both counted from 1; columns count characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_FAR = 20_000  # characters from a position in which words are looked for
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

    def start(self, line: int) -> int:
        """Return the offset at which a line begins; lines count from 1."""
        return self._starts[line - 1]

    def end(self) -> tuple[int, int]:
        """Return the line and column just past the end of the text."""
        return self.position(len(self.text))

    def find(self, words: str, line: int, column: int) -> tuple[int, int] | None:
        """Return where words first stand at or behind a position, with any spaces or line ends between them."""
        start = self._starts[line - 1] + column - 1
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.compile(pattern).search(self.text, start, start + _FAR) if pattern else None
        return self.position(found.start()) if found else None

    def text_of(self, line: int) -> str:
        """Return a line without its end; lines count from 1."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._starts[line - 1] : end].rstrip("\r\n")


def alike_at_start(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    return _longest(min(len(one), len(other)), lambda size: one[:size] == other[:size])


def alike_at_end(one: str, other: str, after: int) -> int:
    """Return how many characters two texts share at their end, of those after the first `after`."""
    most = min(len(one), len(other)) - after
    return _longest(most, lambda size: not size or one[-size:] == other[-size:])


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest size that fits, where every smaller one does."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if fits(middle):
            least = middle
        else:
            most = middle - 1
    return least
