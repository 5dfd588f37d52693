"""YAML as typed text: every scalar stays as it was typed, and every key and value has a position.

Implicit types are left to whoever uses the data, so `NO`, `012`, `1:30` and `2017-02` stay text. The tree comes from
libyaml's events rather than from its composer, which overflows the C stack on deep nesting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from raidline.errors import Problem
from raidline.files.lines import Lines
from raidline.files.textfile import MEGABYTE, decode, read_text
from raidline.yamltext.building import LOADER, Builder, Data, Marks, Shifted, YamlEvent, start_of
from raidline.yamltext.collector import no_garbage_collection

LARGEST = 32 * MEGABYTE
MOST_BROKEN = 10  # for each of them the file is read once more

_FIRST_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file contains, and what is wrong with it.

    If an item of its outermost list is broken, `data` holds the others; it is None if nothing could be read. In an
    `anchored` one, values may repeat others.
    """

    path: str
    data: Data | None
    problems: tuple[Problem, ...]
    marks: Marks
    lines: Lines
    anchored: bool = False

    def position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the value the keys lead to, or of the last value on the way that exists."""
        return self._position(keys, of_key=False)

    def position_within(self, keys: Sequence[str | int], words: str) -> tuple[int, int]:
        """Return line and column of words within the value the keys lead to, wherever it breaks its lines.

        If escapes hide them, it is the position of the value.
        """
        line, column = self.position(keys)
        return self.lines.find(words, line, column) or (line, column)

    def lines_of_items(self, key: str) -> Iterator[int]:
        """Yield the line of each item of the list that a key of the file leads to, faster than one by one."""
        if isinstance(self.data, dict) and isinstance(self.marks, list):
            marks = self.marks[2 * list(self.data).index(key) + 2]
            for mark in marks[1:] if isinstance(marks, list) else ():
                yield self.lines.position(start_of(mark))[0]

    def key_position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the last key itself, or of the last value on the way that exists."""
        return self._position(keys, of_key=True)

    def _position(self, keys: Sequence[str | int], *, of_key: bool) -> tuple[int, int]:
        data, marks, shift = self.data, self.marks, 0
        offset = start_of(marks)
        for n, key in enumerate(keys):
            if isinstance(marks, Shifted):
                shift += marks.by
                marks = marks.marks
            if isinstance(marks, int):
                break
            if isinstance(data, dict) and key in data:
                place = 2 * list(data).index(str(key)) + 1
                data, step = data[str(key)], 2
            elif isinstance(data, list) and isinstance(key, int) and key < len(data):
                place = key + 1
                data, step = data[key], 1
            else:
                break
            key_mark, marks = marks[place], marks[place + step - 1]
            offset = start_of(key_mark if of_key and n == len(keys) - 1 else marks) + shift
        return self.lines.position(offset)


def load(path: Path) -> Document:
    """Read a YAML file; errors in it become problems, never an exception."""
    text = read_text(path, most=LARGEST)
    return _failed(text) if isinstance(text, Problem) else loads(text, str(path))


def loads(source: str | bytes, path: str) -> Document:
    """Read YAML text; `path` is for the problems."""
    text = decode(source, path) if isinstance(source, bytes) else source
    if isinstance(text, Problem):
        return _failed(text)
    lines = Lines(text)
    fatal: list[Problem] = []
    with no_garbage_collection():
        builder = Builder(lines)
        while not builder.run(text) and len(fatal) < MOST_BROKEN and (item := _item_around(text, builder.stopped_at)):
            # The items of a list are independent, so a broken one need not hide the others.
            fatal.append(Problem(path, *builder.problems[-1]))
            text = text[: item.start] + _NOT_LINE_END.sub(" ", text[item]) + text[item.stop :]
            builder = Builder(lines)
    if not fatal:
        builder.tell_unused()
    problems = fatal + [Problem(path, *found) for found in builder.problems]
    if builder.root is None and not problems:
        problems.append(Problem(path, 0, 0, "empty-file", "is empty"))
    return Document(path, builder.root, tuple(sorted(problems)), builder.marks, lines, builder.anchored)


def raw_events(text: str) -> Iterator[YamlEvent]:
    """Yield libyaml's events of a text in which `loads` finds no error, for callers that need more than the data."""
    parser = LOADER(text)
    while parser.check_event():
        yield parser.get_event()


def _item_around(text: str, offset: int) -> slice | None:
    """Return the span of the item of the outermost list that contains the offset."""
    first = _FIRST_ITEM.search(text)
    if first is None:
        return None
    ends = re.compile(rf"^(?:{first[1]}(?=- )|[^\s#-])", re.MULTILINE)
    starts = [match.start() for match in ends.finditer(text, first.start())]
    n = bisect_right(starts, offset) - 1
    if n < 0 or not _FIRST_ITEM.match(text, starts[n]):
        return None
    return slice(starts[n], starts[n + 1] if n + 1 < len(starts) else len(text))


def _failed(problem: Problem) -> Document:
    return Document(problem.path, None, (problem,), 0, Lines(""))
