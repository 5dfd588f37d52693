"""Which row of a list is which of those remembered of its earlier version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from raidline.importing.lists.memory import Remembered, digest
from raidline.models import Event

_STAYING = ("date", "places", "title")  # a row with the same source and one of these is the same


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list: its key, the event that it makes, and what it says of each field.

    `usual` is what its key would be if no mapping named columns for it.
    """

    key: str
    usual: str
    event: Event
    fields: Mapping[str, Any]


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
    cited = Counter(digest(row.fields.get("sources")) for row in rows)
    before = Counter(one.fields.get("sources") for one in known.values())
    left = {one.fields.get("sources"): one for key, one in known.items() if key not in taken}
    for row in rows if left else ():
        source = digest(row.fields.get("sources"))
        one = left.get(source) if row.key not in found and "sources" in row.fields else None
        if one and cited[source] == before[source] == 1 and _stays(row, one):
            found[row.key] = one.row
    return found


def _stays(row: Listed, one: Remembered) -> bool:
    return any(name in row.fields and one.fields.get(name) == digest(row.fields[name]) for name in _STAYING)
