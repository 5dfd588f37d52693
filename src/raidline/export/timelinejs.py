"""TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html): a title slide, then one slide for each event.

One date that TimelineJS cannot read keeps the whole timeline from loading, so we write only known parts of dates;
`display_date` says the rest, and `edtf`, which TimelineJS ignores, has the date itself.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.words import in_words
from raidline.export.extent import is_exact, left_out, placed
from raidline.interchange.headline import marked, subject
from raidline.interchange.jsontext import Json, stream
from raidline.timeline.wording import citation_in_words, facts_in_words, place_names, remarks_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raidline.export.extent import Extent
    from raidline.export.options import Options
    from raidline.timeline.build import Citation, Entry, Timeline

__all__ = ["altered", "left_out", "write"]

TITLE_ID = "-"  # cannot be the id of an event
_PARTS = ("year", "month", "day")


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield the JSON document part by part; each event that has a date and an id of its own is a slide."""
    groups = _groups(timeline)
    slides = (_slide(entry, found, groups) for entry, found in placed(timeline))
    return stream({"title": _title(timeline, options), "events": []}, slides)


def altered(entry: Entry, options: Options) -> Iterator[str]:
    """Yield the title if the slide does not hold it unchanged."""
    if inert.line(entry.event.title) != entry.event.title:
        yield "title"


def _title(timeline: Timeline, options: Options) -> Json:
    extents = [found for _, found in placed(timeline)]
    years = sorted({found[0][:4] for found in extents} | {found[1][:4] for found in extents})
    period = "–".join(str(int(year)) for year in dict.fromkeys(years[:1] + years[-1:]))
    name = _html(subject(timeline, options.site))
    return {"unique_id": TITLE_ID, "autolink": False, "text": {"headline": name, "text": period}}


def _slide(entry: Entry, found: Extent, groups: Mapping[str, str]) -> Json:
    event = entry.event
    first, last = found
    slide: Json = {"unique_id": event.id, "start_date": _date(first)}
    if last != first:
        slide["end_date"] = _date(last)
    if not is_exact(event.date):
        slide["display_date"] = in_words(event.date)
    return slide | {
        "group": groups[_where(entry)],
        "text": {"headline": _html(marked(entry)), "text": "".join(_paragraphs(entry))},
        "autolink": False,
        "edtf": event.date.text,  # TimelineJS ignores this key and those after it; `raidline import` reads them
        "kind": event.kind.value,
        "status": event.status.value,
        "places": [escape(name) for name in place_names(entry)],
    }


def _date(text: str) -> Json:
    return {name: int(part) for name, part in zip(_PARTS, text.split("-"), strict=False)}


def _where(entry: Entry) -> str:
    """Return the full name of the first place, as written if it cannot be read."""
    return entry.jurisdictions[0].full_name if entry.jurisdictions else entry.event.places[0]


def _groups(timeline: Timeline) -> dict[str, str]:
    """Return the group of each place: its name, with its state if another place here has the same name."""
    names: dict[str, str] = {}
    for entry in timeline.entries:
        names[_where(entry)] = entry.jurisdictions[0].name if entry.jurisdictions else entry.event.places[0]
    places = Counter(names.values())
    # TimelineJS takes a group for HTML, extracts its text, and takes that for HTML once more.
    return {where: _html(_html(where if places[name] > 1 else name)) for where, name in names.items()}


def _paragraphs(entry: Entry) -> Iterator[str]:
    for text in inert.block(entry.event.summary or "").split("\n"):
        if text.strip():
            yield f"<p>{_html(text)}</p>"
    yield f"<p>{_html('; '.join(facts_in_words(entry)))}</p>"
    for remark in remarks_in_words(entry):
        yield f"<p>{_html(remark)}</p>"
    yield f"<ul>{''.join(f'<li>{_source(citation)}</li>' for citation in entry.citations)}</ul>"


def _source(citation: Citation) -> str:
    words, link = _html(citation_in_words(citation)), inert.web_link(citation.url)
    return f'<a href="{escape(link)}">{words}</a>' if link else words


def _html(text: str) -> str:
    return escape(inert.line(text))
