"""The days of a calendar entry: its own time zone decides, and its end is exclusive."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any, NamedTuple

from raidline.dates.value import Edtf
from raidline.importing.calendars.ical import Component

_DAY = timedelta(days=1)
_LEAP_SECOND = re.compile(r"(T[0-9]{4})60(?![0-9])")  # calendars may contain one, Python's times cannot
_EXTENDED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_NO_SECONDS = re.compile(r"^(\d{8}T\d{4})(Z?)$")
_OFFSET = re.compile(r"([+-])([0-9]{2})([0-9]{2})([0-9]{2})?")
_UTC = {"UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "ETC/UCT", "UCT", "ZULU"}
_EAST, _WEST = (timezone(timedelta(hours=hours)) for hours in (-4, -10))  # Puerto Rico and summers in Maine; Hawaii


class Time(NamedTuple):
    """A day, or a moment as its entry writes it; `in_utc` if it still has to be moved to a local time zone."""

    when: date | datetime
    zone: str
    in_utc: bool


def days_of(entry: Component) -> tuple[Edtf | None, set[str]]:
    """Return when an entry takes place, and the names of the properties that say so; None if it cannot be read.

    A moment in UTC becomes a day in the calendar's zone. If the calendar has no zone, it becomes the day that holds
    from Puerto Rico to Hawaii, or one of two; whole days in UTC stay days. The end is exclusive; an end that does not
    come after the start is ignored.
    """
    start = _time(entry, "DTSTART")
    if start is None:
        return None, set()
    end, said = _time(entry, "DTEND"), "DTEND"
    if end is None and (length := _length(entry)) is not None:
        end, said = _later(start, length), "DURATION"
    days = _is_whole(start, end) and (end is not None or not entry.zone)
    first = _day(start, entry, written=days)
    if end is None or _naive(end.when) <= _naive(start.when):
        same = end is not None and _naive(end.when) == _naive(start.when)
        return first, {"DTSTART", said} if same else {"DTSTART"}
    last = _day(_earlier(end), entry, written=days)
    if first == last or first.earliest is None or last.latest is None:
        return first, {"DTSTART", said}
    return Edtf.of(first.earliest, last.latest), {"DTSTART", said}


def hours_of(entry: Component) -> str:
    """Return the time of day of an entry in words, "" for whole days."""
    start, end = _time(entry, "DTSTART"), _time(entry, "DTEND")
    if start is None or not isinstance(start.when, datetime) or _is_whole(start, end):
        return ""
    clocks = [f"{time.when:%H:%M}" for time in (start, end) if time and isinstance(time.when, datetime)]
    return " ".join(filter(None, ["-".join(dict.fromkeys(clocks)), "UTC" if start.in_utc else start.zone]))


def stamp_of(entry: Component, name: str) -> datetime | None:
    """Return when something was done with an entry, in UTC as RFC 5545 requires; None if it cannot be read."""
    stamp = _time(entry, name)
    return _naive(stamp.when) if stamp else None


def _time(entry: Component, name: str) -> Time | None:
    from icalendar.prop import vDDDTypes  # noqa: PLC0415 - only for calendars

    when, zone = _first(entry, name, vDDDTypes)
    if not isinstance(when, datetime):
        return Time(when, zone, in_utc=False) if isinstance(when, date) else None
    return Time(when.replace(tzinfo=None), zone, in_utc=when.tzinfo is not None or zone.upper() in _UTC)


def _length(entry: Component) -> timedelta | None:
    from icalendar.prop import vDuration  # noqa: PLC0415 - as above

    length, _ = _first(entry, "DURATION", vDuration)
    return length if isinstance(length, timedelta) else None


def _first(entry: Component, name: str, kind: Any) -> tuple[object, str]:  # noqa: ANN401 - icalendar's own types
    """Return the first value of a property, as icalendar reads it, and its time zone; None if it cannot be read."""
    for written in entry.properties.get(name, ()):
        try:
            value = _LEAP_SECOND.sub(r"\g<1>59", _basic(written.value.strip().upper()))
            value = _NO_SECONDS.sub(r"\g<1>00\2", value)
            return kind.from_ical(value), written.parameters.get("TZID", "").strip()
        except (ValueError, TypeError, AttributeError, OverflowError):
            break
    return None, ""


def _basic(value: str) -> str:
    """Return a time written with hyphens and colons as calendars have it; one with an offset as its own clocks show."""
    match = _EXTENDED.fullmatch(value)
    if match is None:
        return value
    clock = match["clock"] and f"T{match['clock'].replace(':', '')}"
    return f"{match['day'].replace('-', '')}{clock or ''}{'Z' if match['zone'] == 'Z' else ''}"


def _later(start: Time, length: timedelta) -> Time | None:
    try:
        if isinstance(start.when, datetime) or length.seconds == 0:
            return start._replace(when=start.when + length)
        return start._replace(when=datetime(start.when.year, start.when.month, start.when.day) + length)
    except OverflowError:
        return None


def _earlier(end: Time) -> Time:
    """Return the last moment before an end."""
    step = timedelta(seconds=1) if isinstance(end.when, datetime) else _DAY
    return end._replace(when=end.when - step)


def _naive(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)


def _is_whole(start: Time, end: Time | None) -> bool:
    """Whether an entry covers whole days: from midnight to midnight, or from midnight without an end."""
    first, last = _naive(start.when), _naive(end.when) if end else None
    return not any((first.hour, first.minute, first.second)) and (
        last is None or (last > first and not (last - first) % _DAY)
    )


def _day(time: Time, entry: Component, *, written: bool) -> Edtf:
    """Return the day of a time, as `written` or in the zone of its calendar; one of two days if that is unknown."""
    when = time.when
    if not isinstance(when, datetime):
        return Edtf.of(when)
    if not time.in_utc or written:
        return Edtf.of(when.date())
    moment = when.replace(tzinfo=UTC)
    try:
        if found := zone_named(entry.zone):
            return Edtf.of(moment.astimezone(found).date())
        places = sorted(filter(None, map(_offset, entry.offsets)), key=lambda place: place.utcoffset(None))
        first, *_, last = (moment.astimezone(place).date() for place in (places * 2 or (_WEST, _EAST)))
    except OverflowError:
        return Edtf.of(when.date())
    return Edtf.of(first) if first == last else Edtf.parse(f"[{first},{last}]")


def _offset(text: str) -> timezone | None:
    """Return a zone of "-0600" or "+053000"; None if it is none."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return timezone(-length if found[1] == "-" else length) if length < _DAY else None


def zone_named(name: str) -> tzinfo | None:
    """Return the time zone with a name, which may be one of Windows or follow a path; None if there is none."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - as above

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - as above

    plain = name.strip().strip('"')
    if plain.upper() in _UTC:
        return UTC
    tail = re.search(r"[A-Za-z_]+/[A-Za-z_]+(?:/[A-Za-z_]+)?$", plain)
    for key in (WINDOWS_TO_OLSON.get(plain, ""), plain, tail[0] if tail else ""):
        try:
            return ZoneInfo(key)
        except (ValueError, OSError, KeyError):
            continue
    return None
