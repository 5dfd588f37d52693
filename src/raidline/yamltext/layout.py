"""YAML laid out again in the style of `dumping`, with its comments and anchors kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from raidline.yamltext.dumping import Dumpable, entry_lines, flagged, lines_of, scalar
from raidline.yamltext.tree import Comment, Entry, Node


class Layout:
    """Lays out nodes in their new order.

    A value that an alias repeats is written in full where it comes first, and as `*name` after that.
    """

    def __init__(self) -> None:
        self._named: dict[str, Node] = {}

    def entry(self, entry: Entry, width: int, depth: int) -> tuple[list[Comment], list[str]]:
        """Return the comments to put above a key or an item, and its lines, not indented.

        The comments above an item include those above its first key: no line separates it from the dash.
        """
        label = f"{self._key(entry.key)}:" if entry.key else "-"
        above = list(entry.above)
        node, name = self._resolved(entry.value)
        label += f" {name}" if name else ""
        if node is None:
            lines = [label]
        elif _is_bare(node) and (entry.key or name) and not (name and not entry.key and node.kind == "mapping"):
            lines = entry_lines(label, flagged(entry.name if entry.key else "", _dumpable(node)), width, depth)
        elif _is_bare(node) and not name:
            lines = lines_of([_dumpable(node)], width, depth)
        elif (flow := self._flow(node)) and len(label) + 1 + len(flow) <= width:
            lines = [f"{label} {flow}"]
            self._note(node)
        else:
            (first_above, first), *others = self.entries(node, width - 2, depth + 1)
            rest = [line for texts, own in others for line in [*_texts(texts), *own]] + _texts(node.foot)
            if label == "-":
                above += first_above
                lines = [f"- {first[0]}", *_indented([*first[1:], *rest])]
            else:
                lines = [label, *_indented([*_texts(first_above), *first, *rest])]
        return above, ["  ".join([lines[0], *_texts(entry.beside)]), *lines[1:]]

    def entries(self, node: Node, width: int, depth: int) -> list[tuple[list[Comment], list[str]]]:
        """Return the same for each entry of a collection."""
        return [self.entry(child, width, depth) for child in node.entries]

    def _resolved(self, node: Node) -> tuple[Node | None, str]:
        """Return the node to write, or None if only its name is written, and the name with & or *."""
        target = node.target or node
        name = node.text if node.target else node.anchor
        if not name:
            return target, ""
        if self._named.get(name) is target:
            return None, f"*{name}"
        self._named[name] = target
        return target, f"&{name}"

    def _key(self, node: Node) -> str:
        target, name = self._resolved(node)
        if target is None:
            return f"{name} "
        return f"{name} {scalar(target.text)}".lstrip()

    def _flow(self, node: Node) -> str | None:
        """Return a list or mapping of scalars and aliases in brackets; None if it contains more than those."""
        if not node.entries or node.foot or any(child.above or child.beside for child in node.entries):
            return None
        keeping, parts = dict(self._named), []
        for child in node.entries:
            target, name = self._resolved(child.value)
            if target is not None and target.kind != "scalar":
                self._named = keeping
                return None
            key = f"{scalar(child.name, in_brackets=True)}: " if child.key else ""
            told = flagged(child.name if child.key else "", target.text if target else "")
            value = scalar(told, in_brackets=True) if target else ""
            parts.append(key + f"{name} {value}".strip())
        self._named = keeping
        return f"[{', '.join(parts)}]" if node.kind == "sequence" else f"{{{', '.join(parts)}}}"

    def _note(self, node: Node) -> None:
        """Remember the anchors within what has been written in brackets."""
        for child in node.entries:
            self._resolved(child.value)


def _is_bare(node: Node) -> bool:
    """Whether a value contains no comments, anchors or aliases."""
    return not node.foot and all(
        not (child.above or child.beside or child.value.anchor or child.value.target)
        and not (child.key and (child.key.anchor or child.key.target))
        and _is_bare(child.value)
        for child in node.entries
    )


def _dumpable(node: Node) -> Dumpable:
    return cast(Dumpable, node.data())


def _texts(comments: Iterable[Comment]) -> list[str]:
    return [comment.text for comment in comments]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]
