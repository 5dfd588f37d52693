"""Days that a text tells by counting from others: "ten days later", "that Friday", "on the 19th", "will meet Friday".

The tagger reads those whose starting point is plain. A claim is not denied if any day named shortly before gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from raidline.check.reading import Stated
from raidline.counts.spelled import SPELLED, spelled

_BASES = 2  # days named last before an expression, from which it may count
_MONTH, _WEEK = 31, 7  # days
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = "|".join(_DAYS)
_NAMED_DAY = re.compile(rf"\b(?:{_WEEKDAY})\b", re.IGNORECASE)
_WEEKEND = re.compile(r"\bweekend\b", re.IGNORECASE)
_SATURDAY, _LONG_WEEKEND, _MOST_BEFORE = 5, 4, 11  # the day of the week; days
_NEAR = 90  # characters
_WEEK_OF = re.compile(r"the\sweek\sof\b", re.IGNORECASE)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_BACK = re.compile(  # what is counted from the day of another act
    rf"\b(?:(?P<number>{SPELLED}|\d{{1,2}}|a)\s+(?P<unit>day|week)s?\s+after\b"
    rf"|(?P<nth>{'|'.join(_NTH)}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:straight\s+|consecutive\s+)?(?:day|night)\b)",
    re.IGNORECASE,
)
_LAST_WEEK = re.compile(
    rf"\b(?:the\s+previous\s+week|a\s+week|last\s+(?:week|{_WEEKDAY}))\b|\bthe\s+week\s+before\b", re.IGNORECASE
)
_LATER = "later|after|afterward"
_EXPRESSION = re.compile(
    rf"\b(?:(?P<number>{SPELLED}|\d{{1,2}}|a)\s+(?:business\s+|school\s+)?(?P<unit>day|night|week|morning)s?"
    rf"\s+(?P<way>{_LATER}|earlier|before|prior)"
    r"|(?P<next>the\s+(?:very\s+)?(?:next|following)\s+(?:day|morning|afternoon|evening|night)"
    r"|the\s+(?:day|morning|night)\s+after)"
    r"|(?P<previous>the\s+(?:day|night|evening)\s+before|the\s+previous\s+(?:day|night))"
    rf"|that\s+(?P<that>{_WEEKDAY})"
    rf"|the\s+(?:following|next)\s+(?P<following>{_WEEKDAY})|the\s+(?P<after>{_WEEKDAY})\s+after"
    rf"|the\s+(?P<before>{_WEEKDAY})\s+before"
    r"|(?:on|of|until|for)\s+the\s+(?P<nth>\d{1,2})(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def reckoned(text: str, stated: Sequence[Stated], published: date | None = None) -> Iterator[date]:
    """Yield the days that the expressions of a text may mean, counted from the dates `stated` before each.

    A weekday may also be the last one before the text was published or the next one after, whatever the verb, and "the
    19th" one of that month.
    """
    yield from weekdays(text, published)
    yield from counted_back(text, stated)
    for match in _EXPRESSION.finditer(text):
        before = sorted((one for one in stated if one.start < match.start()), key=lambda one: -one.start)
        if match["nth"]:
            months = [one.first for one in before if one.days <= _MONTH][:1]
            yield from _in_months(int(match["nth"]), (*months, published))
            continue
        for base in _bases(before):
            try:
                yield base + timedelta(_offset(match, base))
            except OverflowError:
                continue


def _bases(before: Iterable[Stated]) -> Iterator[date]:
    """Yield the days from which an expression may count: those named last, or any of the "week of May 4"."""
    told = dict.fromkeys((one.first, one.days) for one in before if one.days == 1 or _WEEK_OF.match(one.text))
    for first, days in list(told)[:_BASES]:
        yield from (first + timedelta(day) for day in range(min(days, _WEEK)))


def weekend_told(text: str, first: date, last: date, published: date) -> bool:
    """Whether days are those of a weekend before publication, with a holiday beside, which a text names."""
    is_near = first <= last <= published and (published - first).days <= _MOST_BEFORE
    days = [first + timedelta(day) for day in range((last - first).days + 1)] if is_near else []
    has_weekend = any(day.weekday() >= _SATURDAY for day in days)
    return has_weekend and len(days) <= _LONG_WEEKEND and _WEEKEND.search(text) is not None


def counted_back(text: str, stated: Sequence[Stated]) -> Iterator[date]:
    """Yield the days that a text tells by later ones: "ten days after the raid, on May 20", "its fourth day Friday"."""
    for match in _BACK.finditer(text):
        near = [one for one in stated if one.days == 1 and abs(one.start - match.start()) < _NEAR]
        if match["nth"]:
            nth = match["nth"].lower()
            days = _NTH.index(nth) if nth in _NTH else int(nth[:-2]) - 1
        else:
            written = match["number"].lower()
            days = int(written) if written.isdigit() else 1 if written == "a" else spelled(written) or 0
            days *= _WEEK if match["unit"].lower() == "week" else 1
        for one in near:
            try:
                yield one.first - timedelta(days)
            except OverflowError:
                continue


def weekdays(text: str, published: date | None) -> Iterator[date]:
    """Yield the days that the weekdays of a text can mean: the last ones before its publication, and the next ones."""
    if published and date.min + timedelta(_WEEK) <= published <= date.max - timedelta(_WEEK):
        for day in sorted({match[0].lower() for match in _NAMED_DAY.finditer(text)}):
            yield published + timedelta(_until(day, published) or _WEEK)
            yield published - timedelta(-_until(day, published) % _WEEK)
            if _LAST_WEEK.search(text):  # "on Monday and again on Thursday last week"
                yield published - timedelta(-_until(day, published) % _WEEK + _WEEK)


def _in_months(number: int, months: Iterable[date | None]) -> Iterator[date]:
    """Yield the day of that number in each of the months that has one."""
    for month in filter(None, months):
        try:
            yield month.replace(day=number)
        except ValueError:
            continue


def _offset(match: re.Match[str], base: date) -> int:
    """Return how many days after the base an expression is; fewer than 0 before it."""
    if match["number"]:
        written = match["number"]
        number = int(written) if written.isdigit() else 1 if written.lower() == "a" else spelled(written) or 0
        days = number * (_WEEK if match["unit"].lower() == "week" else 1)
        return days if match["way"].lower() in _LATER.split("|") else -days
    if match["next"] or match["previous"]:
        return 1 if match["next"] else -1
    if match["that"]:
        return _until(match["that"], base)
    if match["before"]:
        return (_until(match["before"], base) or _WEEK) - _WEEK or -_WEEK
    return _until(match["following"] or match["after"], base) or _WEEK


def _until(weekday: str, base: date) -> int:
    return (_DAYS.index(weekday.lower()) - base.weekday()) % _WEEK
