"""The events of one public body, or of one kind, which have pages and feeds of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """The events in which a body acts, or those of a kind, in order; `what` is "agency" or "kind"."""

    what: str
    name: str
    folder: str
    entries: tuple[Entry, ...]


def by_agency(entries: Iterable[Entry]) -> Mapping[str, Group]:
    """Return the public bodies in order of their names; names that differ only in capitals or spaces are one."""
    found: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        for key in dict.fromkeys(map(agency_key, entry.event.agencies)):
            if key:
                found.setdefault(key, []).append(entry)
        for name in entry.event.agencies:
            names.setdefault(agency_key(name), inert.line(name))
    return {key: Group("agency", names[key], named_folder(AGENCIES, key), tuple(found[key])) for key in sorted(found)}


def by_kind(entries: Iterable[Entry]) -> Mapping[str, Group]:
    """Return the kinds of which there are events, in the order of `Kind`."""
    found: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for entry in entries:
        found[entry.event.kind].append(entry)
    return {
        kind.value: Group("kind", kind.value, f"{KINDS}/{kind.value}", tuple(own)) for kind, own in found.items() if own
    }
