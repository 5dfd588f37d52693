"""JSON-LD with the vocabulary of schema.org: events for search engines and linked data.

schema.org knows ISO 8601 dates only, which have no "about" or "between". So `startDate` is the day, month or year that
contains an inexact date, and is absent if none does; `description` has the date in words. A retracted event is left
out, because schema.org has no term for it; the name of a planned or alleged event says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.export.identity import event_uri, first_id
from raidline.export.omission import kept, omitted, unless_retracted
from raidline.interchange.headline import MARKS
from raidline.interchange.jsontext import Json, dump, stream
from raidline.places.gazetteer import POINTS_FROM
from raidline.timeline.wording import facts_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from raidline.export.options import Options
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Citation, Entry, Timeline

CONTEXT = "https://schema.org"
UNSAID = {"planned", "alleged"}  # schema.org has a term for cancelled events
TYPES = {
    "nation": "Country",
    "country": "Country",
    "state": "State",
    "county": "AdministrativeArea",
    "place": "City",
}
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?")
# A script element ends at "</script", whatever surrounds it; the escaped text is still the same JSON.
_IN_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield one document whose `@graph` has one event on each line; it is safe inside a script element."""
    events = (_event(entry, options) for entry in kept(timeline, unless_retracted, first_id))
    return (part.translate(_IN_HTML) for part in stream({"@context": CONTEXT, "@graph": []}, events))


def on_its_page(entry: Entry, options: Options) -> str:
    """Return an event alone, for the head of its page, without what that says in words; empty if it is retracted."""
    if entry.event.status == "retracted":
        return ""
    told: Json = {"@context": CONTEXT} | _event(entry, options)
    for said in ("identifier", "description", "keywords", "subjectOf"):
        del told[said]
    told["location"] = [_location(place, attributed=False) for place in entry.places]
    return dump(told).translate(_IN_HTML)


def left_out(timeline: Timeline, options: Options) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that is not in the document."""
    return omitted(timeline, unless_retracted, first_id)


def _event(entry: Entry, options: Options) -> Json:
    event = entry.event
    words = [f"{in_words(event.date)}: {'; '.join(facts_in_words(entry))}", *([event.summary] if event.summary else ())]
    told: Json = {
        "@type": "Event",
        "@id": event_uri(event, options),
        "identifier": event.id,
        "name": (MARKS[event.status] if event.status in UNSAID else "") + event.title,
        "description": "\n".join(words),
        **_dates(event.date),
    }
    if event.status == "cancelled":
        told["eventStatus"] = f"{CONTEXT}/EventCancelled"
    told["keywords"] = [event.kind.value, event.status.value]
    told["location"] = [_location(place) for place in entry.places]
    if event.agencies:
        told["about"] = [{"@type": "GovernmentOrganization", "name": name} for name in event.agencies]
    told["subjectOf"] = [_article(citation) for citation in entry.citations]
    return told


def _dates(when: Edtf) -> Json:
    start, slash, end = when.text.partition("/")
    if slash and not (when.approximate or when.uncertain):
        dates = {"startDate": _bound(start), "endDate": _bound(end)}
    else:
        dates = {"startDate": _iso(when)}
    return {key: value for key, value in dates.items() if value}


def _bound(text: str) -> str | None:
    return None if text in ("", "..") else _iso(Edtf.parse(text))


def _iso(when: Edtf) -> str | None:
    """Return an ISO 8601 date that claims no more than this one: the day, the month or the year that contains it."""
    if _INSTANT.fullmatch(when.text):
        return when.text
    return _holding(when.earliest, when.latest) if when.earliest and when.latest else None


def _holding(first: date, last: date) -> str | None:
    if first == last:
        return first.isoformat()
    for length in (7, 4):
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return None


def _location(place: Jurisdiction | str, *, attributed: bool = True) -> Json:
    if isinstance(place, str):
        return {"@type": "Place", "name": place}
    told: Json = {"@type": TYPES[place.kind], "name": place.full_name}
    if place.kind not in ("nation", "country"):
        told["containedInPlace"] = {"@type": "Country", "name": place.country}
    if place.latitude is not None and place.longitude is not None:
        point = {"latitude": place.latitude, "longitude": place.longitude}
        source = {"description": POINTS_FROM} if attributed else {}
        told["geo"] = {"@type": "GeoCoordinates", **source, **point}
    return told


def _article(citation: Citation) -> Json:
    told: Json = {"@type": "NewsArticle"}
    if citation.title:
        told["headline"] = citation.title
    told["publisher"] = {"@type": "Organization", "name": citation.publisher}
    if citation.published and (published := _iso(citation.published)):
        told["datePublished"] = published
    if link := inert.web_link(citation.url):
        told["url"] = link
    return told
