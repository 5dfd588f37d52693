"""YAML as it is written: each key and value with its span, its anchor, and the comments that belong to it.

For text in which `reading.loads` finds no error. A comment on a line of its own belongs to the entry after it, or to
the foot of the collection with the same indentation; a comment after a value belongs to that value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from raidline.yamltext.building import Data
from raidline.yamltext.collector import no_garbage_collection
from raidline.yamltext.reading import raw_events

_COMMENT = re.compile(r"(?:(?<=\s)|(?<![\s\S]))#[^\r\n]*")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*|\s+|(?<=\s)#[^\r\n]*)*")
_LINE_END = re.compile(r"(?:\r\n?|\n)\Z")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+(#[^\r\n]*))?")


@dataclass(slots=True)
class Comment:
    """A comment, from its `#` to the end of the line; `blanks` counts the empty lines before it."""

    text: str
    start: int
    column: int
    blanks: int


@dataclass(slots=True, eq=False)
class Node:
    """A value or a key. It begins at `start` with its anchor and tag, at `content` without them.

    `end` is just after its last character, without its comments and line end. `column` is where its keys or dashes
    begin, counted from 0. An alias has the node that it repeats as `target`.
    """

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    content: int
    end: int
    column: int
    flow: bool = True
    anchor: str | None = None
    text: str = ""
    entries: list[Entry] = field(default_factory=list)
    foot: list[Comment] = field(default_factory=list)
    target: Node | None = None

    def data(self) -> Data:
        """Return the value with aliases replaced by what they repeat."""
        if self.target is not None:
            return self.target.data()
        if self.kind == "mapping":
            return {entry.name: entry.value.data() for entry in self.entries}
        if self.kind == "sequence":
            return [entry.value.data() for entry in self.entries]
        return self.text

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in this value, including those beside its entries and at its foot."""
        for entry in self.entries:
            yield from entry.above
            yield from entry.beside
            yield from entry.value.comments()
        yield from self.foot

    def all_nodes(self) -> Iterator[Node]:
        """Yield this node and those in it, in the order of the text, without following aliases."""
        yield self
        for entry in self.entries:
            if entry.key:
                yield entry.key
            yield from entry.value.all_nodes()


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, or a list item, which begins at its dash; `blanks` counts the empty lines before it."""

    key: Node | None
    start: int
    blanks: int = 0
    value: Node = field(default_factory=lambda: Node("scalar", 0, 0, 0, 0))
    above: list[Comment] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the key as text; empty for an item."""
        key = self.key and (self.key.target or self.key)
        return key.text if key else ""


def grow(text: str) -> Entry:
    """Return the content of the text as an entry without a key; `text` has no problems."""
    grower = _Grower(text)
    with no_garbage_collection():
        for event in raw_events(text):
            grower.take(event)
    return grower.root


class _Grower:
    def __init__(self, text: str) -> None:
        self._text = text
        self._line_feed = "\n" if "\n" in text else "\r"
        self._end = 0  # of the last token that is not a comment
        self._open: list[tuple[Node, Entry]] = []
        self._closed: list[Node] = []  # block collections that ended after it
        self._fresh: Entry | None = None  # the outermost entry that began after it
        self._last: Entry | None = None  # the entry that a comment after the last token belongs to
        self._column_of_fresh = 0
        self._awaits_value = False
        self._anchors: dict[str, Node] = {}
        self.root = Entry(None, 0)

    def take(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events, which only `reading` knows
        name = type(event).__name__
        start, end = event.start_mark.index, event.end_mark.index
        if name == "ScalarEvent":
            self._scalar(event, start, end)
        elif name == "AliasEvent":
            node = Node("alias", start, start, end, 0, text=event.anchor, target=self._anchors[event.anchor])
            self._read(self._place(node), start, end)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self._begin(event, "mapping" if name.startswith("M") else "sequence", start, end)
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self._finish(start, end)
        elif name == "DocumentEndEvent":
            self._gap(start, None, self.root.value)
            # Nothing can follow the mark `...`, so comments after it belong to the document alone.
            self._end, self._last, self._closed = end, None, []
            self._gap(len(self._text), None, self.root.value)

    def _scalar(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 - as above
        content = self._content(event, start)
        if event.style in ("|", ">"):
            end = content + len(self._trimmed(self._text[content:end]))
        node = Node("scalar", start, content, end, 0, anchor=event.anchor, text=event.value)
        entry = self._place(node)
        self._read(entry, content, end)
        if event.style in ("|", ">") and (header := _BLOCK_HEADER.match(self._text, content)) and header[1]:
            entry.beside.append(self._comment(header[1], header.start(1), 0))

    def _begin(self, event: Any, kind: Literal["mapping", "sequence"], start: int, end: int) -> None:  # noqa: ANN401 - as above
        flow = bool(event.flow_style)
        content = self._content(event, start) if flow else end
        if not flow and start < end and self._text[end - 1] == "-":
            content -= 1  # libyaml reports an unindented list at the end of its first dash
        node = Node(kind, start, content, end, self._column(content), flow, event.anchor)
        entry = self._place(node)
        if flow:
            self._read(entry, content, end)
        self._open.append((node, entry))
        self._awaits_value = False

    def _finish(self, start: int, end: int) -> None:
        node, entry = self._open[-1]
        if node.flow:
            self._gap(start, None, node)
            self._end, self._last = end, entry
            if not node.entries:  # no entry for the comments to follow
                entry.above += node.foot
                node.foot = []
        else:
            self._closed.append(node)
        node.end = self._end
        self._open.pop()
        self._awaits_value = False

    def _place(self, node: Node) -> Entry:
        """Return the entry whose key or value is this node."""
        if node.anchor:
            self._anchors[node.anchor] = node
        if not self._open:
            self.root.value = node
            self._fresh = self.root
            return self.root
        parent = self._open[-1][0]
        if self._awaits_value:
            self._awaits_value = False
            parent.entries[-1].value = node
            return parent.entries[-1]
        if parent.kind == "mapping":
            entry = Entry(node, node.start)
            self._awaits_value = True
        else:
            entry = Entry(None, self._dash(parent, node), value=node)
        parent.entries.append(entry)
        if self._fresh is None:
            self._fresh, self._column_of_fresh = entry, parent.column
        return entry

    def _dash(self, parent: Node, node: Node) -> int:
        if parent.flow:
            return node.start
        if not parent.entries:
            return parent.content
        found = re.search(rf"(?<=[\r\n]) {{{parent.column}}}-", self._text[self._end : node.start + 1])
        return self._end + found.end() - 1 if found else node.start

    def _read(self, entry: Entry, start: int, end: int) -> None:
        self._gap(start, self._fresh or entry)
        self._end, self._last, self._fresh, self._closed = end, entry, None, []

    def _content(self, event: Any, start: int) -> int:  # noqa: ANN401 - as above
        if event.anchor is None and event.tag is None:
            return start
        found = _PROPERTIES.match(self._text, start)
        return found.end() if found else start

    @staticmethod
    def _trimmed(block: str) -> str:
        """Return a block text without its trailing lines, except empty lines that its header keeps."""
        header = _BLOCK_HEADER.match(block)
        if header and "+" in header[0].partition("#")[0]:
            return _LINE_END.sub("", block)
        return block.rstrip()

    def _column(self, offset: int) -> int:
        return offset - 1 - self._text.rfind(self._line_feed, 0, offset)

    def _comment(self, text: str, start: int, blanks: int) -> Comment:
        return Comment(text.rstrip(), start, self._column(start), blanks)

    def _gap(self, stop: int, following: Entry | None, default: Node | None = None) -> None:
        """Give the comments before `stop` to what they belong to; at the very end, to the foot of `default`."""
        begin = self._end
        for found in _COMMENT.finditer(self._text, begin, stop) if self._text.find("#", begin, stop) >= 0 else ():
            lines = self._text.count("\n", begin, found.start())
            comment = self._comment(found[0], found.start(), max(lines - 1, 0))
            if begin == self._end and not lines and self._last:
                self._last.beside.append(comment)
            elif (foot := self._above_foot(comment.column, following)) or (following is None and (foot := default)):
                foot.foot.append(comment)
            elif following:
                following.above.append(comment)
                self._closed = []
            begin = found.end()
        if self._fresh:
            self._fresh.blanks = max(self._text.count("\n", begin, self._fresh.start) - 1, 0)

    def _above_foot(self, column: int, following: Entry | None) -> Node | None:
        """Return the outermost collection that ended above a comment indented like its entries.

        A comment that is indented no deeper than the entry after it belongs to that entry.
        """
        if following and column <= self._column_of_fresh:
            return None
        fitting = [node for node in reversed(self._closed) if node.column <= column]
        if not fitting:
            return None
        best = max(fitting, key=lambda node: node.column)
        self._closed = self._closed[self._closed.index(best) :]  # later comments cannot belong further in
        return best
