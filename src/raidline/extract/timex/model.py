"""A time expression as the tagger hands it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from raidline.dates.value import Edtf

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: `text` is what stands at `start:end` (half-open) of the untouched text.

    `value` and `mod` are those of TIMEX3 (ISO 8601 with TimeML's additions: 2017-W12, 2009-Q3, XXXX-WXX-1,
    PRESENT_REF). `edtf` is when an event dated with the expression took place, by the conventions of the design;
    None where the calendar is not reached. `until` is the whole interval when this is its first half
    ("from [Jan. 28] to Feb. 3"). `how` says in words how the value was reached.
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

    @property
    def earliest(self) -> date | None:
        """The first day of `edtf`; None where there is none or it is open."""
        return self.edtf.earliest if self.edtf else None

    @property
    def latest(self) -> date | None:
        """The last day of `edtf`, included; None where there is none or it is open."""
        return self.edtf.latest if self.edtf else None
