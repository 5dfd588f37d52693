"""What quotes say of an event of which no article is stored: too little to support it, but enough to deny it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from raidline.check.meaning import is_written_out, supports
from raidline.check.numbers.numerals import is_told
from raidline.check.reading import Readings, Stated
from raidline.check.reckoning import weekdays
from raidline.check.sourced_values import SourcedValue
from raidline.counts.agreement import agree
from raidline.counts.agreement import supports as supports_count
from raidline.counts.people import in_like_words
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.extract.counting.reading import find_counts
from raidline.models import Source
from raidline.places.containment import within
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, state_of

_IN_TOWN = re.compile(r"\bin ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_NEAR = timedelta(days=45)  # of the event; other days are those of other acts


def all_quoted(claim: SourcedValue[Edtf] | SourcedValue[str] | SourcedValue[tuple[str, Count]]) -> bool:
    """Whether no source of a value is stored, and each is quoted."""
    return bool(claim.unseen) and not claim.seen and all(source.quote for source in claim.unseen)


def date_denied_by_quotes(readings: Readings, claim: SourcedValue[Edtf]) -> str | None:
    """Return which day the quotes give instead of that of an event, or None."""
    day = claim.value.earliest
    if not day or day != claim.value.latest:
        return None
    given: list[Stated] = []
    for source in claim.unseen:
        quote, published = source.quote or "", _published(source)
        if published is None or is_written_out(claim.value, quote, published) or day in set(weekdays(quote, published)):
            return None
        given += readings.dates(quote, published)
    days = [one for one in given if one.days == 1 and one.is_of_an_act and abs(one.first - day) <= _NEAR]
    if len({one.first for one in days}) != 1 or any(supports(one, claim.value) for one in given):
        return None
    told = " ".join(days[0].text.split())
    return f"its quote gives another date: “{told}” ({in_words(Edtf.of(days[0].first, days[0].last))})"


def place_denied_by_quotes(place: Jurisdiction, claim: SourcedValue[str]) -> str | None:
    """Return which town of its state the quotes say something was in instead of a town or county, or None."""
    if place.kind not in ("place", "county") or place.is_abroad:
        return None
    told = [name for source in claim.unseen for name in _IN_TOWN.findall(source.quote or "")]
    quotes = " ".join(source.quote or "" for source in claim.unseen)
    events = [one for one in map(decided, claim.record.event.places) if one]
    if not told or any(one.name in quotes for one in (place, *events)):
        return None
    towns = [town for name in told if (town := decided(f"{name}, {state_of(place).name}"))]
    others = [town for town in towns if not any(within(town, one) or within(one, town) for one in (place, *events))]
    return f"its quote says “in {others[0].name}”" if others and len(others) == len(told) else None


def count_denied_by_quotes(claim: SourcedValue[tuple[str, Count]]) -> str | None:
    """Return which number of the same thing a quote gives instead of a count, or None."""
    name, count = claim.value
    if count.low is count.high is None:
        return None
    quotes = [source.quote or "" for source in claim.unseen]
    if any(is_told(count, name, quote) for quote in quotes):
        return None
    return next((f"{name}: its quote says {other}" for quote in quotes if (other := _other(name, count, quote))), None)


def _other(name: str, count: Count, quote: str) -> Count | None:
    """Return a number of the same people in a quote that cannot be the count, or None."""
    ours, theirs = in_like_words(({name: count}, find_counts(quote, (0, len(quote)))))
    others: Sequence[Count] = [theirs[what] for what in ours if what in theirs]
    return next((one for one in others if not (agree(count, one) or supports_count(count, one))), None)


def _published(source: Source) -> date | None:
    published = source.published
    return published.latest if published and published.earliest == published.latest else None
