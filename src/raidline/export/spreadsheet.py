"""CSV (RFC 4180): one event a row, UTF-8, CRLF, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from raidline import inert
from raidline.datewords import in_words
from raidline.wording import claims_in_words, counts_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raidline.export.options import Options
    from raidline.timeline import Entry, Timeline

BETWEEN = "; "  # joins several values in one cell
# Where a spreadsheet begins to read a formula: at the start of a cell, behind white space too, and after a semicolon or
# a line end, at which one set to semicolons (as most of Europe's are) begins another cell, quotation marks or not.
# East Asian ones take the wide signs for the narrow.
_FORMULA = re.compile(r"(?:^|[;\n])(?=[\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠])")


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield a header and a row for each event; several values in one cell are joined by "; "."""
    line = csv.writer(_Line(), lineterminator="\r\n").writerow
    yield line(COLUMNS)
    guard = (lambda cell: cell) if options.raw else _not_a_formula
    for entry in timeline.entries:
        yield line([guard(inert.block(cell)) for cell in _row(entry)])


class _Line:
    """What csv writes a row to; the row comes back from `writerow`."""

    def write(self, row: str) -> str:
        return row


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
    return _FORMULA.sub(r"\g<0>'", cell)
