"""Timelines to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, TextIO

from raidline import inert
from raidline.datewords import in_words
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
    console_on,
    styled,
)
from raidline.timeline import by_month
from raidline.wording import claims_in_words, facts_in_words, sources_in_words, status_in_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from raidline.timeline import Entry, Timeline


def show(timeline: Timeline, stream: TextIO) -> None:
    """Print the timeline wrapped to the width of the terminal, or to 80 columns where there is none."""
    from rich.text import Text  # noqa: PLC0415 - plain output needs none of it

    console = console_on(stream)
    width = min(console.width, MEASURE)
    console.print(styled([Run(inert.line(timeline.title), HEADING)]))
    for group in by_month(timeline.entries):
        console.print()
        console.print(styled([Run(inert.line(group.heading), HEADING)]))
        for entry in group.entries:
            lines = Text("\n").join(_laid_out(entry, width, console))
            console.print("", lines, sep="\n", no_wrap=True, overflow="ignore", crop=False)
    console.print()


def plain(timeline: Timeline) -> str:
    """Return the timeline as text without styles, links or wrapping."""
    lines = [inert.line(timeline.title)]
    for group in by_month(timeline.entries):
        lines += ["", inert.line(group.heading)]
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
    """Return what stands beside the date, line by line."""
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
    links = {citation.publisher: inert.web_link(citation.url) for citation in reversed(entry.citations)}
    yield Run(f"{sources_in_words(entry)}: ", SOURCE)
    for number, publisher in enumerate(entry.publishers):
        if number:
            yield Run(", ", SOURCE)
        yield Run(inert.line(publisher), SOURCE, links[publisher])


def _laid_out(entry: Entry, width: int, console: Console) -> Iterator[Text]:
    from rich.text import Text  # noqa: PLC0415 - as above

    date = styled([Run(in_words(entry.event.date), DATE)])
    if width < SIDE_BY_SIDE:
        yield Text(MARGIN) + date
        before, indent = [], MARGIN * 2
    else:
        before, indent = list(date.wrap(console, DATE_WIDTH)), MARGIN + " " * DATE_WIDTH + MARGIN
    body = [row for line in _body(entry) for row in styled(line).wrap(console, width - len(indent))]
    for left, right in zip_longest(before, body, fillvalue=Text()):
        row = Text(MARGIN) + left if left else Text()
        row.append(" " * (len(indent) - row.cell_len))
        row += right
        row.rstrip()
        yield row
