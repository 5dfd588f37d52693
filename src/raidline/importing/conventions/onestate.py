"""The state that a list leaves out because all of it is about one: the only state with all of its counties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from raidline.importing.contents import Column
from raidline.importing.records import InputRow
from raidline.importing.wording.placenames import plain_place
from raidline.places.lookup import lookup

_LEAST = {"county": 3, "city": 6}  # names that no other state has together by chance
_KIND = {"county": "county", "city": "place"}
_MOST = 0.8  # of the names that have to be known
_ELSEWHERE = ("state", "zip", "country", "address")
_HEADING = "State"


def with_its_state(
    records: Sequence[InputRow], columns: Sequence[Column]
) -> tuple[Sequence[InputRow], list[Column], list[str]]:
    """Return the records with the only state that has all their counties or towns, the columns with it, and a remark.

    None is added to a list that says its states in any other column, or whose names are in several states.
    """
    same: tuple[Sequence[InputRow], list[Column], list[str]] = (records, list(columns), [])
    fields = {one.field: one.heading for one in columns}
    heading = next((fields[name] for name in _LEAST if name in fields), None)
    if heading is None or _HEADING in {one.heading for one in columns} or any(name in fields for name in _ELSEWHERE):
        return same
    field = next(name for name in _LEAST if fields.get(name) == heading)
    names = {cell for record in records if (cell := record.cells.get(heading, "").strip())}
    if len(names) < _LEAST[field] or any("," in name for name in names):
        return same
    known = [states for name in names if (states := _states_of(name, _KIND[field]))]
    common = frozenset.intersection(*known) if known else frozenset()
    if len(common) != 1 or len(known) < max(_MOST * len(names), _LEAST[field]):
        return same
    state = next(iter(common))
    found = [
        replace(record, cells={**record.cells, _HEADING: state}, headings=[*record.headings, _HEADING])
        if record.cells.get(heading, "").strip()
        else record
        for record in records
    ]
    told = "counties" if field == "county" else "towns"
    why = f"the only state with all {told} of {heading!r}"
    filled = sum(_HEADING in record.cells for record in found)
    return found, [*columns, Column(_HEADING, "state", why, filled, state)], [f"the state is {state}, {why}"]


@lru_cache(maxsize=4_096)
def _states_of(name: str, kind: str) -> frozenset[str]:
    """Return the full names of the states that have a county or a place of a name."""
    plain = plain_place(name)
    written = (plain, f"{plain} County", f"{plain} Parish") if kind == "county" else (plain,)
    found = {place for text in written for place in lookup(text) if place.kind == kind}
    return frozenset(place.full_name.rpartition(", ")[2] for place in found)
