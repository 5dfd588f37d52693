r"""How to cite the page of an event: as a text, as BibTeX, and as CSL-JSON, which Zotero and word processors read.

The date of a citation is that of the record, as precisely as it is known; the event's own date stands beside it, in
words or as `event-date`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from raidline import inert
from raidline.dates.words import in_words
from raidline.export.extent import extent, is_exact
from raidline.interchange.headline import marked
from raidline.interchange.jsontext import Json

if TYPE_CHECKING:
    from raidline.dates.value import Edtf
    from raidline.timeline.build import Entry

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A brace is counted by BibTeX even behind a backslash, so that one alone would end the field or the file.
_LATEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "$&#_%"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:._-]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes the page, on which site, at which address, and in which language; None if nobody says so."""

    publisher: str | None
    site: str | None
    url: str | None
    language: str

    @property
    def author(self) -> str | None:
        """Who answers for the page."""
        return self.publisher or self.site


def bibtex(entry: Entry, source: Source) -> str:
    """Return an entry of a bibliography for LaTeX, in UTF-8."""
    issued = last_change(entry)
    parts = _parts(issued) if issued else []
    note = f"Event: {in_words(entry.event.date)}."
    note += f" Last updated {in_words(issued)}." if issued else ""
    fields = {
        "author": _braced(source.author),
        "title": _braced(marked(entry)),
        "howpublished": f"{{{_latex(source.site)}}}" if source.site else None,
        "year": f"{{{parts[0][0]}}}" if parts else None,
        "month": _MONTHS[parts[0][1] - 1] if len(parts) == 1 and len(parts[0]) > 1 else None,
        "url": f"{{{source.url}}}" if source.url else None,
        "note": f"{{{_latex(note)}}}",
    }
    lines = [f"  {name} = {value}" for name, value in fields.items() if value]
    return f"@misc{{{_NOT_IN_KEY.sub('-', entry.event.id)},\n" + ",\n".join(lines) + "\n}"


def csl(entry: Entry, source: Source) -> Json:
    """Return the item of a bibliography in CSL-JSON."""
    issued = last_change(entry)
    told: Json = {
        "id": entry.event.id,
        "type": "webpage",
        "title": marked(entry),
        "author": [{"literal": source.author}] if source.author else None,
        "container-title": source.site,
        "publisher": source.publisher,
        "issued": csl_date(issued) if issued else None,
        "event-date": csl_date(entry.event.date),
        "URL": source.url,
        "language": source.language,
    }
    return {name: value for name, value in told.items() if value}


def csl_date(when: Edtf) -> Json:
    """Return a date that claims no more than this one: its parts, also with `circa`, or its words."""
    parts = _parts(when)
    if not parts:
        return {"literal": in_words(when)}
    return {"date-parts": parts} | ({"circa": True} if when.approximate or when.uncertain else {})


def last_change(entry: Entry) -> Edtf | None:
    """Return the newest date that the event's own record names, as precisely as it does."""
    said = (entry.event.updated, *(one.day for one in entry.event.corrections), *(c.published for c in entry.citations))
    return max((when for when in said if when), key=lambda when: when.latest or date.min, default=None)


def _parts(when: Edtf) -> list[list[int]]:
    """Return the first and, if it differs, the last day, month or year; empty if they do not say what the date says."""
    found = extent(when)
    if found is None:
        return []
    is_instant = "T" in when.text and found[0] == found[1]
    is_about = (when.approximate or when.uncertain) and when.text.rstrip("~?%") == found[0] == found[1]
    if not (is_exact(when) or is_instant or is_about):
        return []
    return [[int(part) for part in one.split("-")] for one in dict.fromkeys(found)]


def _braced(text: str | None) -> str | None:
    """Return a field whose capitals and words stay as they are."""
    return f"{{{{{_latex(text)}}}}}" if text else None


def _latex(text: str) -> str:
    return inert.line(text).translate(_LATEX)
