"""Rows under a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from raidline import inert
from raidline.terminal.drawing import FACTS, HEADING, console_on

if TYPE_CHECKING:
    from rich.table import Table

_GAP = 2  # characters between columns
_NARROWEST = 16  # characters of a column in which a sentence can be read; it is wider if one of its words is
Rows = Sequence[Sequence[str]]


def print_table(heading: str, columns: Sequence[str], rows: Rows, stream: TextIO) -> None:
    """Print rows under a heading: wrapped to fit a terminal, or one aligned line each without one.

    In a window too narrow for the columns, each row is a list of its cells, so that no word is cut.
    """
    if not stream.isatty():
        stream.write(plain_table(heading, columns, rows))
        return
    from rich.text import Text  # noqa: PLC0415 - plain output needs none of it

    console = console_on(stream)
    cells = [[inert.line(cell) for cell in row] for row in rows]
    widths = fitted([columns, *cells], console.width)
    table = _listed(columns, cells) if widths is None else _aligned(columns, cells, widths)
    console.print(Text(inert.line(heading), HEADING), table, "", sep="\n")


def fitted(rows: Rows, width: int) -> list[int] | None:
    """Return the widths of columns that fit into so many characters; None if a word would have to be cut."""
    of_columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in of_columns]
    words = [max(len(word) for cell in column for word in (*cell.split(), "")) for column in of_columns]
    least = [min(widest, max(word, _NARROWEST)) for widest, word in zip(widths, words, strict=True)]
    too_many = sum(widths) + _GAP * len(widths) - width
    while too_many > 0:
        room, at = max((now - lowest, number) for number, (now, lowest) in enumerate(zip(widths, least, strict=True)))
        if room <= 0:
            return None
        widths[at] -= 1
        too_many -= 1
    return widths


def _aligned(columns: Sequence[str], rows: Rows, widths: Sequence[int]) -> Table:
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(box=None, header_style=FACTS, padding=(0, _GAP, 0, 0))
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, width=width)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _listed(columns: Sequence[str], rows: Rows) -> Table:
    """Return each row as its cells, one below the other, with their names beside all but the first."""
    from rich.padding import Padding  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    all_rows = Table.grid()
    for first, *others in rows:
        all_rows.add_row(Text(first))
        beside = Table.grid(padding=(0, _GAP, 0, 0))
        beside.add_column(style=FACTS, width=max(map(len, columns[1:]), default=0))
        for name, cell in zip(columns[1:], others, strict=True):
            if cell:
                beside.add_row(name, Text(cell, overflow="fold"))
        all_rows.add_row(Padding(beside, (0, 0, 0, _GAP)))
    return all_rows


def plain_table(heading: str, columns: Sequence[str], rows: Rows) -> str:
    """Return rows under a heading as text, one aligned line each."""
    cells = [[inert.line(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "\n".join((inert.line(heading), *lines)) + "\n\n"
