"""A time expression as the tagger returns it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from raidline.dates.value import Edtf

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: `text` is the part at `start:end` (half-open) of the untouched text.

    `value` and `mod` are those of TIMEX3 (ISO 8601 with TimeML's additions: 2017-W12, 2009-Q3, XXXX-WXX-1,
    PRESENT_REF). `edtf` is when an event dated with the expression took place, by our conventions; None if it has no
    place in the calendar. `until` is the whole interval if this is its first half ("from [Jan. 28] to Feb. 3"). `how`
    says in words how the value was found.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    edtf: Edtf | None
    how: str
    until: Edtf | None = None

    def bounds(self) -> tuple[date, date]:
        """Return the first and last day of `edtf`, both inclusive; the ends of the calendar where it has none."""
        return self.edtf.bounds() if self.edtf else (date.min, date.max)

    @property
    def earliest(self) -> date | None:
        """The first day of `edtf`, inclusive; None if it is open or there is no `edtf`."""
        return self.edtf.earliest if self.edtf else None

    @property
    def latest(self) -> date | None:
        """The last day of `edtf`, inclusive; None if it is open or there is no `edtf`."""
        return self.edtf.latest if self.edtf else None
