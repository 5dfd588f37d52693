"""Events put in order: each moves as it is written, with the comments above it."""

from __future__ import annotations

from collections.abc import Sequence

from raidline.yamltext.reading import loads
from raidline.yamltext.tree import Entry, grow


def reordered(text: str, order: Sequence[int]) -> str:
    """Return the text with the items of `events:` in the order of these indices, or unchanged if that is impossible.

    Comments followed by an empty line at the top of the list stay at the top. A value that an alias repeats must come
    first, and a list in brackets has no lines of its own: `raidline fmt` handles both.
    """
    events = next(entry.value for entry in grow(text).value.entries if entry.name == "events")
    if events.flow or len(events.entries) != len(order) or any(node.target for node in events.all_nodes()):
        return text
    starts = [_line_start(text, _top(entry, first=not n)) for n, entry in enumerate(events.entries)]
    end = _line_start(text, events.foot[0].start) if events.foot else max(events.end, starts[-1])
    ends = [*starts[1:], end]
    if any("\n" not in text[start:stop] for start, stop in zip(starts, ends[:-1], strict=False)):
        return text
    blocks = [text[start:stop] for start, stop in zip(starts, ends, strict=True)]
    bodies = [block.rstrip() for block in blocks]
    gaps = [block[len(body) :] for block, body in zip(blocks, bodies, strict=True)]
    moved = "".join(bodies[place] + gap for place, gap in zip(order, gaps, strict=True))
    new = text[: starts[0]] + moved + text[end:]
    return new if _events(new) == [_events(text)[place] for place in order] else text


def _top(entry: Entry, *, first: bool) -> int:
    """Return where an item begins, including the comments above it that belong to it."""
    start = entry.start
    for comment, below in zip(
        reversed(entry.above), [entry.blanks, *(c.blanks for c in reversed(entry.above))], strict=False
    ):
        if first and below:
            break
        start = comment.start
    return start


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _events(text: str) -> list[object]:
    data = loads(text, "").data
    events = data.get("events") if isinstance(data, dict) else None
    return list(events) if isinstance(events, list) else []
