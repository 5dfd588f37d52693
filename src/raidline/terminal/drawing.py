"""What everything on the terminal is drawn with: runs of styled text on lines that fit its width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment
    from rich.style import Style
    from rich.text import Text

DATE_WIDTH = 20  # "early September 2017", the longest common date
UNKNOWN_WIDTH = 80
MARGIN = "  "
SIDE_BY_SIDE = 72  # narrower than this, the date stands above its event
MEASURE = 110  # lines longer than this are hard to read, however wide the window

HEADING = "bold"
DATE = "cyan"
TITLE = "bold"
FACTS = "dim"
STATUS = "magenta"
SOURCE = "dim"
DIFFER = "yellow"
FOUND = "reverse"  # also without colours
SEVERITY = {"error": "red", "warning": "yellow"}

_WORD = re.compile(r"\S+")


class Run(NamedTuple):
    """A text in one style, and the address it links to.

    A `whole` one is an id or an address: whoever copies it from a narrow window wants it in one piece.
    """

    text: str
    style: str = ""
    link: str | None = None
    whole: bool = False


Line = Sequence[Run]


def console_on(stream: TextIO) -> Console:
    """Return a console for a stream: as wide as its terminal, or 80 columns without one."""
    from rich.console import Console  # noqa: PLC0415 - plain output needs none of it

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if not console.width:  # COLUMNS=0, which some programs set if they do not know the width
        console.width = UNKNOWN_WIDTH
    return console


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Print lines as they are, without wrapping or cropping."""
    console.print(_Drawn(lines), crop=False)


def cells(line: Line) -> int:
    """Return how many columns a line takes, two for each wide character."""
    return _cells("".join([run.text for run in line]))


def wrapped(line: Line, width: int) -> list[Line]:
    """Return a line as several, none wider than `width`: broken at spaces, or within words that are wider than that.

    Rich can wrap text too, but takes several times as long.
    """
    text = "".join([run.text for run in line])
    if _cells(text) <= width:
        return [line]
    return [list(_cut(line, start, end)) for start, end in _rows(text, width)]


def styled(line: Line) -> Text:
    """Return a line with its styles and links."""
    from rich.text import Text  # noqa: PLC0415 - as above

    return Text.assemble(*((run.text, _style(run.style, run.link)) for run in line))


class _Drawn(NamedTuple):
    """Lines in the form that Rich takes from objects that draw themselves."""

    lines: Iterable[Line]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        from rich.segment import Segment  # noqa: PLC0415 - as above

        end = Segment.line()
        for line in self.lines:
            for run in line:
                yield Segment(run.text, _style(run.style, run.link))
            yield end


@lru_cache(1024)
def _style(style: str, link: str | None) -> Style:
    from rich.style import Style  # noqa: PLC0415 - as above

    return Style.parse(style) + Style(link=link)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - as above

    return cell_len(text)


def _rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where each row of a text starts and ends."""
    from rich.cells import chop_cells  # noqa: PLC0415 - as above

    start = end = used = 0
    for match in _WORD.finditer(text):
        first, last = match.span()
        word = match[0]
        needed = _cells(word)
        if start < end and used + first - end + needed <= width:
            used += first - end + needed
            end = last
            continue
        if start < end:
            yield start, end
        start = first
        *full, rest = chop_cells(word, width) if needed > width else [word]
        for part in full:
            yield start, start + len(part)
            start += len(part)
        end, used = last, _cells(rest)
    yield start, end


def _cut(line: Line, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of a line from one character to another, counted over all of its text."""
    at = 0
    for run in line:
        if text := run.text[max(start - at, 0) : max(end - at, 0)]:
            yield run._replace(text=text)
        at += len(run.text)
