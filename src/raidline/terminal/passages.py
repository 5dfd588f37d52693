"""Lines of text in which some words have a role: passages of articles, and how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from raidline import inert
from raidline.terminal.drawing import (
    DATE,
    DATE_WIDTH,
    DIFFER,
    FACTS,
    HEADING,
    MEASURE,
    STATUS,
    TITLE,
    Run,
    console_on,
    styled,
)

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
    """Print lines, each with a margin and its pieces.

    On a terminal they are wrapped and coloured; elsewhere each stays one line with date words and triggers marked.
    """
    console = console_on(stream) if stream.isatty() else None
    for margin, pieces in lines:
        marks = _WITHOUT_COLOUR if console is None or console.no_color else {}
        row = [Run(marks.get(role, "{}").format(_one_line(text)), ROLES[role]) for text, role in pieces]
        if console is None:
            stream.write((margin + "".join(piece.text for piece in row)).rstrip() + "\n")
            continue
        width = max(min(console.width, MEASURE) - len(margin), DATE_WIDTH)
        for number, wrapped in enumerate(styled(row).wrap(console, width) if row else [styled([])]):
            start = styled([Run(" " * len(margin) if number else margin, FACTS)])
            console.print(start + wrapped, no_wrap=True, overflow="ignore", crop=False)


def _one_line(text: str) -> str:
    """Return a piece of a line without line ends; a space at either end stays."""
    return inert.line(f"|{text}|")[1:-1]
