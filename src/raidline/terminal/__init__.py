"""Timelines and problems for people to read, on a terminal or through a pipe.

On a terminal: wrapped to its width, in calm colours (none with NO_COLOR), with source names that link to the source.
Through a pipe: the same words, one line each and nothing else, whatever the width of the window.

Each part is loaded on first use: a command that only prints text does not wait for the parts that draw.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raidline.terminal.passages import Piece as Piece
    from raidline.terminal.passages import print_pieces as print_pieces
    from raidline.terminal.picture import svg as svg
    from raidline.terminal.plot import plain_plot as plain_plot
    from raidline.terminal.plot import show_plot as show_plot
    from raidline.terminal.problems import print_excerpts as print_excerpts
    from raidline.terminal.problems import print_problems as print_problems
    from raidline.terminal.tables import plain_table as plain_table
    from raidline.terminal.tables import print_table as print_table
    from raidline.terminal.timelines import plain as plain
    from raidline.terminal.timelines import show as show
    from raidline.terminal.waiting import counting as counting
    from raidline.terminal.waiting import patient_progress as patient_progress

_HOMES = {
    "passages": ("Piece", "print_pieces"),
    "picture": ("svg",),
    "plot": ("plain_plot", "show_plot"),
    "problems": ("print_excerpts", "print_problems"),
    "tables": ("plain_table", "print_table"),
    "timelines": ("plain", "show"),
    "waiting": ("counting", "patient_progress"),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"raidline.terminal.{module}"), name)
    raise AttributeError(f"module 'raidline.terminal' has no attribute {name!r}")
