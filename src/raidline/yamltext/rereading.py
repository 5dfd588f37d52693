"""A changed file of events read again, and a change made to it, without reading all of it: only the events around it.

This holds because the items of a list of lines, one below the other, are independent of each other: whatever stands
before the line of a dash, the parser reads on from there in the same way. Anchors and aliases would connect them; then,
and whenever anything else is not as simple as it looks, the whole text is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from raidline.errors import RaidlineError
from raidline.files.lines import Lines, alike_at_end, alike_at_start
from raidline.yamltext.building import Data, Marks, Shifted, start_of
from raidline.yamltext.reading import Document, loads

_DASH = re.compile(r" *- +")
_NEWLINE = re.compile(r"\r\n?|\n")
_BESIDE = 2  # events on each side of a change that are read again with it


def reread(before: Document, text: str) -> Document:
    """Return what `loads` returns for the text, fast if it differs in one place from that of `before`."""
    if text == before.lines.text:
        return before
    return _reread(before, text) or loads(text, before.path)


def edited(document: Document, index: int, edit: Callable[[str, int], str]) -> str:
    """Return the text of a document after `edit`, which gets a text and the index of an event in it.

    If possible, that text holds only the event before which something is inserted, or which is changed, and those
    around it. An index beyond the last event means the end.
    """
    events = _Events.of(document)
    text = document.lines.text
    if events is None:
        return edit(text, index)
    at = min(index, len(events.starts))
    first, last = max(0, at - _BESIDE), at + _BESIDE
    if not events.are_plain(first, last):
        return edit(text, index)
    head, start, end = events.span(first, last)
    try:
        changed = edit(head + text[start:end], index if index > at else index - first)
    except RaidlineError:  # which would name a line of that part
        return edit(text, index)
    return text[:start] + changed[len(head) :] + text[end:]


@dataclass(frozen=True, slots=True)
class _Events:
    """The list of events of a document: its items, their marks, and the offset at which each begins."""

    text: str
    items: list[Data]
    marks: list[Marks]
    starts: list[int]

    @classmethod
    def of(cls, document: Document) -> _Events | None:
        """Return the events of a document that contains nothing else and whose events are independent."""
        data = document.data
        if document.problems or document.anchored or not isinstance(data, dict) or list(data) != ["events"]:
            return None
        if not isinstance(items := data["events"], list) or not items:
            return None
        marks: Any = document.marks
        _, *of_items = marks[2]
        return cls(document.lines.text, items, of_items, [start_of(mark) for mark in of_items])

    def are_plain(self, first: int, last: int) -> bool:
        """Whether the events from `first` to before `last`, and the one after them, each begin after a dash."""
        return all(_DASH.fullmatch(self.text, self._line(n), self.starts[n]) for n in self._range(first, last + 1))

    def span(self, first: int, last: int) -> tuple[str, int, int]:
        """Return what has to stand before the events from `first` to before `last`, and where they begin and end."""
        end = self._line(last) if last < len(self.starts) else len(self.text)
        if not first:
            return "", 0, end
        found = _NEWLINE.search(self.text)
        return f"events:{found[0] if found else ''}", self._line(first), end

    def _range(self, first: int, last: int) -> range:
        return range(first, min(last, len(self.starts)))

    def _line(self, number: int) -> int:
        """Return where the line of an event's dash begins."""
        start = self.starts[number]
        return max(self.text.rfind("\n", 0, start), self.text.rfind("\r", 0, start)) + 1


def _reread(before: Document, text: str) -> Document | None:
    events = _Events.of(before)
    part = None if events is None else _changed(events, text, before.path)
    if events is None or part is None or not _goes_on(events, part):
        return None
    first, last, moved = part.first, part.last, part.moved
    items = [*events.items[:first], *part.events.items, *events.items[last:]]
    inside = [_moved(mark, part.offset) for mark in part.events.marks]
    below = [_moved(mark, moved) for mark in events.marks[last:]] if moved else events.marks[last:]
    whole: Any = before.marks if first else part.document.marks
    top, key, (of_list, *_) = whole
    marks = [top, key, [of_list, *events.marks[:first], *inside, *below]]
    return Document(before.path, {"events": items}, (), marks, Lines(text))


@dataclass(frozen=True, slots=True)
class _Part:
    """The events from `first` to before `last` of an earlier version, as they are now, in a document of their own.

    A position in it is one in the new text after `offset`; what follows in the earlier text is `moved` there.
    """

    first: int
    last: int
    document: Document
    events: _Events
    offset: int
    moved: int


def _changed(before: _Events, text: str, path: str) -> _Part | None:
    """Return the events around all that differs; None if they are not as plain as that."""
    same = alike_at_start(before.text, text)
    same_at_end = alike_at_end(before.text, text, same)
    moved = len(text) - len(before.text)
    first = max(0, bisect_right(before.starts, same) - _BESIDE)
    last = bisect_left(before.starts, len(before.text) - same_at_end) + _BESIDE
    if not before.are_plain(first, last):
        return None
    head, start, end = before.span(first, last)
    document = loads(head + text[start : end + moved], path)
    read = _Events.of(document)
    return _Part(first, last, document, read, start - len(head), moved) if read else None


def _is_reached(before: _Events, part: _Part) -> bool:
    """Whether the last event that was read, which is as it was before, begins where it did."""
    return part.events.starts[-1] + part.offset == before.starts[part.last - 1] + part.moved


def _goes_on(before: _Events, part: _Part) -> bool:
    """Whether the events after those that were read are reached as before: the last one read is the same and there."""
    if part.last >= len(before.starts):
        return True
    return part.events.items[-1] == before.items[part.last - 1] and _is_reached(before, part)


@dataclass(frozen=True, slots=True)
class Outline:
    """A text and where each of its events begins: enough to read another version of it only where it differs."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Outline | None:
        """Return the outline of a document that contains nothing but independent events."""
        events = _Events.of(document)
        return cls(events.text, tuple(events.starts)) if events else None


@dataclass(frozen=True, slots=True)
class Change:
    """The events from `first` to before `last` of an earlier version as they are now, and the outline of the new text.

    `goes_on` says that events follow; they are as they were if the last one in `document` is.
    """

    first: int
    last: int
    document: Document
    outline: Outline
    goes_on: bool


def change_of(before: Outline, text: str, path: str) -> Change | None:
    """Return what differs in a text from an earlier version of it; None if all of it has to be read."""
    events = _Events(before.text, [], [], [*before.starts])
    part = _changed(events, text, path)
    goes_on = part is not None and part.last < len(before.starts)
    if part is None or (goes_on and not _is_reached(events, part)):
        return None
    inside = (start + part.offset for start in part.events.starts)
    below = (start + part.moved for start in before.starts[part.last :])
    outline = Outline(text, (*before.starts[: part.first], *inside, *below))
    return Change(part.first, min(part.last, len(before.starts)), part.document, outline, goes_on)


def _moved(mark: Marks, by: int) -> Marks:
    return Shifted(mark.marks, mark.by + by) if isinstance(mark, Shifted) else Shifted(mark, by)
