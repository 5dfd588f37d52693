"""An event in words: the same ones on the terminal and in every export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raidline.models import Claim, Stated
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Citation, Entry


def count_in_words(name: str, count: Count) -> str:
    """Return a count with its name, such as "at least 51 arrested"."""
    name = name.replace("_", " ")
    return f"unknown number {name}" if str(count) == "unknown" else f"{count} {name}"


def counts_in_words(counts: Mapping[str, Count]) -> str:
    """Return the counts in words, such as "at least 51 arrested, 3 detained"; empty without counts."""
    return ", ".join(count_in_words(name, count) for name, count in counts.items())


def status_in_words(entry: Entry) -> str:
    """Return an empty text for what occurred, otherwise words such as "planned, as of October 1, 2020"."""
    status = entry.event.status
    if status == "occurred":
        return ""
    if status == "planned" and entry.as_of:
        return f"planned, as of {in_words(entry.as_of)}"
    return status.value


def place_name(place: Jurisdiction | str) -> str:
    """Return the full name of a place, as written if it could not be read."""
    return place if isinstance(place, str) else place.full_name


def place_names(entry: Entry) -> list[str]:
    """Return the full names of the places."""
    return [*map(place_name, entry.places)]


def places_in_words(entry: Entry) -> str:
    """Return the names of the places as one text."""
    return "; ".join(place_names(entry))


def facts_in_words(entry: Entry) -> list[str]:
    """Return the kind, a status other than occurred, the places, their relation to the requested place, the counts."""
    scope = "wider context" if entry.context else "only partly here" if entry.partly else ""
    facts = [
        entry.event.kind.value,
        status_in_words(entry),
        places_in_words(entry),
        scope,
        counts_in_words(entry.event.counts),
    ]
    return [fact for fact in facts if fact]


def sources_in_words(entry: Entry) -> str:
    """Return how many publishers report it: "1 source", or "3 sources from 2 publishers" if one has several."""
    publishers, sources = len(entry.publishers), len(entry.citations)
    if publishers == sources:
        return plural(sources, "source")
    return f"{plural(sources, 'source')} from {plural(publishers, 'publisher')}"


def stated_in_words(about: str, value: Stated) -> str:
    """Return one statement about an event in words: "January 2017", "nearly 700 arrested"."""
    if isinstance(value, Edtf):
        return in_words(value)
    if isinstance(value, Count):
        return count_in_words(about, value)
    return "; ".join(map(place_name, value)) if isinstance(value, tuple) else str(value)


def claim_in_words(about: str, claim: Claim) -> str:
    """Return who differs and how: "Herald says January 2017", or a note: "DHS: routine enforcement (Herald)"."""
    words = stated_in_words(about, claim.says)
    return f"{words} ({claim.publisher})" if about == "note" else f"{claim.publisher} says {words}"


def claims_in_words(entry: Entry) -> list[str]:
    """Return who differs and how, one line each."""
    return [claim_in_words(conflict.about, claim) for conflict in entry.conflicts for claim in conflict.claims]


def citation_in_words(citation: Citation) -> str:
    """Return publisher, date and title, as far as known: "AlterNet, March 29, 2017: A headline (page 2)"."""
    published = f", {in_words(citation.published)}" if citation.published else ""
    title = f": {citation.title}" if citation.title else ""
    page = f" (page {citation.page})" if citation.page else ""
    return f"{citation.publisher}{published}{title}{page}"
