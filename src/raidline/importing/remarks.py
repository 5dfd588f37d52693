"""What is said about an import: each remark once, with the records that it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_EXAMPLES = 3  # texts of one kind that are named one by one
_SHOWN = 60


class Remarks:
    """Remarks on records, in the order in which they first occur; `unread` counts the cells that could not be read."""

    def __init__(self) -> None:
        self.unread = 0
        self._found: dict[tuple[str, str], dict[str, list[str]]] = {}

    def say(self, where: str, remark: str) -> None:
        """Add a remark on a record."""
        self._found.setdefault((remark, ""), {}).setdefault("", []).append(where)

    def keep(self, where: str, name: str, text: str, why: str, then: str = "; kept in notes") -> None:
        """Add that a text could not be read as what `name` says, and what was done then."""
        self.unread += 1
        self._found.setdefault((name, why + then), {}).setdefault(text[:_SHOWN], []).append(where)

    def lines(self) -> Iterator[str]:
        """Yield a line for each remark; many different texts of one kind share a line, with examples."""
        for (what, why), texts in self._found.items():
            if not why:
                yield f"{_listed(texts[''])}: {what}"
            elif len(texts) <= _EXAMPLES:
                for text, places in texts.items():
                    yield f"{_listed(places)}: {what} {text!r} {why}"
            else:
                shown = ", ".join(map(repr, list(texts)[:_EXAMPLES]))
                places = [place for found in texts.values() for place in found]
                number = f"{len(texts):,} different texts"
                head, then, tail = why.rpartition("; ")
                yield f"{_listed(places)}: {what} {head or tail} ({number}, such as {shown}){then and then + tail}"


def _listed(places: Sequence[str]) -> str:
    return places[0] if len(places) == 1 else f"{places[0]} and {len(places) - 1:,} more"
