"""CSV (RFC 4180): one event a row, UTF-8, CRLF, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from raidline import inert
from raidline.datewords import in_words
from raidline.wording import claims_in_words, counts_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raidline.export.options import Options
    from raidline.timeline import Entry, Timeline

BETWEEN = "; "  # joins several values in one cell


def write(timeline: Timeline, options: Options) -> str:
    """Return a header and a row for each event; several values in one cell are joined by "; "."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    rows = [_row(entry) for entry in timeline.entries]
    writer.writerow(COLUMNS)
    guard = (lambda cell: cell) if options.raw else _not_a_formula
    writer.writerows([guard(inert.block(cell)) for cell in row] for row in rows)
    return out.getvalue()


COLUMNS = (
    "id",
    "title",
    "date_edtf",
    "date_text",
    "earliest",
    "latest",
    "precision",
    "approximate",
    "uncertain",
    "kind",
    "status",
    "as_of",
    "places",
    "place_codes",
    "share",
    "agencies",
    "counts",
    "summary",
    "publishers",
    "conflicts",
    "source_urls",
)


def _row(entry: Entry) -> Iterable[str]:
    event = entry.event
    when = event.date
    return (
        event.id,
        event.title,
        str(when),
        in_words(when),
        str(when.earliest or ""),
        str(when.latest or ""),
        when.precision.value,
        "yes" if when.approximate else "no",
        "yes" if when.uncertain else "no",
        event.kind.value,
        event.status.value,
        str(entry.as_of or ""),
        BETWEEN.join(place.full_name for place in entry.jurisdictions) or BETWEEN.join(event.places),
        BETWEEN.join(place.code for place in entry.jurisdictions),
        f"{entry.share:.2f}",
        BETWEEN.join(event.agencies),
        counts_in_words(event.counts),
        event.summary or "",
        BETWEEN.join(entry.publishers),
        BETWEEN.join(claims_in_words(entry)),
        " ".join(link for citation in entry.citations if (link := inert.web_link(citation.url))),
    )


def _not_a_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell
