"""iCalendar (RFC 5545, RFC 7986): all-day events that calendar programs can subscribe to.

Nothing here depends on the clock: two exports of the same data are the same bytes, so that a subscriber sees a change
only if there is one. Events are built and written one at a time, so that a long calendar needs no memory.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.words import in_words
from raidline.export.identity import first_id, permalink, uid
from raidline.export.omission import RETRACTED, kept, omitted
from raidline.export.options import Coarse, Options
from raidline.interchange.cells import joined
from raidline.interchange.headline import headline, subject
from raidline.interchange.links import links
from raidline.places.gazetteer import POINTS_FROM
from raidline.timeline.wording import citation_in_words, facts_in_words, place_names, remarks_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from raidline.places.jurisdiction import Jurisdiction
    from raidline.timeline.build import Entry, Timeline

LONGEST_SPAN = timedelta(days=92)  # a quarter; a banner over half a year hides everything under it
DAY = timedelta(days=1)
OCTETS = 75  # in a line, without its CRLF (RFC 5545, 3.1)
END = "END:VCALENDAR\r\n"
# Google removes CANCELLED events, so an event that was called off stays CONFIRMED and says so in its summary.
STATUS = {"planned": "TENTATIVE", "alleged": "TENTATIVE"}


def write(
    timeline: Timeline, options: Options, *, text_of: Callable[[Entry, Options], str | None] | None = None
) -> Iterator[str]:
    """Yield the timeline as one VCALENDAR, with CRLF line ends: its head, each event, its end.

    `text_of` gives the lines of an event, for those who keep them: by default `event_text`.
    """
    yield _written(_head(subject(timeline, options.site)))
    for entry, _, _ in kept(timeline, partial(_dated, coarse=options.coarse), first_id):
        yield (text_of or event_text)(entry, options) or ""
    yield END


def left_out(timeline: Timeline, options: Options) -> list[tuple[str, str]]:
    """Return (event id, reason) for each event that is not in the calendar."""
    return omitted(timeline, partial(_dated, coarse=options.coarse), first_id)


def altered(entry: Entry, options: Options) -> Iterator[str]:
    """Yield the title if the calendar does not hold it unchanged."""
    if inert.line(entry.event.title) != entry.event.title:
        yield "title"


def _dated(entry: Entry, coarse: Coarse) -> tuple[Entry, date, date] | str:
    """Return the entry with its first and last day in the calendar, both inclusive, or why it has none."""
    if entry.event.status == "retracted":
        return RETRACTED
    first, last = entry.event.date.earliest, entry.event.date.latest
    if first is None or last is None:
        known = first or last
        if known is None:
            return "no date"
        first = last = known
    if first == date.max:  # the end is the day after, and programs that look for one refuse the whole calendar
        return "on the last day that calendars know"
    if last - first < LONGEST_SPAN or coarse is Coarse.SPAN:
        return entry, first, last
    return "date coarser than a quarter" if coarse is Coarse.SKIP else (entry, first, first)


def _head(name: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//raidline//timeline//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield from (f"{key}:{_text(POINTS_FROM)}" for key in ("DESCRIPTION", "X-WR-CALDESC"))
    yield from (f"{key}:{_text(name)}" for key in ("NAME", "X-WR-CALNAME"))
    yield "COLOR:steelblue"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"


def event_text(entry: Entry, options: Options) -> str | None:
    """Return the lines of an event; None if the calendar leaves it out.

    They are written here, in the order of libraries for calendars, which take a millisecond for each event.
    """
    fit = _dated(entry, options.coarse)
    if isinstance(fit, str):
        return None
    _, first, last = fit
    return _written(_lines(entry, first, last, options))


def _lines(entry: Entry, first: date, last: date, options: Options) -> Iterator[str]:
    event = entry.event
    where = entry.jurisdictions[0] if entry.jurisdictions else None
    stamp = f"{entry.revised or datetime.combine(options.stamp or first, time(), UTC):%Y%m%dT%H%M%SZ}"
    categories = (event.kind.value, *(_category(place) for place in entry.jurisdictions))
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_text(headline(entry))}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day(min(last, date.max - DAY) + DAY)}"  # exclusive
    yield f"DTSTAMP:{stamp}"
    yield f"UID:{_text(uid(event, options))}"
    yield "SEQUENCE:0"
    yield f"CATEGORIES:{','.join(map(_text, categories))}"
    yield f"DESCRIPTION:{_text(_description(entry))}"
    if where and where.latitude is not None:
        yield f"GEO:{where.latitude};{where.longitude}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"LOCATION:{_text(where.full_name if where else event.places[0])}"
    yield f"STATUS:{STATUS.get(event.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    if address := permalink(event, options) or next(iter(links(entry)), None):
        yield f"URL:{address}"
    yield "X-MICROSOFT-CDO-BUSYSTATUS:FREE"
    yield f"X-RAIDLINE-EDTF:{_text(str(event.date))}"
    if event.id != first_id(event):
        yield f"X-RAIDLINE-ID:{_text(event.id)}"
    yield f"X-RAIDLINE-PLACES:{_text(joined(place_names(entry)))}"
    yield f"X-RAIDLINE-STATUS:{_text(event.status.value)}"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """Return a value of type TEXT (RFC 5545, 3.3.11)."""
    plain = inert.block(text).replace("\\", "\\\\").replace(";", "\\;")
    return plain.replace(",", "\\,").replace("\n", "\\n")


def _description(entry: Entry) -> str:
    """Return the date in words, the known facts, then numbered sources: many clients show nothing else."""
    event = entry.event
    lines = [in_words(event.date), inert.line("; ".join(facts_in_words(entry)))]
    if event.summary:
        lines += ["", inert.block(event.summary).strip()]
    lines += [inert.line(remark) for remark in remarks_in_words(entry)]
    lines += ["", "Sources"]
    for number, citation in enumerate(entry.citations, 1):
        link = inert.web_link(citation.url)
        lines.append(f"{number}. {inert.line(citation_in_words(citation))}{f' {link}' if link else ''}")
    return "\n".join(lines)


def _category(place: Jurisdiction) -> str:
    """Return a name such as "Travis County TX": several clients mishandle a comma in a category, even if escaped."""
    if place.kind in ("state", "country"):
        return place.name.replace(",", "")
    return f"{place.name} {place.country if place.is_abroad else place.state}".replace(",", "").strip()


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    """Fold at 75 octets, never inside a character or an escape: some clients unescape before they unfold."""
    octets = line.encode()
    if len(octets) <= OCTETS:
        return line
    parts = []
    start, room = 0, OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # the rest of a character
            end -= 1
        part = octets[start:end]
        end -= (len(part) - len(part.rstrip(b"\\"))) % 2
        parts.append(octets[start:end])
        start, room = end, OCTETS - 1  # the space that continues a line counts
    parts.append(octets[start:])
    return b"\r\n ".join(parts).decode()
