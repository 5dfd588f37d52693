"""What a reader of time expressions knows while going through a text, and what it says about each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from raidline.dates import Edtf
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.model import TimexType
from raidline.extract.timex.periods import Period
from raidline.extract.timex.tense import Tense, tense

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one expression means. `period` is what later expressions can count from."""

    type: TimexType
    value: str
    how: str
    edtf: Edtf | None = None
    mod: str | None = None
    period: Period | None = None


@dataclass
class Context:
    """The state of the reading: the publication date, and the dates named so far."""

    anchor: date | None
    reference: Period | None = None  # the last date named
    quarter: Period | None = None  # the last quarter named
    compared: Period | None = None  # that quarter, as long as no other length of time is spoken of
    span: Edtf | None = None  # the last interval named ("from Jan. 28 to Feb. 3")
    reference_at: int = -1  # the token where it was named
    found: Found = field(init=False)

    def turn_to(self, found: Found) -> None:
        """Make `found` the expression whose surroundings are asked about."""
        self.found = found
        self.__dict__.pop("_tense", None)

    @cached_property
    def _tense(self) -> tuple[Tense | None, str]:
        return tense(self.found.tokens, self.found.start, self.found.end)

    @property
    def tense(self) -> Tense | None:
        """The tense of the clause around the expression."""
        return self._tense[0]

    @property
    def ahead(self) -> bool:
        """Whether the clause speaks of what is to come."""
        return self._tense[0] == "future"

    @property
    def cue(self) -> str:
        """The word that shows the tense, ready to stand in `how`."""
        return f" ('{self._tense[1]}')" if self._tense[1] else ""


def spoken_day(day: date) -> str:
    """A day as `how` writes it: Friday 2017-03-24."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"
