"""The sentences below the title, made from the data: how many events, from when to when, and who reports them."""

from __future__ import annotations

from collections import Counter
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
    """Return a text such as "28 events between 2009 and October 2020, in 31 reports by 5 publishers. ..."."""
    if not entries:
        return "No events are on record here."
    around = sum([entry.context for entry in entries])
    cited = [citation for entry in entries for citation in entry.citations]
    publishers = {publisher_key(name) for name in {citation.publisher for citation in cited}}
    reports = {one.article or one.url or (one.publisher, one.title) for one in cited}
    known_as = Counter([entry.event.status for entry in entries])
    sentences = [
        f"{plural(len(entries) - around, 'event')}{f', {around:,} of wider context,' if around else ''}"
        f"{_period(entries)}, in {plural(len(reports), 'report')}"
        f" by {plural(len(publishers), 'publisher')}."
    ]
    if differing := sum([bool(entry.conflicts) for entry in entries]):
        sentences.append(f"Sources differ on {differing:,} of them.")
    counted = ((words, known_as[status]) for status, words in _NOT_SURE.items())
    unsure = [f"{number:,} {'is' if number == 1 else 'are'} {words}" for words, number in counted if number]
    if unsure:
        sentences.append(f"{listed(unsure)}.")
    return " ".join(sentences)


def _period(entries: Sequence[Entry]) -> str:
    """Return a text such as " between 2009 and October 2020", each end no more precise than its date."""
    dates = [entry.event.date for entry in entries]
    firsts = [when.earliest for when in dates if when.earliest]
    lasts = [when.latest for when in dates if when.latest]
    if not firsts or not lasts:
        return ""
    first, last = min(firsts), max(lasts)
    opening = min(when for when in dates if when.earliest == first)
    closing = max(when for when in dates if when.latest == last)
    begin, end = (
        f"{MONTHS[day.month - 1]} {day.year}" if month_of(when)[2] else str(day.year)
        for day, when in ((first, opening), (last, closing))
    )
    return f" in {begin}" if begin == end else f" between {begin} and {end}"
