"""Which row of a list is which of those remembered of its earlier version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from raidline.importing.lists.memory import Remembered, digest
from raidline.models import Event
from raidline.store.inserting import data_of

_STAYING = ("date", "places", "title")  # a row with the same source and one of these is the same


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list: its key, the event that it makes, and the fields of which it says nothing.

    `usual` is what its key would be if no mapping named columns for it.
    """

    key: str
    usual: str
    event: Event
    unsaid: Collection[str]

    @property
    def fields(self) -> dict[str, Any]:
        """What the row says of each field, made when it is asked for: of a long list, that is as much as its events."""
        return {name: value for name, value in data_of(self.event).items() if name not in self.unsaid}


def same_rows(rows: Sequence[Listed], known: Mapping[str, Remembered]) -> dict[str, str]:
    """Return by the key of each row what it is remembered by; rows that are new are left out.

    A row that is not known by its key may have been remembered before a mapping named its columns. Otherwise it is the
    only one without a row whose source nothing else has, at the same date or place: then it has another title now.
    """
    found = {row.key: row.key for row in rows if row.key in known}
    taken = set(found)
    for row in rows:
        if row.key not in found and row.usual in known and row.usual not in taken:
            found[row.key] = row.usual
            taken.add(row.usual)
    cited = Counter(digest(row.fields.get("sources")) for row in rows) if known else Counter()
    before = Counter(one.fields.get("sources") for one in known.values())
    left = {one.fields.get("sources"): one for key, one in known.items() if key not in taken}
    for row in (row for row in rows if row.key not in found) if left else ():
        fields = row.fields
        source = digest(fields.get("sources"))
        one = left.get(source) if "sources" in fields else None
        if one and cited[source] == before[source] == 1 and _stays(row, one):
            found[row.key] = one.row
    return found


def _stays(row: Listed, one: Remembered) -> bool:
    fields = row.fields
    return any(name in fields and one.fields.get(name) == digest(fields[name]) for name in _STAYING)
