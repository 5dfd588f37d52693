"""YAML as typed text: every scalar stays what was typed, and every key and value knows its place.

Implicit types are left to whoever reads the data, so `NO`, `012`, `1:30` and `2017-02` stay text. The tree is
built from libyaml's events rather than by its composer, which overflows the C stack on deep nesting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from raidline.errors import Problem
from raidline.files.lines import Lines
from raidline.files.textfile import MEGABYTE, decode, read_text
from raidline.yamltext.advice import advice
from raidline.yamltext.collector import no_garbage_collection

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
# The offset of a scalar, or of a collection followed by the marks of its keys and values in turn.
Marks: TypeAlias = "int | list[Marks]"

LARGEST = 32 * MEGABYTE
DEEPEST = 50
MOST_REPEATED = 100_000
MOST_BROKEN = 10  # each has the file read once more
# Anything in brackets may be a key: the parser reads so many characters ahead to know, and tells of nothing before.
_READ_AHEAD = 1024

_Event: TypeAlias = Any  # of libyaml or of PyYAML; the published types doubt that they have marks
_Parser: TypeAlias = Any
_LOADER: _Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Beside what YAML forbids, the three characters that its 1.1 takes for line breaks and nobody sees.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\r\n]")
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file holds, and what is wrong with it.

    Where an item of its outermost list is broken, `data` holds the others; it is None where nothing could be read.
    """

    path: str
    data: Data | None
    problems: tuple[Problem, ...]
    marks: Marks
    lines: Lines

    def position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the value the keys lead to, or of the last on the way that exists."""
        return self._position(keys, of_key=False)

    def key_position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column of the last key itself, or of the last value on the way that exists."""
        return self._position(keys, of_key=True)

    def _position(self, keys: Sequence[str | int], *, of_key: bool) -> tuple[int, int]:
        data, marks = self.data, self.marks
        offset = marks if isinstance(marks, int) else _start(marks)
        for n, key in enumerate(keys):
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
            offset = _start(key_mark if of_key and n == len(keys) - 1 else marks)
        return self.lines.position(offset)


def load(path: Path) -> Document:
    """Read a YAML file; what is wrong with it becomes problems, never an exception."""
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
        builder = _Builder(lines)
        while not builder.run(text) and len(fatal) < MOST_BROKEN and (item := _item_around(text, builder.stopped_at)):
            # The items of a list stand for themselves, so that a broken one need not take the others with it.
            fatal.append(Problem(path, *builder.problems[-1]))
            text = text[: item.start] + _NOT_LINE_END.sub(" ", text[item]) + text[item.stop :]
            builder = _Builder(lines)
    problems = fatal + [Problem(path, *found) for found in builder.problems]
    if builder.root is None and not problems:
        problems.append(Problem(path, 0, 0, "empty-file", "is empty"))
    return Document(path, builder.root, tuple(sorted(problems)), builder.marks, lines)


def raw_events(text: str) -> Iterator[_Event]:
    """Yield libyaml's events of a text that `loads` finds no fault with, for who needs more than its data."""
    parser = _LOADER(text)
    while parser.check_event():
        yield parser.get_event()


def _item_around(text: str, offset: int) -> slice | None:
    """Return the span of the item of the outermost list in which the offset lies."""
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


def _start(marks: Marks) -> int:
    return marks if isinstance(marks, int) else _start(marks[0])


class _UnreadableError(Exception):
    """The rest of the file cannot be read or is not worth reading; `args` is a problem to record."""


class _TooDeepError(_UnreadableError):
    """What stops there is nesting."""


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been seen."""

    values: list[Data]
    marks: list[Marks]
    anchor: str | None = None
    size: int = 1


class _Builder:
    """Turns the events of one document into data and marks; afterwards `root` is None where there is none."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.root: Data | None = None
        self.marks: Marks = 0
        self.stopped_at = -1
        self.problems: list[tuple[int, int, str, str]] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Data, Marks, int]] = {}
        self._repeated = 0

    def run(self, text: str) -> bool:
        """Read the text; False where it cannot be read to the end, and then the last problem says why."""
        try:
            if bad := _UNPRINTABLE.search(text):
                message = f"holds an invisible character (U+{ord(bad[0]):04X}); remove it"
                raise _UnreadableError(bad.start(), message)
            self._read(_LOADER(text))
        except yaml.MarkedYAMLError as error:
            self._stop(*(self._too_deep(text, error) or _syntax(error, self._lines)))
        except _UnreadableError as stop:
            self._stop(*stop.args)
        return self.stopped_at < 0

    def _too_deep(self, text: str, error: yaml.MarkedYAMLError) -> tuple[int, str] | None:
        """Return the problem where nesting is what the library stumbled over, before it told of what is nested.

        Some of its versions have a bound of their own and read ahead to it; so the text before it is read again.
        """
        seen = error.problem_mark.index if error.problem_mark else 0
        ahead = text[max(0, seen - _READ_AHEAD) : seen]
        if ahead.count("[") + ahead.count("{") < DEEPEST:
            return None
        try:
            _Builder(self._lines)._read(_LOADER(text[:seen]))
        except _TooDeepError as stop:
            return stop.args
        except (yaml.MarkedYAMLError, _UnreadableError):
            pass
        return None

    def _read(self, parser: _Parser) -> None:
        handlers: dict[type, Callable[[_Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceEndEvent: self._end_sequence,
            yaml.MappingEndEvent: self._end_mapping,
            **dict.fromkeys((yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent), _ignore),
        }
        while (kind := type(event := parser.get_event())) is not yaml.StreamEndEvent:
            if kind is yaml.DocumentStartEvent and self.root is not None:
                message = "a second document begins here and is not read; remove this line"
                self._report(event.start_mark.index, "yaml", message)
                return
            handlers[kind](event)

    def _scalar(self, event: _Event) -> None:
        if event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event)
        self._add(event.value, event.start_mark.index, event.anchor, 1)

    def _start(self, event: _Event) -> None:
        if event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event)
        if len(self._open) == DEEPEST:
            raise _TooDeepError(event.start_mark.index, f"is nested more than {DEEPEST} levels deep")
        self._open.append(_Open([], [event.start_mark.index], event.anchor))

    def _end_sequence(self, event: _Event) -> None:
        ended = self._open.pop()
        self._add(ended.values, ended.marks, ended.anchor, ended.size)

    def _end_mapping(self, event: _Event) -> None:
        ended = self._open.pop()
        keys: list[Any] = ended.values[::2]
        try:
            data: dict[str, Data] = dict(zip(keys, ended.values[1::2], strict=True))
        except TypeError:  # a list or a mapping as key
            data = {}
        if len(data) < len(keys):
            data = self._first_of_each_key(ended)
        self._add(data, ended.marks, ended.anchor, ended.size)

    def _first_of_each_key(self, ended: _Open) -> dict[str, Data]:
        """Keep what can be kept of a mapping with repeated or impossible keys, its marks in step."""
        data: dict[str, Data] = {}
        kept: list[Marks] = ended.marks[:1]
        offsets: dict[str, int] = {}
        for key, value, mark, value_mark in zip(
            ended.values[::2], ended.values[1::2], ended.marks[1::2], ended.marks[2::2], strict=True
        ):
            if not isinstance(key, str):
                self._report(_start(mark), "yaml", "a key is a word or a text, not a list or a mapping")
            elif key in data:
                line, column = self._lines.position(offsets[key])
                message = f"the key {key!r} is repeated; it stands first in line {line}, column {column}"
                self._report(_start(mark), "repeated-key", message)
            else:
                data[key], offsets[key] = value, _start(mark)
                kept += (mark, value_mark)
        ended.marks = kept
        return data

    def _alias(self, event: _Event) -> None:
        name, offset = event.anchor, event.start_mark.index
        if any(collection.anchor == name for collection in self._open):
            raise _UnreadableError(offset, f"*{name} stands inside the very thing that it repeats")
        if name not in self._anchors:
            message = f"nothing above is marked &{name}; put a value that begins with * in quotes"
            raise _UnreadableError(offset, message)
        value, marks, size = self._anchors[name]
        self._repeated += size
        if self._repeated > MOST_REPEATED:
            raise _UnreadableError(offset, "repeats too much of the file by means of * (an alias bomb?)")
        self._add(value, marks, None, size)

    def _add(self, value: Data, marks: Marks, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = value, marks, size
        if self._open:
            collection = self._open[-1]
            collection.values.append(value)
            collection.marks.append(marks)
            collection.size += size
        else:
            self.root, self.marks = value, marks

    def _refuse_tag(self, event: _Event) -> None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        message = f"the tag {tag} has no meaning here; remove it, or put a value that begins with ! in quotes"
        self._report(event.start_mark.index, "yaml", message)

    def _stop(self, offset: int, message: str) -> None:
        self.root, self.stopped_at = None, offset
        self._report(offset, "yaml", message)

    def _report(self, offset: int, rule: str, message: str) -> None:
        self.problems.append((*self._lines.position(offset), rule, message))


def _syntax(error: yaml.MarkedYAMLError, lines: Lines) -> tuple[int, str]:
    seen = error.problem_mark.index if error.problem_mark else 0
    begun = error.context_mark.index if error.context_mark else seen
    return advice(f"{error.context}: {error.problem}", lines, seen, begun)


def _ignore(event: object) -> None:
    pass
