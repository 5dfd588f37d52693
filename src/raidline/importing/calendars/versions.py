"""Which of several entries with one UID is the current one (RFC 5545, 3.8.4.7): the one that was changed last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from raidline.importing.calendars.ical import Component
from raidline.importing.calendars.times import stamp_of

_DIGITS = 10  # of the largest number that RFC 5545 allows
_Key = tuple[str, str, str]  # kind, UID, the day of a series or ""
_Rank = tuple[int, datetime, datetime]


def standing(entries: Iterable[Component]) -> list[Component]:
    """Return all entries in their order; outdated ones get a problem, doubtful ones a remark.

    An entry is current if no other with its UID has a higher SEQUENCE or, with the same SEQUENCE, a later LAST-MODIFIED
    or DTSTAMP. If two differ and neither is later, both are current. A single day of a series (RECURRENCE-ID) is an
    entry of its own.
    """
    found = list(entries)
    groups: dict[_Key, list[int]] = defaultdict(list)
    for index, entry in enumerate(found):
        if not entry.problem and (uid := entry.text("UID")):
            groups[entry.kind, uid, entry.text("RECURRENCE-ID")].append(index)
    for members in groups.values():
        if len(members) > 1:
            settled = _settled([found[index] for index in members])
            for index, entry in zip(members, settled, strict=True):
                found[index] = entry
    days = {key: found[index].line for key, members in groups.items() for index in members if not found[index].problem}
    return [_without_first_day(entry, days) for entry in found]


def _settled(versions: Sequence[Component]) -> list[Component]:
    ranks = [_rank(entry) for entry in versions]
    last = next(entry for entry, rank in zip(versions, ranks, strict=True) if rank == max(ranks))
    settled = []
    for entry, rank in zip(versions, ranks, strict=True):
        if entry is last:
            settled.append(entry)
        elif rank < max(ranks):
            said = f"is an earlier version of the entry in line {last.line} (the same UID)"
            settled.append(replace(entry, problem=said))
        elif (entry.properties, entry.zone) == (last.properties, last.zone):
            settled.append(replace(entry, problem=f"is the same as the entry in line {last.line}"))
        else:
            said = f"has the UID of the entry in line {last.line}, and nothing shows which is current; all are kept"
            settled.append(replace(entry, remarks=(*entry.remarks, said)))
    return settled


def _rank(entry: Component) -> _Rank:
    """Return the sort key of versions; the time of export comes last, because some calendars stamp every entry then."""
    number = entry.text("SEQUENCE")[:_DIGITS]
    written = stamp_of(entry, "DTSTAMP") or datetime.min
    return int(number) if number.isdecimal() else 0, stamp_of(entry, "LAST-MODIFIED") or written, written


def _without_first_day(entry: Component, days: Mapping[_Key, int]) -> Component:
    """Return the entry, with a remark if its series no longer has the day on which it is read.

    `days` gives the line of the entry that replaces a day of a series.
    """
    first = entry.text("DTSTART")
    if entry.problem or not first or "RRULE" not in entry.properties:
        return entry
    if line := days.get((entry.kind, entry.text("UID"), first)):
        said = f"the first day of its series is changed in line {line}; look at its date"
    elif any(first in one.members for one in entry.properties.get("EXDATE", ())):
        said = "the first day of its series is removed (EXDATE); look at its date"
    else:
        return entry
    return replace(entry, remarks=(*entry.remarks, said))
