"""Turn the events of libyaml into data and the positions of its keys and values; what is refused becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from raidline.files.lines import Lines
from raidline.yamltext.advice import advice

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
# The offset of a scalar, or of a collection followed by the marks of its keys and values in turn.
Marks: TypeAlias = "int | list[Marks] | Shifted"
DEEPEST = 50
MOST_REPEATED = 100_000
# Anything in brackets may be a key: the parser reads this many characters ahead to decide, and reports nothing before.
_READ_AHEAD = 1024
YamlEvent: TypeAlias = Any  # from libyaml or PyYAML; the published types say it may have no marks
_Parser: TypeAlias = Any
LOADER: _Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What YAML forbids, and the three invisible characters that YAML 1.1 takes for line breaks. To name the many that are
# allowed instead takes ten times as long to compile.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


@dataclass(frozen=True, slots=True)
class Shifted:
    """Marks of which each is so many characters further on: few are ever looked up, so none is written anew."""

    marks: int | list[Marks]
    by: int


def start_of(marks: Marks) -> int:
    """Return the offset of a scalar or collection."""
    if isinstance(marks, Shifted):
        return start_of(marks.marks) + marks.by
    return marks if isinstance(marks, int) else start_of(marks[0])


class _UnreadableError(Exception):
    """The rest of the file cannot be read or is not worth reading; `args` is the problem to record."""


class _TooDeepError(_UnreadableError):
    """Nesting is what stops the parser there."""


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet."""

    values: list[Data]
    marks: list[Marks]
    anchor: str | None = None
    size: int = 1


class Builder:
    """Turns the events of one document into data and marks; afterwards `root` is None if there is no document."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.root: Data | None = None
        self.marks: Marks = 0
        self.stopped_at = -1
        self.problems: list[tuple[int, int, str, str]] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Data, Marks, int]] = {}
        self._unused: dict[str, int] = {}  # the anchors of single values that nothing repeats yet, and where they stand
        self._repeated = 0

    @property
    def anchored(self) -> bool:
        """Whether a value has a name by which others may repeat it."""
        return bool(self._anchors)

    def tell_unused(self) -> None:
        """Report the words behind & that nothing repeats: they are left out of the text without a word."""
        for name, offset in self._unused.items():
            message = f"nothing repeats &{name}, which is no part of the text; put a value that begins with & in quotes"
            self._report(offset, "yaml", message)

    def run(self, text: str) -> bool:
        """Read the text; return False if it cannot be read to the end; the last problem then says why."""
        try:
            if bad := _UNPRINTABLE.search(text):
                message = f"contains an invisible character (U+{ord(bad[0]):04X}); remove it"
                raise _UnreadableError(bad.start(), message)
            self._read(LOADER(text))
        except yaml.MarkedYAMLError as error:
            self._stop(*(self._too_deep(text, error) or _syntax(error, self._lines)))
        except _UnreadableError as stop:
            self._stop(*stop.args)
        return self.stopped_at < 0

    def _too_deep(self, text: str, error: yaml.MarkedYAMLError) -> tuple[int, str] | None:
        """Return the problem if the library failed on nesting before it reported the nested collections.

        Some of its versions have a limit of their own and read ahead to it, so this reads the text before it again.
        """
        seen = error.problem_mark.index if error.problem_mark else 0
        ahead = text[max(0, seen - _READ_AHEAD) : seen]
        if ahead.count("[") + ahead.count("{") < DEEPEST:
            return None
        try:
            Builder(self._lines)._read(LOADER(text[:seen]))
        except _TooDeepError as stop:
            return stop.args
        except (yaml.MarkedYAMLError, _UnreadableError):
            pass
        return None

    def _read(self, parser: _Parser) -> None:
        handlers: dict[type, Callable[[YamlEvent], None]] = {
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
                message = "a second document begins here and raidline does not read it; remove this line"
                self._report(event.start_mark.index, "yaml", message)
                return
            handlers[kind](event)

    def _scalar(self, event: YamlEvent) -> None:
        if event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event)
        if event.anchor is not None and " " in event.value:  # a text, not a word that others are to repeat
            self._unused[event.anchor] = event.start_mark.index
        self._add(event.value, event.start_mark.index, event.anchor, 1)

    def _start(self, event: YamlEvent) -> None:
        if event.tag not in _PLAIN_TAGS:
            self._refuse_tag(event)
        if len(self._open) == DEEPEST:
            raise _TooDeepError(event.start_mark.index, f"is nested more than {DEEPEST} levels deep")
        self._open.append(_Open([], [event.start_mark.index], event.anchor))

    def _end_sequence(self, event: YamlEvent) -> None:
        ended = self._open.pop()
        self._add(ended.values, ended.marks, ended.anchor, ended.size)

    def _end_mapping(self, event: YamlEvent) -> None:
        ended = self._open.pop()
        keys: list[Any] = ended.values[::2]
        try:
            data: dict[str, Data] = dict(zip(keys, ended.values[1::2], strict=True))
        except TypeError:  # a list or a mapping as a key
            data = {}
        if len(data) < len(keys):
            data = self._first_of_each_key(ended)
        self._add(data, ended.marks, ended.anchor, ended.size)

    def _first_of_each_key(self, ended: _Open) -> dict[str, Data]:
        """Keep what can be kept of a mapping with repeated or impossible keys; its marks stay in step."""
        data: dict[str, Data] = {}
        kept: list[Marks] = ended.marks[:1]
        offsets: dict[str, int] = {}
        for key, value, mark, value_mark in zip(
            ended.values[::2], ended.values[1::2], ended.marks[1::2], ended.marks[2::2], strict=True
        ):
            if not isinstance(key, str):
                self._report(start_of(mark), "yaml", "a key is a word or a text, not a list or a mapping")
            elif key in data:
                line, column = self._lines.position(offsets[key])
                message = f"the key {key!r} is repeated; it first appears in line {line}, column {column}"
                self._report(start_of(mark), "repeated-key", message)
            else:
                data[key], offsets[key] = value, start_of(mark)
                kept += (mark, value_mark)
        ended.marks = kept
        return data

    def _alias(self, event: YamlEvent) -> None:
        name, offset = event.anchor, event.start_mark.index
        self._unused.pop(name, None)
        if any(collection.anchor == name for collection in self._open):
            raise _UnreadableError(offset, f"*{name} is inside the value that it repeats")
        if name not in self._anchors:
            message = f"no &{name} comes before this; put a value that begins with * in quotes"
            raise _UnreadableError(offset, message)
        value, marks, size = self._anchors[name]
        self._repeated += size
        if self._repeated > MOST_REPEATED:
            raise _UnreadableError(offset, "repeats too much of the file with * (an alias bomb?)")
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

    def _refuse_tag(self, event: YamlEvent) -> None:
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
