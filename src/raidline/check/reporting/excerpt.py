"""The line of a file that contains a problem, with the relevant part marked, as compilers show it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from raidline.errors import Problem
from raidline.files.lines import Lines
from raidline.files.textfile import MEGABYTE, read_text
from raidline.inert import block
from raidline.privacy.credentials import without_secrets

WIDEST = 100  # characters of a line that are shown
_BEFORE = 40  # of them before the marked part, if the line is longer
_LOOKED_BACK = 10_000
_LARGEST = 40 * MEGABYTE

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_IN_FLOW = re.compile(r"[^,\[\]{}#]+|.")
_PLAIN = re.compile(r".+?(?=\s+#|\s*$)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in a form that can be shown, without control characters; `start:end` (half-open) is the marked part."""

    line: int
    text: str
    start: int
    end: int

    def rows(self) -> tuple[str, str, str]:
        """Return the number of the line with a bar, the line, and the carets that go below it."""
        return f"{self.line} | ", self.text, " " * _width(self.text[: self.start]) + "^" * self._carets()

    def _carets(self) -> int:
        return max(_width(self.text[self.start : self.end]), 1)


def excerpts(problems: Iterable[Problem]) -> Iterator[tuple[Problem, Excerpt | None]]:
    """Yield each problem with its line, or None if it concerns the whole file; each file is read once."""
    files: dict[str, Lines | None] = {}
    for problem in problems:
        if problem.line and problem.path not in files:
            files[problem.path] = _lines(Path(problem.path))
        lines = files.get(problem.path)
        yield problem, _excerpt(lines.text_of(problem.line), problem) if lines and problem.line else None


def _lines(path: Path) -> Lines | None:
    """Return the lines of a file; None for a pipe, which cannot be read twice, and for anything but text."""
    text = read_text(path, most=_LARGEST) if path.is_file() else None
    return Lines(text) if isinstance(text, str) else None


def _excerpt(text: str, problem: Problem) -> Excerpt:
    start = min(problem.column - 1, len(text))
    before = without_secrets(text[:start])  # anyone may read a CI log
    text, start = before + without_secrets(text[start:]), len(before)
    end = start + _length(text, start)
    first = 0 if len(text) <= WIDEST else max(0, min(start - _BEFORE, len(text) - WIDEST))
    last = min(len(text), first + WIDEST)
    shown = "".join(_shown(character) for character in text[first:last])
    left, right = "…" if first else "", "…" if last < len(text) else ""
    return Excerpt(problem.line, left + shown + right, start - first + len(left), min(end, last) - first + len(left))


def _length(text: str, start: int) -> int:
    """Return the length of the value that begins there: a quoted text, a word of a list in brackets, or the rest."""
    text = text[: start + 2 * WIDEST]  # more is never shown, and searching megabytes for an end takes long
    before = text[max(0, start - _LOOKED_BACK) : start]
    in_flow = before.count("[") + before.count("{") > before.count("]") + before.count("}")
    found = _QUOTED.match(text, start) or (_IN_FLOW if in_flow else _PLAIN).match(text, start)
    return len(found[0].rstrip()) if found else 0


def _shown(character: str) -> str:
    """Return one character for each character, so that columns stay the same."""
    return character if block(character) == character else " "


def _width(text: str) -> int:
    """Return the columns that a text takes: two for each wide East Asian letter, none for each combining accent."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )
