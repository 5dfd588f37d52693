"""Timelines to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, TextIO

from raidline import inert
from raidline.dates.words import in_words
from raidline.terminal.drawing import (
    DATE,
    DATE_WIDTH,
    DIFFER,
    FACTS,
    FOUND,
    HEADING,
    MARGIN,
    MEASURE,
    SIDE_BY_SIDE,
    SOURCE,
    STATUS,
    TITLE,
    Line,
    Run,
    cells,
    console_on,
    print_lines,
    wrapped,
)
from raidline.timeline.months import grouped
from raidline.timeline.shown import USUAL, Shown
from raidline.timeline.wording import (
    claims_in_words,
    correction_in_words,
    facts_in_words,
    sources_in_words,
    status_in_words,
)

if TYPE_CHECKING:
    from rich.console import Console

    from raidline.timeline.build import Entry, Timeline
    from raidline.timeline.query import Query


def show(timeline: Timeline, stream: TextIO, shown: Shown = USUAL) -> None:
    """Print the timeline wrapped to the width of the terminal, or to 80 columns without one."""
    print_timeline(timeline, console_on(stream), shown)


def print_timeline(timeline: Timeline, console: Console, shown: Shown = USUAL) -> None:
    """Print the timeline on a console, wrapped to its width or to a narrower width that is easy to read."""
    width = min(console.width, MEASURE)
    print_lines(wrapped([Run(inert.line(timeline.title), HEADING)], width), console)
    for group in grouped(timeline.entries, timeline.order):
        print_lines(([], [Run(group.heading, HEADING)]), console)
        print_lines((line for entry in group.entries for line in ([], *_laid_out(entry, width, shown))), console)
    print_lines(([],), console)


def plain(timeline: Timeline, shown: Shown = USUAL) -> str:
    """Return the timeline as text without styles, links or wrapping."""
    lines = [inert.line(timeline.title)]
    for group in grouped(timeline.entries, timeline.order):
        lines += ["", group.heading]
        for entry in group.entries:
            lines.append("")
            date = in_words(entry.event.date)
            if len(date) > DATE_WIDTH:
                lines.append(MARGIN + date)
                date = ""
            for line in _body(entry, shown):
                lines.append(f"{MARGIN}{date:{DATE_WIDTH}}{MARGIN}{''.join(piece.text for piece in line)}")
                date = ""
    return "\n".join(lines) + "\n"


def _body(entry: Entry, shown: Shown) -> Iterator[Line]:
    """Return what goes beside the date, line by line."""
    yield list(_marked(entry.event.title, shown.search, TITLE))
    yield list(_facts(entry, shown))
    if entry.event.summary:
        yield list(_marked(entry.event.summary, shown.search))
    yield from _quotes(entry, shown)
    yield list(_sources(entry))
    if shown.urls:
        yield from _addresses(entry)
    for claim in claims_in_words(entry):
        yield [Run(f"conflict: {inert.line(claim)}", DIFFER)]
    for correction in entry.event.corrections:
        yield [Run(inert.line(correction_in_words(correction)), FACTS)]


def _marked(text: str, search: Query | None, style: str = "") -> Iterator[Run]:
    """Yield a text with the words that are searched for marked."""
    text = inert.line(text)
    at = 0
    for start, end in search.marks(text) if search else ():
        if at < start:
            yield Run(text[at:start], style)
        yield Run(text[start:end], f"{style} {FOUND}".strip())
        at = end
    if at < len(text):
        yield Run(text[at:], style)


def _facts(entry: Entry, shown: Shown) -> Iterator[Run]:
    status = status_in_words(entry)
    for number, fact in enumerate(facts_in_words(entry)):
        if number:
            yield Run(" · ", FACTS)
        yield Run(inert.line(fact), STATUS if fact == status else FACTS)
    if shown.ids:
        yield Run(" · ", FACTS)
        yield Run(entry.event.id, FACTS, whole=True)


def _quotes(entry: Entry, shown: Shown) -> Iterator[Line]:
    for citation in entry.citations:
        quote = inert.line(citation.quote or "")
        if quote and (shown.quotes or (shown.search and shown.search.marks(quote))):
            page = f", page {citation.page}" if citation.page else ""
            by = Run(f" ({inert.line(citation.publisher)}{page})", SOURCE)
            yield [Run("“"), *_marked(quote, shown.search), Run("”"), by]


def _sources(entry: Entry) -> Iterator[Run]:
    links = {
        citation.publisher: link for citation in reversed(entry.citations) if (link := inert.web_link(citation.url))
    }
    yield Run(f"{sources_in_words(entry)}: ", SOURCE)
    for number, publisher in enumerate(entry.publishers):
        if number:
            yield Run(", ", SOURCE)
        yield Run(inert.line(publisher), SOURCE, links.get(publisher))


def _addresses(entry: Entry) -> Iterator[Line]:
    cited = {(citation.publisher, citation.url, citation.archived): citation for citation in entry.citations}
    for citation in cited.values():
        named = inert.line(citation.publisher)
        link, kept = inert.web_link(citation.url), inert.web_link(citation.archived)
        if link or not kept:
            address = Run(link, SOURCE, link, whole=True) if link else Run("no address on the web", SOURCE)
            yield [Run(f"{named}: ", SOURCE), address]
        if kept:
            yield [Run(f"{named}, archived: ", SOURCE), Run(kept, SOURCE, kept, whole=True)]


def _laid_out(entry: Entry, width: int, shown: Shown) -> Iterator[Line]:
    """Yield the lines of an entry, with its date beside its text, or above it on a narrow terminal."""
    date = [Run(in_words(entry.event.date), DATE)]
    if width < SIDE_BY_SIDE:
        yield [Run(MARGIN), *date]
        before, indent = [], len(MARGIN) * 2
    else:
        before, indent = wrapped(date, DATE_WIDTH), len(MARGIN) * 2 + DATE_WIDTH
    beside = max(width - indent, DATE_WIDTH)
    body = [row for line in _body(entry, shown) for row in _rows(line, beside)]
    for left, right in zip_longest(before, body, fillvalue=()):
        start = [Run(MARGIN), *left] if left else []
        if cells(right) > beside:  # an id or an address, which moves to the left and may stick out
            yield from [start] if start else []
            yield [Run(" " * min(indent, max(width - cells(right), 0))), *right]
        else:
            gap = [Run(" " * (indent - cells(start)))] if right else []
            yield [*start, *gap, *right]


def _rows(line: Line, width: int) -> list[Line]:
    """Return a line as several that fit; an id or an address at its end that is wider than they are stays whole."""
    *before, last = line
    if not last.whole or cells([last]) <= width:
        return wrapped(line, width)
    return [*wrapped(before, width), [last]]
