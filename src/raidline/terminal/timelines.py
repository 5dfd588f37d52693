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
from raidline.timeline.months import by_month
from raidline.timeline.wording import claims_in_words, facts_in_words, sources_in_words, status_in_words

if TYPE_CHECKING:
    from rich.console import Console

    from raidline.timeline.build import Entry, Timeline


def show(timeline: Timeline, stream: TextIO) -> None:
    """Print the timeline wrapped to the width of the terminal, or to 80 columns without one."""
    print_timeline(timeline, console_on(stream))


def print_timeline(timeline: Timeline, console: Console) -> None:
    """Print the timeline on a console, wrapped to its width or to a narrower width that is easy to read."""
    width = min(console.width, MEASURE)
    print_lines(wrapped([Run(inert.line(timeline.title), HEADING)], width), console)
    for group in by_month(timeline.entries):
        print_lines(([], [Run(group.heading, HEADING)]), console)
        print_lines((line for entry in group.entries for line in ([], *_laid_out(entry, width))), console)
    print_lines(([],), console)


def plain(timeline: Timeline) -> str:
    """Return the timeline as text without styles, links or wrapping."""
    lines = [inert.line(timeline.title)]
    for group in by_month(timeline.entries):
        lines += ["", group.heading]
        for entry in group.entries:
            lines.append("")
            date = in_words(entry.event.date)
            if len(date) > DATE_WIDTH:
                lines.append(MARGIN + date)
                date = ""
            for line in _body(entry):
                lines.append(f"{MARGIN}{date:{DATE_WIDTH}}{MARGIN}{''.join(piece.text for piece in line)}")
                date = ""
    return "\n".join(lines) + "\n"


def _body(entry: Entry) -> Iterator[Line]:
    """Return what goes beside the date, line by line."""
    yield [Run(inert.line(entry.event.title), TITLE)]
    if entry.event.summary:
        yield [Run(inert.line(entry.event.summary))]
    yield list(_facts(entry))
    yield list(_sources(entry))
    for claim in claims_in_words(entry):
        yield [Run(f"conflict: {inert.line(claim)}", DIFFER)]


def _facts(entry: Entry) -> Iterator[Run]:
    status = status_in_words(entry)
    for number, fact in enumerate(facts_in_words(entry)):
        if number:
            yield Run(" · ", FACTS)
        yield Run(inert.line(fact), STATUS if fact == status else FACTS)


def _sources(entry: Entry) -> Iterator[Run]:
    links = {
        citation.publisher: link for citation in reversed(entry.citations) if (link := inert.web_link(citation.url))
    }
    yield Run(f"{sources_in_words(entry)}: ", SOURCE)
    for number, publisher in enumerate(entry.publishers):
        if number:
            yield Run(", ", SOURCE)
        yield Run(inert.line(publisher), SOURCE, links.get(publisher))


def _laid_out(entry: Entry, width: int) -> Iterator[Line]:
    """Yield the lines of an entry, with its date beside its text, or above it on a narrow terminal."""
    date = [Run(in_words(entry.event.date), DATE)]
    if width < SIDE_BY_SIDE:
        yield [Run(MARGIN), *date]
        before, indent = [], len(MARGIN) * 2
    else:
        before, indent = wrapped(date, DATE_WIDTH), len(MARGIN) * 2 + DATE_WIDTH
    beside = max(width - indent, DATE_WIDTH)
    body = [row for line in _body(entry) for row in wrapped(line, beside)]
    for left, right in zip_longest(before, body, fillvalue=()):
        start = [Run(MARGIN), *left] if left else []
        gap = [Run(" " * (indent - cells(start)))] if right else []
        yield [*start, *gap, *right]
