"""Rows under a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from raidline import inert
from raidline.terminal.drawing import FACTS, HEADING, console_on


def print_table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]], stream: TextIO) -> None:
    """Print rows under a heading: wrapped to fit a terminal, or one aligned line each without one."""
    if not stream.isatty():
        stream.write(plain_table(heading, columns, rows))
        return
    from rich.table import Table  # noqa: PLC0415 - plain output needs none of it
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(*columns, box=None, header_style=FACTS, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(inert.line(cell)) for cell in row))
    console = console_on(stream)
    console.print(Text(inert.line(heading), HEADING), table, "", sep="\n")


def plain_table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under a heading as text, one aligned line each."""
    cells = [[inert.line(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "\n".join((inert.line(heading), *lines)) + "\n\n"
