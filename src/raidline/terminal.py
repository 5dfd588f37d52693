"""Timelines and problems for people to read, on a terminal or through a pipe.

On a terminal: wrapped to its width, calm colours (none with NO_COLOR), source names that link to the source.
Through a pipe: the same words, one line each, nothing else, whatever the width of the window it was started from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar

from raidline import inert
from raidline.datewords import in_words
from raidline.timeline import by_month
from raidline.wording import claims_in_words, facts_in_words, sources_in_words, status_in_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from raidline.errors import Problem
    from raidline.timeline import Entry, Timeline

DATE_WIDTH = 20  # "early September 2017", the longest that is common
MARGIN = "  "
SIDE_BY_SIDE = 72  # narrower than this, the date stands above its event
PATIENCE = 1.0  # seconds; work that takes longer is shown
MEASURE = 110  # lines longer than this are hard to read, however wide the window

HEADING = "bold"
DATE = "cyan"
TITLE = "bold"
FACTS = "dim"
STATUS = "magenta"
SOURCE = "dim"
DIFFER = "yellow"
SEVERITY = {"error": "red", "warning": "yellow"}


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    style: str = ""
    link: str | None = None


_Line = list[_Piece]
Step = TypeVar("Step")


def show(timeline: Timeline, stream: TextIO) -> None:
    """Print the timeline wrapped to the width of the terminal, or to 80 columns where there is none."""
    from rich.text import Text  # noqa: PLC0415 - plain output needs none of it

    console = _console(stream)
    width = min(console.width, MEASURE)
    console.print(_text([_Piece(inert.line(timeline.title), HEADING)]))
    for group in by_month(timeline.entries):
        console.print()
        console.print(_text([_Piece(inert.line(group.heading), HEADING)]))
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


def print_problems(problems: Iterable[Problem], stream: TextIO) -> None:
    """Print each problem on one line, as `path:line:column: severity: message [rule]`."""
    console = _console(stream)
    for problem in problems:
        place, severity, rest = inert.line(str(problem)).partition(f": {problem.severity}: ")
        pieces = [_Piece(place, HEADING), _Piece(severity, SEVERITY[problem.severity]), _Piece(rest)]
        console.print(_text(pieces), soft_wrap=True)


def print_excerpts(found: Iterable[tuple[Problem, tuple[str, str, str] | None]], stream: TextIO) -> None:
    """Print each problem as above, and below it its line in the file: a margin, the line, and carets under a part."""
    console = _console(stream)
    for problem, rows in found:
        print_problems([problem], stream)
        if rows:
            margin, source, carets = rows
            below = f"{' ' * (len(margin) - 2)}| "
            for pieces in (
                [_Piece(margin, FACTS), _Piece(source)],
                [_Piece(below, FACTS), _Piece(carets, SEVERITY[problem.severity])],
            ):
                console.print(_text([_Piece(MARGIN), *pieces]), no_wrap=True, overflow="ellipsis")


def print_table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]], stream: TextIO) -> None:
    """Print rows under a heading: wrapped to fit a terminal, one aligned line each where there is none."""
    if not stream.isatty():
        stream.write(plain_table(heading, columns, rows))
        return
    from rich.table import Table  # noqa: PLC0415 - plain output needs none of it
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(*columns, box=None, header_style=FACTS, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(inert.line(cell)) for cell in row))
    console = _console(stream)
    console.print(Text(inert.line(heading), HEADING), table, "", sep="\n")


def plain_table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under a heading as text, one aligned line each."""
    cells = [[inert.line(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "\n".join((inert.line(heading), *lines)) + "\n\n"


def _console(stream: TextIO) -> Console:
    from rich.console import Console  # noqa: PLC0415 - as above

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def _body(entry: Entry) -> Iterator[_Line]:
    """Return what stands beside the date, line by line."""
    yield [_Piece(inert.line(entry.event.title), TITLE)]
    if entry.event.summary:
        yield [_Piece(inert.line(entry.event.summary))]
    yield list(_facts(entry))
    yield list(_sources(entry))
    for claim in claims_in_words(entry):
        yield [_Piece(f"conflict: {inert.line(claim)}", DIFFER)]


def _facts(entry: Entry) -> Iterator[_Piece]:
    status = status_in_words(entry)
    for number, fact in enumerate(facts_in_words(entry)):
        if number:
            yield _Piece(" · ", FACTS)
        yield _Piece(inert.line(fact), STATUS if fact == status else FACTS)


def _sources(entry: Entry) -> Iterator[_Piece]:
    links = {citation.publisher: inert.web_link(citation.url) for citation in reversed(entry.citations)}
    yield _Piece(f"{sources_in_words(entry)}: ", SOURCE)
    for number, publisher in enumerate(entry.publishers):
        if number:
            yield _Piece(", ", SOURCE)
        yield _Piece(inert.line(publisher), SOURCE, links[publisher])


def _laid_out(entry: Entry, width: int, console: Console) -> Iterator[Text]:
    from rich.text import Text  # noqa: PLC0415 - as above

    date = _text([_Piece(in_words(entry.event.date), DATE)])
    if width < SIDE_BY_SIDE:
        yield Text(MARGIN) + date
        before, indent = [], MARGIN * 2
    else:
        before, indent = list(date.wrap(console, DATE_WIDTH)), MARGIN + " " * DATE_WIDTH + MARGIN
    body = [row for line in _body(entry) for row in _text(line).wrap(console, width - len(indent))]
    for left, right in zip_longest(before, body, fillvalue=Text()):
        row = Text(MARGIN) + left if left else Text()
        row.append(" " * (len(indent) - row.cell_len))
        row += right
        row.rstrip()
        yield row


def _text(line: _Line) -> Text:
    from rich.style import Style  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    return Text.assemble(*((p.text, Style.parse(p.style) + Style(link=p.link)) for p in line))


def progress(steps: Sequence[Step], doing: str, stream: TextIO) -> Iterable[Step]:
    """Yield the steps of long work, drawing on `stream` how many are done; the drawing is gone at the end."""
    from rich.progress import track  # noqa: PLC0415 - seldom needed

    return track(steps, doing, console=_console(stream), transient=True)


def patient_progress(steps: Sequence[Step], doing: str, stream: TextIO) -> Iterator[Step]:
    """Yield the steps of work that may be short; after a second, draw how many are done."""
    from rich.progress import Progress  # noqa: PLC0415 - seldom needed

    began = monotonic()
    with Progress(console=_console(stream), transient=True, disable=True) as bar:
        task = bar.add_task(doing, total=len(steps))
        for step in steps:
            yield step
            bar.advance(task)
            if bar.disable and monotonic() - began > PATIENCE:
                bar.disable = False
                bar.start()


Piece = tuple[str, str]  # a text and its role, one of ROLES
ROLES = {
    "": "",
    "title": TITLE,
    "facts": FACTS,
    "source": HEADING,
    "context": "dim",
    "label": FACTS,
    "date": f"bold {DATE}",
    "trigger": f"bold {STATUS}",
    "differ": DIFFER,
}
_WITHOUT_COLOUR = {"date": "[{}]", "trigger": "_{}_"}


def print_pieces(lines: Iterable[tuple[str, Sequence[Piece]]], stream: TextIO) -> None:
    """Print lines, each a margin and the pieces beside it.

    On a terminal they are wrapped and coloured; elsewhere each stays one line, date words and triggers marked.
    """
    console = _console(stream) if stream.isatty() else None
    for margin, pieces in lines:
        marks = _WITHOUT_COLOUR if console is None or console.no_color else {}
        row = [_Piece(marks.get(role, "{}").format(_one_line(text)), ROLES[role]) for text, role in pieces]
        if console is None:
            stream.write((margin + "".join(piece.text for piece in row)).rstrip() + "\n")
            continue
        width = max(min(console.width, MEASURE) - len(margin), DATE_WIDTH)
        for number, wrapped in enumerate(_text(row).wrap(console, width) if row else [_text([])]):
            start = _text([_Piece(" " * len(margin) if number else margin, FACTS)])
            console.print(start + wrapped, no_wrap=True, overflow="ignore", crop=False)


def _one_line(text: str) -> str:
    """Return a piece of a line without line ends, a space at either end kept."""
    return inert.line(f"|{text}|")[1:-1]
