"""What everything on the terminal is drawn with: runs of styled text on lines that fit its width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

DATE_WIDTH = 20  # "early September 2017", the longest that is common
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
SEVERITY = {"error": "red", "warning": "yellow"}


@dataclass(frozen=True, slots=True)
class Run:
    """A text in one style, and the address it links to."""

    text: str
    style: str = ""
    link: str | None = None


Line = list[Run]


def console_on(stream: TextIO) -> Console:
    """Return what draws on a stream: as wide as its terminal, 80 columns where there is none."""
    from rich.console import Console  # noqa: PLC0415 - plain output needs none of it

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def styled(line: Line) -> Text:
    """Return a line with its styles and links."""
    from rich.style import Style  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    return Text.assemble(*((p.text, Style.parse(p.style) + Style(link=p.link)) for p in line))
