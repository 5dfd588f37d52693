"""From a period, the modifier and the tense to the meaning: the TIMEX3 value and the bounds of an event."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.dates.value import Edtf, Part, part_of_decade, part_of_month, part_of_year
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.periods import Period, add_days

_PARTS: Final[dict[str, Part]] = {"START": "early", "MID": "mid", "END": "late"}
_FIRST_DAY: Final = {"start", "beginning", "onset"}


def meaning(context: Context, found: Found, period: Period, how: str, clock: str = "") -> Meaning:
    """Return the meaning of an expression that names `period`; with `clock` ("14:58", "NI") a time of that day."""
    value = f"{period.value}T{clock}" if clock else period.value
    edtf = bounds(period, found, context.anchor)
    return Meaning("TIME" if clock else "DATE", value, how, edtf, found.mod, period)


def unplaced(found: Found, value: str, how: str, clock: str = "") -> Meaning:
    """Return the meaning of an expression without a place in the calendar, with its underspecified value."""
    value = f"{value}T{clock}" if clock else value
    return Meaning("TIME" if clock else "DATE", value, how, None, found.mod)


def bounds(period: Period, found: Found, anchor: date | None) -> Edtf:
    """Return when an event dated with the period took place: no later than the anchor date if it has happened."""
    parts = [_PARTS[mod] for mod in (found.mod or "").split() if mod in _PARTS]  # two in "mid-to-late May"
    if found.mod == "START" and found.word_before == "since" and _is_first_day(found):
        return Edtf.parse(f"{period.first.isoformat()}/..")  # "since the start of the year" it has gone on
    now = anchor if anchor and period.unit != "D" and period.first <= anchor <= period.last else None
    if now and found.first_word == "later" and parts:
        return Edtf.of(now, period.last)
    if now and found.first_word == "earlier" and parts:
        return Edtf.of(period.first, now)
    happened = now if not found.ahead else None
    if parts:
        edtf = _joined([_part(period, part) for part in parts])
        return no_later(edtf, happened) if happened else edtf
    if happened:
        return Edtf.of(period.first, happened)
    return approximate(period.edtf) if found.mod == "APPROX" else period.edtf


def _is_first_day(found: Found) -> bool:
    """Whether the words before the expression name its very beginning: "the start of March", not "early March"."""
    return not _FIRST_DAY.isdisjoint(found.tokens.words(found.start, found.i))


def _part(period: Period, part: Part) -> Edtf:
    first, last = period.first, period.last
    match period.unit:
        case "D":
            return period.edtf
        case "M":
            return part_of_month(part, first.year, first.month)
        case "Y":
            return part_of_year(part, first.year)
        case "X":
            return part_of_decade(part, first.year)
        case "C":
            start, end = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}[part]
            return Edtf.parse(f"{first.year + start:04}~/{first.year + end:04}~")
    days = (last - first).days + 1
    third = max(days // 3, 1)
    begin, over = {"early": (0, third), "mid": (third, days - third), "late": (days - third, days)}[part]
    if begin >= over:  # a weekend has no middle
        begin, over = 0, days
    edges = sorted({add_days(first, begin), add_days(first, over - 1)})
    return Edtf.parse("/".join(f"{day.isoformat()}~" for day in edges))


def _joined(parts: list[Edtf]) -> Edtf:
    """Return the parts of one period, in order and without a gap, as a whole."""
    if len(parts) == 1:
        return parts[0]
    return Edtf.parse("/".join((parts[0].text.split("/")[0], parts[-1].text.split("/")[-1])))


def no_later(edtf: Edtf, limit: date) -> Edtf:
    """Return the days up to and including `limit` for an event that has begun by then."""
    if edtf.earliest is None or edtf.latest is None or not edtf.earliest <= limit < edtf.latest:
        return edtf  # what lies entirely ahead ("by the end of the year") has not happened
    return Edtf.of(edtf.earliest, limit)


def approximate(edtf: Edtf) -> Edtf:
    """Return a day, month, year or interval with each end marked as approximate."""
    return Edtf.parse("/".join(f"{end.rstrip('~')}~" for end in edtf.text.split("/")))
