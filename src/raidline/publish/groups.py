"""The events of one public body, or of one kind, which have pages and feeds of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline import inert
from raidline.export.addresses import named_folder
from raidline.export.html.facets import agency_key
from raidline.models import Kind

if TYPE_CHECKING:
    from raidline.timeline.build import Entry

AGENCIES, KINDS = "agencies", "kinds"


@dataclass(frozen=True, slots=True)
class Group:
    """The events in which a body acts, or those of a kind, in order; `what` is "agency" or "kind".

    `numbers` is their place among all events.
    """

    what: str
    name: str
    folder: str
    numbers: tuple[int, ...]
    entries: tuple[Entry, ...]


def by_agency(entries: Sequence[Entry]) -> Mapping[str, Group]:
    """Return the public bodies in order of their names; names that differ only in capitals or spaces are one."""
    found: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for number, entry in enumerate(entries):
        for key in dict.fromkeys(map(agency_key, entry.event.agencies)):
            if key:
                found.setdefault(key, []).append(number)
        for name in entry.event.agencies:
            names.setdefault(agency_key(name), inert.line(name))
    return {
        key: _group("agency", names[key], named_folder(AGENCIES, key), found[key], entries) for key in sorted(found)
    }


def by_kind(entries: Sequence[Entry]) -> Mapping[str, Group]:
    """Return the kinds of which there are events, in the order of `Kind`."""
    found: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    for number, entry in enumerate(entries):
        found[entry.event.kind].append(number)
    return {
        kind.value: _group("kind", kind.value, f"{KINDS}/{kind.value}", own, entries)
        for kind, own in found.items()
        if own
    }


def _group(what: str, name: str, folder: str, numbers: list[int], entries: Sequence[Entry]) -> Group:
    return Group(what, name, folder, tuple(numbers), tuple(map(entries.__getitem__, numbers)))
