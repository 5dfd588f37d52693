"""Dates as spreadsheets and programs write them, never read as more precise than they are.

A cell is read as a whole or not at all: each word in it is part of a date, or hedges, bounds or joins dates.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from functools import lru_cache, partial

from raidline.dates.value import Edtf, Precision
from raidline.importing.days.bounds import hedged, join, since, until
from raidline.importing.days.clocks import without_clock, without_midnight
from raidline.importing.days.dayorder import Order
from raidline.importing.days.edges import stripped
from raidline.importing.days.numbers import edtf, in_numbers, is_no_day
from raidline.importing.days.spans import several, span
from raidline.importing.days.spelling import in_english, in_plain_words, in_words, part_of_month
from raidline.importing.days.vocabulary import may_be_date
from raidline.importing.days.weeks import week_of

LONGEST = 100  # characters of a cell that can be a date
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(
    r"\(?(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?s?\b\.?\)?(?:\s*,\s*|\s+)(?P<rest>.+)", re.I
)
_WEEKDAY_BEHIND = re.compile(
    r"(?P<rest>.+?)(?:\s*,\s*|\s+)\(?(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?\.?\)?", re.I
)
_HEDGES = {"about": "~", "uncertain": "?", "exactly": "", "coarse": "~"}  # what each of them adds to a day


@lru_cache(maxsize=16_384)  # a table repeats its unreadable cells more often than its dates
def read_date(cell: str, order: Order = Order.USUAL) -> Edtf | None:
    """Read a date as EDTF, or in numbers, or in the words of articles, or in those of other languages.

    None if the whole cell is not a date, or if it needs today's date to be one ("yesterday", "March 3").
    """
    if len(cell) > 4 * LONGEST or is_no_day(cell.strip()):
        return None
    if exact := edtf(without_midnight(cell.strip())):
        return exact
    text = " ".join(unicodedata.normalize("NFKC", cell).split()).strip(" \"'“”.,;")
    if len(text) > LONGEST or not any(map(str.isdecimal, text)) or not may_be_date(text):
        return None
    try:
        return _phrase(in_english(without_midnight(text)), order)
    except OverflowError:
        return None  # a week or a night that ends beyond the calendar


@lru_cache(maxsize=4_096)  # splitting a text yields many parts more than once
def _phrase(text: str, order: Order) -> Edtf | None:
    if text[:1] + text[-1:] == "()" and text.count("(") == 1:
        text = text[1:-1].strip()
    if not text:
        return None
    text = part_of_month(text) or text
    one = partial(_one, order=order)
    return (
        _of_week(text, order)
        or _single(text, order)
        or _hedged(text, order)
        or span(text, one)
        or _bounded(text, order)
        or several(text, one)
    )


@lru_cache(maxsize=4_096)
def _one(text: str, order: Order) -> Edtf | None:
    return _single(text, order) or _hedged(text, order)


@lru_cache(maxsize=4_096)
def _single(text: str, order: Order) -> Edtf | None:
    """Read one date, perhaps with its weekday and a time of day; None if the date falls on a different weekday."""
    if found := edtf(text) or in_numbers(text, order) or in_plain_words(text):
        return found
    for pattern in (_WEEKDAY, _WEEKDAY_BEHIND):
        if match := pattern.fullmatch(text):
            found = _single(match["rest"], order)
            return found if found and _is_weekday(found, match["day"]) else None
    parted = without_clock(text)
    plain = in_plain_words(parted.rest) if parted and not parted.overnight else None
    if found := plain or in_words(text):
        return found
    if parted:
        found = _single(parted.rest, order)
        if found and parted.overnight and found.precision == Precision.DAY and found.latest:
            return join(found, Edtf.of(found.latest + timedelta(days=1)))
        return found
    return None


def _is_weekday(when: Edtf, short: str) -> bool:
    days = {day for day in (when.earliest, when.latest) if day}
    return when.precision not in (Precision.DAY, Precision.SECOND) or any(
        _WEEKDAYS[day.weekday()].startswith(short.lower()) for day in days
    )


def _hedged(text: str, order: Order) -> Edtf | None:
    for kind, rest in stripped(text):
        if kind in _HEDGES and (when := _phrase(rest, order)):
            if kind == "coarse" and when.precision not in (Precision.DAY, Precision.SECOND):
                return when
            return hedged(when, _HEDGES[kind]) if _HEDGES[kind] else when
    return None


def _of_week(text: str, order: Order) -> Edtf | None:
    for kind, rest in stripped(text):
        if kind.startswith("week") and (when := _phrase(rest, order)) and (found := week_of(kind, when)):
            return found
    return None


def _bounded(text: str, order: Order) -> Edtf | None:
    for kind, rest in stripped(text):
        if kind in ("since", "until") and (when := _phrase(rest, order)):
            return since(when) if kind == "since" else until(when)
    return None
