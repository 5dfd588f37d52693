"""Where an event took place, by the cells of its record."""

from __future__ import annotations

from raidline.errors import RaidlineError
from raidline.importing.rows import Row, split
from raidline.places import resolve


def places_of(row: Row) -> list[str]:
    """Take the places of a row, each by its full name where the gazetteer knows it."""
    if written := split(row.take("places")):
        return list(dict.fromkeys(map(_full_name, written)))
    state = row.take("state")
    for name in ("city", "county"):
        if place := row.take(name):
            if name == "county" and " " not in place.strip():
                place = f"{place} County"
            return [_full_name(f"{place}, {state}" if state else place)]
    return [_full_name(state)] if state else []


def _full_name(written: str) -> str:
    try:
        return resolve(written).full_name
    except RaidlineError:  # `check` tells what is wrong with it
        return written
