"""Days on which something happened, as spans, of which one asks often whether they meet another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(slots=True)
class Spans:
    """Spans of days, first and last inclusive, in order; those that share a day are kept as one."""

    _firsts: list[date] = field(default_factory=list)
    _lasts: list[date] = field(default_factory=list)

    def meet(self, first: date, last: date) -> bool:
        """Whether any of them shares a day with another span."""
        before = bisect_right(self._firsts, last)  # those that begin by then; the latest of them also ends last
        return before > 0 and self._lasts[before - 1] >= first

    def add(self, first: date, last: date) -> None:
        """Add a span."""
        start, end = bisect_left(self._lasts, first), bisect_right(self._firsts, last)
        if start < end:
            first, last = min(first, self._firsts[start]), max(last, self._lasts[end - 1])
        self._firsts[start:end], self._lasts[start:end] = [first], [last]
