"""Readers of days written in figures alone."""

from __future__ import annotations

from raidline.extract.timex import numerals
from raidline.extract.timex.bounds import meaning
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.days import day_in
from raidline.extract.timex.grammar import Found


def iso_date(found: Found, context: Context) -> Meaning | None:
    """Read 2017-02-06, with or without a time."""
    text, _, clock = found.word("iso").upper().partition("T")
    period = day_in(*(int(part) for part in text.split("-")))
    return meaning(context, found, period, "as written", clock) if period else None


def slash_date(found: Found, context: Context) -> Meaning | None:
    """Read 2/6/2017 in the American order; in the other order only where the American is impossible."""
    month, day, year = found.word("slash").split("/")
    in_full = numerals.year([year])
    if in_full is None:
        return None
    american = day_in(in_full, int(month), int(day))
    period = american or day_in(in_full, int(day), int(month))
    return meaning(context, found, period, "month/day/year" if american else "day/month/year") if period else None
