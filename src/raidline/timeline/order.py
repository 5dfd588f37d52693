"""In which order entries are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What comes first: the earliest event, the latest, or the one that most publishers report."""

    DATE = "date"
    NEWEST = "newest"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Order:
    """An order of entries, or its reverse."""

    by: Sort = Sort.DATE
    reverse: bool = False

    @property
    def backwards(self) -> bool:
        """Whether later events come before earlier ones."""
        return (self.by is Sort.NEWEST) != self.reverse


BY_DATE = Order()
