"""How many, as uncertain as the source says; `raidline.counts.words` lists what can be written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from raidline.values.schema import of_text

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as uncertain as the source says; `low` and `high` are inclusive, None where no bound is known."""

    text: str
    low: int | None
    high: int | None

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str) -> Count:
        """Read a count; the ValueError says what can be written."""
        from raidline.counts.words import read  # noqa: PLC0415 - patterns that what was read before does not need

        return Count(text, *read(text))

    def meets(self, other: Count) -> bool:
        """Whether both can be true."""
        highs = [count.high for count in (self, other) if count.high is not None]
        return not highs or max(self.low or 0, other.low or 0) <= min(highs)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        return of_text(cls, cls.parse, "a count is a text such as 51, `at least 51` or `about 700`")
