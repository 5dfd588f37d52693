"""The canonical form of an events file: events by date and id, keys in the order of the model, one layout.

Events do not change: the file reads the same before and after. A comment stays with the entry below or before it; at
the top of the list, a comment followed by an empty line stays there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel

from raidline.errors import Problem
from raidline.models import Correction, Event, Reading, Says, Source
from raidline.store.load import Record, records_of
from raidline.yamltext.dumping import WIDTH
from raidline.yamltext.layout import Layout
from raidline.yamltext.reading import loads
from raidline.yamltext.tree import Comment, Entry, Node, grow

_MODELS: dict[str, type[BaseModel]] = {"sources": Source, "says": Says, "corrections": Correction, "candidate": Reading}
_MOST_BLANKS = 2

Line = tuple[int, str]  # the number of empty lines before it, and its text


def format_text(text: str, path: Path) -> str | list[Problem]:
    """Return the text in canonical form with its own line ends, or its problems, in which case nothing changes."""
    found = [*records_of(loads(text, str(path)))]
    problems = [one for one in found if isinstance(one, Problem)]
    records = [one for one in found if isinstance(one, Record)]
    if problems or not records:
        return problems or text
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return newline.join(_file(plain, records)) + newline


def _file(text: str, records: Sequence[Record]) -> Iterable[str]:
    root = grow(text)
    [events] = root.value.entries
    order = sorted(range(len(records)), key=lambda n: (records[n].event.date, records[n].event.id, n))
    yield from _head(text, root)
    yield from (comment.text for comment in events.above)
    listed, label = events.value, "events:"
    if listed.anchor:
        label += f" &{listed.anchor}"
    yield "  ".join([label, *(comment.text for comment in events.beside)])
    yield from _lines(_events(listed, order), "  ")
    yield from _lines([(c.blanks, c.text) for c in listed.foot], "  ")
    yield from _lines([(c.blanks, c.text) for c in root.value.foot], "")


def _head(text: str, root: Entry) -> Iterable[str]:
    """Yield the text before the data as it is, and the comments of the braces around it."""
    head = text[: root.value.start].rstrip(" \t")
    if head:
        yield from head.removesuffix("\n").split("\n")
    yield from (c.text for c in root.above if c.start > root.value.start)
    yield from (c.text for c in root.beside)


def _events(listed: Node, order: Sequence[int]) -> Iterable[Line]:
    """Yield the lines of the events, separated by one empty line, or by two where there were more."""
    top = _top(listed.entries[0])
    yield from ((comment.blanks if n else 0, comment.text) for n, comment in enumerate(top))
    layout = Layout()
    for n, place in enumerate(order):
        entry = listed.entries[place]
        _order_keys(entry.value, Event)
        above, lines = layout.entry(entry, WIDTH - 2, 1)
        own, hoisted = above[: len(entry.above)], above[len(entry.above) :]
        chunk = [*((c.blanks, c.text) for c in own), (entry.blanks, ""), *((0, c.text) for c in hoisted)]
        chunk = _joined(chunk, lines)
        blanks, first = chunk[0]
        yield (max(blanks, 1) if n or top else 0), first
        yield from chunk[1:]


def _joined(chunk: list[Line], lines: Sequence[str]) -> list[Line]:
    """Put the first line after the comments, with the empty lines that would follow the last of them."""
    place = next(n for n, (_, text) in enumerate(chunk) if not text)
    blanks = chunk[place][0]
    below = [text for _, text in chunk[place + 1 :]] + list(lines)
    return [*chunk[:place], (blanks, below[0]), *((0, line) for line in below[1:])]


def _top(first: Entry) -> list[Comment]:
    """Take the comments for the whole list from its first event: those followed by an empty line."""
    blanks = [*(comment.blanks for comment in first.above[1:]), first.blanks]
    cut = max((n for n, count in enumerate(blanks, 1) if count and first.above), default=0)
    top, first.above = first.above[:cut], first.above[cut:]
    return top


def _order_keys(node: Node, model: type[BaseModel]) -> None:
    """Put the keys of an event, and of its parts, into the order of the model."""
    node = node.target or node
    if node.kind == "sequence":
        for item in node.entries:
            _order_keys(item.value, model)
        return
    names = list(model.model_fields)
    node.entries.sort(key=lambda entry: names.index(entry.name))
    for entry in node.entries:
        if entry.name in _MODELS:
            _order_keys(entry.value, _MODELS[entry.name])


def _lines(lines: Iterable[Line], indent: str) -> Iterable[str]:
    for blanks, line in lines:
        yield from [""] * min(blanks, _MOST_BLANKS)
        yield f"{indent}{line}" if line else ""
