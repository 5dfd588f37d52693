"""What readers are told of each event besides the usual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.timeline.query import Query


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether the id of each event is told, every quote, and the addresses of all sources.

    The words that `search` looks for are marked on a terminal, and the quotes that hold them always told.
    """

    ids: bool = False
    quotes: bool = False
    urls: bool = False
    search: Query | None = None

    @property
    def more(self) -> bool:
        """Whether more than the usual is told."""
        return self.ids or self.quotes or self.urls


USUAL = Shown()
