"""An office at work in an article, the form of its holder's name, and who held it when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from raidline import lexicon
from raidline.places.jurisdiction import Jurisdiction

ITS = "its"  # opens the text of an office of the place named last
LONGEST_ADJECTIVE = 12  # characters before an office
_PARTICLES = r"(?:(?:de|del|della|di|du|van|von|ter)\s+(?:(?:la|los|der|den)\s+)?)?"
# a full stop behind more than an initial ends the sentence, and the name with it
NAME = rf"(?:(?:(?:[A-ZÀ-Þ]\.)+|St\.|[A-ZÀ-Þ][\w’'-]*)\s+){{0,2}}{_PARTICLES}(?P<surname>[A-ZÀ-Þ][\w-]+)"


@dataclass(frozen=True, slots=True)
class Office:
    """A public office or body at work in the text, with its jurisdiction.

    `inferred` is true for "the Senate" or "Rep. Ana Real" if only the rest of the article assigns it to a state.
    """

    start: int
    end: int
    text: str
    jurisdiction: Jurisdiction
    inferred: bool = False


@cache
def holders(office: str, day: date | None) -> frozenset[str]:
    """Return the surnames of those who held a national office by a day, or ever if no day is given."""
    terms: dict[str, str] = lexicon.load("offices")[office]
    return frozenset(name for name, held in terms.items() if day is None or date.fromisoformat(held[:10]) <= day)
