"""Choices and texts out of bytes, so that what a fuzzer mutates is what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Choices and texts out of bytes; zeros and empty texts where there are no more."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def number(self, below: int) -> int:
        """Return a number from 0 to below `below`."""
        taken = 1 if below <= 256 else 2
        found = self._data[self._at : self._at + taken]
        self._at += taken
        return int.from_bytes(found, "big") % below

    def one_of(self, values: Sequence[T]) -> T:
        """Return one of the values."""
        return values[self.number(len(values))]

    def text(self) -> str:
        """Return a text that a YAML file could hold, never a blank one."""
        length = self.number(64)
        raw = self._data[self._at : self._at + length]
        self._at += length
        text = raw.decode("utf-8", "replace")
        return text if text.strip() else "text"
