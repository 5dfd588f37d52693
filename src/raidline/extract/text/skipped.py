"""What was read but is not an event, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of text that did not become an event, and why; `undated` if its date was not resolved."""

    start: int
    end: int
    reason: str
    undated: bool = False
