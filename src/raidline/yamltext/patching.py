"""Changes to a YAML text that leave every other character as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from raidline.errors import RaidlineError
from raidline.yamltext.building import Data
from raidline.yamltext.dumping import WIDTH, Dumpable, entry_lines, lines_of, scalar
from raidline.yamltext.reading import loads
from raidline.yamltext.tree import Entry, Node, grow

_LINE_END = re.compile(r"\r\n?|\n")
_COMMENT_BELOW = re.compile(r"[\r\n]+(?:[ \t]*[\r\n]+)*([ \t]*)#")
_KEEPS = re.compile(r"[|>][0-9]?\+")
_TEXT_BELOW = re.compile(r"(?:^|[ ])[|>]-?(?:  #.*)?$")
_INSIDE = 9  # deeper than the levels at which `dumping` separates items by blank lines


class Patch:
    """Changes to one text, all addressed by its original keys; `result` returns the text with the changes.

    RaidlineError if the text is not YAML or if an alias repeats the part to change. KeyError or IndexError for keys
    that lead nowhere.
    """

    def __init__(self, text: str) -> None:
        for problem in loads(text, "").problems:
            where = f"line {problem.line}, column {problem.column}: " if problem.line else "the file "
            raise RaidlineError(f"{where}{problem.message}; nothing was changed")
        self._text = text
        self._line_feed = "\n" if "\n" in text else "\r"
        found = _LINE_END.search(text)
        self._newline = found[0] if found else "\n"
        self._edits: list[tuple[int, int, str]] = []
        self._root = grow(text)
        self._aliases = [node for node in self._root.value.all_nodes() if node.target]

    def result(self) -> str:
        """Return the text with all changes."""
        text = self._text
        numbered = ((start, end, n, new) for n, (start, end, new) in enumerate(self._edits))
        for start, end, _, new in sorted(numbered, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def data(self) -> Data:
        """Return the data of the text before the changes, as a copy that the caller owns."""
        return self._root.value.data()

    def items(self, keys: Sequence[str | int]) -> int:
        """Return the length of the list that the keys lead to; an empty value is an empty list."""
        return len(self._path(keys)[-1].value.entries)

    def change(self, keys: Sequence[str | int], new: Dumpable) -> None:
        """Replace a value, rewriting as little as possible."""
        path = self._path(keys)
        if not self._change_in_place(path[-1], new, in_flow=path[-2].value.flow if keys else False):
            depth = next((n for n, entry in enumerate(path[:-1]) if entry.value.flow), len(keys))
            self._change(path[depth], _with(path[depth].value.data(), keys[depth:], new))

    def insert(self, keys: Sequence[str | int], items: Sequence[tuple[int, Dumpable]], *, apart: bool = False) -> None:
        """Insert items into a list, each before the item now at its index, after a blank line if the others have one.

        `apart` decides if the list has fewer than two items and so shows no habit.
        """
        entry = self._path(keys)[-1]
        if entry.value.kind == "sequence" and entry.value.entries and not entry.value.flow:
            self._refuse_repeated(entry.value)
            for index, new in items:
                self._insert(entry.value, index, new, apart=apart)
            return
        whole = entry.value.data() or []
        if not isinstance(whole, list):
            raise RaidlineError(f"{self._line_of(entry)}: {entry.name} takes a list")
        self.change(keys, with_items(whole, items))

    def put(self, keys: Sequence[str | int], name: str, new: Dumpable, order: Sequence[str]) -> None:
        """Set a key of a mapping; a new key goes after the last of those that come before it in `order`."""
        entry = self._path(keys)[-1]
        node = entry.value
        before = [one for one in node.entries if one.name in order[: order.index(name)]]
        if any(one.name == name for one in node.entries):
            self.change([*keys, name], new)
        elif node.flow or not before:
            held = node.data()
            self.change(keys, {**(held if isinstance(held, dict) else {}), name: new})
        else:
            self._refuse_repeated(node)
            self._add_below(before[-1], entry_lines(f"{name}:", new, self._room(node), _INSIDE), node)

    def _path(self, keys: Sequence[str | int]) -> list[Entry]:
        """Return the entries from the root to the one that the keys lead to."""
        path = [self._root]
        for key in keys:
            self._refuse_repeated(path[-1].value)
            path.append(_member(path[-1].value, key))
        return path

    def _change_in_place(self, entry: Entry, new: Dumpable, *, in_flow: bool) -> bool:
        """Write one scalar that takes up one line over another; return False if lines have to be laid out."""
        node, where = entry.value, slice(entry.value.content, entry.value.end)
        if node.entries or not isinstance(new, str | int | float) or not self._text[where]:
            return False
        if _LINE_END.search(self._text, node.content, node.end):
            return False
        if self._text[node.content] in "|>[{" or (not in_flow and len(lines_of([new], self._room(node), _INSIDE)) > 1):
            return False
        self._write(where.start, where.stop, scalar(new, in_brackets=in_flow), node)
        return True

    def _change(self, entry: Entry, new: Dumpable) -> None:
        """Change what differs in an entry that is not within brackets."""
        node = entry.value
        if node.data() == typed(new):
            return
        if node.target is None:
            self._refuse_repeated(node)
        if not self._change_in_place(entry, new, in_flow=False):
            self._rewrite(entry, new)

    def _insert(self, node: Node, index: int, new: Dumpable, *, apart: bool) -> None:
        entries = node.entries
        if len(entries) > 1:
            apart = any((child.above[0].blanks if child.above else child.blanks) for child in entries[1:])
        lines = lines_of([new], self._room(node), _INSIDE)
        if index:
            above = entries[min(index, len(entries)) - 1]
            self._add_below(above, [""] * (apart and not self._owns_blanks(above)) + lines, node)
        elif self._begins_line(entries[0]):
            at = self._lead(entries[0])
            lines += [*self._divider(at - 1, lines, node.column), *[""] * apart]
            self._write(at, at, "".join(f"{line}{self._newline}" for line in _indented(lines, node)))
        else:
            raise RaidlineError(f"{self._line_of(entries[0])}: a list begins within a line; run `raidline fmt` first")

    def _rewrite(self, entry: Entry, new: Dumpable) -> None:
        """Lay out a whole entry again, with its comments after its first line."""
        node, key = entry.value, entry.key
        start, end = entry.start, self._below(entry)
        if entry is self._root:
            raise RaidlineError("the whole file is in brackets; run `raidline fmt` first")
        width = WIDTH - self._column(start)
        label = self._text[key.start : self._text.index(":", key.end) + 1] if key else ""
        lines = entry_lines(label, new, width, _INSIDE) if label else lines_of([new], width, _INSIDE)
        comments = [*entry.above, *entry.beside, *node.comments()]
        texts = [c.text for c in sorted(comments, key=lambda c: c.start) if start <= c.start < end]
        lines[0] = "  ".join([lines[0], *texts])
        first, *rest = lines
        margin = " " * self._column(start)
        rest += self._divider(end, lines, self._column(start))
        text = self._newline.join([first, *(f"{margin}{line}" if line else line for line in rest)])
        self._write(start, end, text, node)

    def _add_below(self, entry: Entry, lines: Sequence[str], node: Node) -> None:
        at = self._below(entry)
        lines = [*lines, *self._divider(at, lines, node.column)]
        self._write(at, at, "".join(f"{self._newline}{line}" for line in _indented(lines, node)))

    def _divider(self, at: int, lines: Sequence[str], column: int) -> list[str]:
        """Return an empty comment if a block text would swallow the comment below, which is indented like it."""
        below = _COMMENT_BELOW.match(self._text, at)
        header = max((n for n, line in enumerate(lines[:-1]) if _TEXT_BELOW.search(line)), default=None)
        if below is None or header is None:
            return []
        margin = len(lines[header + 1]) - len(lines[header + 1].lstrip())
        last = all(line.startswith(" " * margin) for line in lines[header + 1 :] if line)
        return ["#"] if last and len(below[1]) >= column + margin else []

    def _write(self, start: int, end: int, new: str, *over: Node) -> None:
        """Record an edit; RaidlineError if an alias elsewhere repeats something in `over`."""
        if self._aliases:
            inside = {part for node in over for part in node.all_nodes()}
            for alias in self._aliases:
                if alias.target in inside and alias not in inside:
                    self._refuse(alias)
        self._edits.append((start, end, new))

    def _refuse_repeated(self, node: Node) -> None:
        for alias in self._aliases:
            if alias is node or alias.target is node:
                self._refuse(alias)

    def _refuse(self, alias: Node) -> None:
        raise RaidlineError(
            f"line {self._line(alias.start)}: *{alias.text} repeats the value to change; write that value out first"
        )

    def _below(self, entry: Entry) -> int:
        """Return the end of the last line of an entry, including the comments in it and after it."""
        comments = [*entry.beside, *entry.value.comments()]
        last = max([entry.value.end, entry.start + 1, *(c.start for c in comments)])
        found = _LINE_END.search(self._text, last)
        return found.start() if found else len(self._text)

    def _lead(self, entry: Entry) -> int:
        """Return the start of the line in which an entry begins, or of the first comment above it."""
        start = min([entry.start, *(c.start for c in entry.above)])
        return start - self._column(start)

    def _owns_blanks(self, entry: Entry) -> bool:
        """Whether an entry ends in a text that includes all blank lines below it."""
        node = entry.value
        while node.entries:
            node = node.entries[-1].value
        return bool(_KEEPS.match(self._text, node.content))

    def _begins_line(self, entry: Entry) -> bool:
        return not self._text[entry.start - self._column(entry.start) : entry.start].strip()

    def _column(self, offset: int) -> int:
        return offset - 1 - self._text.rfind(self._line_feed, 0, offset)

    def _room(self, node: Node) -> int:
        return WIDTH - self._column(node.content)

    def _line(self, offset: int) -> int:
        return len(_LINE_END.findall(self._text, 0, offset)) + 1

    def _line_of(self, entry: Entry) -> str:
        return f"line {self._line(entry.start)}"


def _member(node: Node, key: str | int) -> Entry:
    if isinstance(key, int):
        if node.kind != "sequence":
            raise KeyError(key)
        return node.entries[key]
    for entry in node.entries:
        if entry.name == key and entry.key:
            return entry
    raise KeyError(key)


def _with(data: Dumpable, keys: Sequence[str | int], new: Dumpable) -> Dumpable:
    """Return the data with a new value where the keys lead."""
    if not keys:
        return new
    key, *rest = keys
    if isinstance(data, Mapping):
        return {name: _with(value, rest, new) if name == key else value for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_with(value, rest, new) if n == key else value for n, value in enumerate(data)]
    raise KeyError(key)


def with_items(whole: Sequence[Dumpable], items: Iterable[tuple[int, Dumpable]]) -> list[Dumpable]:
    """Return the list with each item before the one that was at its index, or at the end."""
    changed = [*whole]
    from_the_first = sorted(((min(index, len(whole)), item) for index, item in items), key=itemgetter(0))
    for index, new in reversed(from_the_first):
        changed.insert(index, new)
    return changed


def typed(data: Dumpable) -> Data:
    """Return the data as `reading` would read it again."""
    if isinstance(data, Mapping):
        return {name: typed(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [typed(value) for value in data]
    return str(data)


def _indented(lines: Iterable[str], node: Node) -> list[str]:
    return [f"{' ' * node.column}{line}" if line else line for line in lines]
