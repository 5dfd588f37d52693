"""Days as people type them: "2017", "last March", "January 2017", "yesterday", "2017-02-01"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from raidline.dates.value import Edtf, EdtfError
from raidline.errors import RaidlineError

_ISO = re.compile(r"[0-9]{4}-")
_LONGEST = 200  # characters; nobody types a longer date
Bounds = tuple[date | None, date | None]


def read_days(typed: str, today: date) -> Bounds:
    """Return the first and last day of a typed date, both inclusive; None where it leaves that end open.

    EDTF is tried first, then the date expressions of articles, then dateparser's wider vocabulary. RaidlineError if
    none of them knows the words.
    """
    text = " ".join(typed.split())
    try:
        when = Edtf.parse(text)
    except EdtfError as error:
        if _ISO.match(text):  # meant as EDTF, whatever else the digits could mean
            raise RaidlineError(str(error)) from None
        if len(text) > _LONGEST or not text.isprintable():  # how libraries read it depends on their version
            raise _no_date(text) from None
        return _as_in_an_article(text, today) or _dateparser(text, today)
    return when.earliest, when.latest


def exact_day(option: str, typed: str) -> date:
    """Return the day typed in EDTF for an option; RaidlineError if it is not a day."""
    try:
        when = Edtf.parse(typed.strip())
    except EdtfError as error:
        raise RaidlineError(f"{option} {error}") from None
    if when.earliest is None or when.earliest != when.latest:
        raise RaidlineError(f"{option} {typed}: write a day, such as 2017-03-24")
    return when.earliest


def _as_in_an_article(text: str, today: date) -> Bounds | None:
    from raidline.extract.timex import find_timexes  # noqa: PLC0415 - EDTF needs none of it

    for spelling in (text, text.title()):  # articles write March, people march
        match find_timexes(spelling, today):
            case [only] if (only.start, only.end) == (0, len(spelling)) and only.type == "DATE" and only.edtf:
                return only.edtf.earliest, only.edtf.latest
    return None


def _dateparser(text: str, today: date) -> Bounds:
    import warnings  # noqa: PLC0415 - as above

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own concern, nothing the user can act on
        from dateparser.date import DateDataParser  # noqa: PLC0415 - 200 ms with its first date

        base = datetime.combine(today, time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
        found = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if found is None or found.date_obj is None or found.period == "time":
        raise _no_date(text)
    return _period(found.date_obj.date(), found.period or "day")


def _no_date(text: str) -> RaidlineError:
    return RaidlineError(
        f'cannot read {text[:40]!r} as a date; try "2017", "January 2017", "2017-02-01" or "last March"'
    )


def _period(day: date, period: str) -> Bounds:
    match period:
        case "year":
            return date(day.year, 1, 1), date(day.year, 12, 31)
        case "month":
            return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
    return day, day
