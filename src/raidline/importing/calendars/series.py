"""The rule of a series (RFC 5545, RRULE) in words: "every 2 weeks on Monday, until June 1, 2017"."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from raidline.dates.words import day_in_words
from raidline.phrasing import listed, plural

_UNITS = {
    "DAILY": "day",
    "WEEKLY": "week",
    "MONTHLY": "month",
    "YEARLY": "year",
    "HOURLY": "hour",
    "SECONDLY": "second",
    "MINUTELY": "minute",
}
_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), day_name, strict=True))
_ORDINALS = {
    "": "",
    "1": "first",
    "2": "second",
    "3": "third",
    "4": "fourth",
    "5": "fifth",
    "-1": "last",
    "-2": "last but one",
}
_BYDAY = re.compile(r"\+?(-?\d?)(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?")
_SAID = {
    *("FREQ", "INTERVAL", "WKST", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH"),
    *("BYSETPOS", "BYYEARDAY", "BYWEEKNO", "BYHOUR", "BYMINUTE"),
}
_LONGEST = 500  # characters; the words of a longer rule say nothing to anybody
_MOST = 1_000_000  # repetitions and units; a larger number is no rule that anybody means


def series_in_words(rule: str) -> str:
    """Return a rule in words, "" if it cannot be said completely."""
    parts = dict(part.partition("=")[::2] for part in rule.strip().upper().split(";") if part)
    if len(rule) > _LONGEST or set(parts) - _SAID or parts.get("FREQ") not in _UNITS:
        return ""
    try:
        number, unit = _number(parts.get("INTERVAL", "1")), _UNITS[parts["FREQ"]]
        said = [f"every {unit}" if number == 1 else f"every {plural(number, unit)}"]
        if "BYDAY" in parts:
            said.append(f"on {listed([_day(one) for one in parts['BYDAY'].split(',')])}")
        if "BYMONTHDAY" in parts:
            said.append(f"on {listed([_day_of_month(one) for one in parts['BYMONTHDAY'].split(',')])}")
        if "BYMONTH" in parts:
            said.append(f"in {listed([month_name[_within(one, 12)] for one in parts['BYMONTH'].split(',')])}")
        said += _rarer(parts)
        words = " ".join(said)
        if "BYSETPOS" in parts:
            words += f", of these only {_positions(parts['BYSETPOS'])} of each {_UNITS[parts['FREQ']]}"
        if "COUNT" in parts:
            words += f", {plural(_number(parts['COUNT']), 'time')}"
        if "UNTIL" in parts:
            words += f", until {_until(parts['UNTIL'])}"
    except (ValueError, KeyError):
        return ""
    return words


def _rarer(parts: Mapping[str, str]) -> Iterator[str]:
    """Yield the words for days of a year, weeks and hours; minutes belong to the hours beside them."""
    if "BYYEARDAY" in parts:
        yield f"on {listed([f'day {_counted(one, 366)} of the year' for one in parts['BYYEARDAY'].split(',')])}"
    if "BYWEEKNO" in parts:
        yield f"in {listed([f'week {_counted(one, 53)}' for one in parts['BYWEEKNO'].split(',')])}"
    hours, minutes = parts.get("BYHOUR", ""), parts.get("BYMINUTE", "0")
    if hours:
        clocks = product(hours.split(","), minutes.split(","))
        yield f"at {listed([f'{_clock(hour, 23)}:{_clock(minute, 59)}' for hour, minute in clocks])}"
    elif "BYMINUTE" in parts:
        yield f"at minute {listed([str(int(_clock(one, 59))) for one in minutes.split(',')])}"


def _positions(text: str) -> str:
    return listed([f"the {_ORDINALS[one] if one in _ORDINALS else _th(one)}" for one in text.split(",")])


def _th(text: str) -> str:
    """Return a larger position in figures: "6th"."""
    number = _within(text, 366)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _counted(text: str, most: int) -> str:
    """Return a number, from the end if it is negative."""
    number = _within(text.removeprefix("-"), most)
    return f"{number} from the end" if text.startswith("-") else str(number)


def _clock(text: str, most: int) -> str:
    if not text.isdecimal() or not text.isascii() or int(text[:9]) > most:
        raise ValueError(text)
    return f"{int(text):02}"


def _number(text: str) -> int:
    return _within(text, _MOST)


def _within(text: str, most: int) -> int:
    if not text.isdecimal() or not text.isascii() or not 1 <= int(text[:9]) <= most:
        raise ValueError(text)
    return int(text)


def _day(text: str) -> str:
    found = _BYDAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    ordinal, day = _ORDINALS[found[1]], _DAYS[found[2]]
    return f"the {ordinal} {day}" if ordinal else day


def _day_of_month(text: str) -> str:
    if text == "-1":
        return "the last day"
    return f"day {_within(text, 31)}"


def _until(text: str) -> str:
    found = _UNTIL.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return day_in_words(date(int(found[1]), int(found[2]), int(found[3])))
