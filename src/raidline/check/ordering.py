"""Events put in order: each moves as it stands, with the comments above it."""

from __future__ import annotations

from collections.abc import Sequence

from raidline.yamltext.reading import loads
from raidline.yamltext.tree import Entry, grow


def reordered(text: str, order: Sequence[int]) -> str:
    """Return the text with the items of `events:` in the order of these indices; as it was where that cannot be done.

    Comments with an empty line below them, at the top of the list, stay at the top. What an alias repeats has to stand
    above it, and a list in brackets has no lines of its own: both are left to `raidline fmt`.
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
    """Return where an item begins, with the comments above it that are its own."""
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
