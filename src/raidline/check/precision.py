"""Precision: a day that is really a month or a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from raidline.check import sourced_values
from raidline.check.meaning import all_dates, is_first_of_month, near_the_day, supports, wider
from raidline.check.reading import Readings
from raidline.check.rule import Checked
from raidline.check.sourced_values import SourcedValue
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.errors import Problem

SOON = timedelta(days=7)  # a report from the first week of a month may well mean its first day


def false_precision(checked: Checked) -> Iterator[Problem]:
    """Find a first day of a month or a year that no source gives to the day.

    Spreadsheets and forms silently turn "February 2017" into February 1. To support the day, a stored article has to
    give it, or a source has to be published within a week of it. If the day is right, add a source that gives it, or
    write `ignore: [false-precision]`.

    Bad, if the source says "in February":

        date: 2017-02-01

    Good:

        date: 2017-02
    """
    for record in checked.records:
        for claim in sourced_values.dates(checked, record):
            day = claim.value.earliest
            if day and is_first_of_month(claim.value) and not _given(checked.readings, claim, day):
                month = claim.value.text[:7]
                coarser = f"{month} or {month[:4]}" if month.endswith("-01") else month
                message = f"no source gives {in_words(claim.value)} to the day; write {coarser} if that is all they say"
                yield record.problem("false-precision", message, *claim.keys)


def _given(readings: Readings, claim: SourcedValue[Edtf], day: date) -> bool:
    """Whether a source gives the day or can mean it; not examined if the articles mention other months."""
    for stated in (near_the_day(readings, claim), all_dates(readings, claim)):
        if any(one.days == 1 and supports(one, claim.value) for one in stated):
            return True
    if claim.unseen:
        published = (source.published.earliest for source in claim.unseen if source.published)
        return any(when - day <= SOON for when in published if when)
    return wider(readings, claim) is None
