"""Titles for programs that show little else: they say what did not happen and how exact a date is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.words import in_brackets

if TYPE_CHECKING:
    from raidline.dates.value import Edtf
    from raidline.timeline.build import Entry, Timeline

MARKS = {
    "planned": "[Planned] ",
    "alleged": "[Alleged] ",
    "cancelled": "[Called off] ",
    "retracted": "[Retracted] ",
}


def subject(timeline: Timeline, site: str | None = None) -> str:
    """Return the name of a calendar or a feed, such as "Travis County, Texas: immigration enforcement".

    On a site with a title it is "Valley Watch: Travis County, Texas".
    """
    if site:
        return f"{site}: {timeline.title}" if timeline.scope else site
    return f"{timeline.title}: immigration enforcement" if timeline.scope else "Immigration enforcement"


def marked(entry: Entry) -> str:
    """Return a title such as "[Planned] Agents sweep Austin"; the title alone for what occurred.

    If the title consists of control characters, the id replaces it.
    """
    return MARKS.get(entry.event.status, "") + (inert.line(entry.event.title) or entry.event.id)


def headline(entry: Entry) -> str:
    """Return a title such as "[Planned] Agents sweep Austin (early February 2017)"; without the date if exact."""
    return marked(entry) + dating(entry.event.date)


def dating(when: Edtf) -> str:
    """Return what follows a title: " (early February 2017)", empty if the day is known for sure."""
    is_known = when.earliest == when.latest and not (when.approximate or when.uncertain)
    return "" if is_known else f" {in_brackets(when)}"
