"""What was read and is no event, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of the text that was not made an event, and why; `undated` when its date was not resolved."""

    start: int
    end: int
    reason: str
    undated: bool = False
