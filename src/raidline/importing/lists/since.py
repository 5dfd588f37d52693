"""Two versions of a list: what the later one first lists, and what it no longer lists.

Nothing says what happened: what is new in a list may be much older. So such an event is "first listed" or "no longer
listed", between the days of the two versions, and that is all it says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from raidline.dates.value import Edtf
from raidline.dates.words import day_in_words
from raidline.errors import RaidlineError
from raidline.importing.columns import Columns
from raidline.importing.events import Imported, make_events
from raidline.importing.lists import agreements
from raidline.importing.naming import RowKey
from raidline.importing.records import InputRow
from raidline.merging.merge import slug
from raidline.models import Event, Source

_DAY = re.compile(  # 2031-05-06, 20310506; or as Americans write it, 05062031
    r"(?<!\d)(?:(?P<year>20\d\d)[-_.]?(?P<month>\d\d)[-_.]?(?P<day>\d\d)"
    r"|(?P<m>\d\d)[-_.]?(?P<d>\d\d)[-_.]?(?P<y>20\d\d))(?!\d)"
)
_KEPT = ("kind", "places", "agencies", "notes", "updated", "sources")
_TOTALS = "is a row of totals"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a list: its records, and the day of which it is."""

    path: Path
    records: Sequence[InputRow]
    day: date

    @property
    def is_whole(self) -> bool:
        """Whether all rows could be read; totals are none."""
        return all(not one.problem or one.problem.startswith(_TOTALS) for one in self.records)


@dataclass(frozen=True, slots=True)
class _Difference:
    """What one version lists; `others` are the keys of the rows that the other one lists, too."""

    words: str
    imported: Imported
    others: Collection[str]
    lacking: Version


def day_of(path: Path) -> date:
    """Return the day in the name of a file. RaidlineError if there is none, or if there are several."""
    days = set()
    for found in _DAY.finditer(path.stem):
        pairs = (("year", "y"), ("month", "m"), ("day", "d"))
        year, month, day = (int(found[one] or found[other]) for one, other in pairs)
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    if len(days) != 1:
        raise RaidlineError(f"{path}: its name does not have one day such as 2031-05-06; write --between DAY/DAY")
    return days.pop()


def events_since(old: Version, new: Version, columns: Columns, *, now: Edtf | None = None) -> Imported:
    """Return the events of what `new` lists and `old` does not, and the other way round.

    What a version with unreadable rows does not list is unknown: nothing is told of it but a remark. RaidlineError if
    the versions are not in order.
    """
    if not old.day < new.day:
        raise RaidlineError(f"{new.path} ({new.day}) is not later than {old.path} ({old.day}); see --between")
    events, keys, numbers = [], {}, Counter[str]()
    differences = _differences(old, new, columns, now)
    remarks = [remark for difference in differences for remark in difference.imported.remarks]
    for one in differences:
        if not one.lacking.is_whole:
            remarks.append(f"rows of {one.lacking.path} could not be read; so what is {one.words} is unknown")
            continue
        for data in one.imported.events:
            key = one.imported.keys[data["id"]].key
            if key not in one.others:
                told = _told(data, one.words, old.day, new.day, numbers)
                events.append(told)
                difference = f"{key} | {one.words} {old.day}/{new.day}"
                keys[told["id"]] = RowKey(difference, difference)
    unread = ((one.path, record) for one in (old, new) for record in one.records if record.problem)
    left_out = [f"{path}: {record.where}: {record.problem}" for path, record in unread]
    not_read = sum(one.imported.unread for one in differences)
    return Imported(events, list(dict.fromkeys(remarks)), left_out, keys, unread=not_read)


def _differences(old: Version, new: Version, columns: Columns, now: Edtf | None) -> list[_Difference]:
    if agreements.is_such_a_list(old.records) and agreements.is_such_a_list(new.records):
        before, after = (agreements.rows_by_model(one.records) for one in (old, new))
        fresh = [row for key, row in after.items() if key not in before]
        stale = [row for key, row in before.items() if key not in after]
        added = agreements.listings(fresh, before.values(), new.day, gone=False)
        gone = agreements.listings(stale, after.values(), new.day, gone=True)
        first, last = (make_events(rows, Columns(), slug(new.path.name), now=now) for rows in (added, gone))
        return [_Difference("first listed", first, (), old), _Difference("no longer listed", last, (), new)]
    then, later = (make_events(one.records, columns, slug(one.path.name), now=now) for one in (old, new))
    return [
        _Difference("first listed", later, _keys(then), old),
        _Difference("no longer listed", then, _keys(later), new),
    ]


def _keys(version: Imported) -> set[str]:
    return {one.key for one in version.keys.values()}


def _told(data: dict[str, Any], words: str, first: date, last: date, numbers: Counter[str]) -> dict[str, Any]:
    """Return the event of a difference; of its row it keeps what does not depend on a day."""
    where = slug(str(next(iter(data.get("places", [])), "unplaced")).split(",")[0])[:60]
    name = f"{last:%Y-%m}-{where}-{slug(words)}"
    numbers[name] += 1
    between = f"{words} between {day_in_words(first)} and {day_in_words(last)}."
    title, summary = data.get("title", "A row"), data.get("summary", "")
    told = {name: data[name] for name in _KEPT if name in data} | {
        "id": name if numbers[name] == 1 else f"{name}-{numbers[name]}",
        "date": f"{first}/{last}",
        "title": title if words in title else f"{title}: {words}",
        "summary": f"{between[0].upper()}{between[1:]} {summary if words in title else ''}".strip(),
    }
    told["sources"] = [_assumed(source, first) for source in data["sources"]]
    return {name: told[name] for name in Event.model_fields if name in told}


def _assumed(source: Mapping[str, Any], first: date) -> dict[str, Any]:
    """Return a source; one whose row has no day to assume one from is of the first day of the difference, or later."""
    told = {**source} if "article" in source else {"published": f"[{first}..]", **source}
    return {name: told[name] for name in Source.model_fields if name in told}
