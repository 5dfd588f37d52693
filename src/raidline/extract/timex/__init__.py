"""Time expressions of English news: found, normalised against the publication date, and explained."""

from raidline.extract.timex.model import Timex, TimexType
from raidline.extract.timex.resolve import find_timexes, may_be_timex

__all__ = ["Timex", "TimexType", "find_timexes", "may_be_timex"]
