"""Offsets in a text as lines and columns, both counted from 1; columns count characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property

_PIECE = 1 << 14  # characters compared at once
_FAR = 20_000  # characters from a position in which words are looked for
_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text; a line ends with LF, CR or CRLF, as in any editor."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins; many texts are read of which no position is ever asked."""
        return [0, *(_ends_of_lines(self.text) if "\r" in self.text else _line_feeds(self.text))]

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


def _ends_of_lines(text: str) -> Iterator[int]:
    return (match.end() for match in _BREAK.finditer(text))


def _line_feeds(text: str) -> Iterator[int]:
    """Yield where each line ends if LF ends them all: three times as fast as by the expression."""
    at = 0
    while at := text.find("\n", at) + 1:
        yield at


def alike_at_start(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    return _in_pieces(min(len(one), len(other)), lambda same, size: one.startswith(other[same : same + size], same))


def alike_at_end(one: str, other: str, after: int) -> int:
    """Return how many characters two texts share at their end, of those after the first `after`."""
    end, there = len(one), len(other)
    return _in_pieces(
        min(end, there) - after,
        lambda same, size: one.endswith(other[there - same - size : there - same], 0, end - same),
    )


def _in_pieces(most: int, are_alike: Callable[[int, int], bool]) -> int:
    """Return up to what size, at most that one, texts are alike: piece by piece, so that each is compared once."""
    same = 0
    while same + _PIECE <= most and are_alike(same, _PIECE):
        same += _PIECE
    return same + _longest(min(most - same, _PIECE), lambda size: are_alike(same, size))


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
