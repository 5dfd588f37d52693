"""What an event is and where it was, by its title, its text and the headings of its table, where no column says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from raidline.importing.acts import kind_named
from raidline.importing.forms.cases import is_case
from raidline.importing.forms.requests import REMARK
from raidline.importing.guessing.counted import agency_told, counts_told, kind_of_counts
from raidline.importing.rows import Row
from raidline.importing.sources.markup import has_markup, without_markup
from raidline.importing.wording.courts import place_of_court
from raidline.importing.wording.told import (
    docket_told,
    first_sentence,
    kind_told,
    names_other_actors,
    places_in,
    places_told,
    places_told_in,
)
from raidline.models import Kind


def kind_of_headings(row: Row, heading: str) -> str:
    """Return the kind of a whole table: of bills, or what the heading of its titles or dates says; "" if none does."""
    if row.bills:
        row.say(f"has no kind; the numbers of bills in {row.bills!r} say {Kind.LEGISLATION}")
        return Kind.LEGISLATION.value
    if row.of_agreements:
        row.say(f"has no kind; the column {row.of_agreements!r} is one of agreements, which are {Kind.POLICY}")
        return Kind.POLICY.value
    found = kind_named(heading) or kind_named(row.date_heading)
    if found:
        row.say(f"has no kind; the heading {(heading if kind_named(heading) else row.date_heading)!r} says {found}")
    return found


def add_what_is_told(row: Row, data: dict[str, Any], *, unsaid: bool) -> None:
    """Give an event the places and the kind that no column of its record says, but its title, its text or its court.

    `unsaid` is whether its record says no kind at all, rather than one that raidline does not know.
    """
    _add_places_told(row, data)
    if "kind" not in data:
        data["kind"] = _kind_told(row, data, unsaid=unsaid)


def add_counts_told(row: Row, data: dict[str, Any]) -> None:
    """Give an event without counts those that its title tells, and without agencies the one that acts in it."""
    title = _plain(data.get("title", ""))
    if not data.get("counts"):
        text = first_sentence(_plain(data.get("summary", "")))
        for name, told in (("title", counts_told(title, data["kind"])), ("summary", counts_told(text, data["kind"]))):
            if told:
                data["counts"] = dict(told)
                row.say(f"has no count in a column of its own; read from its {name}")
                break
    if not data.get("agencies") and (acting := agency_told(title, data["kind"])):
        data["agencies"] = list(acting)
        row.say("has no agency in a column of its own; read from its title")


def _add_places_told(row: Row, data: dict[str, Any]) -> None:
    """Give an event whose record names no place those that its title says for sure, otherwise those of its text."""
    if data.get("places"):
        return
    for name, read in (("title", places_told), ("summary", places_in)):
        if (text := _plain(data.get(name, ""))) and (found := read(text)):
            data["places"] = list(found)
            row.say(f"has no place in a column of its own; read from its {name}")
            return
    if row.state and (found := places_told_in(_plain(data.get("title", "")), row.state)):
        data["places"] = list(found)
        row.say(f"has no place in a column of its own; its title names one of {row.state}, as all others do")
        return
    if courts := list(dict.fromkeys(filter(None, map(place_of_court, data.get("agencies", ()))))):
        data["places"] = courts
        row.say("has no place in a column of its own; its court says where it sits")


def _kind_told(row: Row, data: Mapping[str, Any], *, unsaid: bool) -> str:
    """Return the kind that the entry of a docket or else the title of an event tells, `other` if none does."""
    found, where = docket_told(_plain(data.get("summary", ""))), "the first words of its summary"
    if row.of_requests and unsaid:
        row.say(REMARK)
        return Kind.OTHER.value
    if not found:
        title = data.get("title", "")
        found, where = kind_told(title), "its title"
        text = first_sentence(_plain(data.get("summary", "")))
        if not found and text and not (is_case(_plain(title)) or names_other_actors(_plain(title))):
            found, where = kind_told(text), "the first sentence of its summary"
    if not found and is_case(_plain(data.get("title", ""))):
        found = Kind.LAWSUIT.value
    is_open = unsaid and not found and not names_other_actors(_plain(data.get("title", "")))
    if is_open and (found := kind_of_counts(data.get("counts", {}))):
        row.say(f"has no kind; those that it counts say {found}")
    elif found:
        row.say(f"{'has no kind in a column of its own' if unsaid else 'its kind is unknown'}; read from {where}")
    elif unsaid:
        row.say("has no kind; entered as other - `defaults: {kind: operation}` in a mapping gives another")
    return found or Kind.OTHER.value


def _plain(text: str) -> str:
    return without_markup(text) if has_markup(text) else text
