"""An event's title for readers that show little else: it says what did not happen and how exact the date is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert
from raidline.datewords import in_words

if TYPE_CHECKING:
    from raidline.timeline import Entry

MARKS = {"planned": "[Planned] ", "alleged": "[Alleged] ", "cancelled": "[Called off] "}


def headline(entry: Entry) -> str:
    """Return such as "[Planned] Agents sweep Austin (early February 2017)"; the title alone when a day is known.

    The id stands in for a title of nothing but control characters.
    """
    event, when = entry.event, entry.event.date
    words = "" if when.earliest == when.latest and not when.approximate else f" ({in_words(when)})"
    return MARKS.get(event.status, "") + (inert.line(event.title) or event.id) + words
