"""The sentences below the title, made from the data: how many events, from when to when, who tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from raidline.article import publisher_key
from raidline.dates.edtf import MONTHS
from raidline.models import Status
from raidline.phrasing import listed, plural
from raidline.timeline.months import month_of

if TYPE_CHECKING:
    from raidline.timeline.build import Entry

_NOT_SURE = {
    Status.PLANNED: "planned",
    Status.ALLEGED: "only alleged",
    Status.CANCELLED: "called off",
    Status.RETRACTED: "retracted",
}


def standfirst(entries: Sequence[Entry]) -> str:
    """Return such as "28 events between 2009 and October 2020, told by 5 publishers in 31 reports. ..."."""
    if not entries:
        return "No events are on record here."
    around = sum(entry.context for entry in entries)
    publishers = {publisher_key(name) for entry in entries for name in entry.publishers}
    reports = {
        citation.article or citation.url or (citation.publisher, citation.title)
        for entry in entries
        for citation in entry.citations
    }
    sentences = [
        f"{plural(len(entries) - around, 'event')}{f', {around:,} of wider context,' if around else ''}"
        f"{_period(entries)}, told by {plural(len(publishers), 'publisher')}"
        f" in {plural(len(reports), 'report')}."
    ]
    if differing := sum(bool(entry.conflicts) for entry in entries):
        sentences.append(f"On {differing:,} of them the sources differ.")
    counted = ((words, sum(entry.event.status is status for entry in entries)) for status, words in _NOT_SURE.items())
    unsure = [f"{number:,} {'is' if number == 1 else 'are'} {words}" for words, number in counted if number]
    if unsure:
        sentences.append(f"{listed(unsure)}.")
    return " ".join(sentences)


def _period(entries: Sequence[Entry]) -> str:
    """Return " between 2009 and October 2020", each end no more precise than the date that it comes from."""
    firsts = [(entry.event.date.earliest, entry.event.date) for entry in entries if entry.event.date.earliest]
    lasts = [(entry.event.date.latest, entry.event.date) for entry in entries if entry.event.date.latest]
    if not firsts or not lasts:
        return ""
    first, opening = min(firsts)
    last, closing = max(lasts)
    begin, end = (
        f"{MONTHS[day.month - 1]} {day.year}" if month_of(when)[2] else str(day.year)
        for day, when in ((first, opening), (last, closing))
    )
    return f" in {begin}" if begin == end else f" between {begin} and {end}"
