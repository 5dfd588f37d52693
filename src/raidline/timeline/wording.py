"""An event in words: the same ones on the terminal and in every export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.counts.value import Count
from raidline.counts.wording import count_in_words
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from raidline.models import Claim, Correction, Removal, Stated
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Citation, Entry
    from raidline.timeline.totals import Totals


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


def period_in_words(since: date | None, until: date | None) -> str:
    """Return the days between which events are asked for: "since November 28, 2024"; empty without bounds."""
    first, last = (in_words(Edtf.of(day)) if day else "" for day in (since, until))
    if first and last:
        return f"from {first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def totals_in_words(found: Totals, where: str = "", left_out: int = 0) -> str:
    """Return what a timeline adds up to: "2 events in Austin, Texas, at least 51 people arrested, 3 publishers"."""
    events = (plural(found.events, "event") if found.events else "no events") + (f" in {where}" if where else "")
    parts = [
        events,
        f"{found.context:,} of wider context" if found.context else "",
        f"{left_out:,} more left out by --top" if left_out else "",
        _arrested_in_words(found) if found.counting else "",
        plural(found.publishers, "publisher") if found.publishers else "",
    ]
    differing = f"; sources differ on {found.differing:,}" if found.differing else ""
    return ", ".join(part for part in parts if part) + differing


def _arrested_in_words(found: Totals) -> str:
    """Return how many people were arrested, and how many of the events say so unless all do."""
    low, high = found.low, found.high
    people = "person" if high == 1 or (low == 1 and high is None) else "people"
    if high is None:
        number = f"at least {low:,}" if low else "an unknown number of"
    elif low == high:
        number = f"{high:,}"
    else:
        number = f"{low:,} to {high:,}" if low else f"up to {high:,}"
    said = "" if found.counting == found.events else f" ({plural(found.counting, 'event')} with a number)"
    return f"{number} {people} arrested{said}"


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


def correction_in_words(correction: Correction) -> str:
    """Return a correction with its day: "Corrected on November 28, 2026: The date was given as January 2017."."""
    return f"Corrected on {in_words(correction.day)}: {correction.text}"


def removal_in_words(removal: Removal) -> str:
    """Return why an event was taken out of the record: "Removed on November 28, 2026: It was no public act."."""
    return f"Removed on {in_words(removal.day)}: {removal.text}"


def remarks_in_words(entry: Entry) -> list[str]:
    """Return what readers have to know beside the facts, one line each: who differs, and what was corrected."""
    differing = (f"Sources differ: {claim}" for claim in claims_in_words(entry))
    return [*differing, *map(correction_in_words, entry.event.corrections)]


def citation_in_words(citation: Citation) -> str:
    """Return publisher, date and title, as far as known: "AlterNet, March 29, 2017: A headline (page 2)"."""
    published = f", {in_words(citation.published)}" if citation.published else ""
    title = f": {citation.title}" if citation.title else ""
    page = f" (page {citation.page})" if citation.page else ""
    return f"{citation.publisher}{published}{title}{page}"
