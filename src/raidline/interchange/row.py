"""An event as one row of plain values, for spreadsheets, maps and databases to show and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.dates.words import in_words
from raidline.interchange.days import derived
from raidline.interchange.links import links
from raidline.timeline.wording import citation_in_words, claims_in_words, counts_in_words, places_in_words

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry

BETWEEN = "; "  # joins several values in one cell
Cell = str | float | bool | None
Row = dict[str, Cell]


def coded(place: Jurisdiction) -> str:
    """Return the code of a place as a cell can hold it: US-08031, which no program takes for the number 8031.

    The nation and places abroad have codes that begin with the letters of their country anyway.
    """
    return f"US-{place.code}" if place.code.isdigit() else place.code


def core(entry: Entry) -> Row:
    """Return what has one value: names, date and status."""
    event = entry.event
    when = event.date
    return {
        "id": event.id,
        "title": event.title,
        "date_edtf": str(when),
        "date_text": in_words(when),
        **derived(when),
        "kind": event.kind.value,
        "status": event.status.value,
        "as_of": str(entry.as_of) if entry.as_of else None,
    }


def row(entry: Entry) -> Row:
    """Return the core and the fields that may have several values, each joined to one text; None for no values."""
    event = entry.event
    return core(entry) | {
        "places": places_in_words(entry),
        "place_codes": BETWEEN.join(map(coded, entry.jurisdictions)) or None,
        "share": entry.share,
        "agencies": BETWEEN.join(event.agencies) or None,
        "counts": counts_in_words(event.counts) or None,
        "summary": event.summary,
        "conflicts": BETWEEN.join(claims_in_words(entry)) or None,
        "publishers": BETWEEN.join(entry.publishers),
        "sources": "\n".join(citation_in_words(citation) for citation in entry.citations),
        "source_urls": " ".join(links(entry)) or None,
    }
