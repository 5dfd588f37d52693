"""From a period, a modifier and the tense to the meaning: TIMEX3 value and the bounds of an event."""

from __future__ import annotations

from datetime import date
from typing import Final

from raidline.dates import Edtf, Part, part_of_decade, part_of_month, part_of_year
from raidline.extract.timex.context import Context, Meaning
from raidline.extract.timex.grammar import Found
from raidline.extract.timex.model import TimexType
from raidline.extract.timex.periods import Period, add_days

_PARTS: Final[dict[str, Part]] = {"START": "early", "MID": "mid", "END": "late"}


def meaning(
    context: Context,
    found: Found,
    period: Period | None,
    value: str,
    why: str,
    *,
    part: str | None = None,
    clock: str | None = None,
) -> Meaning:
    """The meaning of an expression that names `period`, or, without one, the underspecified `value`."""
    type_: TimexType = "TIME" if part or clock else "DATE"
    value = period.value if period else value
    if part:
        value += f"T{part}"
    elif clock:
        value += f"T{clock}"
    edtf = bounds(period, found, context) if period else None
    return Meaning(type_, value, why, edtf, found.mod, period)


def bounds(period: Period, found: Found, context: Context) -> Edtf:
    """When an event dated with the period took place: no bound after the anchor for what has happened."""
    anchor, mod = context.anchor, found.mod
    now = anchor is not None and period.unit != "D" and period.first <= anchor <= period.last
    if now and anchor is not None:
        if mod == "END" and found.tokens[found.start].lower() == "later":
            return Edtf.of(anchor, period.last)
        if mod == "START" and found.tokens[found.start].lower() == "earlier":
            return Edtf.of(period.first, anchor)
    part = _PARTS.get(mod or "")
    if part:
        return _part(period, part, anchor if now and not context.ahead else None)
    if now and anchor is not None and not context.ahead:
        return Edtf.of(period.first, anchor)
    if mod == "APPROX":
        return _approximate(period)
    return period.edtf


def _part(period: Period, part: Part, clip: date | None) -> Edtf:
    first = period.first
    match period.unit:
        case "M":
            edtf = part_of_month(part, first.year, first.month)
        case "Y":
            edtf = part_of_year(part, first.year)
        case "X":
            edtf = part_of_decade(part, first.year)
        case "D":
            return period.edtf
        case _:
            third = ((period.last - first).days + 1) // 3
            begin = {"early": 0, "mid": third, "late": (period.last - first).days + 1 - third}[part]
            start = add_days(first, begin)
            end = period.last if part == "late" else add_days(start, max(0, third - 1))
            edtf = Edtf.parse(f"{start.isoformat()}~/{end.isoformat()}~") if start < end else Edtf.of(start)
    if clip and edtf.earliest and edtf.latest and edtf.latest > clip:
        return Edtf.of(edtf.earliest if edtf.earliest <= clip else first, clip)
    return edtf


def _approximate(period: Period) -> Edtf:
    edtf = period.edtf
    if "/" in edtf.text:
        first, last = edtf.text.split("/")
        return Edtf.parse(f"{first}~/{last}~")
    return Edtf.parse(f"{edtf.text}~")
