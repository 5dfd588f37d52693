"""How values and readings relate: whether two can be the same, and what an article says near a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from raidline.check.reading import Readings, Stated, passages
from raidline.check.sourced_values import SourcedValue
from raidline.dates.value import Edtf

WEEK = 7  # days; "last week" is as close as most reports come to a day
_PAST_WEEK, _WEEKEND = WEEK + 1, 3  # days; "the past week" has the day of publication, too
_A_DAY = timedelta(1)
_MONTH = timedelta(30)  # from its first day to its last
_NEARBY = 2_000  # characters
_WHILE = timedelta(45)  # before publication: later, reports look back, and other days are those of other acts
_ENDS = re.compile(r"\bend\b|\bclose\b|\blast\sday\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:start|beginning|first\sday)\b", re.IGNORECASE)
_PLAIN_YEAR = timedelta(300)  # before publication: a month and a day without a year are of no other year
_ON = re.compile(r"(?:\b[Oo]n|day,)\s$")  # not "since" or "until"
_AS_A_DAY = re.compile(r"(?!\d|\s?[-–—/]|\s+(?:to|through|until|and|of|last|next)\b)(?:,?\s+(?P<year>\d{4}))?")


def supports(stated: Stated, when: Edtf) -> bool:
    """Whether an expression supports a date: it lies within it, or contains it and is no longer than a week."""
    first, last = when.bounds()
    if inside(stated, when) or (stated.first <= first and last <= stated.last and stated.days <= _PAST_WEEK):
        return True
    # "Last week" began on Sunday for those who count like that.
    return stated.days == WEEK and stated.first - first <= _A_DAY and first <= stated.first and last <= stated.last


def is_first_of_month(when: Edtf) -> bool:
    """Return whether a date is a single day, and the first of its month."""
    return when.earliest is not None and when.earliest == when.latest and when.earliest.day == 1


def all_dates(readings: Readings, claim: SourcedValue[Edtf]) -> Iterator[Stated]:
    """Yield the dates that the articles name."""
    for _, article in claim.seen:
        yield from readings.dates(article.text, article.published)


def near_the_day(readings: Readings, claim: SourcedValue[Edtf]) -> Iterator[Stated]:
    """Yield the dates of the sentences that name the first day by its month or weekday: a fast check for most dates."""
    if day := claim.value.earliest:
        needles = (f"{day:%B} {day.day}", f"{day:%b}. {day.day}", f"{day:%A}")
        for _, article in claim.seen:
            for passage in passages(article.text, needles):
                yield from readings.dates(passage, article.published)


def is_written_out(when: Edtf, text: str, published: date) -> bool:
    """Whether a text names a day of the months before its publication outright: "on March 20"; a fast check."""
    day = when.earliest
    if day is None or day != when.latest or not timedelta() <= published - day <= _PLAIN_YEAR:
        return False
    needle = f"{day:%B} {day.day}"
    at = text.find(needle)
    while at >= 0:
        behind = _AS_A_DAY.match(text, at + len(needle))
        if behind and behind["year"] in (None, str(day.year)) and _ON.search(text, max(0, at - 5), at):
            return True
        at = text.find(needle, at + 1)
    return False


def wider(readings: Readings, claim: SourcedValue[Edtf]) -> Stated | None:
    """Return the shortest stretch of time in the sources that contains the whole date."""
    first, last = claim.value.bounds()
    around = [one for one in all_dates(readings, claim) if one.first <= first and last <= one.last]
    return min(around, key=lambda one: one.days, default=None)


def inside(stated: Stated, when: Edtf) -> bool:
    """Return whether an expression lies wholly within a date."""
    first, last = when.bounds()
    return first <= stated.first and stated.last <= last


def is_edge_of(stated: Stated, when: Edtf) -> bool:
    """Whether a day is the last of a stretch whose end a text names, "the end of June", or the first of its start."""
    day = when.earliest
    if day is None or day != when.latest or stated.days == 1:
        return False
    is_last = day == stated.last and _ENDS.search(stated.text) is not None
    return is_last or (day == stated.first and _BEGINS.search(stated.text) is not None)


def is_left_open(stated: Sequence[Stated], claim: SourcedValue[Edtf]) -> bool:
    """Whether reports look back at a time of which they tell less than an event does: they name no day near it."""
    first, last = claim.value.bounds()
    if last - first > _MONTH or any(one.published is None or one.published - last <= _WHILE for _, one in claim.seen):
        return False
    return not any(
        one.days == 1 and one.is_of_an_act and first - _WHILE <= one.first <= last + _WHILE for one in stated
    )


def telling(quoted: Sequence[Stated], when: Edtf) -> list[Stated]:
    """Return the dates that quotes can mean on their own: not "last week" if another one says it was that Monday."""
    days = [one for one in quoted if one.days == 1 and not inside(one, when)]
    return [
        one for one in quoted if inside(one, when) or not any(one.first <= day.first <= one.last for day in days)
    ] or [*days]


def without_told_weeks(stated: Sequence[Stated], when: Edtf) -> list[Stated]:
    """Return all dates but weeks of which a day is named nearby: "last week" is not another day than that Monday."""
    days = [one for one in stated if one.days == 1]
    return [
        one
        for one in stated
        if inside(one, when)
        or one.days <= _WEEKEND
        or not any(one.first <= day.first <= one.last and abs(day.start - one.start) < _NEARBY for day in days)
    ]
